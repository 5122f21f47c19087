/** What the routes ask of the machine they run on. Built once: by `server.ts` on a laptop, by `lambda-api.ts` on AWS. */
import type { Blobs, Clock, Regions } from '@doorwalk/core/ports'
import type { Config } from './config.ts'
import type { Log } from './log.ts'
import type { Estimator, Planner } from './planner.ts'
import type { Runner } from './runner.ts'
import type { Store } from './store.ts'
import type { RingDelivery } from './webhook-events.ts'

export interface World {
  config: Config
  store: Store
  blobs: Blobs
  regions: Regions
  runner: Runner
  /** For what is answered at once and leaves nothing behind. */
  planner: Pick<Planner, 'plan'> & Estimator
  clock: Clock
  id: (prefix: string) => string
  log: Log
  /** Brings a webhook delivery to whoever sends it. */
  ringDelivery: RingDelivery
}

/** What the storing half needs; the worker has no routes and no configuration. */
export type Storage = Pick<World, 'store' | 'blobs' | 'regions' | 'clock' | 'id'>

export const systemClock: Clock = { now: () => Date.now() }
