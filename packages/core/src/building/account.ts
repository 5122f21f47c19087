/**
 * What a request names and what came of it: targets that lie elsewhere are left out by name, and whatever changed
 * nothing is told, so that no field is taken without effect.
 */
import type { Bbox } from '../area/polygon.ts'
import type { PlanRequest, TargetOverride } from '../request/request.ts'
import { type LngLat, metresBetween } from '../units.ts'
import type { Warning } from '../words/warning.ts'
import { type Aliases, resolveAlias } from './alias.ts'
import type { Building, Target } from './building.ts'
import { isRanked, type PriorityScale } from './priority.ts'
import type { SkippedCells } from './skipped-cells.ts'

/** Named by the request, and not in its area. */
export interface Elsewhere {
  target: string
  reason: 'outside_area' | 'outside_region' | 'no_doors'
}

export interface Account {
  /** Takes in a building of the region, with those of its targets that lie in the area. */
  see: (building: Building, inside: readonly Target[]) => void
  end: () => { warnings: Warning[]; elsewhere: Elsewhere[] }
}

/** Of a piece of a plan: the whole is told of where it is cut. */
export const NO_ACCOUNT: Account = { see: () => undefined, end: () => ({ warnings: [], elsewhere: [] }) }

/** A known target is not moved; one that is given so far from where it stands is told so. */
const SAME_PLACE_METRES = 30

export interface AccountInput {
  request: PlanRequest
  aliases: Aliases
  /** By today's ids. */
  overrides: ReadonlyMap<string, TargetOverride>
  skippedCells: SkippedCells
  /** Ids of `targets` that the request itself names; undefined: all. What a campaign has stored is no wish. */
  named?: ReadonlySet<string> | undefined
  /** Of the region; undefined: nothing lies outside of it. */
  bbox?: Bbox | undefined
  holds: (location: LngLat) => boolean
  /** Of the walks, RFC 3339; undefined: nobody knows. */
  startAt?: string | undefined
  /** Of the request. */
  scale: PriorityScale | null
}

/** Time: of seeing a building, its targets. */
export function openAccount(input: AccountInput): Account {
  const { request, overrides, skippedCells } = input
  const ids = new Set([
    ...overrides.keys(),
    ...(request.skip?.targets ?? []).flatMap((id) => [id, ...resolveAlias(input.aliases, id)]),
  ])
  const here = new Set<string>()
  const ranking = openRankingAccount(input)
  const places = new Map<string, LngLat>()
  const note = (id: string, location: LngLat): void => {
    if (ids.has(id)) places.set(id, location)
  }
  return {
    see(building, inside) {
      skippedCells.see(inside)
      ranking.see(building, inside)
      if (ids.size === 0) return
      note(building.id, building.location)
      for (const { id, location } of building.targets) note(id, location)
      const isHere = inside.length > 0 || (building.targets.length === 0 && input.holds(building.location))
      if (isHere && ids.has(building.id)) here.add(building.id)
      for (const { id } of inside) if (ids.has(id)) here.add(id)
    },
    end: () => ({
      warnings: [
        ...aboutTargets(input, places),
        ...aboutSkips(input, here),
        ...counted('skip_cells_empty', skippedCells.unseen()),
        ...aboutVolunteers(request),
        ...aboutVisits(input),
        ...(request.keyShare !== undefined && request.targets?.some(({ key }) => key)
          ? [{ code: 'key_share_unused' } as const]
          : []),
        ...ranking.end(),
      ],
      elsewhere: elsewhereOf(input, here),
    }),
  }
}

/** Targets that no area of the ranking holds, and its precincts that the region has only a part of. */
function openRankingAccount({ scale, overrides }: AccountInput): {
  see: Account['see']
  end: () => Warning[]
} {
  const nowhere: string[] = []
  const partial = new Set<string>()
  if (!scale?.ranked) return { see: () => undefined, end: () => [] }
  const { ranked } = scale
  return {
    see(building, inside) {
      const { id, precinct } = building
      if (inside.length === 0) return
      if (precinct !== undefined && ranked.partial.has(precinct)) partial.add(precinct)
      if (isRanked(building, scale) || overrides.get(id)?.priority !== undefined) return
      nowhere.push(...idsOf(inside).filter((target) => overrides.get(target)?.priority === undefined))
    },
    end: () => [
      ...counted('ranking_nowhere', nowhere.sort()),
      ...counted('ranking_partial', [...partial].sort()),
    ],
  }
}

function elsewhereOf(
  { overrides, named, bbox, holds }: AccountInput,
  here: ReadonlySet<string>,
): Elsewhere[] {
  return [...overrides.values()].flatMap(({ id, location }): Elsewhere[] => {
    if (here.has(id) || (named && !named.has(id))) return []
    if (location === undefined) return [{ target: id, reason: 'outside_area' }]
    // To add a target takes doors.
    if (holds(location)) return [{ target: id, reason: 'no_doors' }]
    return [{ target: id, reason: bbox && !isIn(bbox, location) ? 'outside_region' : 'outside_area' }]
  })
}

/** What was said of them: nothing, twice, or that they stand elsewhere. */
function aboutTargets(
  { request, aliases, named }: AccountInput,
  places: ReadonlyMap<string, LngLat>,
): Warning[] {
  const said = (request.targets ?? []).filter(({ id }) => named === undefined || named.has(id))
  const seen = new Set<string>()
  const twice = said.filter(({ id }) => seen.size === seen.add(id).size)
  const moved = said.filter(({ id, location }) => {
    const place = places.get(resolveAlias(aliases, id)[0] ?? id)
    return place !== undefined && location !== undefined && metresBetween(place, location) > SAME_PLACE_METRES
  })
  return [
    ...counted('targets_twice', idsOf(twice)),
    ...counted('targets_say_nothing', idsOf(said.filter(saysNothing))),
    ...counted('targets_not_moved', idsOf(moved)),
  ]
}

function saysNothing({ id: _id, key, exclude, ...rest }: TargetOverride): boolean {
  return !key && !exclude && Object.values(rest).every((value) => value === undefined)
}

function aboutSkips({ request, aliases }: AccountInput, here: ReadonlySet<string>): Warning[] {
  const isNowhere = (id: string) => ![id, ...resolveAlias(aliases, id)].some((one) => here.has(one))
  return counted('skip_targets_nowhere', (request.skip?.targets ?? []).filter(isNowhere))
}

/** Nothing was visited after the walks begin. */
function aboutVisits({ request, startAt }: AccountInput): Warning[] {
  const since = request.skip?.visitedSince
  const isLate = since !== undefined && startAt !== undefined && Date.parse(since) > Date.parse(startAt)
  return isLate ? [{ code: 'visited_since_late', since }] : []
}

/** A person alone splits nothing. */
function aboutVolunteers({ volunteers, teamSize = 1 }: PlanRequest): Warning[] {
  if (typeof volunteers === 'number') return []
  const alone = volunteers.flatMap(({ id, split, people = teamSize }, index) =>
    split && people < 2 ? [id ?? String(index + 1)] : [],
  )
  return counted('split_alone', alone)
}

function idsOf(targets: readonly { id: string }[]): string[] {
  return targets.map(({ id }) => id)
}

/** Warnings that tell how many, and the first. */
type Counting =
  | 'targets_twice'
  | 'targets_say_nothing'
  | 'targets_not_moved'
  | 'skip_targets_nowhere'
  | 'skip_cells_empty'
  | 'split_alone'
  | 'ranking_nowhere'
  | 'ranking_partial'

function counted(code: Counting, ids: readonly string[]): Warning[] {
  const [first] = ids
  return first === undefined ? [] : [{ code, count: ids.length, first }]
}

function isIn([west, south, east, north]: Bbox, [lng, lat]: LngLat): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north
}
