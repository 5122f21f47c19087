/**
 * What lies behind gates. Streets that are reached only by way of private ground, or through a gate that is locked or
 * private, are private themselves; those behind a wall or a gate for nobody are shut.
 * Why: docs/decisions/0083-gates-and-hours.md.
 */
import { FLAG, NODE_FLAG } from '../osm/flags.ts'
import { Pieces } from './pieces.ts'

/** As a graph has them; `edgeFlags` is changed. */
interface Streets {
  vertexCount: number
  vertexFlags: Uint8Array
  ends: Uint32Array
  endStreet: Int32Array
  edgeCount: number
  edgeFlags: Uint32Array
}

/** So many streets are a quarter of a town, never what lies behind a gate: other ways in may be outside the extract. */
const MANY = 200
const BARRED = NODE_FLAG.canvassBarrier | NODE_FLAG.gate | NODE_FLAG.shut

/**
 * Sets FLAG.private, FLAG.gated and FLAG.shut of streets, in place. Where streets are joined by private ground or gates
 * alone, the largest piece of public streets is outside.
 *
 * Cost: a few passes over streets and junctions; none where nothing is barred or private.
 */
export function tellGates(streets: Streets): void {
  const { edgeCount, edgeFlags } = streets
  if (!hasPrivate(streets) && !hasBarriers(streets)) return
  const pieces = new Pieces(edgeCount)
  const sizes = new Int32Array(edgeCount)
  joinAlike(streets, pieces)
  const group = pieces.roots()
  for (let edge = 0; edge < edgeCount; edge++) if (!isPrivate(streets, edge)) sizes[group[edge]!]!++

  joinOpenly(streets, pieces)
  const openly = pieces.roots()
  joinThroughGates(streets, pieces)
  const all = pieces.roots()

  const arrivals = arrivalsOf(streets, group)
  const outside = outsideOf({ sizes, all, arrivals })
  const reached = new Uint8Array(edgeCount)
  for (let root = 0; root < edgeCount; root++) if (outside[root] === 1) reached[openly[root]!] = 1
  const within = new Int32Array(edgeCount)
  for (let root = 0; root < edgeCount; root++) within[all[root]!]! += sizes[root]!
  const shut = shutPieces(streets, { all, within, arrivals: arrivalsOf(streets, all) })
  for (let edge = 0; edge < edgeCount; edge++) {
    const isOutside = outside[group[edge]!] === 1
    if (!isOutside && within[all[edge]!]! > 0) {
      edgeFlags[edge]! |= FLAG.private | (reached[openly[edge]!] === 1 ? 0 : FLAG.gated)
    }
    if (shut[all[edge]!] === 1) edgeFlags[edge]! |= FLAG.shut
  }
}

function isPrivate({ edgeFlags }: Streets, edge: number): boolean {
  return (edgeFlags[edge]! & FLAG.private) !== 0
}

function hasPrivate(streets: Streets): boolean {
  for (let edge = 0; edge < streets.edgeCount; edge++) if (isPrivate(streets, edge)) return true
  return false
}

function hasBarriers({ vertexCount, vertexFlags }: Streets): boolean {
  for (let vertex = 0; vertex < vertexCount; vertex++) if ((vertexFlags[vertex]! & BARRED) !== 0) return true
  return false
}

/** Public with public, private with private, where nothing bars the way. */
function joinAlike(streets: Streets, pieces: Pieces): void {
  const { vertexCount, vertexFlags, ends, endStreet } = streets
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    if ((vertexFlags[vertex]! & BARRED) !== 0) continue
    let [open, own] = [-1, -1]
    for (let i = ends[vertex]!; i < ends[vertex + 1]!; i++) {
      const edge = endStreet[i]! >> 1
      if (isPrivate(streets, edge)) {
        if (own >= 0) pieces.join(own, edge)
        own = edge
      } else {
        if (open >= 0) pieces.join(open, edge)
        open = edge
      }
    }
  }
}

/** Public with private, where nothing bars the way. */
function joinOpenly({ vertexCount, vertexFlags, ends, endStreet }: Streets, pieces: Pieces): void {
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    if ((vertexFlags[vertex]! & BARRED) !== 0) continue
    const first = ends[vertex]!
    for (let i = first + 1; i < ends[vertex + 1]!; i++)
      pieces.join(endStreet[first]! >> 1, endStreet[i]! >> 1)
  }
}

function joinThroughGates({ vertexCount, vertexFlags, ends, endStreet }: Streets, pieces: Pieces): void {
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    if ((vertexFlags[vertex]! & NODE_FLAG.gate) === 0) continue
    const first = ends[vertex]!
    for (let i = first + 1; i < ends[vertex + 1]!; i++)
      pieces.join(endStreet[first]! >> 1, endStreet[i]! >> 1)
  }
}

/** Of each group of streets, how many end at a gate or wall as they are drawn: ways are mostly drawn inwards. */
function arrivalsOf({ vertexCount, vertexFlags, ends, endStreet }: Streets, group: Int32Array): Int32Array {
  const arrivals = new Int32Array(group.length)
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    if ((vertexFlags[vertex]! & BARRED) === 0) continue
    for (let i = ends[vertex]!; i < ends[vertex + 1]!; i++)
      if ((endStreet[i]! & 1) === 1) arrivals[group[endStreet[i]! >> 1]!]!++
  }
  return arrivals
}

interface Groups {
  /** Public streets of each group, at its root. */
  sizes: Int32Array
  /** Root of what each group is joined with by private ground and gates. */
  all: Int32Array
  arrivals: Int32Array
}

/** 1 at the root of each group of public streets that is no inside: the largest of those joined, and large ones. */
function outsideOf({ sizes, all, arrivals }: Groups): Uint8Array {
  const largest = new Int32Array(sizes.length).fill(-1)
  for (let root = 0; root < sizes.length; root++) {
    if (sizes[root] === 0) continue
    const best = largest[all[root]!]!
    const isMore = best >= 0 && (sizes[root]! - sizes[best]! || arrivals[root]! - arrivals[best]!) > 0
    if (best < 0 || isMore) largest[all[root]!] = root
  }
  const outside = new Uint8Array(sizes.length)
  for (let root = 0; root < sizes.length; root++) {
    if (sizes[root]! >= MANY || (sizes[root]! > 0 && largest[all[root]!] === root)) outside[root] = 1
  }
  return outside
}

/** 1 at the root of what is joined to nothing, but lies behind a wall or a gate for nobody of something larger. */
function shutPieces(
  { vertexCount, vertexFlags, ends, endStreet }: Streets,
  { all, within, arrivals }: Pick<Groups, 'all' | 'arrivals'> & { within: Int32Array },
): Uint8Array {
  const shut = new Uint8Array(all.length)
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    if ((vertexFlags[vertex]! & NODE_FLAG.shut) === 0) continue
    let most = -1
    for (let i = ends[vertex]!; i < ends[vertex + 1]!; i++) {
      const piece = all[endStreet[i]! >> 1]!
      const more =
        most < 0 ? 1 : within[piece]! - within[most]! || arrivals[piece]! - arrivals[most]! || most - piece
      if (more > 0) most = piece
    }
    for (let i = ends[vertex]!; i < ends[vertex + 1]!; i++) {
      const piece = all[endStreet[i]! >> 1]!
      if (piece !== most && within[piece]! < MANY) shut[piece] = 1
    }
  }
  return shut
}
