/** What the tests of the pool ask threads for. */
import { threadId } from 'node:worker_threads'
import { fieldError } from '@doorwalk/core/error'
import type { Task } from '@doorwalk/functions/threads/message'
import { serveTasks } from '@doorwalk/functions/threads/serve'

export interface SomeTasks {
  /** Answers with the number of the thread. */
  where: Task<null, number>
  /** Waits until the first of the numbers is no longer 0, having counted itself in the second. */
  wait: Task<SharedArrayBuffer, number>
  /** Computes for ever. */
  forever: Task<SharedArrayBuffer, never>
  refuse: Task<string, never>
  bytes: Task<number, { bytes: Uint8Array; length: number }>
  hint: Task<number, string>
}

function count(shared: SharedArrayBuffer): Int32Array {
  const numbers = new Int32Array(shared)
  Atomics.add(numbers, 1, 1)
  return numbers
}

serveTasks<SomeTasks, number>({
  where: async () => threadId,
  async wait(shared) {
    Atomics.wait(count(shared), 0, 0)
    return threadId
  },
  async forever(shared) {
    count(shared)
    for (;;);
  },
  refuse: (field) => Promise.reject(fieldError('some.code', field, 'not this one')),
  bytes: async (length) => ({ bytes: new Uint8Array(length).fill(7), length }),
  async hint(times, note) {
    for (let time = 1; time <= times; time++) note(time)
    return 'said'
  },
})
