/** A weekend for tests: two areas, three shifts, and what its plans walk to. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NewBatchInput } from '@doorwalk/functions/batches/request'
import type { Plan } from '@doorwalk/core/walk/answer'
import { startServerProcess } from '../servers/serve.ts'
import { until } from '../until.ts'
import type { Batch } from '@doorwalk/functions/batches/batch-answer'

export const WEEKEND: NewBatchInput = {
  region: 'paris-9e-10e',
  label: 'Weekend',
  shifts: [
    { startAt: '2026-03-13T18:00:00+01:00', minutes: 60, label: 'Friday' },
    { startAt: '2026-03-14T10:00:00+01:00', minutes: 60 },
    { startAt: '2026-03-15T10:00:00+01:00', minutes: 60 },
  ],
  volunteers: [{ id: 'a' }, { id: 'b', people: 2, split: true }, { id: 'c', shifts: [2, 3] }],
  iterations: 100,
  seed: 5,
}

type Get = (path: string) => Promise<unknown>

export async function batchDone(get: Get, path: string): Promise<Batch> {
  return until(
    async () => {
      const batch = (await get(path)) as Batch
      return batch.status === 'done' && batch
    },
    { pause: 50 },
  )
}

/** Per shift and plan, walkers with the targets of their walks: what must not depend on ids and accidents. */
export async function walkedIn(get: Get, batch: Batch): Promise<[walker: string, targets: string[]][][]> {
  const plans = batch.shifts.flatMap((shift) => shift.plans)
  const walked: [string, string[]][][] = []
  for (const { href } of plans) {
    const { walks = [] } = (await get(href)) as Partial<Plan>
    walked.push(
      walks.map(({ walker, stops }) => [walker, stops.flatMap(({ targets }) => targets.map(({ id }) => id))]),
    )
  }
  return walked
}

/** When to kill a server that plans a batch: milliseconds after it was ready, or once the batch looks like this. */
type Moment = number | ((batch: Batch) => boolean)

interface PlannedBatch {
  batch: Batch
  walked: Awaited<ReturnType<typeof walkedIn>>
  /** How often the server was killed before the batch was done. */
  kills: number
  pack: Uint8Array
}

/** A real server that plans batches while it is killed. */
export interface BatchServer {
  /** Plans a batch; kills the server (SIGKILL) at these moments, and starts it again each time. */
  plan(wish: NewBatchInput, moments?: Moment[]): Promise<PlannedBatch>
  close(): Promise<void>
}

/** @param regions  folders of regions; default: the bundled ones */
export async function openBatchServer({ regions = [] }: { regions?: string[] } = {}): Promise<BatchServer> {
  const data = await mkdtemp(join(tmpdir(), 'doorwalk-batch-'))
  let server = await startServerProcess(data, { regions })
  const ask = (path: string, body?: unknown): Promise<Response> =>
    fetch(server.url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { Authorization: `Bearer ${server.key}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  const get: Get = async (path) => (await ask(path)).json()

  /** Waits for the moment; false when the batch is done before. */
  async function comes(moment: Moment, path: string): Promise<boolean> {
    const look = async () => (await get(path)) as Batch
    if (typeof moment === 'number') {
      await new Promise((done) => setTimeout(done, moment))
      return (await look()).status !== 'done'
    }
    const batch = await until(
      async () => {
        const batch = await look()
        return (batch.status === 'done' || moment(batch)) && batch
      },
      { pause: 50 },
    )
    return batch.status !== 'done'
  }

  return {
    async plan(wish, moments = []) {
      const { id } = (await (await ask('/v1/batches', wish)).json()) as Batch
      const path = `/v1/batches/${id}`
      let kills = 0
      for (const moment of moments) {
        if (!(await comes(moment, path))) break
        await server.kill()
        kills++
        server = await startServerProcess(data, { regions })
      }
      const batch = await batchDone(get, path)
      const walked = await walkedIn(get, batch)
      const pack = new Uint8Array(await (await ask(`${path}/pack`)).arrayBuffer())
      return { batch, walked, kills, pack }
    },
    async close() {
      await server.kill()
      await rm(data, { recursive: true })
    },
  }
}
