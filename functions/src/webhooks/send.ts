/** One HTTP request to a receiver: bounded in time and size, no redirects, public addresses only. */
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { type Resolve, checkReceiver, guardedLookup, systemResolve } from './guard.ts'

/** The whole attempt, from the name to the last byte read. */
const TIMEOUT_MILLISECONDS = 15_000
/** Read of an answer; nobody looks at more than its status. */
const MAX_ANSWER_BYTES = 16_000

export interface Sent {
  /** Null when no answer came; `error` then says why. */
  status: number | null
  error: string | null
  /** Seconds the receiver asked us to wait. */
  retryAfter: number | null
}

export type Send = (message: { url: string; body: string; headers: Record<string, string> }) => Promise<Sent>

export interface SendOptions {
  allow?: readonly string[]
  resolve?: Resolve
  milliseconds?: number
}

export function makeSend({
  allow = [],
  resolve = systemResolve,
  milliseconds = TIMEOUT_MILLISECONDS,
}: SendOptions = {}): Send {
  return async ({ url: text, body, headers }) => {
    try {
      const url = checkReceiver(text, allow)
      const isAllowed = allow.includes(url.origin)
      return await new Promise<Sent>((done, failed) => {
        const make = url.protocol === 'https:' ? httpsRequest : httpRequest
        const request = make(
          url,
          {
            method: 'POST',
            agent: false,
            signal: AbortSignal.timeout(milliseconds),
            headers: {
              ...headers,
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(body),
              'user-agent': 'Doorwalk-Webhooks/1',
            },
            ...(!isAllowed && { lookup: guardedLookup(resolve) }),
          },
          (answer) => {
            let read = 0
            const finish = (): void => {
              const retryAfter = Number(answer.headers['retry-after'] ?? NaN)
              done({
                status: answer.statusCode ?? null,
                error: null,
                retryAfter: Number.isFinite(retryAfter) && retryAfter >= 0 ? retryAfter : null,
              })
              request.destroy()
            }
            answer.on('data', (chunk: Buffer) => {
              read += chunk.length
              if (read > MAX_ANSWER_BYTES) finish()
            })
            answer.on('end', finish)
            answer.on('error', failed)
            answer.on('aborted', () => failed(new Error('the receiver closed before its answer was whole')))
          },
        )
        request.on('error', failed)
        request.end(body)
      })
    } catch (error) {
      return { status: null, error: describe(error, milliseconds), retryAfter: null }
    }
  }
}

function describe(error: unknown, milliseconds: number): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'AbortError' || error.name === 'TimeoutError')
    return `no answer within ${milliseconds} ms`
  return error.message.slice(0, 200)
}
