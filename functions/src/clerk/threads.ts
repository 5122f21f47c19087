/**
 * A desk with clerks in threads of their own, so that the server answers while they write; what is light it does
 * itself.
 */
import { inlineDesk } from './inline.ts'
import { weightOf } from './weight.ts'
import type { ClerkWorld } from './clerk.ts'
import type { LoadCode } from '../threads/code.ts'
import { openThreads } from '../threads/pool.ts'
import type { Desk, DeskTasks } from '../ports/desk.ts'

const ENTRY = new URL('./clerk-thread.mjs', import.meta.url)
/** What is nearly done ends by itself: a new thread takes its time to load. */
const GRACE_MILLISECONDS = 2_000

export interface ThreadDeskOptions {
  /** For what is light. */
  world: ClerkWorld
  /** Where a thread finds the same. */
  blobFolder: string
  regionRoots: string[]
  threads: number
  /** Of {@link openThreads}. */
  code?: LoadCode
}

export interface ThreadDesk extends Desk {
  close(): Promise<void>
}

export function threadDesk(options: ThreadDeskOptions): ThreadDesk {
  const { world, threads: most, blobFolder, regionRoots, code } = options
  const here = inlineDesk(world)
  const threads = openThreads<DeskTasks>({
    entry: ENTRY,
    settings: { blobFolder, regionRoots },
    most,
    ...(code && { code }),
    graceMilliseconds: GRACE_MILLISECONDS,
  })
  return {
    ask<Name extends keyof DeskTasks>(task: Name, input: DeskTasks[Name]['input'], signal?: AbortSignal) {
      const weight = weightOf(task, input)
      return weight === 'light'
        ? here.ask(task, input, signal)
        : threads.ask(task, input, { signal, isLong: weight === 'long' })
    },
    close: () => threads.close(),
  }
}
