/** Columns of several street tiles put end to end: the edges that a profile may walk, copied in whole runs. */
import type { Profile } from '../osm/profile.ts'
import { NAME_SEPARATOR, type StreetTile } from '../tile/tile.ts'
import { pacesOf } from './paces.ts'
import type { Switches } from './switches.ts'

interface TileContext {
  vertices: Int32Array
  profile: Profile
  switches: Switches
}

/** Edges of all tiles; indices are those of the graph, not of a tile. */
export class EdgeColumns {
  count = 0
  readonly from: Int32Array
  readonly to: Int32Array
  readonly name: Int32Array
  /** Row in `rules` of each edge. */
  readonly rule: Int32Array
  /** Where the bends of each edge end. */
  readonly bendEnd: Int32Array
  readonly bendLng: Int32Array
  readonly bendLat: Int32Array
  bendCount = 0
  readonly rules: RuleColumns
  readonly names = ['']
  readonly otherNames: string[][] = [[]]
  private readonly nameIndex = new Map([['', 0]])
  private ruleCount = 0

  constructor(tiles: StreetTile[]) {
    const edges = total(tiles, (tile) => tile.edges.from)
    const bends = total(tiles, (tile) => tile.edges.bendLng)
    const rules = total(tiles, (tile) => tile.rules.class)
    this.from = new Int32Array(edges)
    this.to = new Int32Array(edges)
    this.name = new Int32Array(edges)
    this.rule = new Int32Array(edges)
    this.bendEnd = new Int32Array(edges)
    this.bendLng = new Int32Array(bends)
    this.bendLat = new Int32Array(bends)
    this.rules = {
      class: new Uint8Array(rules),
      flags: new Uint32Array(rules),
      layer: new Int8Array(rules),
      pace: new Float64Array(rules),
    }
  }

  /** @param vertices  vertex of each node of the tile */
  addTile(tile: StreetTile, { vertices, profile, switches }: TileContext): void {
    const { rules, edges, names } = tile
    const first = this.count
    const pace = pacesOf(rules, { profile, switches })
    const runs = openRuns(edges.rule, pace)
    for (let i = 0; i < runs.length; i += 2) this.addRun(edges, runs[i]!, runs[i + 1]!)
    lookUp(this.from.subarray(first, this.count), vertices)
    lookUp(this.to.subarray(first, this.count), vertices)
    lookUp(this.name.subarray(first, this.count), this.nameTile(names))
    add(this.rule.subarray(first, this.count), this.ruleCount)
    this.rules.class.set(rules.class, this.ruleCount)
    this.rules.flags.set(rules.flags, this.ruleCount)
    this.rules.layer.set(rules.layer, this.ruleCount)
    this.rules.pace.set(pace, this.ruleCount)
    this.ruleCount += pace.length
  }

  private addRun(edges: StreetTile['edges'], first: number, end: number): void {
    const { count, bendCount } = this
    const [firstBend, endBend] = [edges.bends[first]!, edges.bends[end]!]
    this.from.set(edges.from.subarray(first, end), count)
    this.to.set(edges.to.subarray(first, end), count)
    this.rule.set(edges.rule.subarray(first, end), count)
    this.name.set(edges.name.subarray(first, end), count)
    this.bendEnd.set(edges.bends.subarray(first + 1, end + 1), count)
    this.bendLng.set(edges.bendLng.subarray(firstBend, endBend), bendCount)
    this.bendLat.set(edges.bendLat.subarray(firstBend, endBend), bendCount)
    this.count += end - first
    this.bendCount += endBend - firstBend
    add(this.bendEnd.subarray(count, this.count), bendCount - firstBend)
  }

  /** Index in the graph of each name of a tile. */
  private nameTile(names: string[]): Int32Array {
    return Int32Array.from(names, (text) => {
      const known = this.nameIndex.get(text)
      if (known !== undefined) return known
      const [name = '', ...others] = text.split(NAME_SEPARATOR)
      this.nameIndex.set(text, this.names.length)
      this.otherNames.push(others)
      return this.names.push(name) - 1
    })
  }
}

/** What edges of one rule have in common. */
interface RuleColumns {
  class: Uint8Array
  flags: Uint32Array
  layer: Int8Array
  /** Deciseconds per metre. */
  pace: Float64Array
}

function total(tiles: StreetTile[], column: (tile: StreetTile) => { length: number }): number {
  return tiles.reduce((sum, tile) => sum + column(tile).length, 0)
}

/** First and end of each run of edges that may be walked, one after the other. */
function openRuns(rule: Uint32Array, pace: Float64Array): number[] {
  const bounds: number[] = []
  let open = false
  for (let i = 0; i < rule.length; i++) {
    if ((pace[rule[i]!] !== 0) === open) continue
    open = !open
    bounds.push(i)
  }
  if (open) bounds.push(rule.length)
  return bounds
}

/** In place. */
function lookUp(column: Int32Array, table: Int32Array): void {
  for (let i = 0; i < column.length; i++) column[i] = table[column[i]!]!
}

/** In place. */
function add(column: Int32Array, what: number): void {
  for (let i = 0; i < column.length; i++) column[i]! += what
}
