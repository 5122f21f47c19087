/**
 * Whose turn it is where more is asked for than there are threads: in lanes, so that what takes seconds never waits for
 * what takes minutes, and fair between campaigns within each. docs/decisions/0066-turns.md says why.
 */
import type { Lane, Turn } from '../ports/jobs.ts'

/**
 * A lane takes in so many more of campaigns that have nothing running in it. What is short is over soon: one is enough.
 */
const GUESTS: Record<Lane, number> = { estimate: 1, short: 1, long: 2 }
/** Campaigns whose last turn is remembered; the longest ago is forgotten first. */
const REMEMBERED = 1_000

interface Waiting {
  turn: Turn
  /** Of one campaign, and of those who are alike, the lowest comes first. */
  order: string | number
}

export interface Turns {
  mayBegin(turn: Turn): boolean
  /** Whose turn it is; undefined: nobody may begin. The campaign with the fewest running, then the last one served. */
  next<Each extends Waiting>(waiting: Iterable<Each>): Each | undefined
  /** It counts as running, in the lane that it names at each moment. */
  begin(turn: Turn): void
  end(turn: Turn): void
}

/** @param threads  processors that plans may use: the width of a lane, half of it that of estimates */
export function openTurns(threads: number): Turns {
  const running = new Set<Turn>()
  /** By lane and campaign, the number of its last turn; the latest last. */
  const served = new Map<string, number>()
  let number = 0

  const mayBegin = (turn: Turn): boolean => {
    const width = turn.lane === 'estimate' ? Math.ceil(threads / 2) : threads
    const lane = [...running].filter((each) => each.lane === turn.lane)
    const own = ownOf(turn)
    return own < width && (lane.length < width || (own === 0 && lane.length < width + GUESTS[turn.lane]))
  }
  const ownOf = ({ lane, campaign }: Turn): number =>
    [...running].filter((each) => each.lane === lane && each.campaign === campaign).length

  return {
    mayBegin,
    next<Each extends Waiting>(waiting: Iterable<Each>) {
      /** Of a lane and campaign, worked out once; null: not its turn. */
      const ranks = new Map<string, Omit<Rank, 'order'> | null>()
      let best: { each: Each; rank: Rank } | undefined
      for (const each of waiting) {
        const { turn, order } = each
        const name = nameOf(turn)
        if (!ranks.has(name))
          ranks.set(name, mayBegin(turn) ? { own: ownOf(turn), served: served.get(name) ?? 0 } : null)
        const of = ranks.get(name)
        const rank = of && { ...of, order }
        if (rank && (!best || isBefore(rank, best.rank))) best = { each, rank }
      }
      return best?.each
    },
    begin(turn) {
      running.add(turn)
      const name = nameOf(turn)
      served.delete(name)
      served.set(name, ++number)
      const [oldest] = served.keys()
      if (served.size > REMEMBERED && oldest !== undefined) served.delete(oldest)
    },
    end: (turn) => void running.delete(turn),
  }
}

interface Rank {
  own: number
  served: number
  order: string | number
}

function isBefore(a: Rank, b: Rank): boolean {
  if (a.own !== b.own) return a.own < b.own
  return a.served === b.served ? a.order < b.order : a.served < b.served
}

function nameOf({ lane, campaign }: Turn): string {
  return `${lane} ${campaign}`
}
