/** A plan of the command in a process of its own, for benches that compare checkouts. */
import { expect, it } from 'vitest'
import { resolve } from 'node:path'
import { planBy } from '../../../bench/field/plan-process.ts'
import { BUNDLED } from '../../support/worlds/regions.ts'

const checkout = resolve(import.meta.dirname, '../../..')
const asked = { checkout, region: BUNDLED, volunteers: 2, minutes: 30, seed: 3, iterations: 50 }

it('tells the plan and what it took', async () => {
  const { plan, processor } = await planBy(asked)
  expect(plan).toMatchObject({ seed: 3, iterations: 50, walks: [{ number: 1 }, { number: 2 }] })
  expect(processor).toBeGreaterThan(0.1)
})

it('says what the command says where it fails', async () => {
  await expect(planBy({ ...asked, minutes: 1 })).rejects.toThrow(/minutes/)
})
