/** The server on a laptop: everything in this process, the data in one folder. */
import { Server as HttpServer } from 'node:http'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { compress } from 'hono/compress'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { createApp } from '../app.ts'
import { diskBlobs } from '../store/blobs.ts'
import { isLoopback } from '../config.ts'
import { createTable, openEmbeddedDatabase } from './dynalite.ts'
import { DEMO_CAMPAIGN } from '../http/guard.ts'
import { isOwnPage } from '../http/own-page.ts'
import { newId } from '../store/id.ts'
import { mintKey, saveKey } from '../campaigns/keys.ts'
import { addPages } from './pages.ts'
import { threadPlanner } from '../planner/threads.ts'
import { threadDesk } from '../clerk/threads.ts'
import { HttpProblem } from '../http/problem.ts'
import { CampaignSettings, writeCampaign } from '../campaigns/settings.ts'
import { sweepCampaigns } from '../retention/sweep.ts'
import { pollQueue } from '../jobs/poll-queue.ts'
import { openStore } from '../store/store.ts'
import { wire } from '../wiring.ts'
import { openWebhookLoop } from '../webhooks/loop.ts'
import { makeSend } from '../webhooks/send.ts'
import { type Config, type JobQueue, type Log, type Storage, type World, systemClock } from '../world.ts'

const TABLE = 'doorwalk'
const SWEEP_MILLISECONDS = 60 * 60 * 1000
/** Open requests get this long when the server closes. */
const CLOSE_MILLISECONDS = 5_000
/** A plan of a large city takes gigabytes: more threads than this pay on no laptop. */
const MAX_THREADS = 4
/** One for what takes seconds, such as a plan on paper, and one for the rest. */
const DESK_THREADS = 2

export interface ServerOptions {
  host: string
  /** 0: any free one. */
  port: number
  /** Database, plans and demo key. */
  data: string
  regionRoots: string[]
  config: Config
  log: Log
}

export interface Server {
  url: string
  /** Organiser key of the demo campaign; undefined when there is none: on another host, or with an operator key. */
  demoKey: string | undefined
  close(): Promise<void>
}

/** @throws Error when another process has the data folder or the port */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { host, port, data, regionRoots, log } = options
  // Whoever sets an operator key means business: then a proxy in front may let others in through loopback.
  const demo = isLoopback(host) && options.config.operatorKey === undefined
  const config: Config = { ...options.config, demo }
  await mkdir(data, { recursive: true })
  const database = await openEmbeddedDatabase(data)
  await createTable(database.client, TABLE)

  const clock = systemClock
  const store = openStore({ client: database.client, table: TABLE, clock })
  const blobFolder = join(data, 'blobs')
  const storage: Storage = {
    store,
    blobs: diskBlobs(blobFolder),
    regions: diskRegions(regionRoots),
    clock,
    id: newId,
  }
  const threads = Math.min(MAX_THREADS, availableParallelism())
  const planner = threadPlanner({ regionRoots, threads, osrm: config.osrm })
  const desk = threadDesk({
    world: { ...storage, config },
    ...{ blobFolder, regionRoots, threads: DESK_THREADS },
  })
  const webhooks = openWebhookLoop({ storage, log, send: makeSend({ allow: config.webhookAllow }) })
  const announce = wire({
    ...storage,
    jobs: { submit: (ref) => jobs.submit(ref) },
    ringDelivery: webhooks.ring,
  })
  const jobs: JobQueue = pollQueue({
    storage,
    planner,
    log,
    announce,
    capacity: threads,
    exclusive: true,
  })
  const world: World = {
    ...storage,
    config,
    jobs,
    planner,
    desk,
    log,
    announce,
    ringDelivery: webhooks.ring,
  }

  const demoKey = config.demo ? await openDemo(storage, data) : undefined
  const app = createApp(world, { around: [compress()] })
  addPages(app)
  app.get('/demo-key.json', (c) => {
    if (demoKey !== undefined && isOwnPage(c)) {
      return c.json({ campaign: DEMO_CAMPAIGN, key: demoKey }, 200, { 'Cache-Control': 'no-store' })
    }
    throw new HttpProblem(404, 'demo.closed', 'there is a demo campaign on loopback only; ask for a key')
  })

  const { server, address } = await listen(app.fetch, { host, port })
  const sweeping = setInterval(() => void sweep(world), SWEEP_MILLISECONDS)
  await sweep(world)

  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address}`,
    demoKey,
    async close() {
      clearInterval(sweeping)
      await new Promise<void>((done) => {
        const timer = setTimeout(() => server.closeAllConnections(), CLOSE_MILLISECONDS)
        server.close(() => {
          clearTimeout(timer)
          done()
        })
        server.closeIdleConnections()
      })
      await jobs.close()
      await webhooks.close()
      await planner.close()
      await desk.close()
      await database.close()
    },
  }
}

/** The demo key lives in the data folder, for its owner's eyes; the table has its hash only. */
async function openDemo(storage: Storage, data: string): Promise<string> {
  const path = join(data, 'demo-key')
  const known = await readFile(path, 'utf8').catch(() => undefined)
  const key = known?.trim() ?? mintKey()
  if (known === undefined) await writeFile(path, `${key}\n`, { mode: 0o600 })
  await saveKey(storage, {
    key,
    wish: { campaign: DEMO_CAMPAIGN, scopes: ['organiser'], label: 'demo', expiresAt: null },
  })
  // Only the demo: who tries it at night shall get a walk, too.
  if (known === undefined) {
    const settings = CampaignSettings.parse({ firstKnock: '00:00', lastKnock: '23:59' })
    await writeCampaign(storage, { campaign: DEMO_CAMPAIGN, settings })
  }
  return key
}

/** Deletes what has expired, with the bodies that belong to it. */
async function sweep(world: World): Promise<void> {
  const { store, blobs, log } = world
  try {
    for (const { data } of await store.sweep()) {
      if (typeof data['blob'] === 'string') await blobs.remove(data['blob'])
    }
    await sweepCampaigns(world)
  } catch (error) {
    log({ level: 'error', event: 'sweep.failed', error: String(error) })
  }
}

type Listening = { server: HttpServer; address: number }

function listen(
  fetch: Parameters<typeof createAdaptorServer>[0]['fetch'],
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  const server = createAdaptorServer({ fetch })
  if (!(server instanceof HttpServer)) throw new Error('expected an HTTP/1.1 server')
  return new Promise((done, failed) => {
    server.once('error', failed)
    server.listen(port, host, () => {
      const address = server.address()
      if (address === null || typeof address === 'string') return failed(new Error('no port'))
      done({ server, address: address.port })
    })
  })
}
