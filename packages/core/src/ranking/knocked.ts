/** Of each area: its doors, the share of them that nobody has knocked at, and the days since anybody came. */
import type { Aliases } from '../building/alias.ts'
import { resolveAlias } from '../building/alias.ts'
import type { Target } from '../building/building.ts'
import { SMALLEST_SHOWN_DOORS, type Visit } from '../ledger/visit.ts'
import type { RankableArea } from './ranked-area.ts'

/** Names of the fields that are added. */
export const DOORS = 'doors'
/** Per cent of the doors. */
export const LEFT_SHARE = 'doors_left_share'
export const DAYS_SINCE = 'days_since_visit'

/** Days after which a visit is as good as none, a month of a campaign; also where nobody has been. */
export const FULL_DAYS = 30
const DAY = 86_400_000

interface Tally {
  doors: number
  knocked: number
  /** Milliseconds. */
  last: number
}

export interface KnockedInput {
  targets: readonly Pick<Target, 'id' | 'doors'>[]
  /** Code of the area that a target lies in; undefined: in none. */
  areaOf: (at: number) => string | undefined
  visits: readonly Visit[]
  aliases: Aliases
  /** RFC 3339: days are counted up to then, and later visits not at all. */
  at: string
}

export interface Knocked {
  areas: RankableArea[]
  /** Visits of targets that the region does not have. */
  unknown: number
  /** Visits after the moment. */
  later: number
}

/**
 * The areas with `doors`, `doors_left_share` and `days_since_visit`; null where fewer than 11 doors stand: of so few
 * households each would be told. A door counts as knocked at once; a target's doors are at most all of it. A visit
 * without access knocks at no door, but somebody came.
 */
export function withKnocked(areas: readonly RankableArea[], input: KnockedInput): Knocked {
  const { byTarget, ...told } = byTargetOf(input)
  const known = new Set(input.targets.map(({ id }) => id))
  const tallies = new Map<string, Tally>()
  input.targets.forEach((target, at) => {
    const code = input.areaOf(at)
    if (code === undefined) return
    const tally = tallies.get(code) ?? { doors: 0, knocked: 0, last: Number.NEGATIVE_INFINITY }
    tally.doors += target.doors
    const visits = byTarget.get(target.id) ?? []
    tally.knocked += Math.min(
      target.doors,
      visits.reduce((sum, visit) => sum + visit.knocked, 0),
    )
    for (const visit of visits) tally.last = Math.max(tally.last, Date.parse(visit.at))
    tallies.set(code, tally)
  })
  const now = Date.parse(input.at)
  return {
    areas: areas.map((area) => ({
      ...area,
      fields: { ...area.fields, ...fieldsOf(tallies.get(area.code), now) },
    })),
    unknown: [...byTarget].reduce((sum, [id, visits]) => sum + (known.has(id) ? 0 : visits.length), 0),
    ...told,
  }
}

function fieldsOf(tally: Tally | undefined, now: number): Record<string, number | null> {
  if (!tally || tally.doors < SMALLEST_SHOWN_DOORS)
    return { [DOORS]: null, [LEFT_SHARE]: null, [DAYS_SINCE]: null }
  const { doors, knocked, last } = tally
  return {
    [DOORS]: doors,
    [LEFT_SHARE]: (100 * (doors - knocked)) / doors,
    [DAYS_SINCE]: Math.min(FULL_DAYS, Math.floor((now - last) / DAY)),
  }
}

function byTargetOf({ visits, aliases, at }: KnockedInput): {
  byTarget: Map<string, Visit[]>
  later: number
} {
  const byTarget = new Map<string, Visit[]>()
  const seen = new Set<string>()
  const now = Date.parse(at)
  let later = 0
  for (const visit of visits) {
    if (seen.has(visit.id)) continue
    seen.add(visit.id)
    if (Date.parse(visit.at) > now) {
      later++
      continue
    }
    for (const id of resolveAlias(aliases, visit.target)) {
      const list = byTarget.get(id)
      if (list) list.push(visit)
      else byTarget.set(id, [visit])
    }
  }
  return { byTarget, later }
}
