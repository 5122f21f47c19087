/** A desk in this thread: for Lambda, where an instance serves one request. */
import { type Clerk, type ClerkWorld, clerkOf } from './clerk.ts'
import type { Desk, DeskTasks } from '../world.ts'

export function inlineDesk(world: ClerkWorld): Desk {
  const clerk = clerkOf(world)
  return {
    async ask<Name extends keyof DeskTasks>(
      task: Name,
      input: DeskTasks[Name]['input'],
      signal?: AbortSignal,
    ) {
      signal?.throwIfAborted()
      const work: Clerk[Name] = clerk[task]
      return work(input)
    },
  }
}
