/**
 * Phones that open one invitation at the same moment, on a server that has just started and again when it is warm:
 * answers, targets that were handed out twice, and how long the last of them waits.
 *
 *     npx tsx bench/ledger/invitation.ts [rounds] [phones] [places]
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Walk } from '@doorwalk/core/walk/answer'
import { handedOut } from '../../test/support/scenes/handed-out.ts'
import { type ServerProcess, startServerProcess } from '../../test/support/servers/serve.ts'

const [rounds = 5, phones = 50, places = 50] = process.argv.slice(2).map(Number)
const MEETING_POINTS = { cold: [2.3488, 48.8793], warm: [2.3475, 48.8791] }
const MINUTES = 45

const call = (server: ServerProcess, key: string, { path, method, body }: Asked): Promise<Response> =>
  fetch(server.url + path, {
    method,
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })

interface Asked {
  path: string
  method: string
  body: object
}

const seconds: Record<keyof typeof MEETING_POINTS, number[]> = { cold: [], warm: [] }
/** Answers by status and code. */
const answers: Record<string, number> = {}
let twice = 0
for (let round = 0; round < rounds; round++) {
  const data = await mkdtemp(join(tmpdir(), 'doorwalk-bench-'))
  const server = await startServerProcess(data)
  const dayAndNight = { firstKnock: '00:00', lastKnock: '23:59' }
  await call(server, server.key, { path: '/v1/campaigns/demo', method: 'PUT', body: dayAndNight })
  const walks: Walk[] = []
  for (const phase of ['cold', 'warm'] as const) {
    const body = {
      region: 'paris-9e-10e',
      start: MEETING_POINTS[phase],
      most: places,
      until: new Date(Date.now() + 3_600_000).toISOString(),
    }
    const made = await call(server, server.key, { path: '/v1/invitations', method: 'POST', body })
    if (made.status !== 201) throw new Error(await made.text())
    const { id, token } = (await made.json()) as { id: string; token: string }
    const from = performance.now()
    let last = 0
    await Promise.all(
      Array.from({ length: phones }, async () => {
        const path = `/v1/invitations/${id}/walks`
        const answer = await call(server, token, { path, method: 'POST', body: { minutes: MINUTES } })
        const told = (await answer.json()) as Walk & { code?: string }
        const kind = `${answer.status} ${told.code ?? ''}`.trim()
        answers[kind] = (answers[kind] ?? 0) + 1
        if (answer.status === 201) walks.push(told)
        last = Math.max(last, performance.now() - from)
      }),
    )
    seconds[phase].push(last / 1000)
  }
  const targets = handedOut(walks)
  twice += targets.length - new Set(targets).size
  await server.stop()
  await rm(data, { recursive: true, force: true })
}

for (const [phase, values] of Object.entries(seconds)) {
  const sorted = values.toSorted((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0
  const told = `median ${median.toFixed(1)} s, ${sorted[0]?.toFixed(1)} to ${sorted.at(-1)?.toFixed(1)} s`
  console.log(`${phase}: last of ${phones} answers after ${told}`)
}
console.log(`targets handed out twice: ${twice}`)
console.log('answers:', answers)
