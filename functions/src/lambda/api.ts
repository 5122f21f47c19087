/** The thin API function: every route, without the planner's code. Plans asked for here become jobs. */
import { handle } from 'hono/aws-lambda'
import { createApp } from '../app.ts'
import { type MessageQueue, messageQueue } from '../jobs/message-queue.ts'
import { inlineDesk } from '../clerk/inline.ts'
import { openLambdaWorld } from './world.ts'
import { wire } from '../wiring.ts'

const { storage, regions, config, log, ringJob, ringDelivery, signUpload, signDownload } = openLambdaWorld(
  process.env,
)
/** Calls that need one go to the planner's function: infra/api.ts. */
const noPlanner = (): Promise<never> => Promise.reject(new Error('no planner in this function'))
const planner = {
  plan: noPlanner,
  estimate: noPlanner,
  propose: noPlanner,
  suggest: noPlanner,
  price: noPlanner,
}
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
  planner: undefined,
  importer: noWorker,
  lister: noWorker,
  ring: ringJob,
  remaining: () => 0,
})

export const handler = handle(
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
