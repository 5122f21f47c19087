/**
 * Which target of a new version continues which of the one before: ids that survive, ids that changed, ids without an
 * heir.
 */
import type { AliasTable, Orphan } from '@doorwalk/core/building/alias'
import type { Building, Target } from '@doorwalk/core/building/building'
import type { Cell } from '@doorwalk/core/h3'
import type { LngLat, Metres } from '@doorwalk/core/units'
import { addressKey } from '../addresses/address.ts'
import { ringsOf } from '../region/footprints.ts'
import { groupBy } from '../lists/group-by.ts'
import { compareStrings } from '../lists/compare-strings.ts'
import { distance, type Plane } from '../geometry/plane.ts'
import type { PreviousVersion, Unusable } from './previous.ts'
import { groundIndex, groundOf, sameGround } from './same-place.ts'

/** An address that moved farther is another place: the same number of a street that was numbered anew. */
const SAME_ADDRESS: Metres = 100
/** Parts are the same when they share half of the storeys of the shorter one. */
const SAME_FLOORS = 0.5

export interface IdReport {
  /** The version compared with. */
  version: string
  kept: number
  renamed: number
  /** Targets that continue nothing. */
  fresh: number
  /** Lost with this version. */
  orphans: Orphan[]
}

interface MatchedIds {
  /** With the block that each target was first in: the ledger keeps what it holds under that. */
  buildings: Building[]
  table: AliasTable
  report: IdReport
}

interface MadeVersion {
  buildings: Building[]
  /** Encoded tiles. */
  footprints: Map<Cell, Uint8Array>
  plane: Plane
}

/** Ids compared with the version before, when there is one; without a usable one, a report of why not. */
export function carryIds(
  before: PreviousVersion | Unusable | undefined,
  { buildings, footprints, plane }: MadeVersion,
): { buildings: Building[]; table?: AliasTable; report?: IdReport | Unusable } {
  if (!before) return { buildings }
  if ('warning' in before) return { buildings, report: before }
  return matchIds(before, { buildings, footprints: ringsOf(footprints), plane })
}

interface Now {
  buildings: Building[]
  /** Rings by building id. */
  footprints: Map<string, LngLat[][]>
  plane: Plane
}

/**
 * The same id is the same target. An id that is gone is continued by the target with its address within 100 m, else by
 * those on its building's ground: at the entrance of the same id, else at every door when it had the only one, else at
 * the nearest; of parts, those with its storeys.
 *
 * Cost: linear in the targets; areas are compared for ids that are gone only.
 */
function matchIds(previous: PreviousVersion, now: Now): MatchedIds {
  const targets = now.buildings.flatMap((building) => building.targets)
  const live = new Set(targets.map(({ id }) => id))
  const before = previous.buildings.flatMap((building) => building.targets)
  const heirs = heirsOf(previous, { ...now, live })
  const orphans = before.filter(({ id }) => !live.has(id) && !heirs.has(id)).map(orphanOf)
  const earlier = previous.table.orphans.filter(({ id }) => !live.has(id) && !heirs.has(id))
  const continued = new Set([...before.map(({ id }) => id), ...[...heirs.values()].flat()])
  const kept = before.filter(({ id }) => live.has(id)).length
  return {
    buildings: inFirstBlocks(now.buildings, firstBlocks(previous, { live, heirs })),
    table: {
      aliases: aliasesOf(previous, { live, heirs, buildings: now.buildings }),
      orphans: [...earlier, ...orphans].sort((a, b) => compareStrings(a.id, b.id)),
    },
    report: {
      version: previous.version,
      kept,
      renamed: heirs.size,
      fresh: targets.filter(({ id }) => !continued.has(id)).length,
      orphans,
    },
  }
}

type Heirs = Map<string, string[]>

/** By the id that is gone; orphans of earlier versions may find their address again. */
function heirsOf(previous: PreviousVersion, now: Now & { live: Set<string> }): Heirs {
  const { plane, live } = now
  const targets = now.buildings.flatMap((building) => building.targets)
  const byAddress = groupBy(
    targets.filter((target) => isFull(target)),
    keyOf,
  )
  const index = groundIndex(
    now.buildings.filter(({ targets: own }) => own.length > 0).map((building) => groundOf(building, now)),
  )
  const metres = (a: { location: LngLat }, b: { location: LngLat }) =>
    distance(plane.toXY(a.location), plane.toXY(b.location))
  const sameAddress = (gone: Orphan) =>
    isFull(gone)
      ? (byAddress.get(keyOf(gone)) ?? []).filter((target) => metres(gone, target) <= SAME_ADDRESS)
      : []
  const nearest = (gone: Orphan, candidates: Target[]) => {
    const [best] = [...candidates].sort(
      (a, b) => metres(gone, a) - metres(gone, b) || compareStrings(a.id, b.id),
    )
    return candidates.filter(({ streetDoor }) => streetDoor === best?.streetDoor)
  }
  const found: Heirs = new Map()
  const keep = (id: string, continuing: Target[]) => {
    if (continuing.length > 0) found.set(id, continuing.map((target) => target.id).sort(compareStrings))
  }
  for (const building of previous.buildings) {
    const gone = building.targets.filter(({ id }) => !live.has(id))
    if (gone.length === 0) continue
    const ground = groundOf(building, { footprints: previous.footprints, plane })
    const onGround = sameGround(ground, index).flatMap((same) => same.building.targets)
    const only = new Set(building.targets.map(({ streetDoor }) => streetDoor)).size === 1
    for (const target of gone) {
      const named = sameAddress(target)
      const both = named.filter((candidate) => onGround.includes(candidate))
      const candidates = both.length > 0 ? both : named.length > 0 ? named : onGround
      const entrance = candidates.filter(
        (candidate) => target.entrance && candidate.entrance?.id === target.entrance.id,
      )
      const everyDoor = only && candidates !== named
      const doors = entrance.length > 0 ? entrance : everyDoor ? candidates : nearest(target, candidates)
      keep(target.id, withItsFloors(target, doors))
    }
  }
  for (const orphan of previous.table.orphans)
    if (!live.has(orphan.id)) keep(orphan.id, nearest(orphan, sameAddress(orphan)))
  return found
}

/** A street without a number names no place. */
function isFull({ address }: Pick<Target, 'address'>): boolean {
  return address !== undefined && address.number !== '' && address.street !== ''
}

function keyOf({ address }: Pick<Target, 'address'>): string {
  return address ? addressKey(address) : ''
}

/** Of the parts behind each street door, those that hold the storeys of this one; all when none does. */
function withItsFloors({ part }: Target, candidates: Target[]): Target[] {
  if (!part) return candidates
  const shared = candidates.filter((candidate) => {
    if (!candidate.part) return true
    const { fromFloor, toFloor } = candidate.part
    const common = Math.min(toFloor, part.toFloor) - Math.max(fromFloor, part.fromFloor) + 1
    const shorter = Math.min(toFloor - fromFloor, part.toFloor - part.fromFloor) + 1
    return common >= SAME_FLOORS * shorter
  })
  return shared.length > 0 ? shared : candidates
}

/** What was renamed before follows on, so that one look-up is enough however old the id is. */
function aliasesOf(
  previous: PreviousVersion,
  { live, heirs, buildings }: { live: Set<string>; heirs: Heirs; buildings: Building[] },
): Map<string, string[]> {
  const aliases = new Map<string, string[]>()
  const today = (id: string) => (live.has(id) ? [id] : (heirs.get(id) ?? [id]))
  const add = (id: string, targets: string[]) => {
    if (!live.has(id)) aliases.set(id, [...new Set(targets)].sort(compareStrings))
  }
  for (const [id, targets] of previous.table.aliases) add(id, targets.flatMap(today))
  for (const [id, targets] of heirs) add(id, targets)
  const standing = new Set(buildings.map(({ id }) => id))
  for (const { id, targets } of previous.buildings) {
    // Of a building with one target, the target's own id says it.
    if (standing.has(id) || targets.some((target) => target.id === id)) continue
    const found = targets.map((target) => target.id).filter((gone) => live.has(gone) || heirs.has(gone))
    if (found.length > 0) add(id, found.flatMap(today))
  }
  return aliases
}

/** By today's id; a target that continues several keeps the block of its own id, else of the first. */
function firstBlocks(
  previous: PreviousVersion,
  { live, heirs }: { live: Set<string>; heirs: Heirs },
): Map<string, Cell> {
  const blocks = new Map<string, Cell>()
  const before = previous.buildings.flatMap((building) => building.targets)
  for (const { id, block } of before) if (live.has(id)) blocks.set(id, block)
  for (const { id, block } of [...before, ...previous.table.orphans]) {
    for (const heir of heirs.get(id) ?? []) if (!blocks.has(heir)) blocks.set(heir, block)
  }
  return blocks
}

function inFirstBlocks(buildings: Building[], blocks: Map<string, Cell>): Building[] {
  const keepsAll = ({ targets }: Building) =>
    targets.every(({ id, block }) => (blocks.get(id) ?? block) === block)
  return buildings.map((building) =>
    keepsAll(building)
      ? building
      : {
          ...building,
          targets: building.targets.map((target) => ({
            ...target,
            block: blocks.get(target.id) ?? target.block,
          })),
        },
  )
}

function orphanOf({ id, address, location, block, doors }: Target): Orphan {
  return { id, ...(address ? { address } : {}), location, block, doors }
}
