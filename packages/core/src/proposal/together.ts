/** Evenings of neighbouring areas, the best first: each grown from many places, the fullest score kept. */
import type { Seconds } from '../units.ts'
import { type Cluster, grow } from './choice.ts'
import type { Ground } from './ground.ts'
import { type Ways, waysFrom } from './ways.ts'

/** Of an evening: where to meet, and what to do there. */
export interface Choice {
  /** Undefined: to be proposed. */
  ways: Ways | undefined
  parts: number[]
}

/** Areas from which an evening is grown, where no start is given: those whose surroundings give most. */
const SEEDS = 40
/** Of each evening, sets of areas that are estimated by walks. */
const MOST_JUDGED = 4

export interface Sought {
  evenings: number
  /** Of all walkers of one evening. */
  capacity: Seconds
  /** Where all meet; undefined: anywhere. */
  start: Ways | undefined
  reach: number
}

/**
 * Evening by evening the best of a few by the estimate.
 *
 * @param judge  score that its volunteers reach
 * @returns fewer evenings where less is within reach
 */
export async function chooseTogether(
  ground: Ground,
  sought: Sought,
  judge: (choice: Choice) => Promise<number>,
): Promise<Choice[]> {
  const known = new Map<number, Promise<Ways>>()
  const waysOf = (part: number): Promise<Ways> => {
    const ways = sought.start
      ? Promise.resolve(sought.start)
      : (known.get(part) ?? waysFrom(ground, ground.parts[part]!.snap, sought.reach))
    known.set(part, ways)
    return ways
  }
  const taken = new Set<number>()
  const choices: Choice[] = []
  while (choices.length < sought.evenings) {
    let best: Choice | undefined
    let most = 0
    for (const choice of await likely(ground, { taken, capacity: sought.capacity, waysOf })) {
      const score = await judge(choice)
      if (score > most) [best, most] = [choice, score]
    }
    if (!best) break
    for (const part of best.parts) taken.add(part)
    choices.push(best)
  }
  return choices
}

interface Left {
  taken: ReadonlySet<number>
  capacity: Seconds
  /** From a part as meeting point. */
  waysOf: (part: number) => Promise<Ways>
}

/** The best few by coarse sums, each another. */
async function likely(ground: Ground, { taken, capacity, waysOf }: Left): Promise<Choice[]> {
  const found = new Map<string, { choice: Choice; cluster: Cluster }>()
  const tryFrom = async (from: number, meet: number): Promise<Cluster> => {
    const ways = await waysOf(meet)
    const cluster = grow(ground, { way: ways.seconds, taken, capacity, from })
    const name = cluster.parts.join()
    const before = found.get(name)
    if (cluster.parts.length > 0 && !(before && before.cluster.seconds <= cluster.seconds))
      found.set(name, { choice: { ways, parts: cluster.parts }, cluster })
    return cluster
  }
  for (const from of seedsOf(ground, taken).slice(0, SEEDS)) {
    const { parts } = await tryFrom(from, richest(ground, ground.partsOf[from]!, taken))
    // From the middle of what was found the ways are shorter.
    if (parts.length > 0) await tryFrom(from, middleOf(ground, parts))
  }
  return [...found.values()]
    .sort(
      (a, b) => b.cluster.score - a.cluster.score || (a.choice.parts.join() < b.choice.parts.join() ? -1 : 1),
    )
    .slice(0, MOST_JUDGED)
    .map(({ choice }) => choice)
}

/** Areas in which something is left, by the score per second of them and their neighbours. */
function seedsOf({ partsOf, parts, neighbours }: Ground, taken: ReadonlySet<number>): number[] {
  const sums = partsOf.map((own) => {
    const open = own.filter((part) => !taken.has(part))
    return {
      score: open.reduce((sum, part) => sum + parts[part]!.score, 0),
      seconds: open.reduce((sum, part) => sum + parts[part]!.seconds, 0),
    }
  })
  const rates = sums.map(({ score, seconds }, area) => {
    const around = [...neighbours[area]!].map((near) => sums[near]!)
    const whole = around.reduce((sum, near) => sum + near.seconds, seconds)
    return seconds > 0 ? around.reduce((sum, near) => sum + near.score, score) / whole : 0
  })
  return [...rates.keys()].filter((area) => rates[area]! > 0).sort((a, b) => rates[b]! - rates[a]! || a - b)
}

function richest({ parts }: Ground, own: readonly number[], taken: ReadonlySet<number>): number {
  const open = own.filter((part) => !taken.has(part))
  return open.reduce((best, part) => (parts[part]!.score > parts[best]!.score ? part : best))
}

/** The part nearest to the middle, by score. */
function middleOf({ parts }: Ground, chosen: readonly number[]): number {
  const total = chosen.reduce((sum, part) => sum + parts[part]!.score, 0)
  const mean = (axis: 0 | 1) =>
    chosen.reduce((sum, part) => sum + parts[part]!.place[axis] * parts[part]!.score, 0) / total
  const [lng, lat] = [mean(0), mean(1)]
  const far = (part: number) => (parts[part]!.place[0] - lng) ** 2 + (parts[part]!.place[1] - lat) ** 2
  return chosen.reduce((best, part) => (far(part) < far(best) ? part : best))
}
