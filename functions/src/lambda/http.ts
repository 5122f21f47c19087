/** What answers calls over HTTP on AWS: the whole app, with the planner that its function has. */
import { handle } from 'hono/aws-lambda'
import { createApp } from '../app.ts'
import type { World } from '../world.ts'
import { inlineDesk } from '../clerk/inline.ts'
import { type Ability, queueOf } from './queue.ts'
import type { LambdaWorld } from './world.ts'

export function answerCalls(
  world: LambdaWorld,
  planner: World['planner'],
  ability: Ability,
): ReturnType<typeof handle> {
  const { storage, ringJob: _, ...machine } = world
  return handle(
    createApp({ ...storage, ...machine, planner, desk: inlineDesk(storage), ...queueOf(world, ability) }),
  )
}
