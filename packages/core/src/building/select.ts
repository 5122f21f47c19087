/** Which targets of the area a plan may use, what each is worth, and why the others are left out. */
import type { Area } from '../area/place.ts'
import { holdsNothing } from '../area/put-together.ts'
import type { Cell } from '../h3.ts'
import { BLOCK_RESOLUTION, cellAt } from '../h3.ts'
import type { Manifest, Precinct } from '../region/region.ts'
import type { PlanRequest, TargetOverride } from '../request/request.ts'
import type { LngLat } from '../units.ts'
import { type Account, type AccountInput, openAccount } from './account.ts'
import type { Aliases } from './alias.ts'
import { NO_ALIASES, overridesByTarget, resolveAlias } from './alias.ts'
import type { Warning } from '../words/warning.ts'
import { withAdditions } from './added-buildings.ts'
import type { Address, Building, Target } from './building.ts'
import type { Assumptions } from './door-time.ts'
import { entryProbability } from './door-time.ts'
import {
  type PriorityScale,
  priorityIn,
  priorityInSquare,
  scaleOf,
  TOP_PRIORITY,
  worthOf,
} from './priority.ts'
import { counted, joined, shareOf, withAddress } from './said-of-targets.ts'
import { openSkippedCells, type SkippedCells } from './skipped-cells.ts'
import { takesStairs, withFloors } from './storeys.ts'

/** A target that may be on a walk, with what this request makes of it. */
export interface Candidate {
  target: Target
  /** Doors still to knock on. */
  doors: number
  /** 0–100; {@link PLAIN_PRIORITY} where nothing is said. */
  priority: number
  /** What a door there counts by the square of a ranking; absent: as its precinct says. */
  bySquare?: number
  /** doors × worth of the priority × P(entry): the doors that will be reached, in plain doors. */
  prize: number
  /** Named as key building by the request. */
  key: boolean
  /** It takes stairs, see {@link takesStairs}. */
  climbs: boolean
  precinct?: string
  /** Of its building, where somebody counted them: what one sees from the street. */
  storeys?: number
}

export type SelectReason =
  'visited' | 'excluded' | 'no_doors' | 'leased' | 'hold_out' | 'outside_area' | 'outside_region'

/** Not to be knocked on, whoever walks. */
interface SelectedOut {
  target: string
  reason: SelectReason
  /** Named as key building by the request. */
  key?: true
  building?: string
  /** Absent for a building without targets. */
  address?: Address | undefined
}

export interface Selection {
  candidates: Candidate[]
  leftOut: SelectedOut[]
  warnings: Warning[]
}

/** What the ledger knows of a target: doors left to knock now, or a reason to leave it alone. */
export type LedgerView = (target: Target) => { doors: number } | { reason: SelectReason }

/**
 * Every target of the area is either a candidate or left out with its reason.
 *
 * @param aliases  earlier ids that the request may still name
 * @param ledger   undefined: nothing was visited yet
 * @throws VisibleError of {@link scaleOf}
 */
export function selectTargets(input: {
  buildings: Building[]
  area: Area
  precincts: Precinct[]
  request: PlanRequest
  assumptions: Assumptions
  aliases?: Aliases
  ledger?: LedgerView | undefined
  /** Ids of `targets` that the request itself names; undefined: all. */
  named?: ReadonlySet<string> | undefined
  /** Of the region; undefined: nothing lies outside of it. */
  manifest?: Pick<Manifest, 'bbox'>
  /** Of the walks, RFC 3339; undefined: nobody knows. */
  startAt?: string | undefined
  /** Part of an area only: what is not here may be elsewhere. What is here is noted in it. */
  part?: Account | undefined
}): Selection {
  const { request, area, assumptions, aliases = NO_ALIASES } = input
  const scale = scaleOf(request.priority, input.precincts)
  const selection: Selection = { candidates: [], leftOut: [], warnings: [] }
  const overrides = overridesByTarget(request.targets ?? [], aliases, selection.warnings)
  // The id itself stays in: it may also be that of a building.
  const ids = (request.skip?.targets ?? []).flatMap((id) => [id, ...resolveAlias(aliases, id)])
  const skipped = { cells: openSkippedCells(request.skip?.cells), targets: new Set(ids) }
  const isNamed = (id: string) => input.named?.has(id) ?? true
  const account =
    input.part ?? openAccount(accountInput({ ...input, aliases, overrides, cells: skipped.cells, scale }))

  for (const building of withAdditions(input.buildings, {
    overrides,
    isNamed,
    precincts: input.precincts,
    warnings: selection.warnings,
  })) {
    const inside = building.targets.filter((target) => area.holds(target))
    account.see(building, inside)
    const ofBuilding = overrides.get(building.id)
    // By the building, so that what stands on a border is in one square.
    const bySquare = inside.length > 0 ? priorityInSquare(building, scale) : undefined
    const ofArea = bySquare ?? priorityIn(building.precinct, scale)
    const leave = (target: Pick<Target, 'id' | 'address'>, reason: SelectReason, key = false) =>
      selection.leftOut.push({
        target: target.id,
        reason,
        ...(key ? { key, building: building.id, address: target.address } : {}),
      })
    if (building.targets.length === 0 && area.holds({ location: building.location, block: cellOf(building) }))
      leave({ id: building.id }, 'no_doors', ofBuilding?.key)
    for (const target of inside) {
      const own = target.id === building.id ? undefined : overrides.get(target.id)
      const override = joined(shareOf(ofBuilding, { target, building }), own)
      const reason = skipReason(target, override, skipped)
      const known = withAddress(
        override?.doors === undefined ? target : counted(target, override.doors),
        override?.address,
      )
      const view = reason ? { reason } : (input.ledger?.(known) ?? { doors: known.doors })
      if ('reason' in view) leave(known, view.reason, override?.key)
      else {
        const { doors } = view
        const priority = override?.priority ?? (override?.key ? TOP_PRIORITY : ofArea)
        const prize = doors * worthOf(priority) * entryProbability(target, assumptions)
        if (doors === 0) leave(known, 'no_doors', override?.key)
        else if (prize === 0) leave(known, 'excluded', override?.key)
        else {
          const about = { building, ofBuilding, own }
          const storeyed = withFloors(known, about)
          selection.candidates.push({
            target: storeyed,
            doors,
            priority,
            ...(bySquare === undefined ? {} : { bySquare }),
            prize,
            key: override?.key ?? false,
            climbs: takesStairs(storeyed, about),
            ...(building.precinct === undefined ? {} : { precinct: building.precinct }),
            ...(building.levelsSource === 'tag' || building.levelsSource === 'register'
              ? { storeys: building.levels }
              : {}),
          })
        }
      }
    }
  }
  if (!input.part) {
    const { warnings, elsewhere } = account.end()
    selection.warnings.push(...keysElsewhere(overrides, keysIn(selection)), ...warnings)
    selection.leftOut.push(...elsewhere)
  }
  return selection
}

/**
 * Refuses an area that was put together, or told by walking, and holds nothing.
 *
 * @throws VisibleError area.holds_nothing
 */
export function refuseNothing({ candidates, leftOut }: Selection, { isDerived }: Area): void {
  const isHere = ({ reason }: SelectedOut) => reason !== 'outside_area' && reason !== 'outside_region'
  if (isDerived && candidates.length === 0 && !leftOut.some(isHere)) throw holdsNothing('/area')
}

/** What an account of the whole area asks for. */
export function accountInput(about: {
  request: PlanRequest
  area: Area
  aliases: Aliases
  overrides: ReadonlyMap<string, TargetOverride>
  cells: SkippedCells
  named?: ReadonlySet<string> | undefined
  manifest?: Pick<Manifest, 'bbox'>
  startAt?: string | undefined
  scale: PriorityScale | null
}): AccountInput {
  const { request, aliases, overrides, cells, named, manifest, area, startAt, scale } = about
  const holds = (location: LngLat) => area.holds({ location, block: cellAt(location, BLOCK_RESOLUTION) })
  const bbox = manifest?.bbox
  return { request, aliases, overrides, skippedCells: cells, named, bbox, holds, startAt, scale }
}

/** Ids of the targets that the request names as key buildings, and of their buildings. */
export function keysIn({ candidates, leftOut }: Pick<Selection, 'candidates' | 'leftOut'>): Set<string> {
  const here = new Set<string>()
  for (const { key, target } of candidates) if (key) here.add(target.id).add(target.building)
  for (const { key, target, building } of leftOut) if (key) here.add(target).add(building ?? target)
  return here
}

/** Key buildings that are not in the area: known elsewhere, or nowhere. */
export function keysElsewhere(
  overrides: ReadonlyMap<string, TargetOverride>,
  here: ReadonlySet<string>,
): Warning[] {
  const gone = [...overrides.values()].filter(({ key, id }) => key && !here.has(id))
  return gone[0] ? [{ code: 'keys_elsewhere', count: gone.length, first: gone[0].id }] : []
}

function skipReason(
  target: Target,
  override: TargetOverride | undefined,
  skipped: { cells: SkippedCells; targets: Set<string> },
): SelectReason | null {
  if (override?.exclude) return 'excluded'
  if (skipped.targets.has(target.id) || skipped.targets.has(target.building) || skipped.cells.has(target))
    return 'excluded'
  return null
}

function cellOf(building: Building): Cell {
  return cellAt(building.location, BLOCK_RESOLUTION)
}
