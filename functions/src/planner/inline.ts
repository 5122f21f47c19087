/** Plans in this thread: for Lambda, where one instance serves one request, and inside planning threads. */
import { withCarriedEdits } from '@doorwalk/core/edit/carry'
import { editWalks } from '@doorwalk/core/edit/edit-walks'
import { estimateWalks } from '@doorwalk/core/estimate/estimate'
import { type LedgerSnapshot, snapshotView } from '@doorwalk/core/ledger/snapshot'
import { keepRouters, type MakeRouter } from '@doorwalk/core/matrix/street-router'
import { partition } from '@doorwalk/core/partition/partition'
import type { PlanningPorts } from '@doorwalk/core/assembly/planning-ports'
import { priceWishes } from '@doorwalk/core/price/price'
import { proposeAreas } from '@doorwalk/core/proposal/proposal'
import { type KeptRankings, rankedAreas } from '@doorwalk/core/proposal/ranked-areas'
import { withChanges } from '@doorwalk/core/replan/changes'
import { earlierPlan } from '@doorwalk/core/replan/earlier-plan'
import { suggest } from '@doorwalk/core/suggestion/suggest'
import { type Hooks, draftWalks, planWalks } from '@doorwalk/core/plan'
import type { Clock, Regions } from '@doorwalk/core/ports'
import { osrmRouter } from '../osrm/router.ts'
import { decodeJson } from '../store/json.ts'
import { openStopwatch } from './measures.ts'
import { encodePiece, joinPieces } from './pieces.ts'
import { writtenPlan } from './written-plan.ts'
import { standingOf } from './standing.ts'
import type {
  Adviser,
  AskedPlan,
  Estimator,
  Measures,
  PlanHooks,
  PlanTask,
  Planner,
  Proposer,
} from '../ports/planner.ts'

/** @param osrm  address of an OSRM server to route with; without it our own streets, kept warm between plans */
export function inlinePlanner({
  regions,
  clock,
  osrm,
}: {
  regions: Regions
  clock: Clock
  osrm?: string | undefined
}): Planner & Estimator & Proposer & Adviser {
  const router: MakeRouter = osrm === undefined ? keepRouters() : async () => osrmRouter({ url: osrm })
  // The plan's own id is the only one minted; its walks are named after it, so a second run names them alike.
  const portsOf = ({
    planId,
    ledger,
    continuation,
    assumptions = ledger.assumptions,
    named,
  }: PlanTask): PlanningPorts => ({
    regions,
    clock,
    router,
    id: () => planId,
    ledger: () => snapshotView(ledger),
    ...(continuation && { earlier: earlierPlan(continuation) }),
    ...(assumptions && { assumptions }),
    ...(named && { named }),
  })
  const advisingPorts = ({ ledger, assumptions }: AskedPlan): PlanningPorts => ({
    ...{ regions, clock, router, assumptions },
    id: () => '',
    ledger: () => snapshotView(ledger),
  })
  const lookingPorts = (ledger: LedgerSnapshot): PlanningPorts => ({
    ...{ regions, clock, router },
    id: () => '',
    ledger: () => snapshotView(ledger),
    ...(ledger.assumptions && { assumptions: ledger.assumptions }),
  })
  async function measured<T>(
    { onProgress, onMeasured, signal, deadline }: PlanHooks,
    work: (hooks: Hooks) => Promise<T>,
  ): Promise<T> {
    const watch = openStopwatch(clock)
    const made = await work({
      onProgress: ({ step, done, of }) => {
        watch.enter(step)
        onProgress?.({ stage: step, share: of > 0 ? Math.min(1, done / of) : 0 })
      },
      onSolved: (score) => watch.score(score),
      ...(signal && { signal }),
      ...(deadline !== undefined && { deadline }),
    })
    onMeasured?.(watch.end())
    return made
  }

  return {
    async plan(task, hooks = {}) {
      const { request, continuation, edit, replaces } = task
      if (edit && continuation && replaces) {
        const { walks } = replaces
        return writtenPlan(
          await measured(hooks, (inner) =>
            editWalks(request, portsOf(task), { continuation, edit, walks, hooks: inner }),
          ),
        )
      }
      const plan = await measured(hooks, (inner) => planWalks(request, portsOf(task), inner))
      if (!replaces) return writtenPlan(plan)
      const { edits: before, walks } = replaces
      const changed = withChanges(plan, replaces)
      return writtenPlan(before ? withCarriedEdits(changed, { before, walks }) : changed)
    },
    cut: (task) => partition(task.request, portsOf(task)),
    async draft(task, hooks = {}) {
      let measures: Measures | null = null
      const onMeasured = (all: Measures): void => {
        measures = all
        hooks.onMeasured?.(all)
      }
      const draft = await measured({ ...hooks, onMeasured }, (inner) =>
        draftWalks(task.request, portsOf(task), {
          ...{ ...inner, cells: task.cells },
          ...(task.keys && { keys: task.keys }),
          ...(task.elsewhere && { elsewhere: task.elsewhere }),
        }),
      )
      return encodePiece({ draft, measures })
    },
    join: async (task, hooks) => joinPieces(task, hooks),
    estimate: ({ estimate, ledger }, { signal, milliseconds } = {}) =>
      estimateWalks(estimate, lookingPorts(ledger), {
        ...(signal && { signal }),
        ...(milliseconds !== undefined && { milliseconds }),
      }),
    async propose({ request, ranking, ledger }, { signal, milliseconds } = {}) {
      // Not checked: we wrote it.
      const kept = decodeJson(ranking) as KeptRankings
      const areas = await rankedAreas({ regions }, { ...request, kept })
      return proposeAreas(areas, request, lookingPorts(ledger), {
        ...(signal && { signal }),
        ...(milliseconds !== undefined && { milliseconds }),
      })
    },
    price: async ({ asked, openLedger, ...plan }, { signal, milliseconds } = {}) =>
      priceWishes(
        {
          plan: standingOf(plan),
          asked,
          withHoldouts: openLedger && snapshotView(openLedger),
          signal,
          milliseconds,
        },
        advisingPorts(plan),
      ),
    suggest: async ({ wish, ...asked }) => suggest(wish, standingOf(asked), advisingPorts(asked)),
    close: async () => undefined,
  }
}
