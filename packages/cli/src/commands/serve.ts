/** `doorwalk serve`: the API, the pages and the database on this machine, until interrupted. */
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { VisibleError, fieldError } from '@doorwalk/core/error'
import { configFrom, isLoopback } from '@doorwalk/functions/config'
import { jsonLog } from '@doorwalk/functions/http/log'
import { type Tls, readTls } from '@doorwalk/functions/laptop/certificate'
import type { Server } from '@doorwalk/functions/laptop/server'
import { command, type Given } from '../terminal/command.ts'
import { processIo } from '../terminal/io.ts'
import { lineWriter } from '../terminal/lines.ts'
import type { Config } from '@doorwalk/functions/ports/config'

const DEFAULT_PORT = 8787
const SAMPLE_REGIONS = fileURLToPath(new URL('../../../../data', import.meta.url))

const HELP = `doorwalk serve: the API and its pages on this machine

  --port P        port to listen on (default ${DEFAULT_PORT}; 0: any free one)
  --host H        address to listen on (default 127.0.0.1: this machine only, with a demo campaign)
  --data DIR      folder of the database and the plans (default .doorwalk)
  --region DIR    a region, or a folder of regions, made by "doorwalk prepare"; may be repeated
                  (default: the sample regions that come along)
  --base-url URL  where people reach this server: for links, and for QR codes on printed walks
  --tls-cert FILE, --tls-key FILE
                  speak HTTPS with this certificate and its key (PEM): phones then open walks without a network
  --quiet         no log line per request

Any other host than loopback needs keys: set DOORWALK_OPERATOR_KEY to a key of your choice (dw_ and at least 32
letters or digits), start, and make further keys with POST /v1/keys. With it there is no demo campaign: set it, too,
where a proxy on this machine lets others in. DOORWALK_CORS lists the origins whose pages may
call, DOORWALK_RATE the requests a minute and campaign, DOORWALK_SYNC_SECONDS how long a caller is kept waiting for a
plan before it becomes a job (default 10), DOORWALK_DRAIN_SECONDS how long calls under way get when it ends
(default 30). Exit codes: 0 it was asked to end, 1 it cannot start here (port, data folder) or failed, 2 wrong options.`

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  region: { type: 'string', multiple: true },
  'base-url': { type: 'string' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  quiet: { type: 'boolean' },
} as const

interface ServeOptions {
  host: string
  port: number
  data: string
  regionRoots: string[]
  config: Config
  isQuiet: boolean
  tls?: Tls
}

/**
 * Returns when the server has closed.
 *
 * @throws VisibleError usage, argument.*, serve.*
 */
export const serveCommand = command({
  help: HELP,
  options: OPTIONS,
  async run({ values }, io) {
    const options = await readArguments(values)
    const { isQuiet, ...settings } = options
    // Only now: a wrong option is answered before a second of loading.
    const { bundleThreads } = await import('@doorwalk/functions/laptop/thread-code')
    bundleThreads()
    const { startServer } = await import('@doorwalk/functions/laptop/server')
    const [say, note] = io === processIo ? standInFor(process) : [io.out, io.err]
    const log = jsonLog(note)
    const server = await startServer({
      ...settings,
      isWarm: true,
      log: (line) => (isQuiet && line.level === 'info' ? undefined : log(line)),
    }).catch((error: unknown) => {
      throw startError(error, options)
    })
    // Before it is said to listen: whoever reads that may end it at once.
    const interrupted = untilInterrupted()
    say(`Doorwalk listens on ${server.url}  (API reference: ${server.url}/docs)`)
    for (const line of openness(server, options)) say(line)
    await interrupted
    const seconds = options.config.drainMilliseconds / 1_000
    say(
      `Doorwalk ends. Calls under way: ${server.underWay()}; they get ${seconds} s. A second signal ends it at once.`,
    )
    const { cut } = await server.close()
    if (cut.length > 0) say(`Cut after ${seconds} s, without an answer: ${cut.join(', ')}`)
  },
})

/** Files of this process are for its owner's eyes, and neither a full disk nor a closed terminal ends it. */
function standInFor({ stdout, stderr }: NodeJS.Process): [say: Line, note: Line] {
  process.umask(0o077)
  // A limit on the size of files is an error like any other.
  process.on('SIGXFSZ', () => undefined)
  return [lineWriter(stdout), lineWriter(stderr)]
}
type Line = (line: string) => void

/** What is open without a key. */
function openness({ url, demoKey }: Server, { host, data }: { host: string; data: string }): string[] {
  const always = 'the pages, their API reference and /healthz'
  if (demoKey === undefined) {
    const whom = isLoopback(host) ? 'this machine' : 'every machine that reaches it'
    return [`Open to ${whom} without a key: ${always}; nothing else.`]
  }
  if (demoKey === null) {
    return [
      `Organiser key of the demo campaign: revoked. Remove ${join(data, 'demo-key')} and start again for a new one.`,
      `Open on this machine without a key: ${always}; reading the demo campaign. DOORWALK_OPERATOR_KEY closes the demo.`,
    ]
  }
  return [
    `Organiser key of the demo campaign: ${demoKey}`,
    `Open on this machine without a key: ${always}; reading the demo campaign, and its key at ${url}/demo-key.json, ` +
      'for programs and for this page, for no page of another origin. DOORWALK_OPERATOR_KEY closes the demo.',
  ]
}

async function readArguments(values: Given<typeof OPTIONS>['values']): Promise<ServeOptions> {
  const port = values.port === undefined ? DEFAULT_PORT : Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw fieldError('argument.wrong', '--port', `got "${values.port}"; expected a number from 0 to 65535`)
  }
  const host = values.host ?? '127.0.0.1'
  const config = configFrom(process.env)
  if (!isLoopback(host)) checkOperatorKey(config.operatorKey, host)
  const baseUrl = values['base-url']?.replace(/\/+$/, '') ?? config.baseUrl
  if (baseUrl !== undefined) checkBaseUrl(baseUrl)
  const tls = await tlsFrom(values, baseUrl)
  return {
    ...(tls && { tls }),
    host,
    port,
    data: resolve(values.data ?? '.doorwalk'),
    regionRoots: (values.region ?? [SAMPLE_REGIONS]).map(regionRoot),
    config: { ...config, baseUrl },
    isQuiet: values.quiet === true,
  }
}

/** It is printed on paper: nobody could mend it there. */
function checkBaseUrl(baseUrl: string): void {
  if (URL.canParse(baseUrl) && /^https?:$/.test(new URL(baseUrl).protocol)) return
  throw fieldError(
    'argument.wrong',
    '--base-url',
    `got "${baseUrl}"; expected the address of this server, such as https://walks.example.org`,
  )
}

/** Undefined: it speaks HTTP. */
async function tlsFrom(
  { 'tls-cert': certFile, 'tls-key': keyFile }: Given<typeof OPTIONS>['values'],
  baseUrl: string | undefined,
): Promise<Tls | undefined> {
  if (certFile === undefined && keyFile === undefined) return undefined
  if (certFile !== undefined && keyFile !== undefined)
    return readTls({ certFile, keyFile, baseUrl, now: Date.now() })
  const [given, missing] = certFile === undefined ? ['--tls-key', '--tls-cert'] : ['--tls-cert', '--tls-key']
  throw fieldError(
    'argument.wrong',
    missing,
    `is missing beside ${given}; a certificate and its key come together`,
  )
}

/** Also takes the folder of one version. */
function regionRoot(folder: string): string {
  const path = resolve(folder)
  if (!existsSync(path)) {
    throw fieldError(
      'argument.wrong',
      '--region',
      `there is no folder ${folder}; make a region with doorwalk prepare`,
    )
  }
  return existsSync(join(path, 'manifest.json')) ? dirname(path) : path
}

function checkOperatorKey(key: string | undefined, host: string): void {
  if (key !== undefined && /^dw_[A-Za-z0-9_-]{32,100}$/.test(key)) return
  const came = key === undefined ? 'is not set' : 'is no such key'
  throw new VisibleError(
    'input',
    'argument.no_key',
    `--host ${host} lets other machines in, and DOORWALK_OPERATOR_KEY ${came}; set it to "dw_" and at least 32 ` +
      'letters or digits of your choice, or leave --host out to serve this machine only.',
  )
}

function startError(error: unknown, { host, port }: ServeOptions): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return new VisibleError('conflict', 'serve.port', `port ${port} is taken; choose another one with --port`)
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new VisibleError('input', 'serve.host', `this machine has no address "${host}"`)
  }
  return error
}

/** By the first signal; a second one ends the process, with the exit code that says which. */
function untilInterrupted(): Promise<void> {
  return new Promise((done) => {
    let isEnding = false
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (isEnding) process.exit(128 + constants.signals[signal])
        isEnding = true
        done()
      })
    }
  })
}
