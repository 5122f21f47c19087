/**
 * Random edits by hand of plans of 40 walks, over HTTP, as an organiser meets them: seconds of each, warm; whether all
 * walks that no edit names stay as they are; the prize against planning anew with the same pins, keys, exclusions and
 * walkers; and whether undo brings the walks back byte for byte.
 *
 *     npm run bench:edits -- [--regions DIR] [--edits 200] [--walks 40] [--minutes 45] [--seed 1] [--chain 5]
 *
 * `--regions` holds prepared regions (default: the bundled one). Edits are made on the plan before, `--chain` of them
 * in a row; then all are taken back and the next row begins. Repeatable but for the times.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Random } from '@doorwalk/core/solver/chance/random'
import type { Plan } from '@doorwalk/core/walk/answer'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { processorSeconds } from '../../test/support/servers/processor.ts'
import { startServerProcess } from '../../test/support/servers/serve.ts'
import { type Held, openAnew } from './planned-anew.ts'
import { drawEdit } from './random-edits.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({
  options: {
    regions: { ...text, default: resolve(import.meta.dirname, '../../data') },
    edits: { ...text, default: '200' },
    walks: { ...text, default: '40' },
    minutes: { ...text, default: '45' },
    seed: { ...text, default: '1' },
    chain: { ...text, default: '5' },
  },
})
const [edits, walks, minutes, seed, chain] = [
  values.edits,
  values.walks,
  values.minutes,
  values.seed,
  values.chain,
].map(Number) as [number, number, number, number, number]
/** Plans at once, more than the server has threads. */
const WARM = 6
const START_AT = '2026-03-14T14:00:00+01:00'

const folder = resolve(values.regions)
const data = await mkdtemp(join(tmpdir(), 'doorwalk-bench-'))
const server = await startServerProcess(data, { regions: [folder], env: { DOORWALK_RATE: '100000' } })
try {
  for (const region of await diskRegions([folder]).list()) await measure(region)
} finally {
  await server.stop()
  await rm(data, { recursive: true })
}

async function call(
  path: string,
  body?: object,
): Promise<{ status: number; value: Plan & { code?: string } }> {
  const answer = await fetch(server.url + path, {
    method: body ? 'POST' : 'GET',
    headers: {
      Authorization: `Bearer ${server.key}`,
      'Content-Type': 'application/json',
      Prefer: 'wait=60',
      // Planning anew takes longer than servers wait for the next request.
      Connection: 'close',
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: answer.status, value: (await answer.json()) as Plan }
}

async function measure(region: string): Promise<void> {
  const asked = { region, volunteers: walks, minutes, startAt: START_AT, seed }
  const { value: base } = await call('/v1/plans', asked)
  const planAnew = openAnew(folder, asked)
  const random = new Random(seed)
  const seconds: number[] = []
  const used: number[] = []
  const gaps: number[] = []
  let [made, refused, ofOthers, kept, sameBytes, undone, broughtBack] = [0, 0, 0, 0, 0, 0, 0]
  let plan = base
  // Every thread of the server has the streets in hand.
  await Promise.all(Array.from({ length: WARM }, () => call('/v1/plans', { ...asked, iterations: 0 })))
  await call(`/v1/plans/${plan.id}/edits`, { edits: [{ type: 'exclude', target: firstTarget(plan) }] })
  plan = (await call('/v1/plans', asked)).value
  const first = JSON.stringify(plan.walks)
  while (made < edits) {
    const held: Held[] = []
    let steps = 0
    while (steps < chain && made < edits) {
      const left = plan.leftOut.filter(({ reason }) => reason === 'not_selected').map(({ target }) => target)
      const { edit, touches } = drawEdit(plan, random, left)
      const [ticks, from] = [processorSeconds(server.pid), performance.now()]
      const { status, value } = await call(`/v1/plans/${plan.id}/edits`, { edits: [edit] })
      const took = (performance.now() - from) / 1000
      if (status !== 201) {
        refused++
        continue
      }
      seconds.push(took)
      used.push(processorSeconds(server.pid) - ticks)
      made++
      steps++
      held.push({ edit, plan })
      const now = new Map(value.walks.map((walk) => [walk.walkId, walk]))
      const others = plan.walks.filter(({ walkId }) => !touches.includes(walkId))
      const stay = others.map((walk) => {
        const next = now.get(walk.walkId)
        if (JSON.stringify(next) === JSON.stringify(walk)) return 'bytes'
        return next && JSON.stringify({ ...next, reserves: walk.reserves }) === JSON.stringify(walk)
          ? 'walk'
          : 'no'
      })
      if (touches.length < plan.walks.length) {
        ofOthers++
        if (!stay.includes('no')) kept++
        if (stay.every((how) => how === 'bytes')) sameBytes++
      }
      plan = value
    }
    const anew = await planAnew(held, plan)
    gaps.push(plan.summary.prize / anew.summary.prize - 1)
    plan = (await call(`/v1/plans/${plan.id}/edits`, { undo: steps })).value
    undone++
    if (JSON.stringify(plan.walks) === first) broughtBack++
  }
  const spread = (all: number[]) => {
    const sorted = all.toSorted((a, b) => a - b)
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
    return `median ${at(0.5).toFixed(2)}, 95th percentile ${at(0.95).toFixed(2)}, longest ${at(1).toFixed(2)}`
  }
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  const percent = (value: number, digits = 1) => `${(100 * value).toFixed(digits)} %`
  console.log(
    [
      `${region}: ${made} edits of a plan of ${base.walks.length} walks and ${base.summary.targets} targets, ${refused} more refused`,
      `  seconds of an edit: ${spread(seconds)}; of the processor: ${spread(used)}`,
      `  all walks that the edit does not name stay: ${percent(kept / ofOthers)} of ${ofOthers} edits, reserves included ${percent(sameBytes / ofOthers)}`,
      `  prize against planning anew with the same wishes, after ${chain} edits: mean ${percent(mean, 2)}, lowest ${percent(Math.min(...gaps), 2)}, of ${gaps.length}`,
      `  undo of ${chain} edits brings the walks back byte for byte: ${broughtBack} of ${undone}`,
    ].join('\n'),
  )
}

function firstTarget({ walks: [walk] }: Plan): string {
  return walk!.stops[0]!.targets[0]!.id
}
