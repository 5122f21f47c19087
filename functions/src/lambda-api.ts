/** The thin API function: every route, without the planner's code. Plans asked for here become jobs. */
import { handle } from 'hono/aws-lambda'
import { createApp } from './app.ts'
import { lambdaRunner } from './lambda-runner.ts'
import { openLambdaWorld } from './lambda-world.ts'

const { storage, regions, config, log, ringJob, ringDelivery } = openLambdaWorld(process.env)
/** Calls that need one go to the planner's function: infra/api.ts. */
const noPlanner = (): Promise<never> => Promise.reject(new Error('no planner in this function'))
const planner = { plan: noPlanner, estimate: noPlanner }
const runner = lambdaRunner({
  storage,
  log,
  planner: undefined,
  ring: ringJob,
  remaining: () => 0,
  onEnd: async () => undefined,
})

export const handler = handle(createApp({ ...storage, regions, config, log, runner, planner, ringDelivery }))
