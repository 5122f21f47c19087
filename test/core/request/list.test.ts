/** Lists of requests: read as any other, and with pauses where somebody is to be answered meanwhile. */
import { afterEach, describe, expect, it } from 'vitest'
import { pauseInLists } from '@doorwalk/core/request/list'
import { PlanRequest } from '@doorwalk/core/request/request'

const body = (targets: object[], more: object = {}): unknown => ({
  region: 'tiny',
  volunteers: [{ start: [2, 48] }, {}],
  area: { type: 'Polygon', coordinates: [Array.from({ length: 500 }, (_, index) => [2, index / 100])] },
  targets,
  ...more,
})
const rightOnes = Array.from({ length: 1_000 }, (_, index) => ({ id: `own-${index}`, location: [2, 48] }))
const wrongOnes = rightOnes.map((target) => ({ ...target, doors: -1 }))

/** Each pause lets the event loop come round. */
function countPauses(): { taken: number } {
  const count = { taken: 0 }
  pauseInLists(() => () => {
    count.taken++
    return new Promise((done) => setImmediate(done))
  })
  return count
}
afterEach(() => pauseInLists(() => () => undefined))

describe('a long list', () => {
  it('is read with pauses, to the same value', async () => {
    const pauses = countPauses()
    const result = await PlanRequest.safeParseAsync(body(rightOnes))
    expect(pauses.taken).toBeGreaterThan(1_500)
    expect(result.data).toEqual(PlanRequest.parse(body(rightOnes)))
  })

  it('is refused with the same faults, and not read on after a hundred', async () => {
    const pauses = countPauses()
    const wrong = body(wrongOnes, { seed: 'one', area: { type: 'Polygon', coordinates: [[[0]]] } })
    const result = await PlanRequest.safeParseAsync(wrong)
    const inOrder = (issues: { path: PropertyKey[] }[]) => issues.map(({ path }) => path.join('/')).sort()
    expect(inOrder(result.error!.issues)).toEqual(inOrder(PlanRequest.safeParse(wrong).error!.issues))
    expect(result.error!.issues.length).toBeGreaterThan(100)
    expect(pauses.taken).toBeLessThan(200)
  })

  it('that is read at once has none', () => {
    const pauses = countPauses()
    expect(PlanRequest.safeParse(body(rightOnes)).success).toBe(true)
    expect(pauses.taken).toBe(0)
  })
})
