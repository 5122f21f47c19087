/** Where to meet so that these walkers collect most: near the best places, and no more of them than they can do. */
import type { Candidate } from '../building/select.ts'
import type { LngLat, Seconds } from '../units.ts'
import { metresBetween } from '../units.ts'
import { type Block, nearestTo } from './block.ts'
import type { CrewMember } from './crew.ts'
import { DETOUR, STEP_SECONDS } from './workload.ts'

/** Blocks that are tried as a place to meet: those that yield most. */
const MOST_TRIED = 300

interface MeetingInput {
  candidates: Candidate[]
  blocks: Block[]
  /** At each candidate. */
  seconds: readonly Seconds[]
  /** Who would start there; not empty. */
  crew: readonly Pick<CrewMember, 'usable'>[]
  walkingMetresPerSecond: number
}

interface Work {
  block: Block
  seconds: Seconds
}

/**
 * The candidate nearest to the middle of the block from which the crew collects most: blocks in the order of their
 * yield there, seconds stretched by the way there and back as in the shortlist, until the time of all is used. Cost:
 * O(300 · blocks · log blocks).
 */
export function meetForCrew({
  candidates,
  blocks,
  seconds,
  crew,
  walkingMetresPerSecond,
}: MeetingInput): LngLat {
  const works = blocks.map((block): Work => {
    const work = block.members.reduce((sum, index) => sum + seconds[index]! + STEP_SECONDS, 0)
    return { block, seconds: work }
  })
  const usable = crew.reduce((longest, member) => Math.max(longest, member.usable), 0)
  const time = crew.reduce((sum, member) => sum + member.usable, 0)
  const tried = works.toSorted((a, b) => yieldOf(b) - yieldOf(a)).slice(0, MOST_TRIED)
  let best = { prize: -1, centre: tried[0]!.block.centre }
  for (const { block } of tried) {
    const { centre } = block
    const prize = collectedFrom(centre, { works, usable, time, walkingMetresPerSecond })
    if (prize > best.prize) best = { prize, centre }
  }
  const places = candidates.map(({ target }) => target.location)
  return nearestTo(best.centre, places)
}

function yieldOf({ block, seconds }: Work): number {
  return block.prize / seconds
}

interface Collecting {
  works: readonly Work[]
  /** Of the longest walk. */
  usable: Seconds
  /** Of all walks. */
  time: Seconds
  walkingMetresPerSecond: number
}

function collectedFrom(start: LngLat, { works, usable, time, walkingMetresPerSecond }: Collecting): number {
  const reached = works.flatMap(({ block, seconds }) => {
    const way = (2 * metresBetween(start, block.centre) * DETOUR) / walkingMetresPerSecond
    return way < usable ? [{ prize: block.prize, cost: (seconds * usable) / (usable - way) }] : []
  })
  let [prize, left] = [0, time]
  for (const each of reached.sort((a, b) => b.prize / b.cost - a.prize / a.cost)) {
    const share = Math.min(1, left / each.cost)
    prize += share * each.prize
    left -= share * each.cost
    if (left <= 0) break
  }
  return prize
}
