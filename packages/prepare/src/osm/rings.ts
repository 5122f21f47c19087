/** Rings of multipolygon relations: what their member ways join to. */
import type { OsmRelation } from './extract.ts'

/** Node ids along each ring, closed; of ways that are in the extract. */
export function ringsOf(
  relation: OsmRelation,
  ways: Map<number, number[]>,
): { outer: number[][]; inner: number[][] } {
  const pieces = (inner: boolean) =>
    relation.members
      .filter((member) => member.type === 'way' && (member.role === 'inner') === inner)
      .map((member) => ways.get(member.ref))
      .filter((refs) => refs !== undefined)
  return { outer: joinRings(pieces(false)), inner: joinRings(pieces(true)) }
}

/** Joins open pieces end to end into closed rings; pieces that find no end are dropped. */
export function joinRings(pieces: number[][]): number[][] {
  const rings: number[][] = []
  const open = pieces.filter((piece) => piece.length > 1).map((piece) => [...piece])
  while (open.length > 0) {
    let ring = open.shift()!
    while (ring[0] !== ring.at(-1)) {
      const end = ring.at(-1)
      const next = open.findIndex((piece) => piece[0] === end || piece.at(-1) === end)
      if (next < 0) break
      const piece = open.splice(next, 1)[0]!
      ring = [...ring, ...(piece[0] === end ? piece : piece.reverse()).slice(1)]
    }
    if (ring.length > 3 && ring[0] === ring.at(-1)) rings.push(ring)
  }
  return rings
}
