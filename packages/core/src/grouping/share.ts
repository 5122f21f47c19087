/**
 * How many walkers each piece of a large area gets, and who: as much walking time as the best of its doors would take,
 * those with a start of their own near it, the others where most is missing; who avoids stairs where there is enough to
 * do without.
 */
import Flatbush from 'flatbush'
import type { LngLat, Seconds } from '../units.ts'
import { metresPerDegree } from '../units.ts'
import type { CrewMember } from './crew.ts'
import { walkersForKeys } from './share-keys.ts'
import { DETOUR, withoutStairs, type Workload } from './workload.ts'

/** Blocks looked at around a start before any piece will do. */
const NEAR_BLOCKS = 100
/** Fewer walkers than this are not sent to a piece of their own. */
const FEWEST_WALKERS = 8

/** Work worth doing: the blocks that give most for their time, until the walkers' time is used. */
export interface Worth {
  /** Per block, in the order given: seconds worth walking for; 0 where others are better. */
  seconds: Seconds[]
  targets: number
}

/**
 * What the walkers would do if the area were one: blocks by prize per second, the way to the nearest start counted in,
 * as in a shortlist.
 */
export function worthWalking(input: {
  blocks: Workload[]
  crew: CrewMember[]
  walkingMetresPerSecond: number
}): Worth {
  const { blocks, crew } = input
  const capacity = crew.reduce((sum, { usable }) => sum + usable, 0)
  const usable = capacity / crew.length
  const nearest = nearestStart(crew)
  const ranked = blocks
    .map((block, index) => {
      // There and back: a walk that ends elsewhere is rare, and its way is no shorter.
      const way = (2 * nearest(block.place) * DETOUR) / input.walkingMetresPerSecond
      const stretch = way < usable ? usable / (usable - way) : Number.MAX_VALUE
      return { index, block, stretch, value: block.seconds > 0 ? block.prize / block.seconds / stretch : 0 }
    })
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value || (a.block.cell < b.block.cell ? -1 : 1))
  const worth: Worth = { seconds: blocks.map(() => 0), targets: 0 }
  let left = capacity
  for (const { index, block, stretch } of ranked) {
    if (left <= 0) break
    const taken = Math.min(block.seconds * stretch, left)
    worth.seconds[index] = taken
    worth.targets += (block.targets * taken) / (block.seconds * stretch)
    left -= taken
  }
  return worth
}

/** Metres from a place to the nearest start; 0 when somebody may start anywhere. */
function nearestStart(crew: CrewMember[]): (place: LngLat) => number {
  const starts = distinct(crew.flatMap(({ start }) => (start ? [start] : [])))
  if (starts.length === 0 || crew.some(({ start }) => start === null)) return () => 0
  const scale = metresPerDegree(starts[0]![1])
  const index = indexOf(starts, scale)
  return (place) => {
    const [x, y] = [place[0] * scale.lng, place[1] * scale.lat]
    const start = starts[index.neighbors(x, y, 1)[0]!]!
    const [dx, dy] = [start[0] * scale.lng - x, start[1] * scale.lat - y]
    return Math.sqrt(dx * dx + dy * dy)
  }
}

/**
 * Walkers of each piece, ascending; some pieces may get none, those with key buildings last.
 *
 * @param worth  seconds worth walking for in each piece
 */
export function shareWalkers(input: {
  pieces: Workload[][]
  worth: Seconds[]
  crew: CrewMember[]
  walkingMetresPerSecond: number
}): number[][] {
  const { pieces, crew } = input
  const capacity = crew.reduce((sum, { usable }) => sum + usable, 0)
  const wanted = concentrated(input.worth, crew.length)
  const total = wanted.reduce((sum, seconds) => sum + seconds, 0)
  const missing = wanted.map((seconds) =>
    total > 0 ? (seconds * capacity) / total : capacity / pieces.length,
  )
  const onGround = pieces.map((piece) => {
    const seconds = piece.reduce((sum, { ground }) => sum + ground.seconds, 0)
    return seconds > 0 ? seconds : -Infinity
  })
  const walkers: number[][] = pieces.map(() => [])
  const give = (walker: number, piece: number) => {
    walkers[piece]!.push(walker)
    missing[piece]! -= crew[walker]!.usable
    if (crew[walker]!.avoidStairs) onGround[piece]! -= crew[walker]!.usable
  }
  /** Seconds that somebody finds to do in a piece. */
  const left = (walker: number, piece: number) =>
    crew[walker]!.avoidStairs ? Math.min(missing[piece]!, onGround[piece]!) : missing[piece]!
  for (const { walker, piece } of walkersForKeys(input)) give(walker, piece)
  const taken = new Set(walkers.flat())
  const nearby = piecesNear(pieces)
  const nearGround = crew.some(({ avoidStairs }) => avoidStairs)
    ? piecesNear(pieces.map(withoutStairs))
    : nearby
  const settled = crew
    .map(({ start, avoidStairs }, walker) => {
      const near = avoidStairs ? nearGround : nearby
      return { walker, near: start && !taken.has(walker) ? near(start) : [] }
    })
    .filter(({ near }) => near.length > 0)
    .sort((a, b) => choice(crew, a, b) || a.near[0]!.metres - b.near[0]!.metres || a.walker - b.walker)
  for (const { walker, near } of settled) {
    const { usable, avoidStairs } = crew[walker]!
    const free = near.find(({ piece }) => left(walker, piece) >= usable / 2)
    const open = avoidStairs ? near.find(({ piece }) => onGround[piece]! >= usable / 2) : undefined
    give(walker, (free ?? open ?? near[0]!).piece)
  }
  const gone = new Set([...taken, ...settled.map(({ walker }) => walker)])
  const others = crew.flatMap((_, walker) => (gone.has(walker) ? [] : { walker }))
  // The longest budgets first, so that the last ones even out.
  others.sort(
    (a, b) => choice(crew, a, b) || crew[b.walker]!.usable - crew[a.walker]!.usable || a.walker - b.walker,
  )
  const isOpen = Math.max(...onGround) > -Infinity
  for (const { walker } of others) {
    const { usable, avoidStairs } = crew[walker]!
    const work = pieces.map((_, piece) => left(walker, piece))
    // Rather where others are wanted more than where nothing is open.
    const isIdle = Math.max(...work) < usable / 2
    const most = !avoidStairs || !isIdle ? work : isOpen ? onGround : missing
    give(walker, most.indexOf(Math.max(...most)))
  }
  return walkers.map((list) => list.sort((a, b) => a - b))
}

/** Who avoids stairs chooses first: the others find something anywhere. */
function choice(crew: CrewMember[], a: { walker: number }, b: { walker: number }): number {
  return Number(crew[b.walker]!.avoidStairs) - Number(crew[a.walker]!.avoidStairs)
}

/** Nobody is sent alone to the other end of a city: the pieces worth least are left to another day. */
function concentrated(worth: Seconds[], walkers: number): Seconds[] {
  const most = Math.max(1, Math.floor(walkers / FEWEST_WALKERS))
  const order = worth.map((_, piece) => piece).sort((a, b) => worth[b]! - worth[a]! || a - b)
  const kept = new Set(order.slice(0, most))
  return worth.map((seconds, piece) => (kept.has(piece) ? seconds : 0))
}

/** Pieces around a place, nearest first; at most those of the nearest blocks. */
function piecesNear(pieces: Workload[][]): (place: LngLat) => { piece: number; metres: number }[] {
  const blocks = pieces.flatMap((piece, number) =>
    piece.filter(({ targets }) => targets > 0).map(({ place }) => ({ place, number })),
  )
  if (blocks.length === 0) return () => []
  const places = blocks.map(({ place }) => place)
  const scale = metresPerDegree(places[0]![1])
  const index = indexOf(places, scale)
  return (place) => {
    const [x, y] = [place[0] * scale.lng, place[1] * scale.lat]
    const found = new Map<number, number>()
    for (const block of index.neighbors(x, y, NEAR_BLOCKS)) {
      const { number, place: there } = blocks[block]!
      const [dx, dy] = [there[0] * scale.lng - x, there[1] * scale.lat - y]
      if (!found.has(number)) found.set(number, Math.sqrt(dx * dx + dy * dy))
    }
    return [...found].map(([piece, metres]) => ({ piece, metres }))
  }
}

function indexOf(places: LngLat[], scale: { lng: number; lat: number }): Flatbush {
  const index = new Flatbush(places.length, 16, Float64Array)
  for (const [lng, lat] of places)
    index.add(lng * scale.lng, lat * scale.lat, lng * scale.lng, lat * scale.lat)
  index.finish()
  return index
}

function distinct(places: LngLat[]): LngLat[] {
  return [...new Map(places.map((place) => [place.join(), place])).values()]
}
