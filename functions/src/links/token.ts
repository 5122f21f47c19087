/**
 * Tokens of links: what they open and until when stands in them, signed with a secret of the campaign (HMAC-SHA256,
 * RFC 2104). They are short, for a QR code on paper, and hold only signs that stay as they are behind the `#` of an
 * address.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** How tokens of a kind begin, and the ids that they name. */
const KINDS = {
  link: { mark: 'dwl', prefix: 'lnk_' },
  invitation: { mark: 'dwi', prefix: 'inv_' },
} as const
type Kind = keyof typeof KINDS

/** What a token says. */
export interface Ticket {
  kind: Kind
  campaign: string
  /** A ULID behind the prefix of the kind. */
  id: string
  /** Milliseconds; whole seconds of it are kept. */
  expiresAt: number
}

export interface ReadTicket extends Ticket {
  /** What is signed. */
  text: string
  signature: string
}

const TOKEN =
  /^((dw[li])_([a-z0-9][a-z0-9-]{0,62})\.([0-9A-HJKMNP-TV-Z]{26})\.([0-9a-z]{1,9}))\.([A-Za-z0-9_-]{22})$/
/** Half of the hash, as RFC 2104 (5) allows: 128 bits, and a third less of paper. */
const SIGNATURE_BYTES = 16

/** The same ticket, the same token. */
export function signTicket({ kind, campaign, id, expiresAt }: Ticket, secret: string): string {
  const { mark, prefix } = KINDS[kind]
  const seconds = Math.floor(expiresAt / 1000).toString(36)
  const text = `${mark}_${campaign}.${id.slice(prefix.length)}.${seconds}`
  return `${text}.${signatureOf(text, secret)}`
}

/** What a token says of itself; nothing is proved yet. Undefined: it has not the form of one. */
export function readTicket(token: string): ReadTicket | undefined {
  const [, text, mark, campaign, ulid, seconds, signature] = TOKEN.exec(token) ?? []
  if (text === undefined || campaign === undefined || ulid === undefined || signature === undefined)
    return undefined
  const kind = mark === KINDS.link.mark ? 'link' : 'invitation'
  const expiresAt = Number.parseInt(seconds ?? '', 36) * 1000
  return { kind, campaign, id: KINDS[kind].prefix + ulid, expiresAt, text, signature }
}

/** In the same time, wherever a wrong one differs. Texts are compared: the last sign of base64 has bits to spare. */
export function isSigned({ text, signature }: ReadTicket, secret: string): boolean {
  return timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(text, secret)))
}

function signatureOf(text: string, secret: string): string {
  const whole = createHmac('sha256', Buffer.from(secret, 'base64url')).update(text).digest()
  return whole.subarray(0, SIGNATURE_BYTES).toString('base64url')
}
