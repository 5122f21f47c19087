/** Hand-made OpenStreetMap worlds as real PBF files, so that tests go through the real reader. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { metresPerDegree, type LngLat } from '@doorwalk/core/units'

type Tags = Record<string, string>
interface Member {
  type: 'node' | 'way' | 'relation'
  ref: number
  role: string
}
type Rectangle = [x: number, y: number, width: number, height: number]

/** South-west corner of every world; x grows east, y north, in metres. */
const ORIGIN: LngLat = [2.35, 48.88]

/** As the format advises, and as real files are. */
const BLOCK_ITEMS = 8_000

/**
 * A world under construction. Places are `[x, y]` in metres from its south-west corner; ids count up from 1 per type.
 */
export class World {
  readonly name: string
  readonly nodes: { id: number; location: LngLat; tags: Tags }[] = []
  readonly ways: { id: number; refs: number[]; tags: Tags }[] = []
  readonly relations: { id: number; members: Member[]; tags: Tags }[] = []
  bbox: [number, number, number, number] | undefined

  constructor(name: string) {
    this.name = name
  }

  node(x: number, y: number, tags: Tags = {}): number {
    const id = this.nodes.length + 1
    this.nodes.push({ id, location: place(x, y), tags })
    return id
  }

  way(refs: number[], tags: Tags): number {
    const id = this.ways.length + 1
    this.ways.push({ id, refs, tags })
    return id
  }

  /** A way over new nodes. */
  line(points: [number, number][], tags: Tags): number {
    return this.way(
      points.map(([x, y]) => this.node(x, y)),
      tags,
    )
  }

  /** A closed way along a rectangle, counter-clockwise from its south-west corner. */
  ring([x, y, width, height]: Rectangle, tags: Tags = {}): number {
    const corners = [
      this.node(x, y),
      this.node(x + width, y),
      this.node(x + width, y + height),
      this.node(x, y + height),
    ]
    return this.way([...corners, corners[0]!], tags)
  }

  building(rectangle: Rectangle, tags: Tags = {}): number {
    return this.ring(rectangle, { building: 'yes', ...tags })
  }

  relation(members: Member[], tags: Tags): number {
    const id = this.relations.length + 1
    this.relations.push({ id, members, tags })
    return id
  }

  address(x: number, y: number, [number, street]: [number: string, street: string]): number {
    return this.node(x, y, { 'addr:housenumber': number, 'addr:street': street })
  }

  /** Header box, in metres; without it the file has none. */
  box([x, y, width, height]: Rectangle): void {
    this.bbox = [...place(x, y), ...place(x + width, y + height)]
  }
}

/** Where `[x, y]` metres lie, at OSM's 1e-7 degrees. */
export function place(x: number, y: number): LngLat {
  const scale = metresPerDegree(ORIGIN[1])
  const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7
  return [round(ORIGIN[0] + x / scale.lng), round(ORIGIN[1] + y / scale.lat)]
}

/** Writes the world into a fresh temporary folder; returns the path. */
export async function pbfFile(world: World): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'doorwalk-test-')), `${world.name}.osm.pbf`)
  await writeFile(path, pbf(world))
  return path
}

/** OSM PBF bytes: https://wiki.openstreetmap.org/wiki/PBF_Format; zlib blocks of one element type and at most 8,000 elements. */
export function pbf(world: World): Uint8Array {
  const header = message([
    ...(world.bbox ? [field(1, headerBox(world.bbox))] : []),
    field(4, text('OsmSchema-V0.6')),
    field(4, text('DenseNodes')),
    field(5, text('Sort.Type_then_ID')),
  ])
  const blocks = [
    ...blocksOf(world.nodes, (node, strings) => field(1, plainNode(node, strings))),
    ...blocksOf(world.ways, (way, strings) => field(3, wayMessage(way, strings))),
    ...blocksOf(world.relations, (relation, strings) => field(4, relationMessage(relation, strings))),
  ]
  return concat([blob('OSMHeader', header), ...blocks.map((block) => blob('OSMData', block))])
}

function blocksOf<Item>(items: Item[], write: (item: Item, strings: Strings) => Uint8Array): Uint8Array[] {
  const blocks: Uint8Array[] = []
  for (let from = 0; from < items.length; from += BLOCK_ITEMS) {
    const strings = new Strings()
    const group = items.slice(from, from + BLOCK_ITEMS).map((item) => write(item, strings))
    blocks.push(message([field(1, strings.message()), field(2, message(group))]))
  }
  return blocks
}

function blob(type: string, content: Uint8Array): Uint8Array {
  const body = message([varintField(2, content.length), field(3, deflateSync(content))])
  const head = message([field(1, text(type)), varintField(3, body.length)])
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, head.length)
  return concat([length, head, body])
}

function headerBox([west, south, east, north]: [number, number, number, number]): Uint8Array {
  const nano = (degrees: number) => zigzag(Math.round(degrees * 1e9))
  return message(
    [west, east, north, south].map((degrees, i) => concat([varint((i + 1) * 8), varint(nano(degrees))])),
  )
}

class Strings {
  private readonly index = new Map<string, number>([['', 0]])

  id(value: string): number {
    const known = this.index.get(value) ?? this.index.size
    this.index.set(value, known)
    return known
  }

  message(): Uint8Array {
    return message([...this.index.keys()].map((value) => field(1, text(value))))
  }
}

function plainNode(node: World['nodes'][number], strings: Strings): Uint8Array {
  const e7 = (degrees: number) => zigzag(Math.round(degrees * 1e7))
  return message([
    varintField(1, zigzag(node.id)),
    ...tagFields(node.tags, strings),
    varintField(8, e7(node.location[1])),
    varintField(9, e7(node.location[0])),
  ])
}

function wayMessage(way: World['ways'][number], strings: Strings): Uint8Array {
  return message([varintField(1, way.id), ...tagFields(way.tags, strings), field(8, deltas(way.refs))])
}

function relationMessage(relation: World['relations'][number], strings: Strings): Uint8Array {
  const types = { node: 0, way: 1, relation: 2 }
  return message([
    varintField(1, relation.id),
    ...tagFields(relation.tags, strings),
    field(8, packed(relation.members.map((member) => strings.id(member.role)))),
    field(9, deltas(relation.members.map((member) => member.ref))),
    field(10, packed(relation.members.map((member) => types[member.type]))),
  ])
}

function tagFields(tags: Tags, strings: Strings): Uint8Array[] {
  const entries = Object.entries(tags)
  if (entries.length === 0) return []
  return [
    field(2, packed(entries.map(([key]) => strings.id(key)))),
    field(3, packed(entries.map(([, value]) => strings.id(value)))),
  ]
}

// Protocol buffers: https://protobuf.dev/programming-guides/encoding/

function varint(value: number): Uint8Array {
  const bytes: number[] = []
  let rest = value
  do {
    const low = rest % 128
    rest = Math.floor(rest / 128)
    bytes.push(rest > 0 ? low + 128 : low)
  } while (rest > 0)
  return Uint8Array.from(bytes)
}

function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value
}

function varintField(number: number, value: number): Uint8Array {
  return concat([varint(number * 8), varint(value)])
}

function field(number: number, bytes: Uint8Array): Uint8Array {
  return concat([varint(number * 8 + 2), varint(bytes.length), bytes])
}

function packed(values: number[]): Uint8Array {
  return concat(values.map(varint))
}

function deltas(values: number[]): Uint8Array {
  return packed(values.map((value, i) => zigzag(value - (values[i - 1] ?? 0))))
}

function message(fields: Uint8Array[]): Uint8Array {
  return concat(fields)
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value)
}

function concat(parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}
