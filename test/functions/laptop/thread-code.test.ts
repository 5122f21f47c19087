/** Threads that load one text: they answer what their sources answer, and name their sources where they break. */
import { afterAll, describe, expect, it } from 'vitest'
import { PlanRequest } from '@doorwalk/core/request/request'
import { threadCode } from '@doorwalk/functions/laptop/thread-code'
import { inlinePlanner } from '@doorwalk/functions/planner/inline'
import { threadPlanner } from '@doorwalk/functions/planner/threads'
import { warmUp } from '@doorwalk/functions/planner/warm-up'
import type { PlanTask } from '@doorwalk/functions/ports/planner'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { BUNDLED } from '../../support/worlds/regions.ts'

const REGION = 'paris-9e-10e'
const regions = diskRegions([BUNDLED])
const inline = inlinePlanner({ regions, clock: { now: () => 0 } })
const threads = threadPlanner({ regionRoots: [BUNDLED], threads: 1, code: () => threadCode('plan') })
afterAll(() => threads.close())

const task: PlanTask = {
  planId: 'pln_1',
  request: PlanRequest.parse({
    region: REGION,
    area: { precincts: ['0925'] },
    ...{ volunteers: 2, minutes: 45, iterations: 100, startAt: '2026-03-14T14:00:00+01:00' },
  }),
  ledger: { verdicts: {}, heldOut: [] },
}

describe('a planning thread', () => {
  it('plans from one text what its sources plan, after a warm-up too', async () => {
    await threads.warmUp?.()
    expect(await threads.plan(task)).toEqual(await inline.plan(task))
  })

  it('names its sources where it breaks', async () => {
    const broken = { ...task, ledger: {} } as PlanTask
    const error = await threads.plan(broken).catch((thrown: unknown) => thrown)
    expect(String(error)).toMatch(
      /TypeError[^]*at snapshotView .packages\/core\/src\/ledger\/snapshot\.ts:\d+:\d+/,
    )
  })
})

describe('a warm-up', () => {
  it('plans in the first region, and nowhere where there is none', async () => {
    const planned: PlanTask[] = []
    const planner = { plan: (task: PlanTask) => (planned.push(task), inline.plan(task)) }
    await warmUp(planner, { ...regions, list: () => Promise.resolve([]) })
    expect(planned).toHaveLength(0)
    await warmUp(planner, regions)
    expect(planned).toMatchObject([{ request: { region: REGION } }])
  })
})
