/** Deletions that can be taken back for a while: nothing is lost, nothing stays half done. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Left, UNDO_MILLISECONDS, createRemovals } from '../../../web/src/console/model/removals.ts'

const A = { path: '/v1/plans/a', what: 'A' }
const B = { path: '/v1/areas/b', what: 'B' }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** With a server that answers when it is told to, and what outlives a reload. */
function world(kept: { left: readonly Left[] } = { left: [] }) {
  const sent: string[] = []
  const last: string[] = []
  const answers = new Map<string, { done: () => void; refuse: (why: Error) => void }>()
  const removals = createRemovals({
    send: (path) =>
      new Promise((done, refuse) => {
        sent.push(path)
        answers.set(path, { done, refuse })
      }),
    sendLast: (path) => last.push(path),
    left: { read: () => kept.left, write: (all) => void (kept.left = all) },
  })
  return { removals, sent, last, kept, answer: (path: string) => answers.get(path)! }
}

it('takes what is deleted off the page at once, and sends it when the time is over', async () => {
  const { removals, sent, answer } = world()
  const onDone = vi.fn()
  removals.remove({ ...A, onDone })
  expect([...removals.state().gone]).toEqual([A.path])
  vi.advanceTimersByTime(UNDO_MILLISECONDS - 1)
  expect(sent).toEqual([])
  vi.advanceTimersByTime(1)
  expect(sent).toEqual([A.path])
  expect(removals.state().waiting).toBeNull()
  answer(A.path).done()
  await removals.settle()
  expect(onDone).toHaveBeenCalledOnce()
  expect([...removals.state().gone]).toEqual([A.path])
})

it('sends nothing of what was taken back', () => {
  const { removals, sent } = world()
  const onUndo = vi.fn()
  removals.remove({ ...A, onUndo })
  removals.undo()
  vi.advanceTimersByTime(10 * UNDO_MILLISECONDS)
  expect(sent).toEqual([])
  expect(onUndo).toHaveBeenCalledOnce()
  expect(removals.state()).toEqual({ waiting: null, gone: new Set(), failure: null })
  // There is nothing left to take back.
  removals.undo()
  expect(onUndo).toHaveBeenCalledOnce()
})

it('carries the first out when a second is deleted: only the last can be taken back', () => {
  const { removals, sent } = world()
  removals.remove(A)
  removals.remove(B)
  expect(sent).toEqual([A.path])
  removals.undo()
  expect([...removals.state().gone]).toEqual([A.path])
})

it('brings back what the server does not delete, and says so', async () => {
  const { removals, answer } = world()
  removals.remove(A)
  const settled = removals.settle()
  const error = new Error('not now')
  answer(A.path).refuse(error)
  await settled
  expect(removals.state()).toEqual({ waiting: null, gone: new Set(), failure: { what: 'A', error } })
  removals.forget()
  expect(removals.state().failure).toBeNull()
})

it('lets a change wait until what was deleted before is gone', async () => {
  const { removals, sent, answer } = world()
  removals.remove(A)
  let isSettled = false
  const settled = removals.settle().then(() => (isSettled = true))
  await vi.advanceTimersByTimeAsync(0)
  expect(sent).toEqual([A.path])
  expect(isSettled).toBe(false)
  answer(A.path).done()
  await settled
})

it('sends what waits and what is on its way when the page goes, and makes sure of both in the next', async () => {
  const kept: { left: readonly Left[] } = { left: [] }
  const first = world(kept)
  first.removals.remove(A)
  first.removals.remove(B)
  first.removals.leave()
  expect(first.last).toEqual([A.path, B.path])
  expect(first.removals.state().waiting).toBeNull()
  expect(kept.left).toEqual([
    { ...A, query: '' },
    { ...B, query: '' },
  ])
  const next = world(kept)
  const resumed = next.removals.resume()
  expect([...next.removals.state().gone]).toEqual([A.path, B.path])
  next.answer(A.path).done()
  next.answer(B.path).refuse(new Error('held'))
  await resumed
  expect([...next.removals.state().gone]).toEqual([A.path])
  expect(next.removals.state().failure?.what).toBe('B')
  expect(kept.left).toEqual([])
})

it('asks as it was told to, and keeps that over a reload', async () => {
  const kept: { left: readonly Left[] } = { left: [] }
  const first = world(kept)
  first.removals.remove({ ...A, query: '?walking=refuse' })
  first.removals.leave()
  expect(first.last).toEqual(['/v1/plans/a?walking=refuse'])
  const next = world(kept)
  const resumed = next.removals.resume()
  expect(next.sent).toEqual(['/v1/plans/a?walking=refuse'])
  expect([...next.removals.state().gone]).toEqual([A.path])
  next.answer('/v1/plans/a?walking=refuse').done()
  await resumed
})
