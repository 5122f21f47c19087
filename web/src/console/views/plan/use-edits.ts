/** Changes of a plan by hand: sent one after the other; each makes a new plan, which takes the place of this view's. */
import { ProblemError, type Schemas } from '@doorwalk/client'
import { useRef, useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import { hashOf } from '../../model/address.ts'
import { type EditWish, WalkGoneError, editIn, editOf } from '../../model/edit-wish.ts'
import type { Problem } from '../../model/problem.ts'
import { crewOf, keepCrew } from '../../state/names.ts'
import { problemOf } from '../../state/problem.ts'
import { go } from '../../state/session.ts'
import { editsWords } from '../../words/edits.ts'
import { type OpenPlan, handOver } from './use-plan.ts'

type PlanAnswer = Schemas['PlanAnswer']
type Request =
  | { edits: EditWish[] }
  /** As a suggestion told them, for this plan. */
  | { told: Schemas['PlanEdit'][]; of: PlanAnswer }
  | { undo: number }
  | { redo: number }

interface Conflict {
  /** The newest plan that somebody else made of this one. */
  newest: PlanAnswer
  request: Request
}

export interface Edits {
  isBusy: boolean
  problem: Problem | null
  conflict: Conflict | null
  make: (...edits: EditWish[]) => void
  /** What a suggestion says that makes it so. */
  makeTold: (edits: Schemas['PlanEdit'][]) => void
  undo: () => void
  redo: () => void
  /** Once more, in the plan of the others. */
  makeThere: () => void
  /** Opens the plan of the others; the change is given up. */
  lookThere: () => void
}

export function useEdits(open: OpenPlan | undefined, walk: number | null): Edits {
  const plan = open?.plan
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const running = useRef(false)

  async function send(of: PlanAnswer, request: Request): Promise<void> {
    if (running.current) return
    running.current = true
    setBusy(true)
    setProblem(null)
    setConflict(null)
    try {
      const body = bodyOf(request, of)
      const params = { path: { planId: of.id } }
      const answer = await doorwalk.POST('/v1/plans/{planId}/edits', { params, body })
      // A large plan is made meanwhile; where that fails, this one stays in view and nothing is lost.
      handOver(await doorwalk.waitFor(answer), open?.isHandedOut === true)
      keepCrew(answer.id, crewOf(of.id))
      go(hashOf(['plans', answer.id], { walk: walk ?? undefined }), { replace: true })
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'plan.replaced') {
        setConflict({ newest: await newestOf(of.id), request })
      } else if (error instanceof WalkGoneError) {
        setProblem({ kind: 'form', detail: editsWords().walkGone(error.walk), fields: [], requestId: '' })
      } else setProblem(problemOf(error))
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  const start = (request: Request): void => {
    if (plan) void send(plan, request).catch((error: unknown) => setProblem(problemOf(error)))
  }

  return {
    ...{ isBusy, problem, conflict },
    make: (...edits) => start({ edits }),
    makeTold: (told) => plan && start({ told, of: plan }),
    undo: () => start({ undo: 1 }),
    redo: () => start({ redo: 1 }),
    makeThere() {
      if (conflict) void send(conflict.newest, conflict.request)
    },
    lookThere() {
      if (conflict) go(hashOf(['plans', conflict.newest.id]), { replace: true })
      setConflict(null)
    },
  }
}

/** @throws WalkGoneError */
function bodyOf(request: Request, of: PlanAnswer): Schemas['EditRequest'] {
  if ('told' in request) return { edits: request.told.map((edit) => editIn(edit, request.of, of)) }
  return 'edits' in request ? { edits: request.edits.map((wish) => editOf(wish, of)) } : request
}

/** Follows what took the place of what. */
async function newestOf(id: string): Promise<PlanAnswer> {
  const plan = await doorwalk.waitFor(id)
  return plan.replacedBy === null ? plan : newestOf(plan.replacedBy)
}
