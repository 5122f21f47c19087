/** A plan with all that its view shows; while it is being made, how far it is. */
import type { PlanJob, Schemas } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import type { PlanFeature } from '../../../api/answers.ts'
import { doorwalk } from '../../../api/api.ts'
import {
  type LooseTarget,
  type MapWalk,
  drawnReserves,
  drawnWalks,
  reservesOf,
  walksOf,
} from '../../map/model/plan.ts'
import { type Loaded, useLoad } from '../../state/load.ts'

type PlanAnswer = Schemas['PlanAnswer']

export interface OpenPlan {
  plan: PlanAnswer
  walks: readonly MapWalk[]
  reserves: readonly LooseTarget[]
  /** Its walks are handed out. */
  isHandedOut: boolean
}

export interface PlanInMaking extends Loaded<OpenPlan> {
  /** null: nothing is known of it yet */
  job: PlanJob | null
}

/** What a change by hand answered, until its view opens: that need not ask for it again. */
let answered: Pick<OpenPlan, 'plan' | 'isHandedOut'> | null = null

export function handOver(plan: PlanAnswer, isHandedOut: boolean): void {
  answered = { plan, isHandedOut }
}

export function usePlan(id: string): PlanInMaking {
  const [job, setJob] = useState<PlanJob | null>(null)
  const loaded = useLoad<OpenPlan>(id, async (signal) => {
    setJob(null)
    const known = answered?.plan.id === id ? answered : null
    answered = null
    const plan = known?.plan ?? (await doorwalk.waitFor(id, { signal, onProgress: setJob }))
    // It is made: the plan that a change makes of it begins without a job.
    setJob(null)
    const [drawn, isHandedOut] = await Promise.all([
      drawingOf(plan, signal),
      known?.isHandedOut ?? hasLeft(id, signal),
    ])
    return { plan, ...drawn, isHandedOut }
  })
  return { ...loaded, job }
}

/** Of a plan too large to be told whole, its walks come as GeoJSON. */
async function drawingOf(
  plan: PlanAnswer,
  signal: AbortSignal,
): Promise<Pick<OpenPlan, 'walks' | 'reserves'>> {
  if (plan.detail === 'full') return { walks: drawnWalks(plan.walks), reserves: drawnReserves(plan.walks) }
  const answer = await doorwalk.fetch(plan.links.geojson, { signal })
  const { features } = (await answer.json()) as { features: PlanFeature[] }
  return { walks: walksOf(features), reserves: reservesOf(features) }
}

async function hasLeft(plan: string, signal: AbortSignal): Promise<boolean> {
  const query = { plan, limit: 1 }
  const { walks } = await doorwalk.GET('/v1/walks', { params: { query }, signal })
  return walks.some(({ state }) => state !== 'draft')
}
