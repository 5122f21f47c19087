/** Messages that Doorwalk sends to your webhook: was it Doorwalk that sent it, and what does it say? By Web Crypto. */
import type { webhooks } from './generated/openapi.ts'

/** Standard Webhooks: older messages may be somebody's who listened. */
const TOLERANCE_SECONDS = 300
const SECRET_PREFIX = 'whsec_'

type MessageOf<Event extends keyof webhooks> = webhooks[Event] extends {
  post: { requestBody: { content: { 'application/json': infer Message } } }
}
  ? Message
  : never

type HmacKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>

/** Every message by its `type`; a newer server may send others. */
export type WebhookMessage = { [Event in keyof webhooks]: MessageOf<Event> }[keyof webhooks]

/** A message that is genuine, and the `id` of its event: the same event may come twice. */
export type VerifiedMessage = WebhookMessage & { id: string }

export interface SignedRequest {
  /** As it came, not parsed and written again. */
  body: string | Uint8Array
  /** Of `fetch`, or of Node's `http`. */
  headers: Headers | Record<string, string | string[] | undefined>
  /** `whsec_…`, as it was told when the webhook was made; several while one is being replaced. */
  secret: string | readonly string[]
  /** Default 300. */
  toleranceSeconds?: number
  /** Milliseconds since the epoch; default: this moment. */
  now?: number
}

/** The message is not to be believed; answer 401, or 400. */
export class WebhookError extends Error {
  override readonly name = 'WebhookError'
}

/**
 * The message, once its signature is checked (https://www.standardwebhooks.com).
 *
 * @throws WebhookError when a header is missing, the message is old or from the future, or no signature fits
 * @throws TypeError when a secret is none
 */
export async function verifyWebhook(request: SignedRequest): Promise<VerifiedMessage> {
  const { body, secret, toleranceSeconds = TOLERANCE_SECONDS, now = Date.now() } = request
  const id = headerOf(request, 'webhook-id')
  const timestamp = headerOf(request, 'webhook-timestamp')
  const signatures = headerOf(request, 'webhook-signature').split(' ')
  const age = Math.abs(now / 1000 - Number(timestamp))
  if (!/^\d+$/.test(timestamp) || age > toleranceSeconds) {
    throw new WebhookError(`webhook-timestamp: got ${timestamp}, more than ${toleranceSeconds} s from now`)
  }
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const signed = joined(new TextEncoder().encode(`${id}.${timestamp}.`), bytes)
  for (const each of typeof secret === 'string' ? [secret] : secret) {
    const key = await keyOf(each)
    for (const signature of signatures) {
      if (!(await isBy(key, signature, signed))) continue
      const message = JSON.parse(new TextDecoder().decode(bytes)) as WebhookMessage
      return { ...message, id }
    }
  }
  throw new WebhookError('webhook-signature: none of the signatures fits the message and the secret')
}

function headerOf({ headers }: SignedRequest, name: string): string {
  const found = headers instanceof Headers ? headers.get(name) : headers[name]
  if (typeof found === 'string' && found !== '') return found
  throw new WebhookError(
    `${name}: missing; a message comes with webhook-id, webhook-timestamp, webhook-signature`,
  )
}

function keyOf(secret: string): Promise<HmacKey> {
  const bytes = secret.startsWith(SECRET_PREFIX) ? fromBase64(secret.slice(SECRET_PREFIX.length)) : null
  if (bytes === null || bytes.length === 0) {
    throw new TypeError('secret: expected whsec_… as it was told when the webhook was made')
  }
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify'])
}

/** Compares in constant time. */
async function isBy(key: HmacKey, signature: string, signed: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const [version, text = ''] = signature.split(',')
  const bytes = version === 'v1' ? fromBase64(text) : null
  return bytes !== null && crypto.subtle.verify('HMAC', key, bytes, signed)
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  } catch {
    return null
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
