/** The server on a laptop: everything in this process, the data in one folder. */
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { VisibleError } from '@doorwalk/core/error'
import { compress } from 'hono/compress'
import { pauseInLists } from '@doorwalk/core/request/list'
import { LIMITS } from '@doorwalk/core/request/request'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { createApp } from '../app.ts'
import { diskBlobs, removeHalves } from '../store/blobs.ts'
import { isLoopback } from '../config.ts'
import { createTable, openEmbeddedDatabase } from './table/dynalite.ts'
import { DEMO_CAMPAIGN } from '../http/guard.ts'
import { isOwnPage } from '../http/own-page.ts'
import { newId } from '../store/id.ts'
import { openDemo } from './demo.ts'
import { openDrain } from './drain.ts'
import { type Fetch, listen } from './listen.ts'
import { addPages } from './pages.ts'
import { preload } from './preload.ts'
import type { Tls } from './certificate.ts'
import { makePrivate } from './private-folder.ts'
import { threadCode } from './thread-code.ts'
import { takeUnread } from './unread.ts'
import { damaged } from './table/files.ts'
import { type ThreadPlanner, type ThreadPlannerOptions, threadPlanner } from '../planner/threads.ts'
import { threadDesk } from '../clerk/threads.ts'
import { HttpProblem } from '../http/problem.ts'
import { believedTime } from '../retention/believed-time.ts'
import { removeGoing } from '../batches/removal.ts'
import { sweepDrafts } from '../drafts/overtaken.ts'
import { sweepCampaigns } from '../retention/sweep.ts'
import { threadImporter } from '../imports/import-threads.ts'
import { sweepImports } from '../imports/retention.ts'
import { sweepFiles } from '../listing/retention.ts'
import { openSlices } from '../threads/slices.ts'
import { pollQueue } from '../jobs/poll-queue.ts'
import { openStore } from '../store/store.ts'
import { wire } from '../wiring.ts'
import { openWebhookLoop } from '../webhooks/loop.ts'
import { makeSend } from '../webhooks/send.ts'
import { systemClock } from '../ports/clock.ts'
import type { Config } from '../ports/config.ts'
import type { JobQueue } from '../ports/jobs.ts'
import type { Log } from '../ports/log.ts'
import type { Storage, World } from '../world.ts'

const TABLE = 'doorwalk'
/** Folder in the data folder. */
const BLOBS = 'blobs'
const CLOSED = 'there is a demo campaign on loopback only; ask for a key'
const REVOKED =
  'the demo key was revoked; remove the file demo-key in the data folder and start again for a new one, or use another key'
const SWEEP_MILLISECONDS = 60 * 60 * 1000
/** How often drafts are compared with their regions. */
const DRAFTS_MILLISECONDS = 60 * 1000
/** A plan of a large city takes gigabytes: more threads than this pay on no laptop. */
const MAX_THREADS = 4
const WARM_UP_MILLISECONDS = 15_000
/** One for what takes seconds, such as a plan on paper, and one for the rest. */
const DESK_THREADS = 2
/** What `seconds` may be at most, for plans that do not say it: no number of iterations holds a processor longer. */
const SEARCH_MILLISECONDS = LIMITS.secondsMax * 1_000

export interface ServerOptions {
  host: string
  /** 0: any free one. */
  port: number
  /** Database, plans and demo key. */
  data: string
  regionRoots: string[]
  config: Config
  log: Log
  /** It speaks HTTPS with these; default: HTTP. */
  tls?: Tls
  /** The first plan shall be as fast as those after it: makes ready for it before it listens; default false. */
  isWarm?: boolean
  /** Put around what keeps things, by tests that break it. */
  around?: (kept: Kept) => Kept
  /** Default: {@link threadPlanner}. */
  openPlanner?: (options: ThreadPlannerOptions) => ThreadPlanner
}

type Kept = Pick<Storage, 'store' | 'blobs'>

export interface Server {
  url: string
  /**
   * Organiser key of the demo campaign; null: it was taken back. Undefined when there is no demo: on another host, or
   * with an operator key.
   */
  demoKey: string | null | undefined
  /** Calls whose callers wait for an answer. */
  underWay(): number
  /** Ends it: calls under way get time for their answers; jobs go on at the next start. */
  close(): Promise<Closing>
}

interface Closing {
  /** Calls that were not answered in time, as method and route. */
  cut: string[]
}

/**
 * Opens the data folder, and listens.
 *
 * @throws VisibleError when another process has the folder, or the disk does not let us; Error with the system's code
 *   when there is no such address or the port is taken. Nothing is left open then.
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { log } = options
  const opened: (() => Promise<unknown>)[] = []
  const closeAll = async (): Promise<void> => {
    for (const close of opened.splice(0).reverse()) await close()
  }
  try {
    const storage = await openStorage(options, opened)
    pauseInLists(openSlices)
    await preload()
    return await serve(storage, options, { opened, closeAll })
  } catch (error) {
    await closeAll().catch((why: unknown) =>
      log({ level: 'error', event: 'close.failed', error: String(why) }),
    )
    throw isDamagedTable(error) ? damaged(join(options.data, 'table'), ['a table cannot be read']) : error
  }
}

async function openStorage(
  { data, regionRoots, log, around = (kept) => kept }: ServerOptions,
  opened: Opened['opened'],
): Promise<Storage> {
  const database = await openEmbeddedDatabase(data)
  opened.push(() => database.close())
  // Only now is the folder ours alone.
  const { closed, open } = await makePrivate(data)
  if (closed > 0) log({ level: 'warn', event: 'data.closed', files: closed })
  if (open > 0) log({ level: 'warn', event: 'data.open', files: open })
  await removeHalves(join(data, BLOBS))
  await createTable(database.client, TABLE)
  return {
    ...around({
      store: openStore({ client: database.client, table: TABLE, clock: systemClock }),
      blobs: diskBlobs(join(data, BLOBS)),
    }),
    regions: diskRegions(regionRoots),
    clock: systemClock,
    id: newId,
    run: { id: newId('run'), isAlone: true },
  }
}

interface Opened {
  /** What to close, the last first. */
  opened: (() => Promise<unknown>)[]
  closeAll: () => Promise<void>
}

async function serve(
  storage: Storage,
  options: ServerOptions,
  { opened, closeAll }: Opened,
): Promise<Server> {
  const { host, data, regionRoots, log, openPlanner = threadPlanner } = options
  // Whoever sets an operator key means business: then a proxy in front may let others in through loopback.
  const demo = isLoopback(host) && options.config.operatorKey === undefined
  const config: Config = { ...options.config, demo }
  let answer: Fetch = () => new Response('starting', { status: 503, headers: { 'Retry-After': '2' } })
  // Before anything is begun: a port that is taken ends the start.
  const { server, port } = await listen((request, env) => answer(request, env), options)
  opened.push(async () => void server.closeAllConnections())
  opened.push(async () => void server.close())
  const threads = Math.min(MAX_THREADS, availableParallelism())
  const planner = openPlanner({
    regionRoots,
    threads,
    osrm: config.osrm,
    searchMilliseconds: SEARCH_MILLISECONDS,
    code: () => threadCode('plan'),
  })
  opened.push(() => planner.close())
  const warm = options.isWarm ? warmed(planner) : undefined
  const desk = threadDesk({
    world: storage,
    ...{ blobFolder: join(data, BLOBS), regionRoots, threads: DESK_THREADS },
    code: () => threadCode('clerk'),
  })
  opened.push(() => desk.close())
  const imports = threadImporter({
    ...{ blobFolder: join(data, BLOBS), regionRoots },
    code: () => threadCode('import'),
  })
  opened.push(() => imports.close())
  const webhooks = openWebhookLoop({ storage, log, send: makeSend({ allow: config.webhookAllow }) })
  opened.push(() => webhooks.close())
  const announce = wire({
    ...storage,
    jobs: { submit: (ref) => jobs.submit(ref), cancel: (ref) => jobs.cancel(ref) },
    ringDelivery: webhooks.ring,
  })
  const jobs: JobQueue = pollQueue({
    storage,
    planner,
    importer: imports.importer,
    lister: (order, signal) => desk.ask('targetChunks', order, signal),
    log,
    announce,
    capacity: threads,
    exclusive: true,
    // As long as a caller may wait, and as long again for what is done around the plan.
    shortMilliseconds: 2 * config.sync.milliseconds,
  })
  opened.push(() => jobs.close())
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

  const demoKey = config.demo ? ((await openDemo(storage, data)) ?? null) : undefined
  const drain = openDrain(server)
  const app = createApp(world, { around: [drain.watch, takeUnread, compress()] })
  addPages(app)
  app.get('/demo-key.json', (c) => {
    if (typeof demoKey === 'string' && isOwnPage(c)) {
      return c.json({ campaign: DEMO_CAMPAIGN, key: demoKey }, 200, { 'Cache-Control': 'no-store' })
    }
    throw new HttpProblem(404, 'demo.closed', demoKey === null ? REVOKED : CLOSED)
  })
  await sweep(world)
  await warm
  answer = (request, env) => app.fetch(request, env)
  const sweeping = setInterval(() => void sweep(world).catch(noteFailed(log)), SWEEP_MILLISECONDS)
  const comparing = setInterval(() => void sweepDrafts(world).catch(noteFailed(log)), DRAFTS_MILLISECONDS)
  return {
    url: `${options.tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`,
    demoKey,
    underWay: () => drain.underWay(),
    async close() {
      clearInterval(sweeping)
      clearInterval(comparing)
      jobs.drain()
      const cut = await drain.end(config.drainMilliseconds)
      await closeAll()
      return { cut }
    },
  }
}

/** As far as that goes in a short time: nothing depends on it. */
async function warmed(planner: ThreadPlanner): Promise<void> {
  const timeout = new Promise<void>((done) => setTimeout(done, WARM_UP_MILLISECONDS).unref())
  await Promise.race([timeout, planner.warmUp?.().catch(() => undefined)])
}

/**
 * Deletes what has expired, with the bodies that belong to it, as far as the clock is believed.
 *
 * @throws VisibleError storage.damaged
 */
async function sweep(world: World): Promise<void> {
  const { store, blobs, log } = world
  try {
    const time = await believedTime(world)
    for (const { data } of await store.sweep(time)) {
      if (typeof data['blob'] === 'string') await blobs.remove(data['blob'])
    }
    await sweepCampaigns({ ...world, clock: { now: () => time } })
    await sweepImports(world)
    await sweepFiles(world)
    await removeGoing(world)
  } catch (error) {
    // It reads all there is: at start it is the one who notices.
    if (isDamagedTable(error)) throw error
    noteFailed(log)(error)
  }
}

function isDamagedTable(error: unknown): boolean {
  return error instanceof VisibleError && error.code === 'storage.damaged'
}

function noteFailed(log: Log): (error: unknown) => void {
  return (error) => log({ level: 'error', event: 'sweep.failed', error: String(error) })
}
