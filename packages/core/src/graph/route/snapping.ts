/**
 * Puts addresses on streets: the street of the address when it is near, else the nearest honest one.
 * `osrm-compat` repeats OSRM: nearest edge, away from small pieces of network. Ideas and figures: docs/streets.md.
 */
import { fromLngLat } from '../network/coordinates.ts'
import type { Graph } from '../network/graph.ts'
import { worstBetween } from '../network/obstacles.ts'
import { FLAG, NODE_FLAG } from '../osm/flags.ts'
import { CLASSES, type StreetClass } from '../osm/street-class.ts'
import { snapLikeOsrm } from './osrm-snapping.ts'
import type { Foot } from './geometry.ts'
import { sidesByParity } from './parity.ts'
import { componentOf, forEachFoot, placeOf, type SnapCandidate } from './snap-candidate.ts'
import type { Snap, SnapQuery, SnapRule } from './snap.ts'
import { nameLikeness, nameWords, OTHER_KIND, SAME_STREET } from './street-name.ts'

/** Metres. First look, second look, and the end: beyond it nobody lives on that street. */
const RADII = [100, 250] as const

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
  /** Nobody gets there: only doors that are nowhere else. */
  shut: 50,
  /** A street ends at a gate or wall and the door lies beyond: what is no nearer than that lies before it, too. */
  beyondGate: 100,
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
  elevator: 60,
}
/**
 * A door lies past a gate where the street behind is nearer to it than the gate is; a path without a name, than this
 * share of it: within 48° of straight on. A neighbour at the side of a garden gate stays on the street.
 */
const PAST_GATE = 0.75
/** A piece with fewer edges than this, and less than a tenth of the largest, is an island that leads nowhere. */
const SMALL_COMPONENT = 200

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

/** A query and what all queries share. */
interface Judged {
  query: SnapQuery
  likenesses: Likenesses
  isSmall: (edge: number) => boolean
}

function snapForCanvass(graph: Graph, { query, likenesses, isSmall }: Judged): Snap | null {
  const likenessOf = likenesses.to(query.street)
  const islands: SnapCandidate[] = []
  for (const radius of RADII) {
    const honest: SnapCandidate[] = []
    islands.length = 0
    let [toGate, behindGate] = [Infinity, Infinity]
    forEachFoot(graph, { location: query.location, radius }, (edge, foot) => {
      const likeness = likenessOf ? likenessOf(edge) : -1
      const cost = foot.metres + handicap(graph, { edge, likeness, asked: likenessOf !== null })
      // who lives behind a wall lives there; who sets out is outside
      const isShut = (graph.edgeFlags[edge]! & FLAG.shut) !== 0
      const isIsland = isShut ? query.isStart : isSmall(edge)
      ;(isIsland ? islands : honest).push({ edge, foot, cost, likeness })
      if (isBeyondGate(graph, edge, foot)) toGate = Math.min(toGate, foot.metres)
      else if (isBehind(graph, edge) && !isIsland)
        behindGate = Math.min(behindGate, foot.metres / (graph.edgeName[edge] === 0 ? PAST_GATE : 1))
    })
    if (behindGate <= toGate)
      for (const candidate of honest)
        if (candidate.foot.metres >= toGate && !isBehind(graph, candidate.edge))
          candidate.cost += HANDICAP.beyondGate
    if (honest.length > 0) return snapOf(graph, query, cheapest(graph, honest, query))
  }
  return islands.length === 0 ? null : snapOf(graph, query, cheapest(graph, islands, query))
}

/** A place on a street, and whether water, rails or a motorway lie between. */
interface Chosen {
  candidate: SnapCandidate
  across?: true
}

/** The cheapest once the way there counts too; looks across obstacles only for candidates that can still win. */
function cheapest(graph: Graph, candidates: SnapCandidate[], { location }: SnapQuery): Chosen {
  candidates.sort((a, b) => a.cost - b.cost || a.edge - b.edge)
  const [x, y] = fromLngLat(graph, location)
  let best: Chosen = { candidate: candidates[0]! }
  let least = Infinity
  for (const candidate of candidates) {
    if (candidate.cost >= least) break
    const kind = worstBetween(graph.obstacles, [x, y], [candidate.foot.x, candidate.foot.y])
    const cost = candidate.cost + (kind === 1 ? HANDICAP.water : kind === 2 ? HANDICAP.wall : 0)
    if (cost < least) [best, least] = [kind === 1 ? { candidate, across: true } : { candidate }, cost]
  }
  return best
}

/** An edge, how like the asked street it is, and whether one was asked for. */
interface Likeness {
  edge: number
  likeness: number
  asked: boolean
}

function handicap(graph: Graph, { edge, likeness, asked }: Likeness): number {
  const flags = graph.edgeFlags[edge]!
  let metres = CLASS_HANDICAP[CLASSES[graph.edgeClass[edge]!]!] ?? 0
  if ((flags & FLAG.tunnel) !== 0) metres += HANDICAP.tunnel
  if ((flags & FLAG.bridge) !== 0) metres += HANDICAP.bridge
  if ((flags & FLAG.indoor) !== 0) metres += HANDICAP.indoor
  if ((flags & FLAG.private) !== 0) metres += HANDICAP.private
  if ((flags & FLAG.shut) !== 0) metres += HANDICAP.shut
  if (!asked) return metres
  if (likeness < 0) return metres + HANDICAP.unnamed
  if (likeness >= SAME_STREET) return metres
  return metres + (likeness >= OTHER_KIND ? HANDICAP.otherKind : HANDICAP.otherName)
}

const BEHIND = FLAG.gated | FLAG.shut

function isBehind(graph: Graph, edge: number): boolean {
  return (graph.edgeFlags[edge]! & BEHIND) !== 0
}

/** Whether a place is past the end of an open street that ends at a gate or wall with streets behind it. */
function isBeyondGate(graph: Graph, edge: number, { position, metres }: Foot): boolean {
  if (metres === 0 || (position !== 0 && position !== 1) || isBehind(graph, edge)) return false
  const vertex = position === 0 ? graph.edgeFrom[edge]! : graph.edgeTo[edge]!
  if ((graph.vertexFlags[vertex]! & (NODE_FLAG.gate | NODE_FLAG.shut)) === 0) return false
  for (let i = graph.ends[vertex]!; i < graph.ends[vertex + 1]!; i++)
    if (isBehind(graph, graph.endStreet[i]! >> 1)) return true
  return false
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

function snapOf(graph: Graph, query: SnapQuery, { candidate, across }: Chosen): Snap {
  const { edge, foot, likeness } = candidate
  const flags = graph.edgeFlags[edge]!
  const isNamed = likeness >= SAME_STREET
  const isPublic = (flags & FLAG.private) === 0
  const rule: SnapRule = isNamed ? 'named_street' : isPublic ? 'nearest_public' : 'nearest_any'
  return {
    ...placeOf(graph, { edge, foot }, query.location),
    rule,
    confidence: confidenceOf(candidate, query),
    ...((flags & BEHIND) === 0 ? {} : { gated: true }),
    ...(across ? { across } : {}),
  }
}

/**
 * 1 on the own street at the door, less with distance, 0.7 at most without a name to compare, 0.3 on another street.
 */
function confidenceOf({ foot, likeness }: SnapCandidate, query: SnapQuery): number {
  const near = foot.metres <= 25 ? 1 : Math.max(0.3, 1 - (foot.metres - 25) / 125)
  const named = likeness >= SAME_STREET ? 1 : query.street === undefined ? 0.7 : likeness < 0 ? 0.5 : 0.3
  return Math.round(100 * near * named) / 100
}
