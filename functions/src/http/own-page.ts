/** Whether a call comes from this machine, by a program or by our own page: what may be read without a key. */
import type { Context } from 'hono'
import type { Env } from './env.ts'

const LOOPBACK_NAME = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/
const LOOPBACK_ADDRESSES = ['127.0.0.1', '::1', '::ffff:127.0.0.1']
/** Set by proxies: behind one, everybody seems to call from this machine. */
const PROXY_HEADER =
  /^(forwarded|via|x-forwarded-.*|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|cf-connecting-ip|fly-client-ip)$/
/** How our page asks: by its script, as a link that is followed, as an image. */
const OWN_DESTINATIONS = ['empty', 'document', 'image']

/**
 * The host is a loopback name (a foreign name that resolves to 127.0.0.1 is refused), no proxy passed the call on, and
 * whatever a browser says of who asks names this very origin: another port of this machine is another one.
 */
export function isOwnPage(c: Context<Env>): boolean {
  const host = (c.req.header('Host') ?? new URL(c.req.url).host).toLowerCase()
  const remote = c.env?.incoming?.socket.remoteAddress
  if (!LOOPBACK_NAME.test(host)) return false
  if (remote !== undefined && !LOOPBACK_ADDRESSES.includes(remote)) return false
  if (Object.keys(c.req.header()).some((name) => PROXY_HEADER.test(name))) return false
  return isSameOrigin(c, `${new URL(c.req.url).protocol}//${host}`)
}

function isSameOrigin(c: Context<Env>, own: string): boolean {
  const site = c.req.header('Sec-Fetch-Site')
  const destination = c.req.header('Sec-Fetch-Dest')
  const origin = c.req.header('Origin')
  const referer = c.req.header('Referer')
  return (
    (site === undefined || site === 'same-origin' || site === 'none') &&
    (destination === undefined || OWN_DESTINATIONS.includes(destination)) &&
    (origin === undefined || origin.toLowerCase() === own) &&
    (referer === undefined || originOf(referer) === own)
  )
}

function originOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).origin : undefined
}
