/** `doorwalk serve --tls-cert --tls-key`: a real server with a self-signed certificate, and what is refused. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTls } from '@doorwalk/functions/laptop/certificate'
import { runCommand, startServerProcess } from '../../support/servers/serve.ts'

const FOLDER = join(import.meta.dirname, '../../support/servers/certificate')
const at = (name: string): string => join(FOLDER, name)
const PAIR = ['--tls-cert', at('cert.pem'), '--tls-key', at('key.pem')]

let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'doorwalk-tls-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** As a client that believes this certificate and no other. */
async function ask(url: string, headers: Record<string, string> = {}) {
  const ca = await readFile(at('cert.pem'))
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>(
    (done, failed) => {
      get(url, { ca, headers, agent: false }, (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (chunk: string) => (text += chunk))
        answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
      }).on('error', failed)
    },
  )
}

describe('a server with a certificate', () => {
  it('speaks HTTPS on its port, makes links that say so, and ends as any other', async () => {
    const server = await startServerProcess(join(folder, 'data'), { args: PAIR })
    expect(server.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
    const alive = await ask(`${server.url}/healthz`)
    expect([alive.status, JSON.parse(alive.text)]).toEqual([200, { status: 'ok' }])
    expect(alive.headers['strict-transport-security']).toContain('max-age=')
    expect((await ask(`${server.url}/w/`)).text).toContain('<div id="app"')
    // The page of this very origin gets the key of the demo; one that came by HTTP is another origin.
    const own = await ask(`${server.url}/demo-key.json`, { Origin: server.url })
    expect(JSON.parse(own.text)).toMatchObject({ campaign: 'demo' })
    const other = await ask(`${server.url}/demo-key.json`, { Origin: server.url.replace('https', 'http') })
    expect(other.status).toBe(404)
    await expect(fetch(server.url.replace('https', 'http'))).rejects.toThrow()
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
    expect(await server.stop()).toBe(0)
  })

  it.each([
    ['half a pair', ['--tls-cert', at('cert.pem')], '--tls-key: is missing beside --tls-cert'],
    ['the other half', ['--tls-key', at('key.pem')], '--tls-cert: is missing beside --tls-key'],
    [
      'a file that is not there',
      ['--tls-cert', 'none.pem', '--tls-key', at('key.pem')],
      '--tls-cert: none.pem cannot be read',
    ],
    [
      'no certificate',
      ['--tls-cert', at('key.pem'), '--tls-key', at('key.pem')],
      'expected: a certificate in PEM',
    ],
    ['an address that is none', ['--base-url', 'walks'], '--base-url: got "walks"'],
  ])('refuses %s', async (_, args, says) => {
    const { code, text } = await runCommand([
      'serve',
      '--port',
      '0',
      '--data',
      join(folder, 'refused'),
      ...args,
    ])
    expect(code).toBe(2)
    expect(text).toContain(says)
    expect(text).not.toMatch(/\n\s+at /)
  })

  it('refuses what no phone would believe', async () => {
    const files = { certFile: at('cert.pem'), keyFile: at('key.pem'), baseUrl: undefined, now: Date.now() }
    expect((await readTls(files)).cert.toString()).toContain('BEGIN CERTIFICATE')
    await expect(readTls({ ...files, keyFile: at('old-key.pem') })).rejects.toThrow(/is not the key of/)
    const old = { ...files, certFile: at('old-cert.pem'), keyFile: at('old-key.pem') }
    await expect(readTls(old)).rejects.toThrow(/holds from 2020-01-01 to 2021-01-01/)
    const encrypted = join(folder, 'encrypted.pem')
    await writeFile(
      encrypted,
      '-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAA=\n-----END ENCRYPTED PRIVATE KEY-----\n',
    )
    await expect(readTls({ ...files, keyFile: encrypted })).rejects.toThrow(/without a passphrase/)
    for (const baseUrl of ['https://walks.test:8787', 'https://127.0.0.1:8787', 'https://localhost'])
      await readTls({ ...files, baseUrl })
    await expect(readTls({ ...files, baseUrl: 'https://walks.example.org' })).rejects.toThrow(
      /is for DNS:walks.test/,
    )
    await expect(readTls({ ...files, baseUrl: 'http://walks.test' })).rejects.toThrow(/expected https:/)
  })
})
