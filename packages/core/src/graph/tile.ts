/**
 * The street tile: all walkable ways of one H3 cell as bytes, and back. Both profiles share the tile.
 * Layout: docs/decisions/0020-street-tiles.md. Compression and checksum belong to whoever stores the bytes.
 */
import { VisibleError } from '../error.ts'
import type { Cell } from '../h3.ts'
import { ByteReader, ByteWriter, DamagedBytes } from './varint.ts'

/** Raised whenever an older reader would misread the newer layout. */
export const STREET_TILE_FORMAT = 3
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
    /** OSM id of nodes shared with other tiles, 0 for all others. */
    id: Float64Array
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
  const out = new ByteWriter()
  for (const byte of MAGIC) out.byte(byte)
  out.byte(STREET_TILE_FORMAT)
  out.text(tile.cell)
  out.unsigned(tile.names.length)
  for (const name of tile.names) out.text(name)
  const { nodes, rules, edges } = tile
  out.unsigned(nodes.lng.length)
  writeDeltas(out, nodes.lng)
  writeDeltas(out, nodes.lat)
  writeIds(out, nodes.id)
  for (const flags of nodes.flags) out.unsigned(flags)
  for (const rank of nodes.rank) out.unsigned(rank)
  for (let i = 0; i < nodes.rank.length; i++) out.unsigned(nodes.corners[i + 1]! - nodes.corners[i]!)
  for (const rank of nodes.cornerRank) out.unsigned(rank)
  out.unsigned(rules.class.length)
  for (let i = 0; i < rules.class.length; i++) {
    out.unsigned(rules.class[i]!)
    out.unsigned(rules.flags[i]!)
    out.unsigned(rules.compatSpeed[i]!)
    out.unsigned(rules.canvassSpeed[i]!)
    out.signed(rules.layer[i]!)
  }
  out.unsigned(edges.from.length)
  writeDeltas(out, edges.from)
  for (let i = 0; i < edges.to.length; i++) out.signed(edges.to[i]! - edges.from[i]!)
  for (const rule of edges.rule) out.unsigned(rule)
  for (const name of edges.name) out.unsigned(name)
  for (let i = 0; i < edges.from.length; i++) out.unsigned(edges.bends[i + 1]! - edges.bends[i]!)
  writeBends(out, tile, 'lng')
  writeBends(out, tile, 'lat')
  writeObstacles(out, tile.obstacles)
  out.byte(END)
  return out.finish()
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
  if (format !== STREET_TILE_FORMAT) {
    throw new VisibleError(
      'unprocessable',
      'streets.format',
      `A street tile has format ${format}, this version reads format ${STREET_TILE_FORMAT}. ` +
        'Prepare the region again with the same version of doorwalk.',
    )
  }
  const cell = read.text()
  const names = Array.from({ length: read.count() }, () => read.text())
  const nodeCount = read.count(5)
  const nodes = {
    lng: readDeltas(read, nodeCount),
    lat: readDeltas(read, nodeCount),
    id: readIds(read, nodeCount),
    flags: new Uint8Array(read.column(nodeCount)),
    rank: read.column(nodeCount),
    ...readCorners(read, nodeCount),
  }
  const ruleCount = read.count(5)
  const rules = {
    class: new Uint8Array(ruleCount),
    flags: new Uint32Array(ruleCount),
    compatSpeed: new Uint16Array(ruleCount),
    canvassSpeed: new Uint16Array(ruleCount),
    layer: new Int8Array(ruleCount),
  }
  for (let i = 0; i < ruleCount; i++) {
    rules.class[i] = read.unsigned()
    rules.flags[i] = read.unsigned()
    rules.compatSpeed[i] = read.unsigned()
    rules.canvassSpeed[i] = read.unsigned()
    rules.layer[i] = read.signed()
  }
  const count = read.count(5)
  const from = new Uint32Array(readDeltas(read, count))
  const to = checkWithin(endsFrom(from, read.signedColumn(count)), nodeCount)
  const rule = checkWithin(read.column(count), ruleCount)
  const name = checkWithin(read.column(count), names.length)
  checkWithin(from, nodeCount)
  const bends = readStarts(read, count)
  const heads = { from, bends }
  const bendLng = readBends(read, { ...heads, start: nodes.lng })
  const bendLat = readBends(read, { ...heads, start: nodes.lat })
  const obstacles = readObstacles(read)
  if (read.byte() !== END || !read.isAtEnd()) throw new DamagedBytes('wrong end')
  return { cell, names, nodes, rules, edges: { from, to, rule, name, bends, bendLng, bendLat }, obstacles }
}

function writeObstacles(out: ByteWriter, { kind, points, lng, lat }: ObstacleLines): void {
  out.unsigned(kind.length)
  for (const one of kind) out.byte(one)
  for (let i = 0; i < kind.length; i++) out.unsigned(points[i + 1]! - points[i]!)
  writeDeltas(out, lng)
  writeDeltas(out, lat)
}

function readObstacles(read: ByteReader): ObstacleLines {
  const count = read.count()
  const kind = new Uint8Array(read.column(count))
  const points = readStarts(read, count)
  if (points[count]! > MAX_BENDS) throw new DamagedBytes('too many obstacles')
  return { kind, points, lng: readDeltas(read, points[count]!), lat: readDeltas(read, points[count]!) }
}

function within(index: number, length: number): number {
  if (index < 0 || index >= length) throw new DamagedBytes('index out of range')
  return index
}

function writeDeltas(out: ByteWriter, column: Int32Array | Uint32Array): void {
  let last = 0
  for (const value of column) {
    out.signed(value - last)
    last = value
  }
}

function readDeltas(read: ByteReader, count: number): Int32Array {
  const column = read.signedColumn(count)
  for (let i = 1; i < count; i++) column[i]! += column[i - 1]!
  return column
}

function endsFrom(from: Uint32Array, differences: Int32Array): Uint32Array {
  const to = new Uint32Array(from.length)
  // a difference below zero wraps to an index beyond every count
  for (let i = 0; i < to.length; i++) to[i] = from[i]! + differences[i]!
  return to
}

/** Where each of `count` lists begins and the last one ends, from their lengths. */
function readStarts(read: ByteReader, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1)
  starts.set(read.column(count), 1)
  for (let i = 0; i < count; i++) {
    starts[i + 1]! += starts[i]!
    if (starts[i + 1]! < starts[i]!) throw new DamagedBytes('lengths beyond the end')
  }
  return starts
}

function checkWithin(column: Uint32Array, length: number): Uint32Array {
  for (let i = 0; i < column.length; i++) {
    if (column[i]! >= length) throw new DamagedBytes('index out of range')
  }
  return column
}

function readCorners(read: ByteReader, count: number): { corners: Uint32Array; cornerRank: Uint32Array } {
  const corners = readStarts(read, count)
  if (corners[count]! > MAX_CORNERS_PER_NODE * count) throw new DamagedBytes('too many corners')
  return { corners, cornerRank: read.column(corners[count]!) }
}

/** No junction has so many streets on average. */
const MAX_CORNERS_PER_NODE = 16

/** Only the few boundary nodes have an id: pairs of (how many without, id). */
function writeIds(out: ByteWriter, ids: Float64Array): void {
  out.unsigned(ids.reduce((sum, id) => sum + (id === 0 ? 0 : 1), 0))
  let gap = 0
  for (const id of ids) {
    if (id === 0) {
      gap++
      continue
    }
    out.unsigned(gap)
    out.unsigned(id)
    gap = 0
  }
}

function readIds(read: ByteReader, count: number): Float64Array {
  const ids = new Float64Array(count)
  let at = -1
  for (let left = read.count(2); left > 0; left--) {
    at = within(at + read.unsigned() + 1, count)
    ids[at] = read.unsigned()
  }
  return ids
}

/** Each edge starts from its first node, so that bends are small differences. */
function writeBends(out: ByteWriter, { nodes, edges }: StreetTile, axis: 'lng' | 'lat'): void {
  const start = nodes[axis]
  const column = axis === 'lng' ? edges.bendLng : edges.bendLat
  for (let edge = 0; edge < edges.from.length; edge++) {
    let last = start[edges.from[edge]!]!
    for (let i = edges.bends[edge]!; i < edges.bends[edge + 1]!; i++) {
      out.signed(column[i]! - last)
      last = column[i]!
    }
  }
}

function readBends(
  read: ByteReader,
  { from, bends, start }: { from: Uint32Array; bends: Uint32Array; start: Int32Array },
): Int32Array {
  const total = bends[bends.length - 1]!
  if (total > MAX_BENDS) throw new DamagedBytes('too many bends')
  const column = read.signedColumn(total)
  for (let edge = 0; edge < from.length; edge++) {
    const end = bends[edge + 1]!
    let last = start[from[edge]!]!
    for (let i = bends[edge]!; i < end; i++) {
      last += column[i]!
      column[i] = last
    }
  }
  return column
}

/** A cell of 5 km² with two million bends would be one every two metres: no honest tile. */
const MAX_BENDS = 2_000_000
