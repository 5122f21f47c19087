/** A Lambda instance: the real bundle in a process of its own, fed with events, its log on standard output. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

/**
 * Runs inside the instance; Node alone, so that it works on any version. During an invocation its clock goes on with
 * the processor time it uses: beside other processes it has as much time as alone.
 */
const RUNTIME = `
const { createInterface } = await import('node:readline')
const { handler } = await import(process.argv[1])
process.send({ ready: process.version })
const time = Date.now
const used = () => { const { user, system } = process.cpuUsage(); return Math.round((user + system) / 1000) }
let began
process.on('message', async ({ event, milliseconds }) => {
  began = { at: time(), used: used() }
  Date.now = () => began.at + used() - began.used
  const context = { getRemainingTimeInMillis: () => began.at + milliseconds - Date.now(), awsRequestId: 'request-of-the-test', functionName: 'test' }
  const answered = await (async () => handler(event, context))().then(
    (answer) => ({ answer: answer ?? null }),
    (error) => ({ error: String(error?.stack ?? error) }),
  )
  process.send({ ...answered, took: Date.now() - began.at })
})`

export interface Lambda {
  /** Of Node. */
  version: string
  /** Lines the function logged so far. */
  log: string[]
  /** @param milliseconds  time the invocation has */
  invoke(event: unknown, milliseconds?: number): Promise<Record<string, unknown>>
  /** Milliseconds that the last invocation used. */
  took(): number
  stop(): void
}

type Message = { ready?: string; answer?: Record<string, unknown>; error?: string; took?: number }

export async function startLambda({
  folder,
  env,
  node = process.execPath,
}: {
  /** Of the bundle. */
  folder: string
  env: Record<string, string>
  /** Path of the Node to run on. */
  node?: string
}): Promise<Lambda> {
  const entry = pathToFileURL(join(folder, 'index.mjs')).href
  const child: ChildProcess = spawn(node, ['--input-type=module', '-e', RUNTIME, entry], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const log: string[] = []
  let errors = ''
  if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => log.push(line))
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const hear = (): Promise<Message> =>
    new Promise((done, failed) => {
      const ended = (): void => failed(new Error(`the instance ended:\n${errors}`))
      child.once('exit', ended)
      child.once('message', (message: Message) => {
        child.off('exit', ended)
        done(message)
      })
    })
  const { ready = '' } = await hear()
  let lastTook = NaN
  return {
    version: ready,
    log,
    async invoke(event, milliseconds = 29_000) {
      const heard = hear()
      child.send({ event, milliseconds })
      const { answer, error, took = NaN } = await heard
      lastTook = took
      if (answer) return answer
      throw new Error(error ?? 'no answer')
    },
    took: () => lastTook,
    stop: () => void child.kill(),
  }
}

export interface HttpCall {
  method?: string
  path: string
  query?: string
  key?: string
  headers?: Record<string, string>
  /** Sent as JSON. */
  body?: unknown
  base64?: boolean
  /** Of a Function URL instead of an HTTP API; the payload format is the same, 2.0. */
  functionUrl?: boolean
}

/** The event of an HTTP API, payload format 2.0, as AWS documents it. */
export function httpEvent({
  method = 'GET',
  path,
  query = '',
  key,
  headers = {},
  body,
  ...rest
}: HttpCall): unknown {
  const { base64 = false, functionUrl = false } = rest
  const text = body === undefined ? undefined : JSON.stringify(body)
  const host = functionUrl
    ? 'abc123.lambda-url.eu-west-3.on.aws'
    : 'abc123.execute-api.eu-west-3.amazonaws.com'
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    headers: {
      accept: '*/*',
      host,
      'x-forwarded-proto': 'https',
      ...(text !== undefined && {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(text)),
      }),
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
      ...headers,
    },
    requestContext: {
      accountId: '123456789012',
      apiId: 'abc123',
      domainName: host,
      domainPrefix: 'abc123',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: 'test' },
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey: '$default',
      stage: '$default',
      time: '22/Nov/2026:09:00:00 +0000',
      timeEpoch: 1_795_338_000_000,
    },
    ...(text !== undefined && { body: base64 ? Buffer.from(text).toString('base64') : text }),
    isBase64Encoded: base64,
  }
}

/** The event of an SQS poller. */
export function sqsEvent(...bodies: string[]): unknown {
  return {
    Records: bodies.map((body, index) => ({
      messageId: `message-${index + 1}`,
      receiptHandle: `receipt-${index + 1}`,
      body,
      attributes: { ApproximateReceiveCount: '1', SentTimestamp: '1795338000000', SenderId: 'test' },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:eu-west-3:123456789012:jobs',
      awsRegion: 'eu-west-3',
    })),
  }
}
