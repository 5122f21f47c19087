/** Reads an OpenStreetMap extract: relations, then ways, then only the nodes that these need. */
import { stat } from 'node:fs/promises'
import type { LngLat } from '@doorwalk/core/units'
import type { OsmExtract, OsmNode, OsmRelation, OsmWay } from './extract.ts'
import { isBarrier, isBuilding, isGround, isKeptNode, isStreet, relationUse } from './filter.ts'
import { fromE7, osmBatches, toE7, type PbfHeader, type PbfWay } from './stream.ts'

export interface ReadProgress {
  pass: 'relations' | 'ways' | 'nodes'
  /** 0…1 of the file. */
  share: number
}

export interface ReadOptions {
  onProgress?: (progress: ReadProgress) => void
}

/** What relations ask of the ways that have no tags of their own. */
interface RelationNeeds {
  relations: OsmRelation[]
  buildingWays: Set<number>
  waterWays: Set<number>
  groundWays: Set<number>
  squareWays: Set<number>
  memberNodes: Set<number>
  header: PbfHeader | undefined
  count: number
}

interface KeptWays {
  streets: OsmWay[]
  buildingWays: OsmWay[]
  barriers: OsmWay[]
  grounds: OsmWay[]
  squareWays: OsmWay[]
  found: Set<number>
  count: number
}

/**
 * Streets, buildings, addresses and barriers of one extract.
 *
 * References to nodes and ways outside the extract are tolerated and counted; a way keeps such references, and
 * `locate` answers undefined for them.
 *
 * @throws VisibleError `osm.missing`, `osm.damaged`
 * Cost: three passes over the file; memory grows with what is kept, 16 bytes per needed node, never with the file.
 */
export async function readOsm(file: string, options: ReadOptions = {}): Promise<OsmExtract> {
  const progress = options.onProgress ?? (() => {})
  const size = await stat(file).then(
    (found) => found.size,
    () => 1,
  )
  const watch = (pass: ReadProgress['pass']) => (bytes: number) => progress({ pass, share: bytes / size })

  const needs = await readRelations(file, watch('relations'))
  const ways = await readWays(file, { needs, onBytes: watch('ways') })
  const kept = [ways.streets, ways.buildingWays, ways.barriers, ways.grounds, ways.squareWays]
  const places = new NodePlaces(kept)
  const sorted = needs.header?.optional_features?.includes('Sort.Type_then_ID') ?? false
  const { nodes, count } = await readNodes(file, { needs, places, sorted, onBytes: watch('nodes') })

  const wanted = [...needs.buildingWays].filter((id) => !ways.found.has(id))
  const header = needs.header
  return {
    streets: ways.streets,
    buildingWays: ways.buildingWays,
    barriers: ways.barriers,
    grounds: ways.grounds,
    squareWays: ways.squareWays,
    relations: needs.relations,
    nodes,
    locate: (id) => places.locate(id),
    counts: {
      nodes: count,
      ways: ways.count,
      relations: needs.count,
      missingNodes: places.missing(),
      missingWays: wanted.length,
    },
    ...(header?.bbox ? { bbox: degrees(header.bbox) } : {}),
    ...(header?.osmosis_replication_timestamp
      ? { date: new Date(header.osmosis_replication_timestamp * 1000).toISOString().slice(0, 10) }
      : {}),
  }
}

async function readRelations(file: string, onBytes: (bytes: number) => void): Promise<RelationNeeds> {
  const needs: RelationNeeds = {
    relations: [],
    buildingWays: new Set(),
    waterWays: new Set(),
    groundWays: new Set(),
    squareWays: new Set(),
    memberNodes: new Set(),
    header: undefined,
    count: 0,
  }
  for await (const batch of osmBatches(file, onBytes)) {
    for (const item of batch) {
      if (item.type === undefined) needs.header ??= item
      if (item.type !== 'relation') continue
      needs.count++
      const tags = item.tags ?? {}
      const use = relationUse(tags)
      if (!use) continue
      if (use !== 'water') needs.relations.push({ id: item.id, members: item.members, tags })
      for (const member of item.members) {
        if (member.type === 'node') needs.memberNodes.add(member.ref)
        if (member.type !== 'way') continue
        if (use === 'building' || use === 'street_addresses') needs.buildingWays.add(member.ref)
        if (use === 'water') needs.waterWays.add(member.ref)
        if (use === 'ground') needs.groundWays.add(member.ref)
        if (use === 'square') needs.squareWays.add(member.ref)
      }
    }
  }
  return needs
}

async function readWays(
  file: string,
  { needs, onBytes }: { needs: RelationNeeds; onBytes: (bytes: number) => void },
): Promise<KeptWays> {
  const kept: KeptWays = {
    streets: [],
    buildingWays: [],
    barriers: [],
    grounds: [],
    squareWays: [],
    found: new Set(),
    count: 0,
  }
  for await (const batch of osmBatches(file, onBytes)) {
    for (const item of batch) {
      if (item.type !== 'way') continue
      kept.count++
      keepWay(item, { needs, kept })
    }
  }
  return kept
}

/** One way may be several things at once: a railway platform with a roof, a wall that is a building's outline. */
function keepWay(item: PbfWay, { needs, kept }: { needs: RelationNeeds; kept: KeptWays }): void {
  const tags = item.tags ?? {}
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
  if (needs.squareWays.has(item.id)) kept.squareWays.push(way)
  if ((closed && isGround(tags) && !isBuilding(tags)) || needs.groundWays.has(item.id)) kept.grounds.push(way)
}

interface NodePass {
  needs: RelationNeeds
  places: NodePlaces
  /** By type: nodes, then ways, then relations. */
  sorted: boolean
  onBytes: (bytes: number) => void
}

async function readNodes(
  file: string,
  { needs, places, sorted, onBytes }: NodePass,
): Promise<{ nodes: Map<number, OsmNode>; count: number }> {
  const nodes = new Map<number, OsmNode>()
  let count = 0
  for await (const batch of osmBatches(file, onBytes)) {
    // A file sorted by type has no node after its first way.
    if (sorted && batch.some((item) => item.type === 'way' || item.type === 'relation')) {
      if (!batch.some((item) => item.type === 'node')) break
    }
    for (const item of batch) {
      if (item.type !== 'node') continue
      count++
      const lng = toE7(item.lon)
      const lat = toE7(item.lat)
      places.put(item.id, lng, lat)
      const wanted = item.tags !== undefined && isKeptNode(item.tags)
      if (!wanted && !needs.memberNodes.has(item.id)) continue
      nodes.set(item.id, { id: item.id, location: fromE7(lng, lat), tags: item.tags ?? {} })
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

  put(id: number, lng: number, lat: number): void {
    const i = this.indexOf(id)
    if (i < 0) return
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

function degrees(box: NonNullable<PbfHeader['bbox']>): [number, number, number, number] {
  return [box.left / 1e9, box.bottom / 1e9, box.right / 1e9, box.top / 1e9]
}
