/**
 * What the wishes of a plan cost, by the short searches of the API, and by planning anew without each of them.
 *
 *     npm run bench:prices -- [REGION_FOLDER …] [--walks 40] [--minutes 90] [--seeds 3]
 */
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { PlanningPorts } from '@doorwalk/core/assembly/planning-ports'
import { keepRouters } from '@doorwalk/core/matrix/street-router'
import { planWalks } from '@doorwalk/core/plan'
import { priceWishes } from '@doorwalk/core/price/price'
import { PlanRequest, type PlanRequestInput } from '@doorwalk/core/request/request'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    walks: { type: 'string', default: '40' },
    minutes: { type: 'string', default: '90' },
    seeds: { type: 'string', default: '3' },
  },
})
const NOON = '2026-03-14T12:00:00Z'
const NO_LIMIT_MILLISECONDS = 600_000

for (const folder of positionals.length > 0 ? positionals : ['data/paris-9e-10e']) {
  const ports: PlanningPorts = {
    regions: diskRegions([folder]),
    clock: { now: () => Math.round(performance.now()) },
    id: (prefix) => `${prefix}_bench`,
    router: keepRouters(),
  }
  const whole = { region: basename(resolve(folder)), minutes: Number(values.minutes), startAt: NOON }
  const free = await planWalks(PlanRequest.parse({ ...whole, volunteers: 1, iterations: 0 }), ports)
  const open = free.leftOut.filter(({ reason }) => reason === 'not_selected').map(({ target }) => target)
  // Every tenth target is a key building, every tenth is skipped, every second walker avoids stairs.
  const every = (from: number) => open.filter((_, index) => index % 10 === from)
  for (let seed = 1; seed <= Number(values.seeds); seed++) {
    const asked: PlanRequestInput = {
      ...{ ...whole, seed, ...(free.meetingPoint && { start: free.meetingPoint }) },
      volunteers: Array.from({ length: Number(values.walks) }, (_, index) => ({
        avoidStairs: index % 2 === 0,
      })),
      doors: 60,
      targets: every(0).map((id) => ({ id, key: true, priority: 50 })),
      skip: { targets: every(5) },
    }
    const request = PlanRequest.parse(asked)
    const plan = await planWalks(request, ports)
    const walks = plan.walks.map((walk) => ({ walk, walker: walk.walker, begunAt: null, isOver: false }))
    const standing = { id: plan.id, request, walks, isDone: () => false, edits: { pins: [], locks: [] } }
    const from = performance.now()
    const priced = await priceWishes(
      { plan: standing, asked: {}, withHoldouts: null, milliseconds: NO_LIMIT_MILLISECONDS },
      ports,
    )
    const took = ((performance.now() - from) / 1000).toFixed(1)
    const { prize, searched, uncertainty, stoppedBy } = priced
    console.log(
      `${request.region}, seed ${seed}: ${took} s, prize ${prize}, searched on +${searched}, ±${uncertainty}, ${stoppedBy}`,
    )
    const anew: Record<string, PlanRequestInput> = {
      return: { ...asked, closed: false },
      start: { ...asked, start: 'anywhere' },
      doors: without(asked, 'doors'),
      stairs: { ...asked, volunteers: Number(values.walks) },
      keys: { ...asked, targets: asked.targets!.map((one) => ({ ...one, key: false })) },
      excluded: without(asked, 'skip'),
    }
    for (const { wish, verdict, prize: price, doors } of priced.wishes) {
      const other = await planWalks(PlanRequest.parse(anew[wish]), ports)
      const gain = other.summary.prize - plan.summary.prize
      console.log(`  ${wish}: ${verdict} ${price} (${doors} doors); planned anew ${gain.toFixed(2)}`)
    }
  }
}

function without(asked: PlanRequestInput, field: 'doors' | 'skip'): PlanRequestInput {
  const { [field]: _left, ...rest } = asked
  return rest
}
