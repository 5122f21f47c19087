/** What plans were asked for in this browser, so that the same plan can be made again with a change. */
import { type PlanWish, isWish } from '../model/plan-wish.ts'
import { keep, readKept } from './kept.ts'

const WISHES_SLOT = 'plan-wishes'
/** Of so many plans the wish is kept. */
const MOST_WISHES = 60

export interface KeptWish {
  region: string
  wish: PlanWish
  /** The plan that was to be made again. */
  before?: string
}
type Kept = Readonly<Record<string, KeptWish>>

/** Undefined: the plan was asked for somewhere else. */
export function wishOf(plan: string): KeptWish | undefined {
  const kept = readKept<Kept>(WISHES_SLOT, areWishes, {})[plan]
  return kept && isWish(kept.wish) ? kept : undefined
}

export function keepWish(plan: string, kept: KeptWish): void {
  const others = Object.entries(readKept<Kept>(WISHES_SLOT, areWishes, {})).slice(1 - MOST_WISHES)
  keep(WISHES_SLOT, { ...Object.fromEntries(others), [plan]: kept })
}

function areWishes(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null
}
