/** Random edits in rows, in a campaign: what holds for every plan holds, nothing else moves, undo is exact. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PlanRequest } from '@doorwalk/core/request/request'
import { Random } from '@doorwalk/core/solver/chance/random'
import type { Plan } from '@doorwalk/core/walk/answer'
import { drawEdit } from '../../../bench/field/random-edits.ts'
import { type Campaign, REGION, openCampaign, served } from '../../support/scenes/campaign.ts'
import { checkPlan, targetsOf } from '../../support/check-plan.ts'
import { handedOut } from '../../support/scenes/handed-out.ts'

const ROWS = 24
const EDITS = 6

let campaign: Campaign
beforeAll(async () => {
  campaign = await openCampaign()
})
afterAll(() => campaign.api.close())

it.each(Array.from({ length: ROWS }, (_, row) => row))('row %i', { timeout: 120_000 }, async (row) => {
  const random = new Random(row + 1)
  const isLeased = row % 3 === 0
  const asked = { volunteers: 6, minutes: 45, seed: row + 1, commit: isLeased }
  const first = await campaign.plan(asked)
  const request = PlanRequest.parse({ region: REGION, ...asked })
  let plan = first
  let steps = 0
  while (steps < EDITS) {
    const left = plan.leftOut.filter(({ reason }) => reason === 'not_selected').map(({ target }) => target)
    const { edit, touches } = drawEdit(plan, random, left)
    const answer = await campaign.send(`/v1/plans/${plan.id}/edits`, { edits: [edit] })
    const next = (await answer.json()) as Plan & { code?: string }
    if (answer.status !== 201) {
      expect([400, 422], JSON.stringify([edit, next])).toContain(answer.status)
      continue
    }
    steps++
    checkPlan(next, request)
    expect(targetsOf(next)).toEqual(targetsOf(plan))
    expect(next.meetingPoint).toEqual(plan.meetingPoint)
    for (const walk of plan.walks) {
      if (touches.includes(walk.walkId)) continue
      const now = next.walks.find(({ walkId }) => walkId === walk.walkId)
      expect(JSON.stringify({ ...now, reserves: walk.reserves }), JSON.stringify(edit)).toBe(
        JSON.stringify(walk),
      )
    }
    for (const { target, walk } of next.edits!.pins)
      expect(served(next.walks.filter(({ walkId }) => walkId === walk))).toContain(target)
    expect(next.edits!.cost!.after).toMatchObject({ walks: next.walks.length, doors: next.summary.doors })
    plan = next
  }
  const undo = await campaign.send(`/v1/plans/${plan.id}/edits`, { undo: EDITS })
  const back = (await undo.json()) as Plan
  expect(JSON.stringify(back.walks)).toBe(JSON.stringify(first.walks))
  const redo = await campaign.send(`/v1/plans/${back.id}/edits`, { redo: EDITS })
  const again = (await redo.json()) as Plan
  expect(JSON.stringify(again.walks)).toBe(JSON.stringify(plan.walks))
  if (!isLeased) return
  const held = (await campaign.plan({ volunteers: 8 })).leftOut.filter(({ reason }) => reason === 'leased')
  expect(held.map(({ target }) => target)).toEqual(handedOut(again.walks).toSorted())
  for (const { walkId } of again.walks) await campaign.send(`/v1/walks/${walkId}/release`)
})
