/** The function behind the planning routes: same app, with the planner in this thread. */
import type { LambdaContext } from './event.ts'
import { inlinePlanner } from '../planner/inline.ts'
import { answerCalls } from './http.ts'
import { openLambdaWorld } from './world.ts'

/** Of the invocation at hand: an instance serves one at a time. */
let current: LambdaContext | undefined

const world = openLambdaWorld(process.env)
const planner = inlinePlanner({
  regions: world.regions,
  clock: world.storage.clock,
  osrm: world.config.osrm,
})
const answer = answerCalls(world, planner, {
  planner,
  remaining: () => current?.getRemainingTimeInMillis() ?? 0,
})

type Handler = typeof answer

export const handler = (
  event: Parameters<Handler>[0],
  context: LambdaContext & NonNullable<Parameters<Handler>[1]>,
): ReturnType<Handler> => {
  current = context
  return answer(event, context)
}
