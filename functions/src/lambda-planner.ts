/** The function behind the planning routes: same app, with the planner in this thread. */
import { handle } from 'hono/aws-lambda'
import { createApp } from './app.ts'
import type { LambdaContext } from './lambda-event.ts'
import { lambdaRunner, partOpener } from './lambda-runner.ts'
import { openLambdaWorld } from './lambda-world.ts'
import { inlinePlanner } from './planner-inline.ts'
import { wire } from './wiring.ts'

const { storage, regions, config, log, ringJob, ringDelivery } = openLambdaWorld(process.env)

/** Of the invocation at hand: an instance serves one at a time. */
let current: LambdaContext | undefined

const planner = inlinePlanner({ regions, clock: storage.clock, osrm: config.osrm })
const announce = wire({ ...storage, ringDelivery, submit: partOpener(storage, ringJob) })
const runner = lambdaRunner({
  storage,
  log,
  announce,
  planner,
  ring: ringJob,
  remaining: () => current?.getRemainingTimeInMillis() ?? 0,
})
const answer = handle(
  createApp({ ...storage, regions, config, log, runner, planner, announce, ringDelivery }),
)

type Handler = typeof answer

export const handler = (
  event: Parameters<Handler>[0],
  context: LambdaContext & NonNullable<Parameters<Handler>[1]>,
): ReturnType<Handler> => {
  current = context
  return answer(event, context)
}
