/** A weekend on a real server that is killed while it plans. */
import { expect, it } from 'vitest'
import { WEEKEND, batchThroughKills } from '../support/batch.ts'

it('plans a weekend to the same end, whenever the server is killed', async () => {
  const calm = await batchThroughKills({ wish: WEEKEND, moments: [] })
  const torn = await batchThroughKills({ wish: WEEKEND, moments: [({ progress }) => progress.done > 0] })
  expect(torn.kills).toBeGreaterThan(0)
  expect(torn.walked).toEqual(calm.walked)
  const targets = torn.walked.flat().flatMap(([, ids]) => ids)
  expect(new Set(targets).size).toBe(targets.length)
})
