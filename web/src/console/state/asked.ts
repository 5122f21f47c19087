/** What a plan was asked with, from the server; and of which plan it was made again, in this browser. */
import type { Schemas } from '@doorwalk/client'
import { doorwalk } from '../../api/api.ts'
import { type AskedRequest, estimateOf } from '../model/asked.ts'
import { currentLanguage } from '../../words/language.ts'
import { keep, readKept } from './kept.ts'

const SLOT = 'plans-before'
/** Of so many plans the one before is kept. */
const MOST_KEPT = 60

type Kept = Readonly<Record<string, string>>

/** The last that was asked for: several parts of a view show something of it, and it never changes. */
let last: { planId: string; request: Promise<AskedRequest> } | null = null

/** Costs one call for a plan in view. @throws ProblemError, NoAnswerError */
export function requestOf(planId: string): Promise<AskedRequest> {
  if (last?.planId === planId) return last.request
  const request = doorwalk.GET('/v1/plans/{planId}/request', { params: { path: { planId } } })
  const mine = (last = { planId, request })
  request.catch(() => {
    if (last === mine) last = null
  })
  return request
}

/** What an estimate asks for the plan. @throws ProblemError, NoAnswerError */
export async function estimateFor(planId: string): Promise<Schemas['EstimateRequest']> {
  return estimateOf(await requestOf(planId), { now: new Date(), language: currentLanguage() })
}

/** The plan that this one was to be again; undefined: it was made again elsewhere, or is none. */
export function beforeOf(planId: string): string | undefined {
  return readKept<Kept>(SLOT, isKept, {})[planId]
}

export function keepBefore(planId: string, before: string): void {
  const others = Object.entries(readKept<Kept>(SLOT, isKept, {})).slice(1 - MOST_KEPT)
  keep(SLOT, { ...Object.fromEntries(others), [planId]: before })
}

function isKept(value: unknown): value is Kept {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((each) => typeof each === 'string')
  )
}
