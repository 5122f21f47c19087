/**
 * Many volunteers ask for a walk at the same moment from one place: while the server is killed in the middle, after it
 * was started again, and once more when it is warm. Counts targets that were handed out twice and answers that are not
 * as documented, and how far the hulls of walks asked for together overlap.
 *
 *     npx tsx bench/ledger/walks.ts [rounds] [clients]
 */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Walk } from '@doorwalk/core/walk/answer'
import { type Point, overlapOf } from '../field/shape.ts'
import { handedOut } from '../../test/support/scenes/handed-out.ts'
import { type ServerProcess, startServerProcess } from '../../test/support/servers/serve.ts'

const [rounds = 20, clients = 50] = process.argv.slice(2).map(Number)
const REGION = 'paris-9e-10e'
const START = [2.3488, 48.8793]

function call(server: ServerProcess, { path, method, body }: { path: string; method: string; body: object }) {
  return fetch(server.url + path, {
    method,
    headers: { Authorization: `Bearer ${server.key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
}

const LATITUDE = Math.cos((START[1]! * Math.PI) / 180)
const shapeOf = ({ stops }: Walk): Point[] =>
  stops.flatMap(({ targets }) =>
    targets.map(({ location: [lng, lat] }): Point => [lng * LATITUDE * 111_320, lat * 110_574]),
  )

/** Teams whose walks are long enough to have a shape. */
const TEAMS = 8
const TEAM_MINUTES = 60

interface Asked {
  count?: number
  minutes: (index: number) => number
}
type Phase = 'apart' | 'killed' | 'cold' | 'warm'
let [walks, twice] = [0, 0]
/** Answers by status and code. */
const others: Record<string, number> = {}
const slowest: Record<Phase, number[]> = { apart: [], killed: [], cold: [], warm: [] }
const overlaps: number[] = []
for (let round = 0; round < rounds; round++) {
  const data = await mkdtemp(join(tmpdir(), 'doorwalk-bench-'))
  let server = await startServerProcess(data)
  const dayAndNight = { firstKnock: '00:00', lastKnock: '23:59' }
  await call(server, { path: '/v1/campaigns/demo', method: 'PUT', body: dayAndNight })
  const got: Walk[] = []

  async function ask(phase: Phase, { count = clients, minutes }: Asked): Promise<Walk[]> {
    const mine: Walk[] = []
    let last = 0
    await Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const from = performance.now()
        const body = { region: REGION, start: START, minutes: minutes(index) }
        const answer = await call(server, { path: '/v1/walks', method: 'POST', body }).catch(() => undefined)
        if (!answer) return
        if (answer.status === 201) mine.push((await answer.json()) as Walk)
        else {
          const problem = (await answer.json()) as { code: string; detail: string }
          const kind = `${answer.status} ${problem.code}`
          others[kind] = (others[kind] ?? 0) + 1
          // Whole, where it is not as documented: what it was cannot be asked again.
          if (answer.status !== 409 && answer.status !== 429) console.error(phase, problem)
        }
        last = Math.max(last, performance.now() - from)
      }),
    )
    slowest[phase].push(last)
    got.push(...mine)
    return mine
  }

  const apart = await ask('apart', { count: TEAMS, minutes: () => TEAM_MINUTES })
  overlaps.push(overlapOf(apart.map(shapeOf)).share)
  for (const { walkId } of apart)
    await call(server, { path: `/v1/walks/${walkId}/release`, method: 'POST', body: {} })
  got.length = 0
  const dying = ask('killed', { minutes: (index) => 15 + (index % 4) * 5 })
  await new Promise((done) => setTimeout(done, 100 + 100 * round))
  await server.kill()
  await dying
  server = await startServerProcess(data)
  await ask('cold', { minutes: (index) => 15 + (index % 4) * 5 })
  await ask('warm', { minutes: () => 15 })
  const all = handedOut(got)
  walks += got.length
  twice += all.length - new Set(all).size
  await server.stop()
  console.error(`round ${round + 1}: ${got.length} walks`, others)
}
const seconds = (values: number[]): string => {
  const sorted = values.toSorted((a, b) => a - b)
  return `${((sorted[sorted.length >> 1] ?? 0) / 1000).toFixed(1)} s (worst ${((sorted.at(-1) ?? 0) / 1000).toFixed(1)} s)`
}
console.log(
  `${rounds} rounds of 3 × ${clients} clients, kill -9 in each: ${walks} walks, ${twice} targets twice, other answers ` +
    `${JSON.stringify(others)}; last answer cold ${seconds(slowest.cold)}, warm ${seconds(slowest.warm)}; hulls of ${TEAMS} ` +
    `walks of ${TEAM_MINUTES} minutes overlap by ${((100 * overlaps.reduce((sum, share) => sum + share, 0)) / rounds).toFixed(1)} %`,
)
