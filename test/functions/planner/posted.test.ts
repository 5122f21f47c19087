/** A task comes to a planning thread as it was sent, and what is large of it as bytes. */
import { expect, it } from 'vitest'
import { PlanRequest } from '@doorwalk/core/request/request'
import { posted, received } from '@doorwalk/functions/planner/posted'
import type { PlanTask } from '@doorwalk/functions/ports/planner'
import { fixturePlan } from '../../support/worlds/plan-fixture.ts'

const task: PlanTask = {
  planId: 'pln_1',
  request: PlanRequest.parse({ region: 'tiny', volunteers: 2, targets: [{ id: 'own', location: [2, 48] }] }),
  ledger: { verdicts: { a: { reason: 'leased' }, b: { doors: 3 } }, heldOut: ['8a1fb46622d7fff'] },
}
const { walks } = fixturePlan({ walks: 2, stops: 2 })
const walker = { walk: null, done: [], ahead: [['a']], doors: new Map([['a', 1]]), keys: new Set(['a']) }

it.each([
  ['a plan', task],
  [
    'a plan that goes on from another',
    {
      ...task,
      continuation: {
        keptWalks: walks,
        walkers: [{ ...walker, startAt: '2026-03-14T14:00:00+01:00', onlyOwn: false }],
        ...{ lastNumber: 2, lastRank: null },
      },
    },
  ],
])('%s', async (_, sent) => {
  const onTheWay = await posted(sent)
  expect(structuredClone(onTheWay.rest)).not.toHaveProperty('request')
  expect(JSON.stringify(onTheWay.rest).length).toBeLessThan(400)
  expect(received(structuredClone(onTheWay))).toEqual(sent)
})

it('an estimate', async () => {
  const { request, ledger } = task
  const sent = { estimate: { ...request, upTo: 3, goal: 0.8, volunteers: 1 }, ledger }
  expect(received(structuredClone(await posted(sent)))).toEqual(sent)
})
