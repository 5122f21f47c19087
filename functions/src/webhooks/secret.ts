/** A secret that two sides share, and the one before it while it is being replaced. */
import { randomBytes } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { isAhead } from '../ports/clock.ts'

export const SECRET_PREFIX = 'whsec_'

export const Secrets = z.object({
  secret: z.string(),
  oldSecret: z.string().nullable(),
  /** RFC 3339: until then the old one counts, too. */
  oldSecretUntil: z.string().nullable(),
})
export type Secrets = z.infer<typeof Secrets>

/** The specification of Standard Webhooks asks for 24 to 64 bytes. */
const BYTES = 32
/** How long both count. */
const ROTATION_MILLISECONDS = 24 * 60 * 60 * 1000

export function mintSecret(): string {
  return SECRET_PREFIX + randomBytes(BYTES).toString('base64')
}

export function firstSecret(secret = mintSecret()): Secrets {
  return { secret, oldSecret: null, oldSecretUntil: null }
}

/** The new secret from now on, and the old one beside it for a day. */
export function nextSecret(old: Secrets, { now, secret }: { now: number; secret: string }): Secrets {
  const oldSecretUntil = new Date(now + ROTATION_MILLISECONDS).toISOString()
  return { secret, oldSecret: old.secret, oldSecretUntil }
}

/** Those that count at this moment. */
export function liveSecrets({ secret, oldSecret, oldSecretUntil }: Secrets, now: number): string[] {
  if (oldSecret === null || oldSecretUntil === null) return [secret]
  const isOldGood = isAhead(Date.parse(oldSecretUntil), { now, longest: ROTATION_MILLISECONDS })
  return isOldGood ? [secret, oldSecret] : [secret]
}
