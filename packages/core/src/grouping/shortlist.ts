/** Keeps a large area within what one full matrix can hold: the blocks that give most for the time they take, whole. */
import type { Candidate } from '../building/select.ts'
import type { Metres, Seconds } from '../units.ts'
import { metresBetween } from '../units.ts'
import type { Block } from './block.ts'
import type { CrewMember } from './crew.ts'
import { DETOUR, STEP_SECONDS } from './workload.ts'

/**
 * Indices of the candidates to plan with, at most `limit`, ascending.
 *
 * A block's yield is its prize per second at its doors, where those seconds are stretched by the way there and
 * back: seconds × usable ÷ (usable − way). Blocks that no walker can reach in time come last. Key buildings stay in
 * before any block, those of the best blocks first.
 */
export function shortlist(input: {
  candidates: Candidate[]
  /** Seconds at each candidate. */
  seconds: Seconds[]
  blocks: Block[]
  crew: CrewMember[]
  walkingMetresPerSecond: number
  limit: number
  /** Candidates that stay in whatever they yield. */
  fixed?: ReadonlySet<number>
}): number[] {
  const { candidates, seconds, blocks, crew, limit, fixed = new Set<number>() } = input
  if (candidates.length <= limit) return candidates.map((_, index) => index)
  const ways = distinctWays(crew)
  const ranked = blocks
    .map((block) => {
      const work = block.members.reduce((sum, index) => sum + seconds[index]! + STEP_SECONDS, 0)
      const stretch = Math.min(
        ...ways.map(({ member, ends }) => {
          const metres = ends.reduce<Metres>((sum, end) => sum + metresBetween(end, block.centre), 0)
          const left = member.usable - (metres * DETOUR) / input.walkingMetresPerSecond
          return left > 0 ? member.usable / left : Number.MAX_VALUE
        }),
      )
      return { block, value: block.prize / work / stretch }
    })
    .sort((a, b) => b.value - a.value || (a.block.cell < b.block.cell ? -1 : 1))
  const kept = new Set(fixed)
  for (const { block } of ranked)
    for (const index of block.members) if (candidates[index]!.key && kept.size < limit) kept.add(index)
  for (const { block } of ranked) {
    const members = block.members.filter((index) => !kept.has(index))
    if (kept.size + members.length <= limit) for (const index of members) kept.add(index)
  }
  return [...kept].sort((a, b) => a - b)
}

/** Walkers who set out and come back alike are weighed once. */
function distinctWays(crew: CrewMember[]): { member: CrewMember; ends: [number, number][] }[] {
  const seen = new Map<string, { member: CrewMember; ends: [number, number][] }>()
  for (const member of crew) {
    const ends = [member.start, member.end].filter((end) => end !== null)
    const key = JSON.stringify([ends, member.usable])
    if (!seen.has(key)) seen.set(key, { member, ends })
  }
  return [...seen.values()]
}
