/** The request that a plan was asked with, as the forms have it: for the same again with a change. */
import type { Schemas } from '@doorwalk/client'
import type { LngLat } from '@doorwalk/core/units'
import type { AreaWish } from './area-wish.ts'
import { type PeopleWish, USUAL_PEOPLE } from './people-wish.ts'
import { type PlanWish, USUAL_WISH } from './plan-wish.ts'

export type AskedRequest = Schemas['AskedRequest']

/** Of so many teams; of people by their ids how many they are. */
export function peopleAsked({ volunteers, minutes }: AskedRequest): PeopleWish {
  const teams = typeof volunteers === 'number' ? volunteers : volunteers.length
  return { ...USUAL_PEOPLE, teams, minutes }
}

/** Ids that were made of a number, by a plan that was changed since. */
const NUMBERED = /^\d{1,5}$/

/** Who they are is more than how many: somebody gave them ids, or wishes of their own. */
export function arePeople({ volunteers }: AskedRequest): boolean {
  return (
    typeof volunteers !== 'number' &&
    volunteers.some(
      ({ id = '1', ...wishes }) =>
        !NUMBERED.test(id) || Object.values(wishes).some((wish) => wish !== undefined),
    )
  )
}

interface Again {
  language: 'fr' | 'en'
  now: Date
  volunteers: AskedRequest['volunteers']
  minutes: number
}

/** The same again: on the region as it is now, as a draft, and not in the past. */
export function requestAgain(asked: AskedRequest, again: Again): Schemas['PlanRequest'] {
  const { version: _version, startAt, ...rest } = asked
  const { language, now, volunteers, minutes } = again
  return { ...rest, language, volunteers, minutes, commit: false, ...laterOf(startAt, now) }
}

/** What an estimate takes of it. */
export function estimateOf(
  asked: AskedRequest,
  { now, language }: { now: Date; language: 'fr' | 'en' },
): Schemas['EstimateRequest'] {
  const { region, area, minutes, teamSize, doors, start, closed, startAt, priority, targets, skip } = asked
  return {
    ...{ region, language, minutes, closed },
    ...(area && { area }),
    ...(teamSize !== undefined && { teamSize }),
    ...(doors !== undefined && { doors }),
    ...(start && { start }),
    ...laterOf(startAt, now),
    ...(priority && { priority }),
    ...(targets && { targets }),
    ...(skip && { skip }),
  }
}

function laterOf(startAt: string | undefined, now: Date): { startAt?: string } {
  return startAt !== undefined && Date.parse(startAt) > now.getTime() ? { startAt } : {}
}

/** What the form shows of it; undefined: its area is none that the form can draw. */
export function wishAsked(
  asked: AskedRequest,
  { people, now }: { people: PeopleWish; now: Date },
): PlanWish | undefined {
  const area = areaAsked(asked.area)
  if (area === undefined) return undefined
  const { start, closed, doors, priority, targets = [] } = asked
  const { startAt } = laterOf(asked.startAt, now)
  const isPoint = Array.isArray(start)
  return {
    ...USUAL_WISH,
    ...{ area, people, closed },
    start: isPoint ? 'point' : start === 'anywhere' ? start : 'proposed',
    startAt: isPoint ? start : null,
    moment: startAt === undefined ? '' : localMoment(new Date(startAt)),
    priority: priority && 'field' in priority ? priority.field : '',
    doors: doors ?? null,
    keys: targets.filter(({ key }) => key === true).map(({ id }) => id),
  }
}

function areaAsked(area: AskedRequest['area']): AreaWish | undefined {
  if (area === undefined) return { kind: 'region' }
  if ('precincts' in area) return { kind: 'precincts', codes: area.precincts }
  if ('id' in area) return { kind: 'stored', id: area.id }
  if ('walkFrom' in area) return { kind: 'walk', ...area.walkFrom }
  if (!('type' in area)) return undefined
  const polygons = (area.type === 'Polygon' ? [area.coordinates] : area.coordinates) as LngLat[][][]
  const [outline, ...others] = polygons.flat()
  return outline && others.length === 0
    ? { kind: 'draw', corners: outline.slice(0, -1) }
    : { kind: 'file', name: '', shape: { type: 'MultiPolygon', coordinates: polygons } }
}

/** As `datetime-local` writes it. */
function localMoment(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
