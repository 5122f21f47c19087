/** A plan as it is chosen on the form: what stays in the browser between visits, and the request that is made of it. */
import type { Schemas } from '@doorwalk/client'
import type { LngLat } from '@doorwalk/core/units'
import { type AreaWish, WHOLE_REGION, areaOf, isAreaWish } from './area-wish.ts'
import { type PeopleWish, USUAL_PEOPLE, isPeopleWish, peopleOf } from './people-wish.ts'

export type StartKind = 'proposed' | 'point' | 'anywhere'

export interface PlanWish {
  area: AreaWish
  people: PeopleWish
  start: StartKind
  /** Of `point`. */
  startAt: LngLat | null
  closed: boolean
  /** Local time of this device as `datetime-local` writes it; empty: now. */
  moment: string
  /** A field of the region, or empty. */
  priority: string
  /** Most doors of a walk; null: no limit */
  doors: number | null
  /** Targets chosen as key buildings. */
  keys: readonly string[]
}

export const DOORS = { from: 1, to: 10_000 }

export const USUAL_WISH: PlanWish = {
  area: WHOLE_REGION,
  people: USUAL_PEOPLE,
  start: 'proposed',
  startAt: null,
  closed: true,
  moment: '',
  priority: '',
  doors: null,
  keys: [],
}

interface Around {
  region: string
  language: 'fr' | 'en'
  now: Date
}

/** Of a wish that lacks nothing. */
export function requestOf(wish: PlanWish, { region, language, now }: Around): Schemas['PlanRequest'] {
  const area = areaOf(wish.area)
  return {
    region,
    language,
    ...(area && { area }),
    ...peopleOf(wish.people),
    ...startOf(wish),
    closed: wish.closed,
    startAt: instantOf(wish.moment === '' ? now : new Date(wish.moment)),
    ...(wish.doors === null ? {} : { doors: wish.doors }),
    ...(wish.priority === '' ? {} : { priority: { field: wish.priority } }),
    ...(wish.keys.length === 0 ? {} : { targets: wish.keys.map((id) => ({ id, key: true })) }),
  }
}

function startOf({ start, startAt }: PlanWish): Pick<Schemas['PlanRequest'], 'start'> {
  if (start === 'anywhere') return { start }
  return start === 'point' && startAt !== null ? { start: [...startAt] } : {}
}

/** RFC 3339 with the offset that this device has at that moment. */
function instantOf(at: Date): string {
  const offset = -at.getTimezoneOffset()
  const pad = (n: number): string => String(Math.floor(Math.abs(n))).padStart(2, '0')
  const wall = new Date(at.getTime() + offset * 60_000).toISOString().slice(0, 19)
  return `${wall}${offset < 0 ? '-' : '+'}${pad(offset / 60)}:${pad(offset % 60)}`
}

/** Whether what was kept by an earlier visit still has the form that is wanted. */
export function isWish(value: unknown): value is PlanWish {
  const wish = value as Partial<PlanWish> | null
  return (
    typeof wish === 'object' &&
    wish !== null &&
    Object.keys(USUAL_WISH).every((key) => key in wish) &&
    isAreaWish(wish.area) &&
    isPeopleWish(wish.people) &&
    Array.isArray(wish.keys)
  )
}
