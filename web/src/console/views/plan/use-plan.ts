/** A plan with all that its view shows; while it is being made, how far it is. */
import type { PlanJob, Schemas } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import type { PlanFeature } from '../../../api/answers.ts'
import { doorwalk } from '../../../api/api.ts'
import { type LooseTarget, type MapWalk, reservesOf, walksOf } from '../../map/model/plan.ts'
import { type Loaded, useLoad } from '../../state/load.ts'
import { keepPlace } from '../../state/plan-name.ts'

export interface OpenPlan {
  plan: Schemas['PlanAnswer']
  walks: readonly MapWalk[]
  reserves: readonly LooseTarget[]
  /** Its walks are handed out. */
  isHandedOut: boolean
}

export interface PlanInMaking extends Loaded<OpenPlan> {
  /** null: nothing is known of it yet */
  job: PlanJob | null
}

export function usePlan(id: string): PlanInMaking {
  const [job, setJob] = useState<PlanJob | null>(null)
  const loaded = useLoad<OpenPlan>(id, async (signal) => {
    setJob(null)
    const plan = await doorwalk.waitFor(id, { signal, onProgress: setJob })
    const [drawn, first] = await Promise.all([
      doorwalk.fetch(plan.links.geojson, { signal }),
      doorwalk.GET('/v1/walks', { params: { query: { plan: id, limit: 1 } }, signal }),
    ])
    const { features } = (await drawn.json()) as { features: PlanFeature[] }
    const walks = walksOf(features)
    const addresses = walks.flatMap(({ targets }) => targets.map(({ address }) => address))
    keepPlace(id, plan.startAt, addresses)
    return {
      plan,
      walks,
      reserves: reservesOf(features),
      isHandedOut: first.walks.some(({ state }) => state !== 'draft'),
    }
  })
  return { ...loaded, job }
}
