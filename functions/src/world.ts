/**
 * What everything here is given: storage, and around it what the machine underneath does. Built once: by
 * `laptop/server.ts`, or by `lambda/world.ts` on AWS. Whoever implements or uses a port imports it from `ports/`.
 */
import type { Blobs, Clock, Regions } from '@doorwalk/core/ports'
import type { Announce } from './ports/announcements.ts'
import type { Config } from './ports/config.ts'
import type { RingDelivery } from './ports/deliveries.ts'
import type { Desk } from './ports/desk.ts'
import type { JobQueue } from './ports/jobs.ts'
import type { Log } from './ports/log.ts'
import type { Adviser, Estimator, Planner, Proposer } from './ports/planner.ts'
import type { Store } from './ports/store.ts'

/** What the storing half needs; the worker has no routes and no configuration. */
export interface Storage {
  store: Store
  blobs: Blobs
  regions: Regions
  clock: Clock
  id: (prefix: string) => string
  run: Run
}

/** This run of the process, among all that there were and are. */
interface Run {
  id: string
  /** No other process can reach the table: whatever another run has begun, it is dead. */
  isAlone: boolean
}

export interface World extends Storage {
  config: Config
  jobs: JobQueue
  /** For what is answered at once and leaves nothing behind. */
  planner: Pick<Planner, 'plan'> & Estimator & Proposer & Adviser
  desk: Desk
  log: Log
  announce: Announce
  /** An address to which a blob may be sent without us, for so many seconds; undefined: there is no such place. */
  signUpload?: (blob: string, seconds: number) => Promise<string>
  /** An address from which a blob may be fetched without us, under this name and as this type; undefined likewise. */
  signDownload?: (blob: string, as: { seconds: number; type: string; name: string }) => Promise<string>
  /** Brings a webhook delivery to whoever sends it. */
  ringDelivery: RingDelivery
}
