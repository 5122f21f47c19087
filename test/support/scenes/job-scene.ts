/** The queue of jobs in an embedded table, with planners that do as they are told. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PlanRequest } from '@doorwalk/core/request/request'
import { diskBlobs } from '@doorwalk/functions/store/blobs'
import { createTable, openEmbeddedDatabase } from '@doorwalk/functions/laptop/table/dynalite'
import { newId } from '@doorwalk/functions/store/id'
import { createPlan, readHead } from '@doorwalk/functions/plans/plans'
import { pollQueue } from '@doorwalk/functions/jobs/poll-queue'
import { openStore } from '@doorwalk/functions/store/store'
import type { PlanRef, JobQueue } from '@doorwalk/functions/ports/jobs'
import type { LogLine } from '@doorwalk/functions/ports/log'
import type { Planner } from '@doorwalk/functions/ports/planner'
import type { Item } from '@doorwalk/functions/ports/store'
import type { Storage } from '@doorwalk/functions/world'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { fixturePlan } from '../worlds/plan-fixture.ts'
import { type MakePlan, planOnly } from '../servers/planner.ts'
import { writeTinyRegion } from '../worlds/tiny-region.ts'

interface OpenOptions {
  capacity?: number
  exclusive?: boolean
  shortMilliseconds?: number
  roomMilliseconds?: number
  planner?: Partial<Planner>
}

export interface JobScene {
  storage: Storage
  /** Plans and cells whose planning began, in that order. */
  started: string[]
  /** Plans whose end was announced. */
  told: string[]
  lines: LogLine[]
  /** A runner; by default each plan takes five milliseconds. */
  open: (plan?: MakePlan, options?: OpenOptions) => JobQueue
  newPlan: (campaign?: string) => Promise<PlanRef>
  statusOf: (ref: PlanRef) => Promise<string | undefined>
  /** Waiting jobs: `pln_` whole plans, `part_` pieces. */
  items: (prefix: 'pln_' | 'part_') => Promise<Item[]>
  close: () => Promise<void>
}

export async function openJobScene(): Promise<JobScene> {
  const database = await openEmbeddedDatabase()
  await createTable(database.client, 'doorwalk')
  const clock = { now: () => Date.now() }
  const storage: Storage = {
    store: openStore({ client: database.client, table: 'doorwalk', clock }),
    blobs: diskBlobs(await mkdtemp(join(tmpdir(), 'doorwalk-jobs-'))),
    regions: diskRegions([await writeTinyRegion()]),
    clock,
    id: newId,
    run: { id: newId('run'), isAlone: true },
  }
  const request = PlanRequest.parse({ region: 'tiny', volunteers: 1 })
  const runners: JobQueue[] = []
  const [started, told]: [string[], string[]] = [[], []]
  const lines: LogLine[] = []
  return {
    ...{ storage, started, told, lines },
    open(plan, { capacity = 1, exclusive = false, planner = {}, ...more } = {}) {
      const whole = planOnly(async (task, hooks) => {
        started.push(task.planId)
        if (plan) return plan(task, hooks)
        await new Promise((done) => setTimeout(done, 5))
        return { ...fixturePlan({ walks: 1, stops: 1 }), id: task.planId }
      })
      const runner = pollQueue({
        storage,
        planner: { ...whole, ...planner },
        importer: () => Promise.reject(new Error('nothing is imported here')),
        lister: () => Promise.reject(new Error('nothing is listed here')),
        log: (line) => void lines.push(line),
        capacity,
        exclusive,
        ...more,
        announce: async (event) => void (event.kind === 'plan ended' && told.push(event.ref.planId)),
      })
      runners.push(runner)
      return runner
    },
    async newPlan(campaign = 'alpha') {
      const ref: PlanRef = { campaign, planId: newId('pln') }
      await createPlan(storage, { ref, request })
      return ref
    },
    statusOf: async (ref) => (await readHead(storage, ref))?.head.status,
    items: async (prefix) => (await storage.store.query({ pk: 'QUEUE#plan', prefix, limit: 100 })).items,
    async close() {
      for (const runner of runners) await runner.close()
      await database.close()
    },
  }
}
