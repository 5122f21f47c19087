/** The walks of a plan as they were handed over, read where they are needed. */
import type { Standing } from '@doorwalk/core/suggestion/standing'
import { decodeWalk } from '../store/stored-walk.ts'
import type { AskedPlan } from '../ports/planner.ts'

export function standingOf({ planId, request, ledger, walks, edits }: AskedPlan): Standing {
  return {
    id: planId,
    request,
    edits,
    walks: walks
      .map(({ body, ...rest }) => ({ ...decodeWalk(body), ...rest }))
      // One that went on belongs to the plan that took it over.
      .filter(({ plan }) => plan.id === planId)
      .map(({ plan: _plan, ...standing }) => standing),
    isDone(target) {
      const verdict = ledger.verdicts[target]
      if (!verdict) return false
      return 'doors' in verdict ? verdict.doors === 0 : verdict.reason === 'visited'
    },
  }
}
