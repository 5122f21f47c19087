/**
 * The street tile: all walkable ways of one H3 cell as bytes, and back. Both profiles share the tile.
 * Layout: docs/decisions/0020-street-tiles.md and 0059-street-tile-columns.md. Compression and checksum belong to
 * whoever stores the bytes.
 */
import { VisibleError } from '../../error.ts'
import type { Cell } from '../../h3.ts'
import { ByteReader, ByteWriter, DamagedBytes } from './bytes.ts'
import {
  checkIndices,
  readColumn,
  readDeltas,
  readIndices,
  readStarts,
  writeColumn,
  writeDeltas,
  writeStarts,
} from './columns.ts'
import { NO_SCHEDULES, readSchedules, writeSchedules, type TileSchedules } from './schedules.ts'

/** Raised whenever an older reader would misread the newer layout. */
const FORMATS = {
  /** As older readers know it. */
  plain: 4,
  /** With hours of ways and gates, or a class of street that they do not know. */
  timed: 5,
} as const
/** The classes of format 4. */
const PLAIN_CLASSES = 18
/** "DWST" */
const MAGIC = [0x44, 0x57, 0x53, 0x54]
/** Written last: a tile cut short at a boundary of columns is found out. */
const END = 0x5a
/** Names of one way in one string: the name first, then other names of the same street. */
export const NAME_SEPARATOR = '\u001f'

/** Columns of one cell. Edges are owned by the cell of their end with the lower OSM id; both ends are stored. */
export interface StreetTile {
  cell: Cell
  /** Index 0 is the empty name. */
  names: string[]
  nodes: {
    /** 1e-7 degrees. */
    lng: Int32Array
    lat: Int32Array
    /** Nodes shared with other tiles, ascending, and the OSM id of each. */
    shared: Uint32Array
    sharedId: Float64Array
    /** NODE_FLAG bits. */
    flags: Uint8Array
    /** Place in the order of contraction of `osrm-compat`: unimportant first. */
    rank: Uint32Array
    /** The same for the corners of each node in `canvass`: `corners[i]…corners[i + 1]` in `cornerRank`. */
    corners: Uint32Array
    cornerRank: Uint32Array
  }
  /** What edges have in common, so that an edge needs one index. */
  rules: {
    class: Uint8Array
    flags: Uint32Array
    compatSpeed: Uint16Array
    canvassSpeed: Uint16Array
    layer: Int8Array
  }
  edges: {
    from: Uint32Array
    to: Uint32Array
    rule: Uint32Array
    name: Uint32Array
    /** Bends between the ends: `bends[i]…bends[i + 1]` in `bendLng`, `bendLat`. */
    bends: Uint32Array
    bendLng: Int32Array
    bendLat: Int32Array
  }
  /** What nobody walks through on the way from a street to a door. */
  obstacles: ObstacleLines
  /** Edges and nodes that are open at certain hours. */
  schedules: TileSchedules
}

export interface ObstacleLines {
  /** 1 for water and railways, 2 for walls and ditches. */
  kind: Uint8Array
  /** Points of line i: `points[i]…points[i + 1]` in `lng`, `lat`, 1e-7 degrees. */
  points: Uint32Array
  lng: Int32Array
  lat: Int32Array
}

export function encodeStreetTile(tile: StreetTile): Uint8Array {
  const { names, nodes, rules, edges, obstacles } = tile
  const out = new ByteWriter()
  for (const byte of MAGIC) out.byte(byte)
  const format = formatOf(tile)
  out.byte(format)
  out.text(tile.cell)
  for (const { length } of [names, nodes.lng, nodes.cornerRank, nodes.sharedId]) out.unsigned(length)
  for (const { length } of [rules.class, edges.from, edges.bendLng]) out.unsigned(length)
  for (const { length } of [obstacles.kind, obstacles.lng]) out.unsigned(length)
  out.text(names.join(''))
  writeColumn(
    out,
    names.map(({ length }) => length),
  )
  writeDeltas(out, nodes.lng)
  writeDeltas(out, nodes.lat)
  writeDeltas(out, nodes.shared)
  for (const id of nodes.sharedId) out.unsigned(id)
  writeColumn(out, nodes.flags)
  writeColumn(out, nodes.rank)
  writeStarts(out, nodes.corners)
  writeColumn(out, nodes.cornerRank)
  for (const column of [rules.class, rules.flags, rules.compatSpeed, rules.canvassSpeed, rules.layer])
    writeColumn(out, column)
  writeDeltas(out, edges.from)
  writeColumn(
    out,
    Array.from(edges.to, (to, i) => to - edges.from[i]!),
  )
  writeColumn(out, edges.rule)
  writeColumn(out, edges.name)
  writeStarts(out, edges.bends)
  writeDeltas(out, edges.bendLng)
  writeDeltas(out, edges.bendLat)
  writeColumn(out, obstacles.kind)
  writeStarts(out, obstacles.points)
  writeDeltas(out, obstacles.lng)
  writeDeltas(out, obstacles.lat)
  if (format === FORMATS.timed) writeSchedules(out, tile.schedules)
  out.byte(END)
  return out.finish()
}

function formatOf({ schedules, rules }: StreetTile): number {
  const isPlain = schedules.texts.length === 0 && rules.class.every((street) => street < PLAIN_CLASSES)
  return isPlain ? FORMATS.plain : FORMATS.timed
}

/**
 * @throws VisibleError `streets.format` for another version, `streets.damaged` for bytes that are no whole tile
 */
export function decodeStreetTile(bytes: Uint8Array): StreetTile {
  try {
    return decode(new ByteReader(bytes))
  } catch (error) {
    if (!(error instanceof DamagedBytes)) throw error
    throw new VisibleError(
      'unprocessable',
      'streets.damaged',
      `A street tile of ${bytes.length} bytes is damaged: ${error.message}. Prepare the region again.`,
    )
  }
}

function decode(read: ByteReader): StreetTile {
  for (const byte of MAGIC) if (read.byte() !== byte) throw new DamagedBytes('no street tile')
  const format = read.byte()
  if (format !== FORMATS.plain && format !== FORMATS.timed) {
    throw new VisibleError(
      'unprocessable',
      'streets.format',
      `A street tile has format ${format}, this version reads formats ${FORMATS.plain} and ${FORMATS.timed}. ` +
        'Prepare the region again with the same version of doorwalk.',
    )
  }
  const cell = read.text()
  const counts = {
    names: read.unsigned(),
    nodes: read.unsigned(),
    corners: read.unsigned(),
    shared: read.unsigned(),
    rules: read.unsigned(),
    edges: read.unsigned(),
    bends: read.unsigned(),
    obstacles: read.unsigned(),
    obstaclePoints: read.unsigned(),
  }
  const tile = {
    cell,
    names: readNames(read, counts.names),
    nodes: readNodes(read, counts),
    rules: readRules(read, counts.rules),
    edges: readEdges(read, counts),
    obstacles: readObstacles(read, counts),
    schedules: format === FORMATS.timed ? readSchedules(read, counts) : NO_SCHEDULES,
  }
  if (read.byte() !== END || !read.isAtEnd()) throw new DamagedBytes('wrong end')
  return tile
}

type Counts = Record<
  'names' | 'nodes' | 'corners' | 'shared' | 'rules' | 'edges' | 'bends' | 'obstacles' | 'obstaclePoints',
  number
>

/** All in one text, since decoding many short ones takes longer. */
function readNames(read: ByteReader, count: number): string[] {
  const text = read.text()
  let at = 0
  return Array.from(readColumn(read, count), (length) => text.slice(at, (at += length)))
}

function readNodes(read: ByteReader, { nodes, corners, shared }: Counts): StreetTile['nodes'] {
  return {
    lng: readDeltas(read, nodes),
    lat: readDeltas(read, nodes),
    ...readShared(read, { nodes, shared }),
    flags: new Uint8Array(readColumn(read, nodes)),
    rank: new Uint32Array(readColumn(read, nodes).buffer),
    corners: readStarts(read, { lists: nodes, total: corners }),
    cornerRank: new Uint32Array(readColumn(read, corners).buffer),
  }
}

function readShared(
  read: ByteReader,
  { nodes, shared: count }: Pick<Counts, 'nodes' | 'shared'>,
): Pick<StreetTile['nodes'], 'shared' | 'sharedId'> {
  const shared = checkIndices(new Uint32Array(readDeltas(read, count).buffer), nodes)
  return { shared, sharedId: Float64Array.from(shared, () => read.unsigned()) }
}

function readRules(read: ByteReader, count: number): StreetTile['rules'] {
  return {
    class: new Uint8Array(readColumn(read, count)),
    flags: new Uint32Array(readColumn(read, count)),
    compatSpeed: new Uint16Array(readColumn(read, count)),
    canvassSpeed: new Uint16Array(readColumn(read, count)),
    layer: new Int8Array(readColumn(read, count)),
  }
}

function readEdges(read: ByteReader, { nodes, edges, rules, names, bends }: Counts): StreetTile['edges'] {
  const from = checkIndices(new Uint32Array(readDeltas(read, edges).buffer), nodes)
  return {
    from,
    to: checkIndices(endsFrom(from, readColumn(read, edges)), nodes),
    rule: readIndices(read, { count: edges, length: rules }),
    name: readIndices(read, { count: edges, length: names }),
    bends: readStarts(read, { lists: edges, total: bends }),
    bendLng: readDeltas(read, bends),
    bendLat: readDeltas(read, bends),
  }
}

function readObstacles(read: ByteReader, { obstacles, obstaclePoints }: Counts): ObstacleLines {
  return {
    kind: new Uint8Array(readColumn(read, obstacles)),
    points: readStarts(read, { lists: obstacles, total: obstaclePoints }),
    lng: readDeltas(read, obstaclePoints),
    lat: readDeltas(read, obstaclePoints),
  }
}

/** In place of the differences; one below zero wraps to an index beyond every count. */
function endsFrom(from: Uint32Array, differences: Int32Array): Uint32Array {
  const to = new Uint32Array(differences.buffer)
  for (let i = 0; i < to.length; i++) to[i]! += from[i]!
  return to
}
