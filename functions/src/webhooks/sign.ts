/** Signatures of Standard Webhooks (https://www.standardwebhooks.com): HMAC-SHA256 over id, time and body. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { SECRET_PREFIX } from './secret.ts'

export interface SignedMessage {
  id: string
  /** Seconds since the epoch. */
  timestamp: number
  body: string | Uint8Array
}

/** Signatures of a message that are compared: more would be an attempt to keep us busy. */
const MAX_SIGNATURES = 10

/**
 * Headers of one attempt. With several secrets, as while one is being replaced, there is one signature for each: a
 * receiver that knows any of them accepts.
 *
 * @param at  milliseconds since the epoch
 */
export function signatureHeaders({
  id,
  at,
  body,
  secrets,
}: {
  id: string
  at: number
  body: string
  secrets: string[]
}): Record<string, string> {
  const timestamp = Math.floor(at / 1000)
  const signatures = secrets.map((secret) => signatureOf({ id, timestamp, body }, secret))
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  }
}

/** Did somebody who knows one of the secrets sign it? */
export function isSigned(
  message: SignedMessage,
  { signatures, secrets }: { signatures: string; secrets: string[] },
): boolean {
  const expected = secrets.map((secret) => Buffer.from(signatureOf(message, secret)))
  const came = signatures.split(' ', MAX_SIGNATURES).map((text) => Buffer.from(text))
  return came.some((one) =>
    expected.some((other) => one.length === other.length && timingSafeEqual(one, other)),
  )
}

function signatureOf({ id, timestamp, body }: SignedMessage, secret: string): string {
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')}`
}
