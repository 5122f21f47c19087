/** The queue of a function and what it announces: each rings the other. */
import type { Announce } from '../ports/announcements.ts'
import { type MessageQueue, type MessageQueueOptions, messageQueue } from '../jobs/message-queue.ts'
import { wire } from '../wiring.ts'
import type { LambdaWorld } from './world.ts'

/** What a function can do itself; what it cannot is another's, whom the queue rings. */
export type Ability = Pick<MessageQueueOptions, 'planner' | 'remaining'> &
  Partial<Pick<MessageQueueOptions, 'importer' | 'lister'>>

/** Imports and lists are a worker's. */
const noWorker = (): Promise<never> => Promise.reject(new Error('no worker is this function'))

export function queueOf(
  { storage, log, ringJob, ringDelivery }: LambdaWorld,
  ability: Ability,
): { jobs: MessageQueue; announce: Announce } {
  const announce = wire({
    ...storage,
    ringDelivery,
    jobs: { submit: (ref) => jobs.submit(ref), cancel: (ref) => jobs.cancel(ref) },
  })
  const jobs: MessageQueue = messageQueue({
    storage,
    log,
    announce,
    ring: ringJob,
    importer: noWorker,
    lister: noWorker,
    ...ability,
  })
  return { jobs, announce }
}
