/** A desk in this thread: for Lambda, where an instance serves one request. */
import { type Clerk, type ClerkWorld, clerkOf } from './clerk.ts'
import { aborted } from '../threads/aborted.ts'
import type { Desk, DeskTasks } from '../ports/desk.ts'

export function inlineDesk(world: ClerkWorld): Desk {
  const clerk = clerkOf(world)
  return {
    async ask<Name extends keyof DeskTasks>(
      task: Name,
      input: DeskTasks[Name]['input'],
      signal?: AbortSignal,
    ) {
      if (signal?.aborted) throw aborted()
      const work: Clerk[Name] = clerk[task]
      return work(input)
    },
  }
}
