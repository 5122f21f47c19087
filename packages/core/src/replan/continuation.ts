/** What an earlier plan leaves to the one that replaces it. Plain data: it travels to the threads that plan. */
import type { Seconds } from '../units.ts'
import type { Walk, WalkTarget } from '../walk/answer.ts'

export interface Continuation {
  /** These stay byte for byte, and nobody else gets their targets. */
  keptWalks: Walk[]
  /** What was done on walks that do not go on. */
  doneElsewhere?: DoneTarget[]
  /** Those who are planned for, one per volunteer of the request. */
  walkers: ContinuedWalk[]
  /** Of the earlier plan; new walks count on from here. */
  lastNumber: number
  /** Null: all walks are ranked anew. */
  lastRank: number | null
}

export type DoneTarget = Pick<WalkTarget, 'id' | 'building' | 'key'>

/** With what a walker goes on, or begins. */
export interface ContinuedWalk {
  /** The walk that goes on under its name; null: a new one. */
  walk: Pick<Walk, 'walkId' | 'number' | 'rank'> | null
  /** Stops that are done, in the order walked, and those ahead: ids of their targets. */
  done: string[][]
  ahead: string[][]
  /** Doors that the targets done had when they were planned. */
  doors: Map<string, number>
  /** Targets that were told to be key buildings. */
  keys: ReadonlySet<string>
  /** Where the walk begins and ends, null: at its first or last stop; undefined: where its walker wishes. */
  ends?: Pick<Walk, 'start' | 'end'>
  /** When what lies ahead begins. */
  startAt: string
  /** When he set out, RFC 3339; what is done took no longer than from then to `startAt`. Undefined: unknown. */
  begunAt?: string
  /** From then on; undefined: all the minutes of the volunteer. */
  left?: Seconds
  /** Takes nothing but what lies ahead on his own walk. */
  onlyOwn: boolean
  /** Targets ahead that were pinned to his walk by hand: nobody else takes them, and nothing comes before them. */
  pinned?: string[]
  /** The target in front of which he stands; default: the last one done, or the start. */
  at?: string
}
