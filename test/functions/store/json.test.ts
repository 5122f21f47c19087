/** JSON that is written in slices: the same bytes, and others have their turn meanwhile. */
import { expect, it } from 'vitest'
import { encodeJson, encodeLarge } from '@doorwalk/functions/store/json'

const target = (index: number) => ({ id: `own-${index}`, location: [2.5, 48], key: undefined })
const request = {
  region: 'Sète “1”',
  seed: 1e21,
  start: null,
  version: undefined,
  skip: {},
  volunteers: [{}, undefined, { id: 'a' }],
  targets: Array.from({ length: 30_000 }, (_, index) => target(index)),
}

it.each([
  ['a request', request, 2],
  ['a task with one', { planId: 'pln_1', request, ledger: { verdicts: { a: { reason: 'leased' } } } }, 3],
  ['a list', request.targets, 1],
  ['an empty list', [], 2],
  ['nothing', null, 2],
  ['a text', 'é', 0],
])('%s is written as it would be in one go', async (_, value, levels) => {
  expect(new TextDecoder().decode(await encodeLarge(value, levels))).toBe(
    new TextDecoder().decode(encodeJson(value)),
  )
})

it('lets the event loop come round', async () => {
  let rounds = 0
  const go = (): void => void (rounds++, (ticking = setImmediate(go)))
  let ticking = setImmediate(go)
  await Promise.all(Array.from({ length: 20 }, () => encodeLarge(request)))
  clearImmediate(ticking)
  expect(rounds).toBeGreaterThan(10)
})
