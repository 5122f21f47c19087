/**
 * What one line of a list is about in its region: an entry to be stored, or why there is none. A line with an id of the
 * region is about that; else its address decides, else its position.
 */
import { ringCrossing } from '@doorwalk/core/area/ring-crossing'
import { stableId } from '@doorwalk/core/id'
import type { AddressedTarget } from '@doorwalk/core/matching/match'
import { readAddress } from '@doorwalk/core/matching/written-address'
import type { TargetOverride } from '@doorwalk/core/request/request'
import type { LngLat, Metres } from '@doorwalk/core/units'
import type { ListEntry } from '../buildings/imported-lists.ts'
import type { ListKind } from '../ports/imports.ts'
import { MANY_DOORS, doorsOf, isFar, isSlip, sharedOut } from './doors-of-row.ts'
import type { PlacedTarget, RegionTargets } from './region-targets.ts'
import type { Saying, Told } from '@doorwalk/prepare/list-words/say'
import type { ListLine } from '@doorwalk/prepare/target-lists/target-list'

type ListRow = NonNullable<ListLine['row']>

/** A place that a doubtful line may mean. */
export interface Candidate {
  address: string
  /** 0–1: how alike the addresses are. */
  score: number
  targets: string[]
  /** From the position of the line, where it has one. */
  metres?: number
}

interface Refused {
  field: string
  came: Told
  expected: Saying
  /** Set: a person can tell which of these it is. */
  candidates?: Candidate[]
}

export type PlacedRow = Placed | { refused: Refused }

interface Placed {
  entry: ListEntry
  blocks: string[]
  /** Those the line tells of, else those of the region. */
  doors: number
  /** Its doors are far from what the region has there, which somebody should look at. */
  unlikely?: Saying
  /** The address as it came and as the region writes it, where it was spelt in another way. */
  respelt?: { came: string; became: string }
}

const LONGEST_ID = 120
const LONGEST_CAME = 120
const LONGEST_NUMBER = 16
const LONGEST_STREET = 120
/** From there on a position is that of another house than the address. */
const ELSEWHERE: Metres = 150

/** What of a list says something about a building. */
const SAYS = ['doors', 'floors', 'priority', 'key', 'exclude'] as const

interface Placing {
  kind: ListKind
  region: RegionTargets
  /** A line may name a building and say nothing of it. */
  mayBeSilent?: boolean
  /** The target that a person says it is about; the line is meant as it stands then. */
  chosen?: string
}

export function placeRow(row: ListRow, { kind, region, mayBeSilent = false, chosen }: Placing): PlacedRow {
  if (row.id !== undefined && row.id.length > LONGEST_ID)
    return refuse('id', `${row.id.slice(0, 40)}…`, { code: 'atMost', most: LONGEST_ID })
  if (kind !== 'targets' && row.outline) return closeShape(row, row.outline, region)
  if (kind === 'targets' && !mayBeSilent && saysNothing(row))
    return refuse('doors', { code: 'nothing' }, { code: 'something' })
  const found = targetsOf(row, region, chosen)
  if ('refused' in found) return found
  const isMeant = chosen !== undefined || region.find(row.id ?? '').length > 0
  const placed =
    kind === 'targets' ? describe(row, { ...found, region, isMeant }) : close(row, found.targets, region)
  return found.respelt && 'entry' in placed ? { ...placed, respelt: found.respelt } : placed
}

export function saysNothing(row: ListRow): boolean {
  return SAYS.every((field) => row[field] === undefined)
}

type Found = { targets: readonly PlacedTarget[]; respelt?: Placed['respelt'] } | { refused: Refused }

/** Empty where the line has a position, and nothing of the region is meant by it. */
function targetsOf(
  { id, address, location }: ListRow,
  region: RegionTargets,
  chosen: string | undefined,
): Found {
  const written = address && readAddress(address)
  if (chosen !== undefined) {
    const match = written && region.match(written, location)
    const meant = (match ? [match, ...match.candidates] : []).find(({ targets }) =>
      targets.some((target) => target.id === chosen),
    )
    const targets = (meant?.targets as PlacedTarget[] | undefined) ?? region.find(chosen)
    if (targets.length > 0) return { targets }
    return refuse('id', chosen, { code: 'whichBuilding' })
  }
  const own = id === undefined ? [] : region.find(id)
  if (own.length > 0) return { targets: own }
  if (written) {
    const match = region.match(written, location)
    const { class: name, candidates } = match
    // Found among the targets of the region, which are placed.
    if (name === 'exact' || name === 'close') {
      const targets = match.targets as PlacedTarget[]
      const { number, street } = targets[0]!.address!
      const respelt = { came: written.text, became: `${number} ${street}` }
      return name === 'exact' ? { targets } : { targets, respelt }
    }
    const [first] = candidates
    const isElsewhere =
      location !== undefined && match.doubt !== 'position' && (first?.metres ?? Infinity) > ELSEWHERE
    if (name === 'doubtful' && !isElsewhere) {
      const told = candidates.map(candidateOf)
      const expected: Saying = {
        ...{ code: 'doubtful', doubt: match.doubt!, metres: ELSEWHERE },
        candidates: told.map(({ address: one }) => one),
      }
      return { refused: { field: 'address', came: written.text, expected, candidates: told } }
    }
    if (location === undefined) return refuse('address', written.text, { code: 'ofRegion' })
  }
  if (location !== undefined) return { targets: [] }
  return refuse('id', id ?? { code: 'nothing' }, { code: 'whichBuilding' })
}

function candidateOf({
  address: { number, street },
  score,
  targets,
  metres,
}: {
  address: { number: string; street: string }
  score: number
  targets: readonly AddressedTarget[]
  metres?: Metres
}): Candidate {
  return {
    address: `${number} ${street}`.trim(),
    score: Math.round(score * 100) / 100,
    targets: targets.slice(0, 10).map(({ id }) => id),
    ...(metres !== undefined && { metres: Math.round(metres) }),
  }
}

interface Described {
  targets: readonly PlacedTarget[]
  region: RegionTargets
  /** A person has named the building. */
  isMeant: boolean
}

/** What the list says of these targets, or of one that it adds. */
function describe(row: ListRow, { targets, region, isMeant }: Described): PlacedRow {
  const { doors, floors, priority, key, exclude } = row
  const said = {
    ...(priority !== undefined && { priority }),
    ...(key !== undefined && { key }),
    ...(exclude !== undefined && { exclude }),
  }
  const [first] = targets
  if (!first) return addition(row, said)
  const known = doorsOf(targets)
  if (doors !== undefined && !isMeant && isSlip(doors, known)) {
    const { number, street } = first.address ?? { number: '', street: first.id }
    const meant = candidateOf({ address: { number, street }, score: 1, targets })
    return {
      refused: {
        field: 'doors',
        came: String(doors),
        expected: { code: 'likelyDoors', known },
        candidates: [meant],
      },
    }
  }
  const counted = { ...(doors !== undefined && { doors }), ...(floors !== undefined && { floors }) }
  const isWhole =
    targets.every(({ building }) => building === first.building) &&
    region.find(first.building).length === targets.length
  const overrides: TargetOverride[] =
    targets.length === 1
      ? [{ id: first.id, ...counted, ...said }]
      : isWhole
        ? [{ id: first.building, ...counted, ...said }]
        : sharedOut(targets, doors).map((share) => ({ ...share, ...said }))
  return {
    entry: { key: row.id ?? overrides[0]!.id, at: first.location, targets: overrides },
    blocks: [],
    doors: doors ?? known,
    ...(doors !== undefined && isFar(doors, known) && { unlikely: { code: 'farDoors', known } }),
  }
}

function addition(row: ListRow, said: Omit<TargetOverride, 'id'>): PlacedRow {
  const { id, location, address, doors, floors } = row
  const at = location!
  if (doors === undefined) return refuse('doors', { code: 'nothing' }, { code: 'doorsOfAdded' })
  const { number = '', street } = address ?? {}
  const name = id ?? stableId('own', `${number} ${street ?? ''} ${at.join()}`)
  const isShort = number.length <= LONGEST_NUMBER && street !== undefined && street.length <= LONGEST_STREET
  const target: TargetOverride = {
    id: name,
    doors,
    ...said,
    location: at,
    ...(isShort && { address: { number, street } }),
    ...(floors !== undefined && { floors }),
  }
  return {
    entry: { key: name, at, targets: [target] },
    ...{ blocks: [], doors },
    ...(doors >= MANY_DOORS && { unlikely: { code: 'manyDoors', most: MANY_DOORS } }),
  }
}

function close(row: ListRow, named: readonly PlacedTarget[], region: RegionTargets): PlacedRow {
  const targets = named.length > 0 ? named : region.at(row.location!)
  const [first] = targets
  if (!first) {
    const came = row.location!.map((degrees) => degrees.toFixed(5)).join(', ')
    return refuse('lng, lat', came, { code: 'nearBuilding' })
  }
  const ids = targets.map(({ id }) => id)
  return {
    entry: { key: row.id ?? ids[0]!, at: first.location, ids },
    doors: doorsOf(targets),
    blocks: [...new Set(targets.map(({ block }) => block))],
  }
}

function closeShape(row: ListRow, shape: NonNullable<ListRow['outline']>, region: RegionTargets): PlacedRow {
  const crossing = crossingOf(shape)
  if (crossing) {
    const [lng, lat] = crossing.map((degrees) => degrees.toFixed(5))
    return refuse('place', `${lng}, ${lat}`, { code: 'uncrossed' })
  }
  const key = row.id ?? stableId('shape', JSON.stringify(shape.coordinates))
  const at: LngLat = row.location ?? (shape.coordinates.flat(3).slice(0, 2) as LngLat)
  const closed = region.inside(shape)
  const blocks = [...new Set(closed.map(({ block }) => block))]
  return { entry: { key, at, shape }, blocks, doors: doorsOf(closed) }
}

/** Where a ring crosses itself: nobody can tell what it closes. One that only touches itself closes what it shows. */
function crossingOf({ type, coordinates }: NonNullable<ListRow['outline']>): LngLat | undefined {
  for (const ring of type === 'Polygon' ? coordinates : coordinates.flat()) {
    const crossing = ringCrossing(ring as LngLat[])
    if (crossing?.kind === 'cross') return crossing.at
  }
  return undefined
}

function refuse(field: string, came: Told, expected: Saying): { refused: Refused } {
  const isLong = typeof came === 'string' && came.length > LONGEST_CAME
  return { refused: { field, came: isLong ? `${came.slice(0, LONGEST_CAME)}…` : came, expected } }
}
