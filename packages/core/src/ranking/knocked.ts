/** Of each area: its doors, the share of them that nobody has knocked at, and the days since anybody came. */
import type { Aliases } from '../building/alias.ts'
import { resolveAlias } from '../building/alias.ts'
import type { Target } from '../building/building.ts'
import type { TargetRecord } from '../ledger/record.ts'
import { attemptsOf } from '../ledger/verdict.ts'
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

/** What was knocked at of some doors. */
export interface Tally {
  doors: number
  knocked: number
  /** Milliseconds; −∞: nobody has been there. */
  last: number
}

/** Of a region, by code. */
export interface Tallies {
  /** RFC 3339. */
  at: string
  precincts: Map<string, Tally>
  squares: Map<string, Tally>
}

export const NO_TALLY: Tally = { doors: 0, knocked: 0, last: Number.NEGATIVE_INFINITY }

export function addTally(a: Tally, b: Tally): Tally {
  return { doors: a.doors + b.doors, knocked: a.knocked + b.knocked, last: Math.max(a.last, b.last) }
}

/**
 * What was knocked at of one target up to a moment, by the ledger. Of small targets no counts are kept: one that was
 * tried counts whole.
 *
 * @param at  milliseconds
 */
export function tallyOf(doors: number, record: TargetRecord | undefined, at: number): Tally {
  const past = (record ? attemptsOf(record) : []).filter((attempt) => Date.parse(attempt.at) <= at)
  const last = past.reduce((latest, attempt) => Math.max(latest, Date.parse(attempt.at)), NO_TALLY.last)
  const knocked = past.reduce((sum, attempt) => sum + attempt.knocked, 0)
  const small = smallBy(record, at)
  return {
    doors,
    knocked: small?.isTried ? doors : Math.min(doors, knocked),
    last: Math.max(last, small?.last ?? NO_TALLY.last),
  }
}

/** Of visits before the last one only the day is kept: it counts from its end on. */
function smallBy(
  record: TargetRecord | undefined,
  at: number,
): { isTried: boolean; last: number } | undefined {
  if (!record?.small) return undefined
  const { state, rounds, at: visited } = record.small
  const last = Date.parse(visited)
  if (last <= at) return { isTried: state !== 'free', last }
  const days = rounds.map((round) => Date.parse(round.slice(0, 10)) + DAY).filter((end) => end <= at)
  return days.length === 0 ? undefined : { isTried: true, last: Math.max(...days) }
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
    const tally = { ...(tallies.get(code) ?? NO_TALLY) }
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
      fields: { ...area.fields, ...knockedFields(tallies.get(area.code), now) },
    })),
    unknown: [...byTarget].reduce((sum, [id, visits]) => sum + (known.has(id) ? 0 : visits.length), 0),
    ...told,
  }
}

/** Null where fewer than 11 doors stand. @param now  milliseconds */
export function knockedFields(tally: Tally | undefined, now: number): Record<string, number | null> {
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
