/**
 * Left and right of a street as people see it. Edges of one street are drawn in either direction, so that left of one
 * may be right of the next; here the ways from the street to its doors tell which edges run alike.
 */
import type { Side, Snap } from '../graph/route/snap.ts'
import type { Metres } from '../units.ts'
import { metresBetween, metresPerDegree } from '../units.ts'

/** Doors further apart tell nothing of their edges: the street may turn between them. */
const FARTHEST: Metres = 100
/** A door nearer to the street does not tell on which side of it it is. */
const NEAREST: Metres = 1
/** Cosine of 60°: ways to doors that differ by less lead to one side, by more than 120° to both. */
const LEAST_COSINE = 0.5

interface OnStreet {
  snap: Snap
  /** Streets are told apart by their names. */
  street: string
}

/**
 * The side of each place: the same all along one pavement. Left is left of who walks north, or east on a street that
 * runs neither north nor south; null where the snap has none.
 *
 * Cost: the square of the places on one street.
 */
export function pavementsOf(places: OnStreet[]): (Side | null)[] {
  const streets = new Map<string, Snap[]>()
  for (const { snap, street } of places) {
    const own = streets.get(street)
    if (own) own.push(snap)
    else streets.set(street, [snap])
  }
  const turned = new Map([...streets].map(([street, snaps]) => [street, turnedEdges(snaps)]))
  return places.map(({ snap: { edge, side }, street }) =>
    side !== null && turned.get(street)!.has(edge) ? OTHER[side] : side,
  )
}

const OTHER: Record<Side, Side> = { left: 'right', right: 'left' }

/** A place with a known side, and the way from the street to it, one metre long, northward and eastward. */
interface Way {
  edge: number
  side: Side
  at: Snap['location']
  east: number
  north: number
}

/** Edges that run together: one of them, and whether this one runs against it. */
interface Run {
  first: number
  isAgainst: boolean
}

/** Edges of one street that run southward: the nearest doors on each two of them tell whether both run alike. */
function turnedEdges(snaps: Snap[]): Set<number> {
  const ways = snaps.flatMap(wayTo)
  const runs = new Map<number, Run>()
  for (const { edge } of ways) runs.set(edge, { first: edge, isAgainst: false })
  for (const { a, b, isAcross } of runs.size > 1 ? nearPairs(ways) : []) {
    const [one, other] = [runs.get(a.edge)!, runs.get(b.edge)!]
    if (one.first === other.first) continue
    const runsAgainst = (a.side === b.side) === isAcross
    const isTurned = runsAgainst !== (one.isAgainst !== other.isAgainst)
    for (const [edge, { first, isAgainst }] of runs)
      if (first === other.first) runs.set(edge, { first: one.first, isAgainst: isAgainst !== isTurned })
  }
  const southward = new Set(southwardRuns(ways, runs))
  return new Set(
    [...runs].flatMap(([edge, { first, isAgainst }]) => (southward.has(first) !== isAgainst ? edge : [])),
  )
}

/** The first edges of runs that lead south, or west where they lead neither north nor south. */
function southwardRuns(ways: Way[], runs: Map<number, Run>): number[] {
  const sums = new Map<number, [east: number, north: number]>()
  for (const { edge, side, east, north } of ways) {
    const { first, isAgainst } = runs.get(edge)!
    const sum = sums.get(first) ?? [0, 0]
    sums.set(first, sum)
    // Who has the door on the left walks a quarter to the right of the way to it.
    const sign = (side === 'left') !== isAgainst ? 1 : -1
    sum[0] += sign * north
    sum[1] -= sign * east
  }
  return [...sums].flatMap(([first, [east, north]]) => {
    const isSteep = Math.abs(north) > Math.abs(east) / 4
    return (isSteep ? north < 0 : east < 0) ? first : []
  })
}

function wayTo({ edge, side, location, from }: Snap): Way[] {
  const scale = metresPerDegree(location[1])
  const east = (from[0] - location[0]) * scale.lng
  const north = (from[1] - location[1]) * scale.lat
  const length = Math.sqrt(east * east + north * north)
  if (side === null || length < NEAREST) return []
  return [{ edge, side, at: location, east: east / length, north: north / length }]
}

/** Doors on different edges that tell something of them, the nearest first. */
function nearPairs(ways: Way[]): { a: Way; b: Way; isAcross: boolean }[] {
  const pairs: { a: Way; b: Way; isAcross: boolean; metres: Metres }[] = []
  ways.forEach((a, i) => {
    for (const b of ways.slice(i + 1)) {
      if (a.edge === b.edge) continue
      const cosine = a.east * b.east + a.north * b.north
      if (cosine < LEAST_COSINE && cosine > -LEAST_COSINE) continue
      const metres = metresBetween(a.at, b.at)
      if (metres <= FARTHEST) pairs.push({ a, b, isAcross: cosine < 0, metres })
    }
  })
  return pairs.sort((a, b) => a.metres - b.metres)
}
