/** Asks an OSRM server by HTTP: timeouts, tries, and what to say when nothing usable comes back. */
import { VisibleError } from '@doorwalk/core/error'

export interface OsrmServer {
  /** E.g. `http://localhost:5000`; without `/route/v1/…`. */
  url: string
  /** One request, milliseconds. */
  timeout?: number
  /** Tries after the first when the server is away, busy or slow. */
  retries?: number
  /** First pause between tries, milliseconds; doubles. */
  pause?: number
}

const TIMEOUT = 10_000
const RETRIES = 2
const PAUSE = 200

export type Ask = (path: string, parameters: Record<string, string>) => Promise<unknown>

/** Asks with timeout and retries; answers 200 and 400 as JSON, since OSRM says "no route" by 400. */
export function asker({ url, timeout = TIMEOUT, retries = RETRIES, pause = PAUSE }: OsrmServer): Ask {
  if (!/^https?:/.test(url) || !URL.canParse(url))
    throw refused(url, 'that is no address; expected e.g. http://localhost:5000')
  return async (path, parameters) => {
    const query = Object.entries(parameters).map(([key, value]) => `${key}=${value}`)
    const full = `${url.replace(/\/+$/, '')}/${path}?${query.join('&')}`
    let reason = ''
    for (let tried = 0; tried <= retries; tried++) {
      if (tried > 0) await new Promise((resolve) => setTimeout(resolve, pause * 2 ** (tried - 1)))
      const { status, text } = await answerOf(full, timeout)
      if (status === undefined) reason = text
      else if (status === 429 || status >= 500) reason = `HTTP ${status}`
      else return parseAnswer(text, { url, status })
    }
    throw new VisibleError(
      'upstream',
      'osrm.unreachable',
      `OSRM at ${url} gave no answer in ${retries + 1} tries of ${timeout} ms (${reason}). Is it running?`,
    )
  }
}

/** What came, or without a status why nothing did; the timeout holds for the last byte. */
async function answerOf(full: string, timeout: number): Promise<{ status?: number; text: string }> {
  try {
    const response = await fetch(full, { signal: AbortSignal.timeout(timeout) })
    return { status: response.status, text: await response.text() }
  } catch (error) {
    return { text: error instanceof Error ? causeOf(error) : String(error) }
  }
}

function parseAnswer(text: string, { url, status }: { url: string; status: number }): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refused(url, `HTTP ${status} and no JSON; does an OSRM server listen there?`)
  }
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? error.cause.message : error.message
}

export function refused(url: string, detail: string): VisibleError {
  return new VisibleError('upstream', 'osrm.refused', `OSRM at ${url} cannot answer (${detail}).`)
}
