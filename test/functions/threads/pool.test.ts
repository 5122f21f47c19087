/** Threads that do what takes long: who waits, who goes on, and what comes back. */
import { afterAll, describe, expect, it } from 'vitest'
import { openThreads } from '@doorwalk/functions/threads/pool'
import { until } from '../../support/until.ts'
import type { SomeTasks } from './some-thread.ts'

const entry = new URL('./some-thread.mjs', import.meta.url)
const open = (most: number, graceMilliseconds = 0) =>
  openThreads<SomeTasks, number>({ entry, settings: {}, most, graceMilliseconds })

/** What a thread that waits looks at: whether it may go on, and how many have begun. */
function gate() {
  const shared = new SharedArrayBuffer(8)
  const numbers = new Int32Array(shared)
  return {
    shared,
    begun: () => Atomics.load(numbers, 1),
    open: () => {
      Atomics.store(numbers, 0, 1)
      Atomics.notify(numbers, 0)
    },
  }
}

describe('threads', () => {
  const two = open(2)
  afterAll(() => two.close())

  it('keep code and fields of what was refused', async () => {
    await expect(two.ask('refuse', '/place')).rejects.toMatchObject({
      kind: 'input',
      code: 'some.code',
      errors: [{ pointer: '/place', detail: 'not this one' }],
    })
  })

  it('tell on the way what they have to tell', async () => {
    const told: number[] = []
    expect(await two.ask('hint', 3, { onNote: (note) => told.push(note) })).toBe('said')
    expect(told).toEqual([1, 2, 3])
  })

  it('hand over bytes', async () => {
    const { bytes, length } = await two.ask('bytes', 10_000)
    expect(length).toBe(10_000)
    expect(Buffer.from(bytes).equals(Buffer.alloc(10_000, 7))).toBe(true)
  })

  it('leave one of them to what is short', async () => {
    const { shared, begun, open: letGo } = gate()
    const long = [1, 2, 3].map(() => two.ask('wait', shared, { isLong: true }))
    await until(() => begun() === 1)
    expect(await two.ask('where', null)).toBeGreaterThan(0)
    expect(begun()).toBe(1)
    letGo()
    expect(await Promise.all(long)).toHaveLength(3)
  })

  it('never begin what nobody waits for', async () => {
    const one = open(1)
    const { shared, begun, open: letGo } = gate()
    const first = one.ask('wait', shared)
    await until(() => begun() === 1)
    const gone = new AbortController()
    const second = one.ask('wait', shared, { signal: gone.signal })
    gone.abort()
    await expect(second).rejects.toMatchObject({ name: 'AbortError' })
    letGo()
    await first
    await one.ask('where', null)
    expect(begun()).toBe(1)
    await one.close()
  })

  it('are ended where nobody waits for them any more', async () => {
    const one = open(1)
    const { shared, begun } = gate()
    const gone = new AbortController()
    const lost = one.ask('forever', shared, { signal: gone.signal })
    await until(() => begun() === 1)
    gone.abort()
    await expect(lost).rejects.toMatchObject({ name: 'AbortError' })
    expect(await one.ask('where', null)).toBeGreaterThan(0)
    await one.close()
  })

  it('are given time to end by themselves, and answer others afterwards', async () => {
    const one = open(1, 600_000)
    const thread = await one.ask('where', null)
    const { shared, begun, open: letGo } = gate()
    const gone = new AbortController()
    const lost = one.ask('wait', shared, { signal: gone.signal })
    await until(() => begun() === 1)
    gone.abort()
    await expect(lost).rejects.toMatchObject({ name: 'AbortError' })
    letGo()
    expect(await one.ask('where', null)).toBe(thread)
    await one.close()
  })
})
