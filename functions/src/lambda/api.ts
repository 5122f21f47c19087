/** The thin API function: every route, without the planner's code. Plans asked for here become jobs. */
import { answerCalls } from './http.ts'
import { openLambdaWorld } from './world.ts'

/** Calls that need one go to the planner's function: infra/api.ts. */
const noPlanner = (): Promise<never> => Promise.reject(new Error('no planner in this function'))

export const handler = answerCalls(
  openLambdaWorld(process.env),
  { plan: noPlanner, estimate: noPlanner, propose: noPlanner, suggest: noPlanner, price: noPlanner },
  { planner: undefined, remaining: () => 0 },
)
