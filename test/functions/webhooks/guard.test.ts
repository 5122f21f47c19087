/** No webhook reaches into the network it is sent from. */
import { type Server, createServer } from 'node:http'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { checkReceiver, guardedLookup, isPublicAddress } from '@doorwalk/functions/webhooks/guard'
import { makeSend } from '@doorwalk/functions/webhooks/send'

const message = { body: '{}', headers: {} }

describe('an address', () => {
  it.each([
    ['plain http', 'http://example.com/hook'],
    ['a file', 'file:///etc/passwd'],
    ['data', 'data:text/plain,hook'],
    ['a socket', 'wss://example.com/hook'],
    ['loopback', 'https://127.0.0.1/'],
    ['loopback by another name', 'https://127.8.9.10/'],
    ['loopback as a number', 'https://2130706433/'],
    ['loopback in octal', 'https://0177.0.0.1/'],
    ['loopback in hexadecimal', 'https://0x7f000001/'],
    ['loopback, short', 'https://127.1/'],
    ['loopback in wide digits', 'https://①②⑦.⓪.⓪.①/'],
    ['loopback of IPv6', 'https://[::1]/'],
    ['loopback mapped into IPv6', 'https://[::ffff:127.0.0.1]/'],
    ['the unspecified address', 'https://0.0.0.0/'],
    ['the unspecified address of IPv6', 'https://[::]/'],
    ['a private network', 'https://10.1.2.3/'],
    ['a private network', 'https://172.16.0.1/'],
    ['a private network', 'https://192.168.1.1/'],
    ['a carrier network', 'https://100.64.0.1/'],
    ['the metadata of the machine', 'https://169.254.169.254/latest/meta-data/'],
    ['the metadata of the machine over IPv6', 'https://[fd00:ec2::254]/'],
    ['the metadata of the machine, mapped', 'https://[::ffff:a9fe:a9fe]/'],
    ['the metadata of the machine by NAT64', 'https://[64:ff9b::a9fe:a9fe]/'],
    ['the metadata of the machine by 6to4', 'https://[2002:a9fe:a9fe::1]/'],
    ['loopback in octal and hexadecimal at once', 'https://0177.0x0.1/'],
    ['loopback, escaped', 'https://%31%32%37.0.0.1/'],
    ['loopback with a dot at its end', 'https://127.0.0.1./'],
    ['loopback behind a port', 'https://127.0.0.1:8443/'],
    ['loopback behind another host as a name', 'https://example.com@127.0.0.1/'],
    ['loopback after a backslash', 'https://127.0.0.1\\@example.com/'],
    ['loopback of IPv6, written out', 'https://[0:0:0:0:0:0:0:1]/'],
    ['loopback in an address of IPv6', 'https://[::127.0.0.1]/'],
    ['loopback translated into IPv6', 'https://[::ffff:0:127.0.0.1]/'],
    ['loopback by Teredo', 'https://[2001:0:7f00:1::1]/'],
    ['a private network in octal', 'https://012.1.2.3/'],
    ['a private network as a number', 'https://167838211/'],
    ['a private network in hexadecimal', 'https://0xc0a80101/'],
    ['a private network behind a port', 'https://192.168.1.1:443/'],
    ['a private network mapped into IPv6', 'https://[::ffff:10.0.0.1]/'],
    ['the last carrier network', 'https://100.127.255.255/'],
    ['a unique local address', 'https://[fc00::1]/'],
    ['a site-local address', 'https://[fec0::1]/'],
    ['multicast of IPv6', 'https://[ff02::1]/'],
    ['a link with its zone', 'https://[fe80::1%25eth0]/'],
    ['link-local', 'https://[fe80::1]/'],
    ['multicast', 'https://224.0.0.1/'],
    ['broadcast', 'https://255.255.255.255/'],
    ['localhost', 'https://localhost/'],
    ['localhost with a dot', 'https://localhost./'],
    ['a name below localhost', 'https://a.localhost/'],
    ['a name of the inside', 'https://metadata.google.internal/'],
    ['a name without a dot', 'https://intranet/'],
    ['a name and password', 'https://user:pass@example.com/'],
    ['a fragment', 'https://example.com/#x'],
    ['no address', 'not an address'],
    ['an endless one', `https://example.com/${'a'.repeat(500)}`],
  ])('is refused: %s (%s)', (_what, url) => {
    expect(() => checkReceiver(url)).toThrow('/url')
  })

  it.each([
    'https://example.com/hook',
    'https://hooks.example.org:8443/a?b=c',
    'https://[2606:4700::1111]/',
    'https://1.1.1.1/',
  ])('is taken: %s', (url) => {
    expect(checkReceiver(url).protocol).toBe('https:')
  })

  it('is let through where the installation allows its origin, and only that', () => {
    const allow = ['http://127.0.0.1:8080']
    expect(checkReceiver('http://127.0.0.1:8080/hook', allow).port).toBe('8080')
    expect(() => checkReceiver('http://127.0.0.1:8081/hook', allow)).toThrow('/url')
  })

  it('knows public from the rest', () => {
    for (const address of [
      '8.8.8.8',
      '93.184.216.34',
      '2606:4700::1111',
      '100.63.255.255',
      '172.15.0.1',
      '172.32.0.1',
    ]) {
      expect(isPublicAddress(address), address).toBe(true)
    }
    for (const address of [
      '',
      'name',
      '192.0.2.1',
      '198.18.0.1',
      'fc00::1',
      '2001:db8::1',
      '2001::1',
      '::ffff:8.8.8.8',
    ]) {
      expect(isPublicAddress(address), address).toBe(false)
    }
  })
})

describe('sending', () => {
  it('refuses a name that leads to a private address, at the moment of connecting', async () => {
    let asked = 0
    const send = makeSend({ resolve: async () => [++asked === 1 ? '10.0.0.1' : '93.184.216.34'] })
    const sent = await send({ url: 'https://rebind.example.com/', ...message })
    expect(sent).toMatchObject({ status: null })
    expect(sent.error).toContain('does not lead to a public address')
    expect(asked).toBe(1)
  })

  it('opens no connection to a server on this machine that a public name leads to, on any port', async () => {
    let connections = 0
    const inside = createServer().on('connection', () => connections++)
    await once(inside.listen(0, '127.0.0.1'), 'listening')
    const port = portOf(inside)
    for (const address of ['127.0.0.1', '::ffff:127.0.0.1', '0.0.0.0']) {
      const send = makeSend({ resolve: async () => [address] })
      const sent = await send({ url: `https://rebind.example.com:${port}/`, ...message })
      expect(sent.error).toContain('does not lead to a public address')
    }
    expect(connections).toBe(0)
    inside.close()
  })

  it('connects to the very addresses it checked: a name that changes afterwards gains nothing', async () => {
    let asked = 0
    const lookup = guardedLookup(async () =>
      ++asked === 1 ? ['93.184.216.34', '2606:4700::1111'] : ['127.0.0.1'],
    )
    const found = await new Promise((done) => {
      lookup('rebind.example.com', { all: true }, (error, addresses) => done(error ?? addresses))
    })
    expect(found).toEqual([
      { address: '93.184.216.34', family: 4 },
      { address: '2606:4700::1111', family: 6 },
    ])
    expect(asked).toBe(1)
  })

  it.each([[['93.184.216.34', '127.0.0.1']], [['::1']], [['::ffff:10.0.0.1']], [[]]])(
    'refuses a name that leads to %j',
    async (addresses) => {
      const send = makeSend({ resolve: async () => addresses })
      const sent = await send({ url: 'https://example.com/', ...message })
      expect(sent.error).toContain('does not lead to a public address')
    },
  )

  it('does not follow a redirect', async () => {
    let inner = 0
    const inside = createServer((_request, response) => {
      inner++
      response.end('secret')
    }).listen(0, '127.0.0.1')
    await once(inside, 'listening')
    const target = portOf(inside)
    const outside = createServer((_request, response) => {
      response.writeHead(302, { Location: `http://127.0.0.1:${target}/` }).end()
    }).listen(0, '127.0.0.1')
    await once(outside, 'listening')
    const origin = `http://127.0.0.1:${portOf(outside)}`
    const sent = await makeSend({ allow: [origin] })({ url: `${origin}/hook`, ...message })
    expect(sent).toMatchObject({ status: 302, error: null })
    expect(inner).toBe(0)
    inside.close()
    outside.close()
  })
})

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
