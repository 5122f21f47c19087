/**
 * Many volunteers ask for a walk at the same moment, the server is killed in the middle and started again: counts targets
 * that were handed out twice and answers that are not as documented.
 *
 *     npx tsx bench/ledger-walks.ts [rounds] [clients]
 */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Walk } from '@doorwalk/core/walk/answer'
import { handedOut } from '../test/support/handed-out.ts'
import { type ServerProcess, startServerProcess } from '../test/support/serve.ts'

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

let [walks, twice, refused, wrong, slowest] = [0, 0, 0, 0, 0]
for (let round = 0; round < rounds; round++) {
  const data = await mkdtemp(join(tmpdir(), 'doorwalk-bench-'))
  let server = await startServerProcess(data)
  const dayAndNight = { firstKnock: '00:00', lastKnock: '23:59' }
  await call(server, { path: '/v1/campaigns/demo', method: 'PUT', body: dayAndNight })
  const got: Walk[] = []
  for (const isKilled of [true, false]) {
    const asked = Array.from({ length: clients }, async (_, index) => {
      const from = performance.now()
      const body = { region: REGION, start: START, minutes: 15 + (index % 4) * 5 }
      const answer = await call(server, { path: '/v1/walks', method: 'POST', body }).catch(() => undefined)
      if (!answer) return
      if (answer.status === 201) got.push((await answer.json()) as Walk)
      else if ([409, 429].includes(answer.status)) refused++
      else wrong++
      if (!isKilled) slowest = Math.max(slowest, performance.now() - from)
    })
    if (isKilled) {
      await new Promise((done) => setTimeout(done, 500 + 200 * round))
      await server.kill()
      await Promise.all(asked)
      server = await startServerProcess(data)
    } else await Promise.all(asked)
  }
  const all = handedOut(got)
  walks += got.length
  twice += all.length - new Set(all).size
  await server.stop()
}
console.log(
  `${rounds} rounds of 2 × ${clients} clients: ${walks} walks, ${refused} refused with 409 or 429, ${twice} targets twice, ` +
    `${wrong} other errors; slowest answer ${(slowest / 1000).toFixed(1)} s`,
)
