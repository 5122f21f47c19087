/** Reads an OpenStreetMap extract: relations, then ways, then only the nodes that these need. */
import { stat } from 'node:fs/promises'
import type { LngLat } from '@doorwalk/core/units'
import type { OsmExtract, OsmNode, OsmRelation, OsmWay } from './extract.ts'
import type { FileHead, FileWay, OnBytes } from './file/element.ts'
import { openOsm, type OsmFile } from './file/osm-file.ts'
import {
  isBarrier,
  isBuilding,
  isCountedPart,
  isGround,
  isInterpolation,
  isKeptNode,
  isStreet,
  relationUse,
} from './filter.ts'

export interface ReadProgress {
  pass: 'ids' | 'relations' | 'ways' | 'nodes'
  /** 0…1 of the file. */
  share: number
}

export interface ReadOptions {
  onProgress?: (progress: ReadProgress) => void
}

type Box = NonNullable<OsmExtract['bbox']>

/** What relations ask of the ways that have no tags of their own. */
interface RelationNeeds {
  relations: OsmRelation[]
  buildingWays: Set<number>
  waterWays: Set<number>
  groundWays: Set<number>
  squareWays: Set<number>
  memberNodes: Set<number>
  count: number
}

interface KeptWays {
  streets: OsmWay[]
  buildingWays: OsmWay[]
  barriers: OsmWay[]
  grounds: OsmWay[]
  squareWays: OsmWay[]
  interpolations: OsmWay[]
  countedParts: OsmWay[]
  found: Set<number>
  /** Some have the places of their nodes with them. */
  havePlaces: boolean
  count: number
}

/**
 * Streets, buildings, addresses and barriers of one extract.
 *
 * References to nodes and ways outside the extract are tolerated and counted; a way keeps such references, and
 * `locate` answers undefined for them.
 *
 * @throws VisibleError `osm.missing`, `osm.damaged`, `osm.format`, `osm.repeated`
 * Cost: four passes over the file, three of them over parts of it; memory grows with what is kept, 17 bytes per needed
 * node, never with the file.
 */
export async function readOsm(path: string, options: ReadOptions = {}): Promise<OsmExtract> {
  const progress = options.onProgress ?? (() => {})
  const size = await stat(path).then(
    (found) => found.size,
    () => 1,
  )
  const watch = (pass: ReadProgress['pass']) => (bytes: number) => progress({ pass, share: bytes / size })

  const file = await openOsm(path, watch('ids'))
  const needs = await readRelations(file, watch('relations'))
  const ways = await readWays(file, { needs, onBytes: watch('ways') })
  const kept = [
    ways.streets,
    ways.buildingWays,
    ways.barriers,
    ways.grounds,
    ways.squareWays,
    ways.interpolations,
    ways.countedParts,
  ]
  const places = new NodePlaces(kept)
  if (ways.havePlaces) await readPlacesInWays(file, places)
  const { nodes, count } = await readNodes(file, { needs, places, onBytes: watch('nodes') })

  const wanted = [...needs.buildingWays].filter((id) => !ways.found.has(id))
  return {
    streets: ways.streets,
    buildingWays: ways.buildingWays,
    barriers: ways.barriers,
    grounds: ways.grounds,
    squareWays: ways.squareWays,
    interpolations: ways.interpolations,
    countedParts: ways.countedParts,
    relations: needs.relations,
    nodes,
    locate: (id) => places.locate(id),
    counts: {
      nodes: count,
      ways: ways.count,
      relations: needs.count,
      repeated: file.repeated,
      missingNodes: places.missing(),
      missingWays: wanted.length,
    },
    ...headOf(file.heads),
  }
}

/** Of a file of several extracts: the box around all, and the day of the oldest. */
function headOf(heads: FileHead[]): Pick<OsmExtract, 'bbox' | 'date'> {
  const [date] = heads.flatMap((head) => head.date ?? []).sort()
  const boxes = heads.flatMap(({ bbox }) => (bbox ? [bbox] : []))
  const isWhole = boxes.length > 0 && boxes.length === heads.length
  return { ...(isWhole ? { bbox: boxAround(boxes) } : {}), ...(date === undefined ? {} : { date }) }
}

/** One box as it stands. */
function boxAround([first, ...others]: Box[]): Box {
  return others.reduce(
    (a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])],
    first!,
  )
}

async function readRelations(file: OsmFile, onBytes: OnBytes): Promise<RelationNeeds> {
  const needs: RelationNeeds = {
    relations: [],
    buildingWays: new Set(),
    waterWays: new Set(),
    groundWays: new Set(),
    squareWays: new Set(),
    memberNodes: new Set(),
    count: 0,
  }
  for await (const batch of file.objects('relation', onBytes)) {
    for (const { id, members, tags } of batch) {
      needs.count++
      const use = relationUse(tags)
      if (!use) continue
      if (use !== 'water') needs.relations.push({ id, members, tags })
      for (const member of members) {
        if (member.type === 'node') needs.memberNodes.add(member.ref)
        if (member.type !== 'way') continue
        if (use === 'building' || use === 'street_addresses') needs.buildingWays.add(member.ref)
        if (use === 'water') needs.waterWays.add(member.ref)
        if (use === 'ground' || use === 'place') needs.groundWays.add(member.ref)
        if (use === 'square') needs.squareWays.add(member.ref)
      }
    }
  }
  return needs
}

async function readWays(
  file: OsmFile,
  { needs, onBytes }: { needs: RelationNeeds; onBytes: OnBytes },
): Promise<KeptWays> {
  const kept: KeptWays = {
    streets: [],
    buildingWays: [],
    barriers: [],
    grounds: [],
    squareWays: [],
    interpolations: [],
    countedParts: [],
    found: new Set(),
    havePlaces: false,
    count: 0,
  }
  for await (const batch of file.objects('way', onBytes)) {
    for (const item of batch) {
      kept.count++
      keepWay(item, { needs, kept })
      if (item.places) kept.havePlaces = true
    }
  }
  return kept
}

/** One way may be several things at once: a railway platform with a roof, a wall that is a building's outline. */
function keepWay(item: FileWay, { needs, kept }: { needs: RelationNeeds; kept: KeptWays }): void {
  const { tags } = item
  const way: OsmWay = { id: item.id, refs: item.refs, tags }
  const closed = item.refs.length > 3 && item.refs[0] === item.refs.at(-1)
  const street = isStreet(tags)
  if (street) kept.streets.push(way)
  if (needs.buildingWays.has(item.id)) kept.found.add(item.id)
  // A street that belongs to an associatedStreet relation is no outline; a tagless member ring of a building is.
  const memberOutline = needs.buildingWays.has(item.id) && !street
  if ((closed && isBuilding(tags)) || memberOutline) kept.buildingWays.push(way)
  if (isBarrier(tags)) kept.barriers.push(way)
  else if (needs.waterWays.has(item.id)) kept.barriers.push({ ...way, tags: { ...tags, natural: 'water' } })
  if (isInterpolation(tags)) kept.interpolations.push(way)
  if (closed && isCountedPart(tags)) kept.countedParts.push(way)
  if (needs.squareWays.has(item.id)) kept.squareWays.push(way)
  if ((closed && isGround(tags) && !isBuilding(tags)) || needs.groundWays.has(item.id)) kept.grounds.push(way)
}

/** A file with coordinates in its ways (`osmium add-locations-to-ways`) may have no other for nodes without tags. */
async function readPlacesInWays(file: OsmFile, places: NodePlaces): Promise<void> {
  for await (const batch of file.objects('way')) {
    for (const { refs, places: list } of batch) {
      if (list) refs.forEach((ref, i) => places.put(ref, list[2 * i] ?? NaN, list[2 * i + 1] ?? NaN))
    }
  }
}

interface NodePass {
  needs: RelationNeeds
  places: NodePlaces
  onBytes: OnBytes
}

async function readNodes(
  file: OsmFile,
  { needs, places, onBytes }: NodePass,
): Promise<{ nodes: Map<number, OsmNode>; count: number }> {
  const nodes = new Map<number, OsmNode>()
  let count = 0
  for await (const batch of file.objects('node', onBytes)) {
    for (const { id, lng, lat, tags } of batch) {
      count++
      if (Number.isNaN(lng)) continue
      places.put(id, lng, lat)
      if (isKeptNode(tags) || needs.memberNodes.has(id))
        nodes.set(id, { id, location: fromE7(lng, lat), tags })
    }
  }
  return { nodes, count }
}

/** Places of the needed nodes in two flat arrays; ids exceed 32 bits. */
class NodePlaces {
  private readonly ids: Float64Array
  private readonly e7: Int32Array
  private readonly known: Uint8Array

  constructor(lists: OsmWay[][]) {
    let total = 0
    for (const list of lists) for (const way of list) total += way.refs.length
    const all = new Float64Array(total)
    let at = 0
    for (const list of lists) {
      for (const way of list) {
        all.set(way.refs, at)
        at += way.refs.length
      }
    }
    all.sort()
    let size = 0
    for (let i = 0; i < all.length; i++) {
      if (i === 0 || all[i] !== all[i - 1]) all[size++] = all[i]!
    }
    this.ids = all.slice(0, size)
    this.e7 = new Int32Array(2 * size)
    this.known = new Uint8Array(size)
  }

  /** In 1e-7 degrees; NaN says nothing. */
  put(id: number, lng: number, lat: number): void {
    const i = this.indexOf(id)
    if (i < 0 || Number.isNaN(lng)) return
    this.e7[2 * i] = lng
    this.e7[2 * i + 1] = lat
    this.known[i] = 1
  }

  locate(id: number): LngLat | undefined {
    const i = this.indexOf(id)
    if (i < 0 || this.known[i] === 0) return undefined
    return fromE7(this.e7[2 * i]!, this.e7[2 * i + 1]!)
  }

  missing(): number {
    let unknown = 0
    for (const flag of this.known) unknown += 1 - flag
    return unknown
  }

  private indexOf(id: number): number {
    let low = 0
    let high = this.ids.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const found = this.ids[middle]!
      if (found === id) return middle
      if (found < id) low = middle + 1
      else high = middle - 1
    }
    return -1
  }
}

function fromE7(lng: number, lat: number): LngLat {
  return [lng / 1e7, lat / 1e7]
}
