/**
 * Suggestions over HTTP: what somebody at the meeting point waits for on a warm server, one question at a time, on a
 * plan of 40 walks. The same questions as `bench:suggest`, which asks the planner itself and says how true gains are.
 *
 *     npm run bench:suggest-http -- [REGION_FOLDER …] [--walks 40] [--minutes 90] [--rounds 50]
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createDoorwalk, type Schemas } from '@doorwalk/client'
import { processorSeconds } from '../../test/support/servers/processor.ts'
import { startServerProcess } from '../../test/support/servers/serve.ts'

type Walk = Schemas['Walk']
type Question = Schemas['SuggestRequest']

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    walks: { type: 'string', default: '40' },
    minutes: { type: 'string', default: '90' },
    rounds: { type: 'string', default: '50' },
  },
})
const START_AT = '2026-03-14T12:00:00Z'
/** Questions before those that count: every thread of the server has the streets in hand by then. */
const WARM = 12

const QUESTIONS: Record<string, (walk: Walk) => Question> = {
  'what to add for 15 minutes': ({ walkId }) => ({ for: 'minutes', walk: walkId, minutes: 15 }),
  'where a latecomer of 60 minutes goes': ({ stops }) => {
    const { location } = stops[Math.floor(stops.length / 3)]!
    return { for: 'latecomer', id: 'late', minutes: 60, start: [...location] }
  },
  'who takes a walk': ({ walkId }) => ({
    ...{ for: 'walk', walk: walkId, volunteers: [{ id: 'there', minutes: 60 }] },
  }),
}

for (const folder of positionals.length > 0 ? positionals : ['data/paris-9e-10e'])
  await measure(resolve(folder))

async function measure(folder: string): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'doorwalk-suggest-'))
  const server = await startServerProcess(data, {
    ...{ regions: [folder], env: { DOORWALK_RATE: '100000', DOORWALK_SYNC_SECONDS: '600' } },
  })
  try {
    const doorwalk = createDoorwalk({ url: server.url, key: server.key })
    const plan = await doorwalk.makePlan({
      ...{ region: basename(folder), volunteers: Number(values.walks), minutes: Number(values.minutes) },
      startAt: START_AT,
    })
    if (plan.detail !== 'full')
      throw new Error('this plan is too large to be told whole: ask for fewer walks')
    const ask = async (body: Question): Promise<number> => {
      const from = performance.now()
      await doorwalk.POST('/v1/plans/{planId}/suggest', { params: { path: { planId: plan.id } }, body })
      return performance.now() - from
    }
    const walkOf = (round: number): Walk => plan.walks[(round * 7) % plan.walks.length]!
    const all = Object.entries(QUESTIONS)
    await Promise.all(
      Array.from({ length: WARM }, (_, round) => ask(all[round % all.length]![1](walkOf(round)))),
    )
    const { targets } = plan.summary
    console.log(
      `${basename(folder)}: ${plan.walks.length} walks, ${targets} targets, load ${loadavg()[0]!.toFixed(1)}`,
    )
    console.log(
      '| question | median | 95th percentile | most | processor |\n| --- | ---: | ---: | ---: | ---: |',
    )
    for (const [name, bodyOf] of all) {
      const times: number[] = []
      const used = processorSeconds(server.pid)
      for (let round = 0; round < Number(values.rounds); round++) times.push(await ask(bodyOf(walkOf(round))))
      const mean = ((processorSeconds(server.pid) - used) * 1_000) / times.length
      const figures = [at(times, 0.5), at(times, 0.95), at(times, 1), mean]
      console.log(`| ${name} | ${figures.map((figure) => `${figure.toFixed(0)} ms`).join(' | ')} |`)
    }
  } finally {
    await server.stop()
    await rm(data, { recursive: true })
  }
}

function at(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))]!
}
