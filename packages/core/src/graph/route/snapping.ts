/**
 * Puts addresses on streets: the street of the address when it is near, else the nearest honest one.
 * `osrm-compat` repeats OSRM: nearest edge, away from small pieces of network. Ideas and figures: docs/streets.md.
 */
import type { LngLat } from '../../units.ts'
import { linesIn } from '../network/line-index.ts'
import type { Side, Snap, SnapQuery, SnapRule } from './snap.ts'
import { fromLngLat, toLngLat, wrapE7 } from '../network/coordinates.ts'
import { streetName, type Graph } from '../network/graph.ts'
import { worstBetween } from '../network/obstacles.ts'
import { sidesByParity } from './parity.ts'
import { FLAG, NODE_FLAG } from '../osm/flags.ts'
import { CLASSES, type StreetClass } from '../osm/street-class.ts'
import { footOnEdge, scaleAt, type Foot, type Scale } from './geometry.ts'
import { nameLikeness, nameWords, OTHER_KIND, SAME_STREET } from './street-name.ts'

/** Metres. First look, second look, and the end: beyond it nobody lives on that street. */
const RADII = [100, 250] as const
/** OSRM has no end; ours is the first radius that reaches into any real extract. */
const COMPAT_RADII = [100, 400, 1_600, 6_400, 25_600] as const
/** Below this the side of the street is noise, metres. */
const SIDE_UNKNOWN = 2

/** Handicaps in metres of distance, tuned on the addresses of docs/streets.md. */
const HANDICAP = {
  /** Both have names and they differ: more than the first radius, so that the own street always wins within it. */
  otherName: 110,
  /** Same proper name, another kind of street: better than no name, if nothing else is there. */
  otherKind: 50,
  /** The street has no name of its own nor of a street beside it. */
  unnamed: 60,
  /** A river or railway lies between: more than another name. */
  water: 150,
  /** A wall or ditch: front gardens have them too. */
  wall: 20,
  tunnel: 60,
  bridge: 30,
  indoor: 40,
  private: 25,
} as const
/** Added without regard to names: nobody's front door is on these. */
const CLASS_HANDICAP: Partial<Record<StreetClass, number>> = {
  driveway: 15,
  path: 10,
  open: 30,
  corridor: 30,
  trunk: 20,
  steps: 8,
  crossing: 25,
  cycleway: 15,
}
/** A piece with fewer edges than this, and less than a tenth of the largest, is an island that leads nowhere. */
const SMALL_COMPONENT = 200
/** OSRM `--small-component-size`: edge-based nodes, two for each street. */
const OSRM_SMALL_COMPONENT = 1000

/**
 * Where each query meets the street network; null where no street is within 250 m (canvass).
 *
 * The side is seen in the direction of the edge; where the place of a door leaves it open, the house numbers of the
 * other queries on its street tell. With `osrm-compat` the queries are judged together, as OSRM does: only when all lie
 * on one small piece they stay on it.
 *
 * Cost: about 20 µs a query.
 */
export function snapAll(graph: Graph, queries: SnapQuery[]): (Snap | null)[] {
  if (graph.profile === 'osrm-compat') return snapLikeOsrm(graph, queries)
  const likenesses = new Likenesses(graph)
  const largest = graph.componentEdges.reduce((most, edges) => Math.max(most, edges), 0)
  const isSmall = (edge: number) => {
    const edges = graph.componentEdges[componentOf(graph, edge)]!
    return edges < SMALL_COMPONENT && edges * 10 < largest
  }
  const snaps = queries.map((query) => snapForCanvass(graph, { query, likenesses, isSmall }))
  return sidesByParity(queries, snaps)
}

interface Candidate {
  edge: number
  foot: Foot
  cost: number
  /** 0…1; −1 when the query has no street or the edge no name. */
  likeness: number
}

function snapForCanvass(
  graph: Graph,
  {
    query,
    likenesses,
    isSmall,
  }: { query: SnapQuery; likenesses: Likenesses; isSmall: (edge: number) => boolean },
): Snap | null {
  const likenessOf = likenesses.to(query.street)
  const islands: Candidate[] = []
  for (const radius of RADII) {
    const honest: Candidate[] = []
    islands.length = 0
    forEachFoot(graph, { location: query.location, radius }, (edge, foot) => {
      const likeness = likenessOf ? likenessOf(edge) : -1
      const cost = foot.metres + handicap(graph, { edge, likeness, asked: likenessOf !== null })
      ;(isSmall(edge) ? islands : honest).push({ edge, foot, cost, likeness })
    })
    if (honest.length > 0) return snapOf(graph, { query, candidate: cheapest(graph, honest, query) })
  }
  return islands.length === 0 ? null : snapOf(graph, { query, candidate: cheapest(graph, islands, query) })
}

/** The cheapest once the way there counts too; looks across obstacles only for candidates that can still win. */
function cheapest(graph: Graph, candidates: Candidate[], { location }: SnapQuery): Candidate {
  candidates.sort((a, b) => a.cost - b.cost || a.edge - b.edge)
  const [x, y] = fromLngLat(graph, location)
  let best = candidates[0]!
  let least = Infinity
  for (const candidate of candidates) {
    if (candidate.cost >= least) break
    const kind = worstBetween(graph.obstacles, [x, y], [candidate.foot.x, candidate.foot.y])
    const cost = candidate.cost + (kind === 1 ? HANDICAP.water : kind === 2 ? HANDICAP.wall : 0)
    if (cost < least) [best, least] = [candidate, cost]
  }
  return best
}

function handicap(
  graph: Graph,
  { edge, likeness, asked }: { edge: number; likeness: number; asked: boolean },
): number {
  const flags = graph.edgeFlags[edge]!
  let metres = CLASS_HANDICAP[CLASSES[graph.edgeClass[edge]!]!] ?? 0
  if ((flags & FLAG.tunnel) !== 0) metres += HANDICAP.tunnel
  if ((flags & FLAG.bridge) !== 0) metres += HANDICAP.bridge
  if ((flags & FLAG.indoor) !== 0) metres += HANDICAP.indoor
  if ((flags & FLAG.private) !== 0) metres += HANDICAP.private
  if (!asked) return metres
  if (likeness < 0) return metres + HANDICAP.unnamed
  if (likeness >= SAME_STREET) return metres
  return metres + (likeness >= OTHER_KIND ? HANDICAP.otherKind : HANDICAP.otherName)
}

/** How alike asked streets and the names of edges are; each pair of names is compared once, however many doors ask. */
class Likenesses {
  private readonly graph: Graph
  private readonly words = new Map<number, string[][]>()
  private readonly asked = new Map<string, ((edge: number) => number) | null>()

  constructor(graph: Graph) {
    this.graph = graph
  }

  /** 0…1 by edge, −1 for one without a name; null where there is no street to compare. */
  to(street: string | undefined): ((edge: number) => number) | null {
    if (street === undefined) return null
    const known = this.asked.get(street)
    if (known !== undefined) return known
    const words = nameWords(street)
    const made = words.length === 0 ? null : this.comparison(words)
    this.asked.set(street, made)
    return made
  }

  private comparison(words: string[]): (edge: number) => number {
    const byName = new Map<number, number>([[0, -1]])
    return (edge) => {
      const name = this.graph.edgeName[edge]!
      let likeness = byName.get(name)
      if (likeness === undefined) {
        likeness = this.wordsOf(name).reduce((most, other) => Math.max(most, nameLikeness(words, other)), 0)
        byName.set(name, likeness)
      }
      return likeness
    }
  }

  private wordsOf(name: number): string[][] {
    let words = this.words.get(name)
    if (!words) {
      words = [this.graph.names[name]!, ...this.graph.otherNames[name]!].map(nameWords)
      this.words.set(name, words)
    }
    return words
  }
}

function snapOf(graph: Graph, { query, candidate }: { query: SnapQuery; candidate: Candidate }): Snap {
  const { edge, foot, likeness } = candidate
  const isNamed = likeness >= SAME_STREET
  const isPublic = (graph.edgeFlags[edge]! & FLAG.private) === 0
  const rule: SnapRule = isNamed ? 'named_street' : isPublic ? 'nearest_public' : 'nearest_any'
  return {
    ...placeOf(graph, { edge, foot, from: query.location }),
    rule,
    confidence: confidenceOf(candidate, query),
  }
}

/**
 * 1 on the own street at the door, less with distance, 0.7 at most without a name to compare, 0.3 on another street.
 */
function confidenceOf({ foot, likeness }: Candidate, query: SnapQuery): number {
  const near = foot.metres <= 25 ? 1 : Math.max(0.3, 1 - (foot.metres - 25) / 125)
  const named = likeness >= SAME_STREET ? 1 : query.street === undefined ? 0.7 : likeness < 0 ? 0.5 : 0.3
  return Math.round(100 * near * named) / 100
}

function placeOf(
  graph: Graph,
  { edge, foot, from }: { edge: number; foot: Foot; from: LngLat },
): Omit<Snap, 'rule' | 'confidence'> {
  return {
    edge,
    position: foot.position,
    location: toLngLat(graph, [Math.round(foot.x), Math.round(foot.y)]),
    from,
    metresAway: foot.metres,
    street: streetName(graph, edge),
    side: sideOf(foot),
  }
}

/** Beyond the end of a street a door is on neither side when it faces it. */
function sideOf({ metres, left, position }: Foot): Side | null {
  const beyond = position === 0 || position === 1
  if ((beyond ? Math.abs(left) : metres) < SIDE_UNKNOWN) return null
  return left > 0 ? 'left' : 'right'
}

function snapLikeOsrm(graph: Graph, queries: SnapQuery[]): (Snap | null)[] {
  const sizes = osrmComponentSizes(graph)
  const isTiny = (edge: number) => sizes[componentOf(graph, edge)]! < OSRM_SMALL_COMPONENT
  const hasBig = sizes.some((size) => size >= OSRM_SMALL_COMPONENT)
  const found = queries.map(({ location }) => {
    const nearest: { any: Candidate | null; big: Candidate | null } = { any: null, big: null }
    for (const radius of COMPAT_RADII) {
      forEachFoot(graph, { location, radius }, (edge, foot) => {
        if ((graph.edgeFlags[edge]! & FLAG.compatStart) === 0) return
        const candidate = { edge, foot, cost: foot.metres, likeness: -1 }
        if (nearest.any === null || foot.metres < nearest.any.cost) nearest.any = candidate
        if (!isTiny(edge) && (nearest.big === null || foot.metres < nearest.big.cost)) nearest.big = candidate
      })
      if (nearest.big !== null || (!hasBig && nearest.any !== null)) break
    }
    return nearest
  })
  const pieces = new Set(
    found.map(({ any }) => (any && isTiny(any.edge) ? componentOf(graph, any.edge) : -1)),
  )
  const together = pieces.size === 1 && !pieces.has(-1)
  return found.map(({ any, big }, i) => {
    const chosen = together ? any : (big ?? any)
    if (!chosen) return null
    const place = placeOf(graph, { edge: chosen.edge, foot: chosen.foot, from: queries[i]!.location })
    return { ...place, rule: 'nearest_any', confidence: 1 }
  })
}

/**
 * Edge-based nodes of each piece as OSRM counts them: two for each street, after it has joined streets that merely
 * continue one another. Towns near its limit of 1000 depend on it.
 */
function osrmComponentSizes(graph: Graph): Int32Array {
  const { ends, endStreet, edgeName, edgeClass, edgeFlags } = graph
  const sizes = graph.componentEdges.map((edges) => 2 * edges)
  for (let vertex = 0; vertex < graph.vertexCount; vertex++) {
    const first = ends[vertex]!
    if (ends[vertex + 1]! - first !== 2) continue
    const [a, b] = [endStreet[first]! >> 1, endStreet[first + 1]! >> 1]
    if (a === b || (graph.vertexFlags[vertex]! & NODE_FLAG.compatBarrier) !== 0) continue
    const sameStreet = edgeName[a] === edgeName[b] && edgeClass[a] === edgeClass[b]
    if (sameStreet && edgeFlags[a] === edgeFlags[b]) sizes[componentOf(graph, a)]! -= 2
  }
  return sizes
}

function componentOf(graph: Graph, edge: number): number {
  return graph.component[graph.edgeEnds[4 * edge]!]!
}

/** Every edge with a point within the radius, in the order of edges, so that ties do not depend on the index. */
function forEachFoot(
  graph: Graph,
  { location, radius }: { location: LngLat; radius: number },
  visit: (edge: number, foot: Foot) => void,
): void {
  const scale: Scale = scaleAt(location[1])
  const [lng, y] = fromLngLat(graph, location)
  const x = wrapE7(lng)
  const [reachX, reachY] = [radius / scale.x, radius / scale.y]
  for (const edge of linesIn(graph.index, [x - reachX, y - reachY, x + reachX, y + reachY])) {
    const foot = footOnEdge(graph, edge, { x, y, scale })
    if (foot.metres <= radius) visit(edge, foot)
  }
}
