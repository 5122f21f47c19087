/** A page of another origin in a real browser: whatever it tries, it reads nothing of the server and writes nothing. */
import { createServer } from 'node:http'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, NO_CHROMIUM, openBrowser } from '../support/servers/browser.ts'
import { listeningPorts } from '../support/servers/listeners.ts'
import { type ServerProcess, startServerProcess } from '../support/servers/serve.ts'

/** Runs in the page: what each try got, as text; a try that was refused by the browser is `refused`. */
const TRIES = `async (server) => {
  const tell = (promise) => promise.then((text) => text, () => 'refused')
  const read = (path, init) => tell(fetch(server + path, init).then((answer) => answer.text()))
  const script = (path) => tell(new Promise((done, failed) => {
    const tag = Object.assign(document.createElement('script'), { src: server + path })
    tag.onload = () => done('ran')
    tag.onerror = failed
    document.head.append(tag)
  }))
  const frame = (path) => tell(new Promise((done) => {
    const tag = Object.assign(document.createElement('iframe'), { src: server + path })
    tag.onload = () => { try { done(tag.contentDocument.body.innerText) } catch { done('refused') } }
    document.body.append(tag)
  }))
  const json = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }
  return {
    key: await read('/demo-key.json'),
    blindKey: await read('/demo-key.json', { mode: 'no-cors' }),
    regions: await read('/v1/regions'),
    withoutReferrer: await read('/v1/regions', { referrerPolicy: 'no-referrer' }),
    write: await read('/v1/keys', json),
    script: await script('/demo-key.json'),
    frame: await frame('/demo-key.json'),
  }
}`

describe.skipIf(CHROMIUM === undefined)(
  `a page of another origin${CHROMIUM ? '' : ` (skipped: ${NO_CHROMIUM})`}`,
  () => {
    let server: ServerProcess
    let browser: Browser
    const foreign = createServer((_, answer) => {
      answer.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>elsewhere</title>')
    })

    beforeAll(async () => {
      server = await startServerProcess(join(await mkdtemp(join(tmpdir(), 'doorwalk-origin-')), 'data'))
      browser = await openBrowser(['--host-resolver-rules=MAP elsewhere.example 127.0.0.1'])
      foreign.listen(0, '127.0.0.1')
      await once(foreign, 'listening')
    })
    afterAll(async () => {
      await browser.close()
      foreign.close()
      await server.stop()
    })

    /** By the loopback's number, its name, and a name that was bound to it. */
    it.each(['127.0.0.1', 'localhost', 'elsewhere.example'])('gets nothing, from %s', async (host) => {
      const { port } = foreign.address() as { port: number }
      const page = await browser.newPage()
      await page.goto(`http://${host}:${port}/`)
      const got = await page.evaluate<Record<string, string>>(`(${TRIES})(${JSON.stringify(server.url)})`)
      await page.close()
      expect(Object.values(got).join('\n')).not.toContain(server.key)
      expect(new Set(Object.values(got))).toEqual(new Set(['refused']))
    })

    it('gets nothing by a name that was bound to this machine while the page was open', async () => {
      const page = await browser.newPage()
      const address = `http://elsewhere.example:${new URL(server.url).port}`
      await page.goto(address)
      // The page is our own, its name is not: same origin for the browser.
      const got = await page.evaluate<number[]>(
        `Promise.all(['/demo-key.json', '/v1/regions'].map((path) => fetch(path).then((answer) => answer.status)))`,
      )
      await page.close()
      expect(got).toEqual([404, 401])
    })

    it('finds no other port that would answer', () => {
      expect(listeningPorts(server.pid)).toEqual([Number(new URL(server.url).port)])
    })
  },
)
