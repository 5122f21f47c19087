/** Who walks to the pieces with key buildings, before anything else is shared. */
import type { LngLat, Metres, Seconds } from '../units.ts'
import { metresBetween } from '../units.ts'
import type { CrewMember } from './crew.ts'
import { DETOUR, type Work, type Workload } from './workload.ts'

/** Walking between key buildings that lie apart: part of the time that they take. */
const APART = 1.25

interface KeyPiece {
  piece: number
  /** Blocks with key buildings, and of these those with some that take no stairs. */
  places: KeyPlace[]
  ground: KeyPlace[]
  /** Walkers that its key buildings take, how many of these must climb stairs, and how many of them each does. */
  walkers: number
  climbers: number
  each: number
}

/** A block with key buildings. */
interface KeyPlace {
  place: LngLat
  /** At one of them. */
  seconds: Seconds
}

/** A walker who is wanted for key buildings. */
interface Wanted {
  places: KeyPlace[]
  /** What he does who avoids stairs; empty: somebody must climb. */
  ground: KeyPlace[]
}

/**
 * A walker and his piece, for as many pieces with key buildings as there are walkers who can reach them: first where
 * one walker does most of them.
 */
export function walkersForKeys({
  pieces,
  crew,
  walkingMetresPerSecond,
}: {
  pieces: Workload[][]
  crew: CrewMember[]
  walkingMetresPerSecond: number
}): { walker: number; piece: number }[] {
  const usable = crew.reduce((sum, member) => sum + member.usable, 0) / Math.max(1, crew.length)
  const wanted = pieces
    .flatMap((blocks, piece) => keyPiece(blocks, { piece, usable }))
    .flatMap((one) => Array.from({ length: one.walkers }, (_, turn) => ({ ...one, turn })))
    .sort((a, b) => b.each - a.each || a.turn - b.turn || a.piece - b.piece)
  const groups = startGroups(crew)
  return wanted.flatMap(({ piece, places, ground, climbers, turn }) => {
    const one = { places, ground: turn < climbers ? [] : ground }
    const walker = choose(one, groups, walkingMetresPerSecond)?.walkers.pop()?.walker
    return walker === undefined ? [] : [{ walker, piece }]
  })
}

function keyPiece(blocks: Workload[], { piece, usable }: { piece: number; usable: Seconds }): KeyPiece[] {
  const keyed = blocks.filter(({ keys }) => keys > 0)
  if (keyed.length === 0) return []
  const keys = keyed.reduce((sum, block) => sum + block.keys, 0)
  const seconds = keyed.reduce((sum, block) => sum + block.keySeconds, 0)
  const climbing = seconds - keyed.reduce((sum, { ground }) => sum + ground.keySeconds, 0)
  const walkers = Math.max(1, Math.ceil((APART * seconds) / usable))
  const climbers = Math.min(walkers, Math.ceil((APART * climbing) / usable))
  const places = keyed.map(placeOf)
  const ground = keyed.flatMap((block) => (block.ground.keys > 0 ? placeOf(block.ground) : []))
  return [{ piece, places, ground, walkers, climbers, each: keys / walkers }]
}

function placeOf({ place, keySeconds, keys }: Work): KeyPlace {
  return { place, seconds: keySeconds / keys }
}

/** Walkers who set out alike, the longest budget last. */
interface StartGroup {
  start: LngLat | null
  avoidsStairs: boolean
  walkers: { walker: number; usable: Seconds }[]
}

function startGroups(crew: CrewMember[]): StartGroup[] {
  const groups = new Map<string, StartGroup>()
  const order = crew.map((_, walker) => walker).sort((a, b) => crew[a]!.usable - crew[b]!.usable || b - a)
  for (const walker of order) {
    const { start, usable, avoidStairs } = crew[walker]!
    const name = `${start === null ? '' : start.join()} ${avoidStairs}`
    const group = groups.get(name) ?? { start, avoidsStairs: avoidStairs, walkers: [] }
    groups.set(name, group)
    group.walkers.push({ walker, usable })
  }
  // Who climbs is kept for stairs.
  return [...groups.values()].sort((a, b) => Number(b.avoidsStairs) - Number(a.avoidsStairs))
}

/**
 * Who starts near, else who starts where the plan wants, else who can be there and back and do one; undefined: nobody
 * is left.
 */
function choose(
  wanted: Wanted,
  groups: StartGroup[],
  walkingMetresPerSecond: number,
): StartGroup | undefined {
  let best: StartGroup | undefined
  let least: [rank: number, metres: Metres] = [NOBODY, 0]
  for (const group of groups) {
    const usable = group.walkers.at(-1)?.usable
    if (usable === undefined) continue
    const { start, avoidsStairs } = group
    const places = avoidsStairs ? wanted.ground : wanted.places
    const ways = places.map(({ place }) => (start ? metresBetween(start, place) : 0))
    const metres = Math.min(...ways)
    const away = (way: Metres): Seconds => (2 * way * DETOUR) / walkingMetresPerSecond
    const isEnough = places.some(({ seconds }, index) => away(ways[index]!) + seconds <= usable)
    const rank = !isEnough ? NOBODY : !start ? 1 : away(metres) <= usable / 2 ? 0 : 2
    if (rank > least[0] || rank === NOBODY || (rank === least[0] && metres >= least[1])) continue
    best = group
    least = [rank, metres]
  }
  return best
}

/** Of a walker who cannot reach the piece. */
const NOBODY = 3
