/** The API in this process, on an embedded database in memory and files in a temporary folder. */
import {
  DynamoDBDocumentClient,
  ScanCommand,
  type ScanCommandInput,
  type ScanCommandOutput,
} from '@aws-sdk/lib-dynamodb'
import { importList } from '@doorwalk/functions/imports/import-list'
import { writeRows } from '@doorwalk/functions/listing/rows'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '@doorwalk/functions/app'
import { diskBlobs } from '@doorwalk/functions/store/blobs'
import { DEFAULTS } from '@doorwalk/functions/config'
import { createTable, openEmbeddedDatabase } from '@doorwalk/functions/laptop/table/dynalite'
import { newId } from '@doorwalk/functions/store/id'
import type { Scope } from '@doorwalk/functions/http/admission'
import { mintKey, saveKey } from '@doorwalk/functions/campaigns/keys'
import { inlineDesk } from '@doorwalk/functions/clerk/inline'
import { inlinePlanner } from '@doorwalk/functions/planner/inline'
import { pollQueue } from '@doorwalk/functions/jobs/poll-queue'
import { openStore } from '@doorwalk/functions/store/store'
import { openWebhookLoop } from '@doorwalk/functions/webhooks/loop'
import { makeSend } from '@doorwalk/functions/webhooks/send'
import { wire } from '@doorwalk/functions/wiring'
import type { Config } from '@doorwalk/functions/ports/config'
import type { JobQueue } from '@doorwalk/functions/ports/jobs'
import type { LogLine } from '@doorwalk/functions/ports/log'
import type { Planner } from '@doorwalk/functions/ports/planner'
import type { Item } from '@doorwalk/functions/ports/store'
import type { Storage, World } from '@doorwalk/functions/world'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { problemCheck } from '../promised.ts'
import { writeTinyRegion } from '../worlds/tiny-region.ts'

export const OPERATOR_KEY = 'dw_operator-key-of-the-tests-0123456789'

export interface TestApi {
  world: World
  /** Where its blobs lie. */
  blobFolder: string
  lines: LogLine[]
  /** Moves the clock. */
  clock: { time: number }
  key(campaign: string, ...scopes: Scope[]): Promise<string>
  call(path: string, init?: CallInit): Promise<Response>
  /** Everything that lies in the table. */
  scan(): Promise<Item[]>
  close(): Promise<void>
}

export interface CallInit {
  key?: string
  method?: string
  /** Sent as JSON unless it is a text, or bytes. */
  body?: unknown
  headers?: Record<string, string>
  /** Rings when the caller goes away. */
  signal?: AbortSignal
}

export interface TestSettings extends Partial<Config> {
  planner?: Planner
  /** Folders of regions beside the tiny one. */
  regionRoots?: string[]
  /** A receiver of webhooks has this long. */
  webhookMilliseconds?: number
  /** How often the sender looks for what came due; often, because the clock of a test moves at once. */
  webhookPollMilliseconds?: number
}

export async function openTestApi({
  planner,
  regionRoots = [],
  webhookMilliseconds,
  webhookPollMilliseconds: pollMilliseconds = 100,
  ...settings
}: TestSettings = {}): Promise<TestApi> {
  const database = await openEmbeddedDatabase()
  await createTable(database.client, 'doorwalk')
  const clock = { time: Date.parse('2026-03-14T13:00:00Z') }
  const folder = await mkdtemp(join(tmpdir(), 'doorwalk-api-'))
  const lines: LogLine[] = []
  const regions = diskRegions([await writeTinyRegion(), ...regionRoots])
  const storage: Storage = {
    store: openStore({ client: database.client, table: 'doorwalk', clock: { now: () => clock.time } }),
    blobs: diskBlobs(join(folder, 'blobs')),
    regions,
    clock: { now: () => clock.time },
    id: newId,
    run: { id: newId('run'), isAlone: true },
  }
  const log = (line: LogLine): void => void lines.push(line)
  // Callers wait for their plan however slow the machine is.
  const sync = { ...DEFAULTS.sync, milliseconds: 600_000 }
  const config: Config = { ...DEFAULTS, operatorKey: OPERATOR_KEY, sync, ...settings }
  const send = makeSend({
    allow: config.webhookAllow,
    ...(webhookMilliseconds !== undefined && { milliseconds: webhookMilliseconds }),
  })
  const webhooks = openWebhookLoop({ storage, log, send }, { pollMilliseconds })
  const plans = { ...inlinePlanner({ regions, clock: storage.clock }), ...planner }
  const announce = wire({
    ...storage,
    jobs: { submit: (ref) => jobs.submit(ref), cancel: (ref) => jobs.cancel(ref) },
    ringDelivery: webhooks.ring,
  })
  const jobs: JobQueue = pollQueue({
    storage,
    planner: plans,
    importer: (order) => importList(storage, order),
    lister: (order) => writeRows(storage, order),
    log,
    announce,
    capacity: 2,
    exclusive: true,
    roomMilliseconds: 100,
  })
  const world: World = {
    ...storage,
    config,
    planner: plans,
    desk: inlineDesk(storage),
    jobs,
    log,
    announce,
    ringDelivery: webhooks.ring,
  }
  const app = createApp(world)
  const checkProblem = problemCheck(app)
  return {
    world,
    blobFolder: join(folder, 'blobs'),
    lines,
    clock,
    async key(campaign, ...scopes) {
      const key = mintKey()
      await saveKey(world, { key, wish: { campaign, scopes, label: 'test', expiresAt: null, walks: 'all' } })
      return key
    },
    async call(path, { key, method = 'GET', body, headers = {}, signal } = {}) {
      const isWritten = typeof body === 'string' || body instanceof Uint8Array
      const answer = await app.request(path, {
        method,
        headers: {
          ...(key !== undefined && { Authorization: `Bearer ${key}` }),
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: isWritten ? body : JSON.stringify(body) }),
        ...(signal && { signal }),
      })
      await checkProblem({ method, path }, answer)
      return answer
    },
    async scan() {
      const items: Item[] = []
      let from: ScanCommandInput['ExclusiveStartKey']
      do {
        const page: ScanCommandOutput = await DynamoDBDocumentClient.from(database.client).send(
          new ScanCommand({ TableName: 'doorwalk', ...(from && { ExclusiveStartKey: from }) }),
        )
        for (const { data, ...item } of page.Items ?? [])
          items.push({ ...item, data: JSON.parse(String(data)) as Item['data'] } as Item)
        from = page.LastEvaluatedKey
      } while (from)
      return items
    },
    async close() {
      await world.jobs.close()
      await webhooks.close()
      await database.close()
    },
  }
}
