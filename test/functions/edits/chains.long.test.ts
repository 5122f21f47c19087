/**
 * Random chains of edits, undo, redo, walks under way, roll-calls and suggestions on random plans: every plan is valid
 * and does what was asked for, tells the change as it is, and leaves alone what nobody named.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPlan, readRequest } from '@doorwalk/functions/plans/plans'
import type { PlanEdit } from '@doorwalk/core/request/edit-request'
import type { Suggestions } from '@doorwalk/core/suggestion/answer'
import type { Plan } from '@doorwalk/core/walk/answer'
import { checkPlan, targetsOf } from '../../support/check-plan.ts'
import { type Chance, chanceOf } from '../../support/edits/chance.ts'
import { drawEdits } from '../../support/edits/draw-edits.ts'
import { type Known, drawPlan, knownBy } from '../../support/edits/draw-plan.ts'
import { faultsOfChange, idsOn } from '../../support/edits/verify-change.ts'
import { faultsOfPlan } from '../../support/edits/verify-plan.ts'
import { type Campaign, REGION, campaignOf, openCampaign } from '../../support/scenes/campaign.ts'

/** `CHAINS=200 CHAINS_FROM=1000 CHAINS_REGION=rome CHAINS_FOLDER=…` tries others, on a region that was prepared. */
const { CHAINS = '16', CHAINS_FROM = '1', CHAINS_REGION: region = REGION, CHAINS_FOLDER } = process.env
const STEPS = 12

let campaign: Campaign
let known: Known
beforeAll(async () => {
  const one = await openCampaign()
  campaign = CHAINS_FOLDER === undefined ? one : await openCampaign({ regionRoots: [CHAINS_FOLDER] })
  if (campaign !== one) await one.api.close()
  known = knownBy(region, await campaign.plan({ region, volunteers: 8, minutes: 60, iterations: 0 }))
})
afterAll(() => campaign.api.close())

interface Chain extends Omit<Campaign, 'plan'> {
  name: string
  chance: Chance
  plan: Plan
  /** All plans of it. */
  plans: Map<string, Plan>
  /** Nobody has set out, and no walk was handed over. */
  isFresh: boolean
  isLeased: boolean
}

it.each(Array.from({ length: Number(CHAINS) }, (_, at) => Number(CHAINS_FROM) + at))(
  'chain %i',
  { timeout: 300_000 },
  async (seed) => {
    const chain = await open(seed)
    if (chain) for (let step = 0; step < STEPS && chain.plan.walks.length > 0; step++) await go(chain, step)
    if (chain?.isLeased) await checkLeases(chain)
  },
)

async function open(seed: number): Promise<Chain | null> {
  const name = `chain${seed}`
  const chance = chanceOf(seed)
  const { api } = campaign
  const own = campaignOf(api, await api.key(name, 'organiser'))
  await own.send(`/v1/campaigns/${name}`, { firstKnock: '00:00', lastKnock: '23:59' }, { method: 'PUT' })
  const asked = drawPlan(known, chance)
  const startAt = new Date(api.clock.time).toISOString()
  const answer = await own.send('/v1/plans', { ...asked, startAt })
  // Nobody can do anything of it.
  if (answer.status === 422) return null
  expect(answer.status, await answer.clone().text()).toBe(201)
  const plan = (await answer.json()) as Plan
  const chain: Chain = { ...own, name, chance, plan, plans: new Map(), isFresh: true, isLeased: asked.commit }
  await keep(chain, plan)
  return chain
}

/** The plan goes on as this one, which is what a plan must be. */
async function keep(chain: Chain, answer: Plan, edits?: PlanEdit[] | null): Promise<void> {
  const { api, name, plan: before } = chain
  const ref = { campaign: name, planId: answer.id }
  const plan = (await readPlan(api.world, ref))!
  expect(JSON.stringify(plan.walks)).toBe(JSON.stringify(answer.walks))
  const asked = await readRequest(api.world, ref)
  checkPlan(plan, asked)
  expect(faultsOfPlan(plan, { asked, isFresh: chain.isFresh })).toEqual([])
  if (edits !== undefined) {
    expect(faultsOfChange({ before, after: plan, edits })).toEqual([])
    expect(targetsOf(plan)).toEqual(targetsOf(before))
    expect(plan.meetingPoint).toEqual(before.meetingPoint)
  }
  chain.plan = plan
  chain.plans.set(plan.id, plan)
}

async function go(chain: Chain, step: number): Promise<void> {
  const { chance, plan, isLeased } = chain
  const { steps = [], undone = [] } = plan.edits ?? {}
  const kind = chance.below(100)
  if (kind < 66) return edit(chain, drawEdits(plan, known, chance))
  if (kind < 78) return takeBack(chain, { undo: 1 + chance.below(steps.length + 1) })
  if (kind < 86) return takeBack(chain, { redo: 1 + chance.below(undone.length + 1) })
  if (kind < 90 && isLeased) return setOut(chain, step)
  return kind < 94 ? callRoll(chain) : suggest(chain)
}

async function edit(chain: Chain, edits: PlanEdit[]): Promise<void> {
  const answer = await chain.send(`/v1/plans/${chain.plan.id}/edits`, { edits })
  if (answer.status !== 201) return expectRefused(chain, answer, edits)
  await keep(chain, (await answer.json()) as Plan, edits)
}

/** It names the edit, and nothing is changed. */
async function expectRefused(chain: Chain, answer: Response, of: unknown): Promise<void> {
  const problem = (await answer.json()) as { code: string; errors?: { pointer: string }[] }
  const told = JSON.stringify([of, problem])
  expect([400, 422], told).toContain(answer.status)
  expect(problem.errors?.[0]?.pointer, told).toMatch(/^\/(edits(\/\d+.*)?|undo|redo)$/)
  const now = await chain.get<Plan & { replacedBy: string | null }>(`/v1/plans/${chain.plan.id}`)
  expect([now.replacedBy, JSON.stringify(now.walks)]).toEqual([null, JSON.stringify(chain.plan.walks)])
}

async function takeBack(chain: Chain, body: { undo: number } | { redo: number }): Promise<void> {
  const { plan: before, plans } = chain
  const answer = await chain.send(`/v1/plans/${before.id}/edits`, body)
  if (answer.status !== 201) return expectRefused(chain, answer, body)
  const { steps, undone } = before.edits!
  const of = 'undo' in body ? steps.at(-body.undo)!.of : undone[body.redo - 1]!.plan
  await keep(chain, (await answer.json()) as Plan, null)
  const [then, now] = [plans.get(of)!, chain.plan]
  for (const name of ['walks', 'leftOut', 'summary', 'warnings'] as const)
    expect(JSON.stringify(now[name]), `${JSON.stringify(body)}: ${name}`).toBe(JSON.stringify(then[name]))
  expect([now.edits!.pins, now.edits!.locks]).toEqual([then.edits?.pins ?? [], then.edits?.locks ?? []])
}

async function setOut(chain: Chain, step: number): Promise<void> {
  const { api, chance, plan, send } = chain
  const { walkId, stops } = chance.pick(plan.walks)
  await send(`/v1/walks/${walkId}/start`)
  chain.isFresh = false
  api.clock.time += 60_000 * (1 + chance.below(8))
  const at = new Date(api.clock.time).toISOString()
  const done = stops.slice(0, chance.below(4)).flatMap(({ targets }) => targets)
  const visits = done.map(({ id: target, doors }, index) => {
    const id = `${chain.name}-${step}-${index}`
    return { id, target, at, walk: walkId, knocked: doors, opened: Math.min(1, doors) }
  })
  if (visits.length > 0) expect((await send('/v1/visits', { visits })).status).toBe(200)
}

async function callRoll(chain: Chain): Promise<void> {
  const { chance, plan: before } = chain
  const gone = chance.is(0.6) ? { gone: [chance.pick(before.walks).walker] } : {}
  const roll = { ...gone, keep: chance.pick(['walks', 'least']) }
  const answer = await chain.send(`/v1/plans/${before.id}/replan`, roll)
  if (answer.status === 400) return
  expect(answer.status, await answer.clone().text()).toBe(201)
  chain.isFresh = false
  await keep(chain, (await answer.json()) as Plan)
  const { pins = [], locks = [], gone: lost = [] } = chain.plan.edits ?? {}
  const done = new Set(
    before.walks.flatMap(({ stops }) => stops.flatMap((stop) => stop.targets)).map(({ id }) => id),
  )
  for (const { target } of before.edits?.pins ?? [])
    expect([...pins, ...lost].some((one) => one.target === target) || done.has(target), target).toBe(true)
  for (const lock of before.edits?.locks ?? []) {
    expect([...locks, ...lost.map(({ walk }) => walk)]).toContain(lock)
    const [was, is] = [before, chain.plan].map(({ walks }) => walks.find(({ walkId }) => walkId === lock))
    if (locks.includes(lock)) expect(is && idsOn(is)).toEqual(was && idsOn(was))
  }
}

/** What is suggested can be done. */
async function suggest(chain: Chain): Promise<void> {
  const { chance, plan } = chain
  const { walkId } = chance.pick(plan.walks)
  const start = chance.is(0.5) ? { start: chance.pick(known.targets).location } : {}
  const wish = chance.pick([
    { for: 'latecomer', minutes: 40, ...start },
    { for: 'minutes', walk: walkId, minutes: 15 },
    { for: 'walk', walk: walkId, volunteers: [{ minutes: 40 }, {}] },
  ])
  const answer = await chain.send(`/v1/plans/${plan.id}/suggest`, { ...wish, most: 20 })
  if (answer.status === 409) return
  expect(answer.status, await answer.clone().text()).toBe(200)
  const { suggestions } = (await answer.json()) as Suggestions
  if (suggestions.length === 0) return
  const { edits } = chance.pick(suggestions)
  const done = await chain.send(`/v1/plans/${plan.id}/edits`, { edits })
  expect(done.status, `${JSON.stringify([wish, edits])} ${await done.clone().text()}`).toBe(201)
  await keep(chain, (await done.json()) as Plan, edits)
}

/** Held is what stands on the walks, once, and nothing else. */
async function checkLeases({ api, name, plan, send }: Chain): Promise<void> {
  const answer = await send('/v1/plans', { region, volunteers: 2, minutes: 30, iterations: 0 })
  const { id } = (await answer.json()) as Plan
  const { leftOut } = (await readPlan(api.world, { campaign: name, planId: id }))!
  const outBy = (why: string) => leftOut.flatMap(({ reason, target }) => (reason === why ? [target] : []))
  const visited = new Set(outBy('visited'))
  const held = plan.walks.flatMap((walk) => [...idsOn(walk), ...walk.reserves.map((one) => one.id)])
  // Targets of its own no other request knows.
  const expected = held.filter((target) => !visited.has(target) && !target.startsWith('own-'))
  expect(outBy('leased').toSorted()).toEqual(expected.toSorted())
}
