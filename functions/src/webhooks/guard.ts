/**
 * Keeps webhooks from being a way into our network: only public addresses are spoken to. The address that is checked is
 * the address that is connected to, so a name that changes between check and use gains nothing.
 */
import { lookup as systemLookup } from 'node:dns/promises'
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net'
import { fieldError } from '@doorwalk/core/error'

/** Not public by the special-purpose registries of IANA (RFC 6890 and successors). */
const CLOSED_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const
/** Inside 2000::/3, and yet documentation, or a tunnel that may end at any IPv4 address. */
const CLOSED_V6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const closed = new BlockList()
for (const [net, prefix] of CLOSED_V4) closed.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of CLOSED_V6) closed.addSubnet(net, prefix, 'ipv6')
const global = new BlockList()
global.addSubnet('2000::', 3, 'ipv6')

/** Longest address of a receiver. */
const MAX_LENGTH = 500

export type Resolve = (host: string) => Promise<string[]>

export const systemResolve: Resolve = async (host) =>
  (await systemLookup(host, { all: true, verbatim: true })).map(({ address }) => address)

/** False for anything that is not a globally reachable unicast address. */
export function isPublicAddress(address: string): boolean {
  if (isIPv6(address)) return global.check(address, 'ipv6') && !closed.check(address, 'ipv6')
  return isIP(address) === 4 && !closed.check(address, 'ipv4')
}

/**
 * @param allow  origins that are let through although they are not public, for a receiver on the same machine
 * @throws VisibleError webhook.url
 */
export function checkReceiver(text: string, allow: readonly string[] = []): URL {
  const refuse = (why: string) => fieldError('webhook.url', '/url', why)
  if (text.length > MAX_LENGTH) throw refuse(`has more than ${MAX_LENGTH} characters`)
  if (!URL.canParse(text)) throw refuse(`"${text}" is no address; expected https://…`)
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') {
    throw refuse('carries a name or password; the signature tells the receiver who sends')
  }
  if (url.hash !== '') throw refuse('carries a fragment, which is never sent')
  if (allow.includes(url.origin)) return url
  if (url.protocol !== 'https:') throw refuse(`is ${url.protocol}//; expected https://`)
  // The parser has already turned 0x7f.1 and 2130706433 into 127.0.0.1.
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '')
  if (
    isIP(host) > 0
      ? !isPublicAddress(host)
      : !/\.[a-z][a-z0-9-]*$/i.test(host) || /\.(localhost|local|internal|arpa)$/i.test(host)
  ) {
    throw refuse(`${host} is not reachable for everybody; expected a public host`)
  }
  return url
}

/** A `lookup` for http(s).request that answers public addresses only. One that is not spoils the whole name. */
export function guardedLookup(resolve: Resolve): LookupFunction {
  return (host, options, answer) => {
    resolve(host).then(
      (addresses) => {
        const wrong = addresses.find((address) => !isPublicAddress(address))
        const [first] = addresses
        if (wrong !== undefined || first === undefined) {
          return answer(new Error(`${host} does not lead to a public address`), '')
        }
        const family = (address: string): number => (isIPv6(address) ? 6 : 4)
        if (options.all === true) {
          return answer(
            null,
            addresses.map((address) => ({ address, family: family(address) })),
          )
        }
        return answer(null, first, family(first))
      },
      (error: unknown) => answer(error instanceof Error ? error : new Error(String(error)), ''),
    )
  }
}
