/**
 * Whatever has happened, no plan of any kind hands out what is held out, opted out, leased to others or not yet due.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Plan, Walk } from '@doorwalk/core/walk/answer'
import { type Campaign, CENTRE, REGION, openCampaign, served } from '../../support/scenes/campaign.ts'
import { handedOut } from '../../support/scenes/handed-out.ts'
import { runs } from '../../support/length.ts'

const HOUR = 3_600_000

const step = fc.record({
  what: fc.constantFrom('visit', 'plan', 'commit', 'replan', 'shorten', 'now', 'release', 'wait'),
  which: fc.nat({ max: 20 }),
  kind: fc.constantFrom('opted_out', 'nobody', 'opened', 'no_access'),
  keep: fc.constantFrom('walks', 'least'),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** What the test itself knows of the campaign. */
interface Known {
  campaign: Campaign
  heldOut: Set<string>
  never: Set<string>
  /** Not before, milliseconds. */
  notBefore: Map<string, number>
  /** Walks that hold their targets, by id, and the plan each belongs to. */
  leases: Map<string, Walk>
  plan: Plan | undefined
}

function expectAllowed(known: Known, walks: Walk[], own: Set<string>): void {
  const now = known.campaign.api.clock.time
  const others = new Set(
    [...known.leases.values()].filter(({ walkId }) => !own.has(walkId)).flatMap((walk) => handedOut([walk])),
  )
  const open = walks.map((walk) => ({ ...walk, stops: walk.stops.filter((stop) => !stop.done) }))
  for (const walk of open) {
    // A walk that stays as it is may hold what was done on it.
    if (own.has(walk.walkId) && JSON.stringify(known.leases.get(walk.walkId)) === JSON.stringify(walk))
      continue
    for (const stop of walk.stops) {
      expect(known.heldOut.has(stop.block), 'held out').toBe(false)
      for (const { id } of stop.targets) expectFree(id)
    }
    for (const { id } of walk.reserves) expectFree(id)
  }
  function expectFree(id: string): void {
    expect(known.never.has(id), `${id} opted out`).toBe(false)
    expect(others.has(id), `${id} is leased`).toBe(false)
    expect(known.notBefore.get(id) ?? 0, `${id} not yet due`).toBeLessThanOrEqual(now)
  }
}

async function ok<T>(answer: Response): Promise<T | undefined> {
  if (answer.status === 409) return undefined
  expect(answer.status, await answer.clone().text()).toBeLessThan(300)
  return (await answer.json()) as T
}

async function take(known: Known, { what, which, kind, keep }: Step): Promise<void> {
  const { campaign, leases } = known
  const walk = [...leases.values()][which % Math.max(1, leases.size)]
  const body = { region: REGION, volunteers: 2, minutes: 45, iterations: 300 }
  if (what === 'wait') {
    campaign.api.clock.time += 20 * 60_000
  } else if (what === 'plan' || what === 'commit') {
    const plan = await ok<Plan>(await campaign.send('/v1/plans', { ...body, commit: what === 'commit' }))
    expectAllowed(known, plan?.walks ?? [], new Set())
    if (what === 'commit' && plan) hold(known, plan)
  } else if (what === 'now') {
    const one = await ok<Walk>(
      await campaign.send('/v1/walks', { region: REGION, start: CENTRE, minutes: 20 }),
    )
    if (one) {
      expectAllowed(known, [one], new Set())
      leases.set(one.walkId, one)
    }
  } else if (what === 'replan' && known.plan) {
    const own = new Set(known.plan.walks.map(({ walkId }) => walkId))
    const present = Math.max(1, which % 4)
    const path = `/v1/plans/${known.plan.id}/replan`
    const plan = await ok<Plan>(await campaign.send(path, { present, keep, iterations: 300 }))
    if (!plan) return
    expectAllowed(known, plan.walks, own)
    const named = new Set([...handedOut(plan.walks), ...plan.leftOut.map(({ target }) => target)])
    for (const id of own) {
      const before = leases.get(id)
      if (before) expect(served([before]).filter((target) => !named.has(target))).toEqual([])
      leases.delete(id)
    }
    hold(known, plan)
  } else if (what === 'shorten' && walk) {
    const less = await ok<Walk & { planId: string; released: string[] }>(
      await campaign.send(`/v1/walks/${walk.walkId}/shorten`, { minutes: 15 }),
    )
    if (!less) return
    const { planId: _, released: __, ...rest } = less
    leases.set(walk.walkId, rest)
  } else if (what === 'release' && walk) {
    await ok(await campaign.send(`/v1/walks/${walk.walkId}/release`))
    leases.delete(walk.walkId)
  } else if (what === 'visit' && walk) await visit(known, { walk, which, kind })
}

function hold(known: Known, plan: Plan): void {
  known.plan = plan
  for (const walk of plan.walks) known.leases.set(walk.walkId, walk)
}

async function visit(
  { campaign, never, notBefore }: Known,
  { walk, which, kind }: { walk: Walk; which: number; kind: Step['kind'] },
): Promise<void> {
  const targets = walk.stops.flatMap((stop) => stop.targets)
  const target = targets[which % Math.max(1, targets.length)]
  if (!target) return
  const { id, doors } = target
  const { time } = campaign.api.clock
  const report = {
    opted_out: { knocked: 1, optedOut: 1, scope: 'target' },
    nobody: { knocked: doors },
    opened: { knocked: doors, opened: doors },
    no_access: { noAccess: true },
  }[kind]
  const at = new Date(time).toISOString()
  const visits = [
    { id: `v-${time}-${which}-${id}`.slice(0, 60), target: id, at, walk: walk.walkId, ...report },
  ]
  expect((await campaign.send('/v1/visits', { visits })).status).toBe(200)
  if (kind === 'opted_out' || kind === 'opened') never.add(id)
  else notBefore.set(id, time + 24 * HOUR)
}

it('hands out nothing that it must not, after any history', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 10 }), async (steps) => {
      const campaign = await openCampaign()
      const drawn = await campaign.send('/v1/holdouts', { region: REGION, unit: 'block', share: 0.2 })
      const { id } = (await drawn.json()) as { id: string }
      const item = await campaign.api.world.store.get({ pk: 'C#alpha', sk: `HOLDOUT#${id}` })
      const known: Known = {
        ...{ campaign, plan: undefined, never: new Set(), notBefore: new Map(), leases: new Map() },
        heldOut: new Set(item!.data['members'] as string[]),
      }
      await take(known, { what: 'commit', which: 0, kind: 'nobody', keep: 'walks' })
      for (const each of steps) await take(known, each)
      await take(known, { what: 'plan', which: 0, kind: 'nobody', keep: 'walks' })
      await campaign.api.close()
    }),
    runs({ short: 1, long: Number(process.env['HISTORIES'] ?? 5) }),
  )
})
