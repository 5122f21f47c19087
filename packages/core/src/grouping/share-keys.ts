/** Who walks to the pieces with key buildings, before anything else is shared. */
import type { LngLat, Metres, Seconds } from '../units.ts'
import { metresBetween } from '../units.ts'
import type { CrewMember } from './crew.ts'
import { DETOUR, type Workload } from './workload.ts'

/** Walking between key buildings that lie apart: part of the time that they take. */
const APART = 1.25

interface KeyPiece {
  piece: number
  places: LngLat[]
  /** Walkers that its key buildings take, and how many of them each walker does. */
  walkers: number
  each: number
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
  return wanted.flatMap(({ piece, places }) => {
    const walker = choose(places, groups, walkingMetresPerSecond)?.walkers.pop()
    return walker === undefined ? [] : [{ walker, piece }]
  })
}

function keyPiece(blocks: Workload[], { piece, usable }: { piece: number; usable: Seconds }): KeyPiece[] {
  const keyed = blocks.filter(({ keys }) => keys > 0)
  if (keyed.length === 0) return []
  const keys = keyed.reduce((sum, block) => sum + block.keys, 0)
  const seconds = keyed.reduce((sum, block) => sum + block.keySeconds, 0)
  const walkers = Math.max(1, Math.ceil((APART * seconds) / usable))
  return [{ piece, places: keyed.map(({ place }) => place), walkers, each: keys / walkers }]
}

/** Walkers who set out alike, the longest budget last. */
interface StartGroup {
  start: LngLat | null
  usable: Seconds
  walkers: number[]
}

function startGroups(crew: CrewMember[]): StartGroup[] {
  const groups = new Map<string, StartGroup>()
  const order = crew.map((_, walker) => walker).sort((a, b) => crew[a]!.usable - crew[b]!.usable || b - a)
  for (const walker of order) {
    const { start, usable } = crew[walker]!
    const name = start === null ? '' : start.join()
    const group = groups.get(name) ?? { start, usable, walkers: [] }
    groups.set(name, group)
    group.walkers.push(walker)
    group.usable = usable
  }
  return [...groups.values()]
}

/** Who starts near, else who starts where the plan wants, else who can be there and back; undefined: nobody is left. */
function choose(
  places: LngLat[],
  groups: StartGroup[],
  walkingMetresPerSecond: number,
): StartGroup | undefined {
  let best: StartGroup | undefined
  let least: [rank: number, metres: Metres] = [NOBODY, 0]
  for (const group of groups) {
    if (group.walkers.length === 0) continue
    const { start, usable } = group
    const metres = start ? Math.min(...places.map((place) => metresBetween(start, place))) : 0
    const share = (2 * metres * DETOUR) / walkingMetresPerSecond / usable
    const rank = !start ? 1 : share <= 0.5 ? 0 : share < 1 ? 2 : NOBODY
    if (rank > least[0] || rank === NOBODY || (rank === least[0] && metres >= least[1])) continue
    best = group
    least = [rank, metres]
  }
  return best
}

/** Of a walker who cannot reach the piece. */
const NOBODY = 3
