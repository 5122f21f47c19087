/** What an estimate asks for plans of this browser: as they were asked for, and after every change of them. */
import type { Schemas } from '@doorwalk/client'
import { requestOf } from '../model/plan-wish.ts'
import { currentLanguage } from '../../words/language.ts'
import { crewOf, keepCrew } from './names.ts'
import { keep, readKept } from './kept.ts'
import { keepWish, wishOf } from './wishes.ts'

type EstimateRequest = Schemas['EstimateRequest']
type Kept = Readonly<Record<string, EstimateRequest>>

const SLOT = 'plan-estimates'
/** A weekend has up to 60 plans; a roll-call makes one more of each. */
const MOST = 200

/** Undefined: the plan was asked for somewhere else. */
export function estimateFor(plan: string): EstimateRequest | undefined {
  const kept = wishOf(plan)
  if (kept === undefined) return readKept<Kept>(SLOT, areKept, {})[plan]
  const around = { region: kept.region, language: currentLanguage(), now: new Date() }
  const { volunteers: _, ...request } = requestOf(kept.wish, around)
  return request
}

export function keepEstimates(asked: readonly (readonly [plan: string, request: EstimateRequest])[]): void {
  const others = Object.entries(readKept<Kept>(SLOT, areKept, {}))
  keep(SLOT, Object.fromEntries([...others, ...asked].slice(-MOST)))
}

/** A plan that took the place of another was asked for as that was, for the same people. */
export function passOn(from: string, to: string): void {
  const [wish, request] = [wishOf(from), estimateFor(from)]
  if (wish) keepWish(to, wish)
  else if (request) keepEstimates([[to, request]])
  keepCrew(to, crewOf(from))
}

function areKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null
}
