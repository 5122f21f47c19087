/**
 * Rings of multipolygon relations: what their member ways join to. Where rings lie counts, and their roles only where
 * places do not tell: roles are left out or mistaken often.
 * Source: https://wiki.openstreetmap.org/wiki/Relation:multipolygon, https://osmcode.org/osm-area-tools/
 */
import { degreesEast, type LngLat } from '@doorwalk/core/units'
import { isInside, signedArea, type XY } from '../geometry/plane.ts'
import type { OsmRelation } from './extract.ts'

export interface Rings {
  /** Node ids along each ring, closed; of ways that are in the extract. */
  outer: number[][]
  inner: number[][]
  /** Ways that the outer rings are made of. */
  outerWays: number[]
}

interface Piece {
  way: number
  refs: number[]
  inner: boolean
}

interface Ring {
  refs: number[]
  ways: number[]
  /** By the roles of all its pieces. */
  inner: boolean
}

export function ringsOf(
  relation: OsmRelation,
  { ways, locate }: { ways: Map<number, number[]>; locate: (node: number) => LngLat | undefined },
): Rings {
  const pieces = piecesOf(relation, ways)
  const byRole = [false, true].map((inner) => joinRings(pieces.filter((piece) => piece.inner === inner)))
  const regardless = byRole.some(({ left }) => left > 0) ? joinRings(pieces) : undefined
  const left = byRole.reduce((sum, part) => sum + part.left, 0)
  const rings = regardless && regardless.left < left ? regardless.rings : byRole.flatMap((part) => part.rings)
  const { outer, inner } = nested(withoutTwins(rings), locate)
  const refsOf = (list: Ring[]) => list.map(({ refs }) => refs)
  return { outer: refsOf(outer), inner: refsOf(inner), outerWays: outer.flatMap((ring) => ring.ways) }
}

/** Each member way once. */
function piecesOf({ members }: OsmRelation, ways: Map<number, number[]>): Piece[] {
  const pieces = new Map<number, Piece>()
  for (const { type, ref, role } of members) {
    const refs = type === 'way' ? ways.get(ref) : undefined
    if (refs && !pieces.has(ref)) pieces.set(ref, { way: ref, refs, inner: role === 'inner' })
  }
  return [...pieces.values()]
}

/** Joins open pieces end to end into closed rings; counts the pieces that find no end. */
function joinRings(pieces: Piece[]): { rings: Ring[]; left: number } {
  const rings: Ring[] = []
  let left = 0
  const open = pieces.filter(({ refs }) => refs.length > 1)
  while (open.length > 0) {
    const first = open.shift()!
    const parts = [first]
    let refs = [...first.refs]
    while (refs[0] !== refs.at(-1)) {
      const end = refs.at(-1)
      const next = open.findIndex((piece) => piece.refs[0] === end || piece.refs.at(-1) === end)
      if (next < 0) break
      const piece = open.splice(next, 1)[0]!
      parts.push(piece)
      refs = [...refs, ...(piece.refs[0] === end ? piece.refs : piece.refs.toReversed()).slice(1)]
    }
    const isRing = refs.length > 3 && refs[0] === refs.at(-1)
    if (isRing)
      rings.push({ refs, ways: parts.map(({ way }) => way), inner: parts.every(({ inner }) => inner) })
    else left += parts.length
  }
  return { rings, left }
}

/** Of rings over the same nodes the first. */
function withoutTwins(rings: Ring[]): Ring[] {
  if (rings.length < 2) return rings
  const seen = new Map<string, Ring>()
  for (const ring of rings) {
    const key = [...new Set(ring.refs)].sort((a, b) => a - b).join(' ')
    const twin = seen.get(key)
    if (twin) twin.ways.push(...ring.ways)
    else seen.set(key, ring)
  }
  return [...seen.values()]
}

interface Drawn extends Ring {
  /** Degrees east of the first corner of all, and degrees of latitude; of nodes that are there. */
  line: XY[]
  area: number
  nodes: Set<number>
}

/** A ring inside another is a hole in it, a ring inside a hole stands in it. A hole in nothing is left out. */
function nested(
  rings: Ring[],
  locate: (node: number) => LngLat | undefined,
): { outer: Ring[]; inner: Ring[] } {
  if (rings.length < 2) return { outer: rings.filter(({ inner }) => !inner), inner: [] }
  const drawn = drawnRings(rings, locate)
  const around = drawn.map((ring) => drawn.filter((other) => other.area > ring.area && holds(other, ring)))
  const outer: Ring[] = []
  const inner: Ring[] = []
  drawn.forEach((ring, i) => {
    const holding = around[i]!.length
    const isAlone = holding === 0 && !around.some((others) => others.includes(ring))
    if (holding % 2 === 1) inner.push(ring)
    else if (!(isAlone && ring.inner)) outer.push(ring)
  })
  return { outer, inner }
}

function drawnRings(rings: Ring[], locate: (node: number) => LngLat | undefined): Drawn[] {
  let start: number | undefined
  return rings.map((ring) => {
    const line = ring.refs.flatMap((ref): XY[] => {
      const place = locate(ref)
      if (!place) return []
      start ??= place[0]
      return [[degreesEast(start, place[0]), place[1]]]
    })
    return {
      ...ring,
      line,
      area: line.length > 2 ? Math.abs(signedArea(line)) : 0,
      nodes: new Set(ring.refs),
    }
  })
}

/** By a corner that the two do not share; by the middle of a side where they share all. */
function holds(other: Drawn, { refs, line }: Drawn): boolean {
  const own = refs.findIndex((ref) => !other.nodes.has(ref))
  const [a, b] = [line[0], line[1]]
  const corner = own >= 0 && line.length === refs.length ? line[own] : undefined
  const probe = corner ?? (a && b ? ([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] satisfies XY) : undefined)
  return probe !== undefined && isInside(probe, [other.line])
}
