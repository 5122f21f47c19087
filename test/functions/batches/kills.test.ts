/** A weekend on a real server that is killed while it plans. */
import { expect, it, onTestFinished } from 'vitest'
import { WEEKEND, openBatchServer } from '../../support/scenes/batch.ts'

it('plans a weekend to the same end, whenever the server is killed', async () => {
  const server = await openBatchServer()
  onTestFinished(() => server.close())
  const torn = await server.plan(WEEKEND, [({ progress }) => progress.done > 0])
  // Drafts: what was planned before changes nothing.
  const calm = await server.plan(WEEKEND)
  expect(torn.kills).toBeGreaterThan(0)
  expect(torn.walked).toEqual(calm.walked)
  const targets = torn.walked.flat().flatMap(([, ids]) => ids)
  expect(new Set(targets).size).toBe(targets.length)
})
