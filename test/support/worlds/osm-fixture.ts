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

/** Which edition of an object this is, for worlds that hold several. */
interface Edition {
  version?: number
  visible?: boolean
}

/** How the bytes of a file are written; by default as osmium does, but for nodes one by one. */
export interface PbfStyle {
  /** Content of a Blob as it is packed; its field in `Blob`, and the function. */
  packing?: { field: number; pack: (bytes: Uint8Array) => Uint8Array }
  /** Nodes in columns. */
  dense?: boolean
  /** Coordinates in the ways, and only nodes that have tags. */
  placesInWays?: boolean
  /** What readers must know. */
  features?: string[]
}

/** South-west corner of every world; x grows east, y north, in metres. */
const ORIGIN: LngLat = [2.35, 48.88]

/** As the format advises, and as real files are. */
const BLOCK_ITEMS = 8_000

/**
 * A world under construction. Places are `[x, y]` in metres from its south-west corner; ids count up from 1 per type.
 */
export class World {
  readonly name: string
  readonly nodes: ({ id: number; location: LngLat; tags: Tags } & Edition)[] = []
  readonly ways: ({ id: number; refs: number[]; tags: Tags } & Edition)[] = []
  readonly relations: ({ id: number; members: Member[]; tags: Tags } & Edition)[] = []
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

/** OSM XML of a world: https://wiki.openstreetmap.org/wiki/OSM_XML */
export function osmXml(world: World, inHead = ''): string {
  const quoted = (value: string | number) =>
    String(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  const edition = ({ version, visible }: Edition) =>
    (version === undefined ? '' : ` version="${version}"`) + (visible === false ? ' visible="false"' : '')
  const tags = (list: Tags) =>
    Object.entries(list).map(([key, value]) => `<tag k="${quoted(key)}" v="${quoted(value)}"/>`)
  const nodes = world.nodes.map(
    (node) =>
      `<node id="${node.id}" lat="${node.location[1]}" lon="${node.location[0]}"${edition(node)}>${tags(node.tags).join('')}</node>`,
  )
  const ways = world.ways.map((way) => {
    const refs = way.refs.map((ref) => `<nd ref="${ref}"/>`).join('')
    return `<way id="${way.id}"${edition(way)}>${refs}${tags(way.tags).join('')}</way>`
  })
  const relations = world.relations.map((relation) => {
    const members = relation.members.map(
      ({ type, ref, role }) => `<member type="${type}" ref="${ref}" role="${quoted(role)}"/>`,
    )
    return `<relation id="${relation.id}"${edition(relation)}>${members.join('')}${tags(relation.tags).join('')}</relation>`
  })
  const [west, south, east, north] = world.bbox ?? []
  const bounds = world.bbox
    ? [`<bounds minlat="${south}" minlon="${west}" maxlat="${north}" maxlon="${east}"/>`]
    : []
  const lines = ['<osm version="0.6">', ...bounds, inHead, ...nodes, ...ways, ...relations, '</osm>']
  return ['<?xml version="1.0" encoding="UTF-8"?>', ...lines].join('\n')
}

/** Writes the world into a fresh temporary folder; returns the path. */
export async function pbfFile(world: World): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'doorwalk-test-')), `${world.name}.osm.pbf`)
  await writeFile(path, pbf(world))
  return path
}

/** OSM PBF bytes: https://wiki.openstreetmap.org/wiki/PBF_Format; zlib blocks of one element type and at most 8,000 elements. */
export function pbf(world: World, style: PbfStyle = {}): Uint8Array {
  const {
    packing = { field: 3, pack: deflateSync },
    dense = false,
    placesInWays = false,
    features = [],
  } = style
  const blob = blobWriter(packing)
  const places = placesInWays ? new Map(world.nodes.map(({ id, location }) => [id, location])) : undefined
  const header = message([
    ...(world.bbox ? [field(1, headerBox(world.bbox))] : []),
    field(4, text('OsmSchema-V0.6')),
    field(4, text('DenseNodes')),
    ...features.map((feature) => field(4, text(feature))),
    field(5, text('Sort.Type_then_ID')),
  ])
  const blocks = [
    ...blocksOf(nodesOf(world, placesInWays), (nodes, strings) =>
      dense
        ? [field(2, denseNodes(nodes, strings))]
        : nodes.map((node) => field(1, plainNode(node, strings))),
    ),
    ...blocksOf(world.ways, (ways, strings) =>
      ways.map((way) => field(3, wayMessage(way, { strings, places }))),
    ),
    ...blocksOf(world.relations, (relations, strings) =>
      relations.map((relation) => field(4, relationMessage(relation, strings))),
    ),
  ]
  return concat([blob('OSMHeader', header), ...blocks.map((block) => blob('OSMData', block))])
}

function nodesOf({ nodes }: World, onlyTagged: boolean): World['nodes'] {
  return onlyTagged ? nodes.filter(({ tags }) => Object.keys(tags).length > 0) : nodes
}

function blocksOf<Item>(
  items: Item[],
  write: (items: Item[], strings: Strings) => Uint8Array[],
): Uint8Array[] {
  const blocks: Uint8Array[] = []
  for (let from = 0; from < items.length; from += BLOCK_ITEMS) {
    const strings = new Strings()
    const group = write(items.slice(from, from + BLOCK_ITEMS), strings)
    blocks.push(message([field(1, strings.message()), field(2, message(group))]))
  }
  return blocks
}

function blobWriter({ field: number, pack }: NonNullable<PbfStyle['packing']>) {
  return (type: string, content: Uint8Array): Uint8Array => {
    const body = message([varintField(2, content.length), field(number, pack(content))])
    const head = message([field(1, text(type)), varintField(3, body.length)])
    const length = new Uint8Array(4)
    new DataView(length.buffer).setUint32(0, head.length)
    return concat([length, head, body])
  }
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
    ...infoField(node),
    varintField(8, e7(node.location[1])),
    varintField(9, e7(node.location[0])),
  ])
}

function denseNodes(nodes: World['nodes'], strings: Strings): Uint8Array {
  const e7 = (degrees: number) => Math.round(degrees * 1e7)
  const tags = nodes.map((node) => [
    ...Object.entries(node.tags).flatMap(([key, value]) => [strings.id(key), strings.id(value)]),
    0,
  ])
  const versioned = nodes.some(({ version }) => version !== undefined)
  const info = message([
    field(1, packed(nodes.map(({ version = 0 }) => version))),
    field(6, packed(nodes.map(({ visible = true }) => Number(visible)))),
  ])
  return message([
    field(1, deltas(nodes.map(({ id }) => id))),
    ...(versioned ? [field(5, info)] : []),
    field(8, deltas(nodes.map(({ location }) => e7(location[1])))),
    field(9, deltas(nodes.map(({ location }) => e7(location[0])))),
    ...(tags.some((list) => list.length > 1) ? [field(10, packed(tags.flat()))] : []),
  ])
}

function infoField({ version, visible }: Edition): Uint8Array[] {
  if (version === undefined) return []
  return [field(4, message([varintField(1, version), ...(visible === false ? [varintField(6, 0)] : [])]))]
}

function wayMessage(
  way: World['ways'][number],
  { strings, places }: { strings: Strings; places: Map<number, LngLat> | undefined },
): Uint8Array {
  const e7 = (axis: 0 | 1) => way.refs.map((ref) => Math.round(places!.get(ref)![axis] * 1e7))
  return message([
    varintField(1, way.id),
    ...tagFields(way.tags, strings),
    ...infoField(way),
    field(8, deltas(way.refs)),
    ...(places ? [field(9, deltas(e7(1))), field(10, deltas(e7(0)))] : []),
  ])
}

function relationMessage(relation: World['relations'][number], strings: Strings): Uint8Array {
  const types = { node: 0, way: 1, relation: 2 }
  return message([
    varintField(1, relation.id),
    ...tagFields(relation.tags, strings),
    ...infoField(relation),
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
  if (value < 0) return twosComplement(value)
  const bytes: number[] = []
  let rest = value
  do {
    const low = rest % 128
    rest = Math.floor(rest / 128)
    bytes.push(rest > 0 ? low + 128 : low)
  } while (rest > 0)
  return Uint8Array.from(bytes)
}

/** A negative number as 64 bits have it. */
function twosComplement(value: number): Uint8Array {
  const bytes: number[] = []
  for (let rest = 2n ** 64n + BigInt(value); rest > 0n; rest /= 128n)
    bytes.push(Number(rest % 128n) + (rest >= 128n ? 128 : 0))
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
