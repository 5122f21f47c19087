/**
 * Roll-call on a prepared region: 20 planned, 12 present, in both ways of keeping. Tells the CPU seconds of a warm
 * replan, the share of targets still to do that stay with their walker, and the prize against a plan made for 12 from
 * the start.
 *
 *     npx tsx bench/ledger/replan.ts REGION_FOLDER [targets] [planned] [present]
 */
import { basename, resolve } from 'node:path'
import { keepRouters } from '@doorwalk/core/matrix/street-router'
import type { PlanningPorts } from '@doorwalk/core/assembly/planning-ports'
import { planWalks } from '@doorwalk/core/plan'
import { continueWalks } from '@doorwalk/core/replan/continue-walks'
import { earlierPlan } from '@doorwalk/core/replan/earlier-plan'
import { callRoll } from '@doorwalk/core/replan/roll-call'
import { PlanRequest, ReplanRequest } from '@doorwalk/core/request/request'
import type { Plan } from '@doorwalk/core/walk/answer'
import { changesOf } from '@doorwalk/core/replan/changes'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'

const [folder, targets = '800', planned = '20', present = '12'] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: REGION_FOLDER [targets] [planned] [present]')
const NOON = '2026-03-14T12:00:00Z'
const world: PlanningPorts = {
  regions: diskRegions([folder]),
  clock: { now: () => Date.parse(NOON) },
  id: (prefix) => `${prefix}_bench`,
  router: keepRouters(),
}
const cpu = (): number => process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6

/** As many targets as asked for, around the meeting point: the others of the region are skipped. */
async function requestFor(count: number, volunteers: number): Promise<PlanRequest> {
  const whole = { region: basename(resolve(folder!)), volunteers, minutes: 120, startAt: NOON }
  const all = await planWalks(PlanRequest.parse({ ...whole, iterations: 0 }), world)
  const ids = [
    ...all.walks.flatMap(({ stops }) => stops.flatMap((stop) => stop.targets.map(({ id }) => id))),
    ...all.leftOut.filter(({ reason }) => reason === 'not_selected').map(({ target }) => target),
  ]
  const skip = { targets: ids.slice(count) }
  return PlanRequest.parse({ ...whole, skip, ...(all.meetingPoint ? { start: all.meetingPoint } : {}) })
}

const request = await requestFor(Number(targets), Number(planned))
const plan = await planWalks(request, world)
const fresh = await planWalks({ ...request, volunteers: Number(present) }, world)
const walks = plan.walks.map((walk) => ({ walk, begunAt: null, isOver: false, done: new Set<string>() }))
console.log(`${plan.summary.targets} of ${targets} targets on ${plan.summary.walks} walks`)
for (const keep of ['walks', 'least'] as const) {
  const present = callRoll(walks, ReplanRequest.parse({ present: someOf(plan), keep }))
  const volunteers = present.map(({ walker }) => ({ id: walker }))
  const base = { ...request, volunteers }
  const { continuation, request: next } = continueWalks({
    walks,
    present,
    keep,
    request: base,
    startAt: NOON,
    now: NOON,
    lastNumber: plan.walks.length,
  })
  const times: number[] = []
  let made = plan
  for (let round = 0; round < 3; round++) {
    const from = cpu()
    made = await planWalks(next, { ...world, earlier: earlierPlan(continuation) })
    times.push(cpu() - from)
  }
  const { stayed, changes } = changesOf(walks, made)
  const counts = new Map<string, number>()
  for (const { change } of changes) counts.set(change, (counts.get(change) ?? 0) + 1)
  console.log(
    `${keep}: ${Math.min(...times).toFixed(2)} CPU s, ${(100 * stayed).toFixed(1)} % stay, ` +
      `prize ${((100 * made.summary.prize) / fresh.summary.prize).toFixed(1)} % of a fresh plan; ` +
      [...counts].map(([change, count]) => `${count} ${change}`).join(', '),
  )
}

/** Spread over the ranks: those who stay away are not those with the poorest walks. */
function someOf({ walks: all }: Plan): string[] {
  const order = [...all].sort((a, b) => a.rank - b.rank).map(({ walker }) => walker)
  return order.filter(
    (_, index) =>
      Math.floor(((index + 1) * Number(present)) / order.length) >
      Math.floor((index * Number(present)) / order.length),
  )
}
