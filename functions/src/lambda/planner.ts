/** The function behind the planning routes: same app, with the planner in this thread. */
import { handle } from 'hono/aws-lambda'
import { createApp } from '../app.ts'
import type { LambdaContext } from './event.ts'
import { type MessageQueue, messageQueue } from '../jobs/message-queue.ts'
import { inlineDesk } from '../clerk/inline.ts'
import { openLambdaWorld } from './world.ts'
import { inlinePlanner } from '../planner/inline.ts'
import { wire } from '../wiring.ts'

const { storage, regions, config, log, ringJob, ringDelivery, signUpload, signDownload } = openLambdaWorld(
  process.env,
)

/** Of the invocation at hand: an instance serves one at a time. */
let current: LambdaContext | undefined

const planner = inlinePlanner({ regions, clock: storage.clock, osrm: config.osrm })
const desk = inlineDesk(storage)
const announce = wire({
  ...storage,
  ringDelivery,
  jobs: { submit: (ref) => jobs.submit(ref), cancel: (ref) => jobs.cancel(ref) },
})
/** Imports and lists are a worker's. */
const noWorker = (): Promise<never> => Promise.reject(new Error('no worker is this function'))
const jobs: MessageQueue = messageQueue({
  storage,
  log,
  announce,
  planner,
  importer: noWorker,
  lister: noWorker,
  ring: ringJob,
  remaining: () => current?.getRemainingTimeInMillis() ?? 0,
})
const answer = handle(
  createApp({
    ...storage,
    regions,
    config,
    log,
    jobs,
    planner,
    desk,
    announce,
    ringDelivery,
    signUpload,
    signDownload,
  }),
)

type Handler = typeof answer

export const handler = (
  event: Parameters<Handler>[0],
  context: LambdaContext & NonNullable<Parameters<Handler>[1]>,
): ReturnType<Handler> => {
  current = context
  return answer(event, context)
}
