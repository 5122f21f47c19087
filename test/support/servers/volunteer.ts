/** Phones with the volunteer's page, on a real server: what they complain about, their walks, and the links to them. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { type Doorwalk, type Walk, createDoorwalk } from '@doorwalk/client'
import { DEFAULTS } from '@doorwalk/functions/config'
import { type Server, startServer } from '@doorwalk/functions/laptop/server'
import { openBrowser } from './browser.ts'

const SAMPLE = fileURLToPath(new URL('../../../data', import.meta.url))
const WAIT_MILLISECONDS = 120_000
export const REGION = 'paris-9e-10e'

export interface Phones {
  server: Server
  /** The organiser. */
  doorwalk: Doorwalk
  /** A plan that is handed out. */
  plan(more?: object): Promise<{ walks: Walk[] }>
  walk(walkId: string): Promise<Walk>
  /** Its address, for a phone. */
  link(walkId: string, more?: object): Promise<{ url: string; linkId: string; token: string }>
  /** A phone of its own storage. */
  phone(options?: BrowserContextOptions): Promise<BrowserContext>
  /** Requests elsewhere, violations of the content policy, errors of scripts. */
  complaints: string[]
  close(): Promise<void>
}

export async function openPhones(): Promise<Phones> {
  const data = await mkdtemp(join(tmpdir(), 'doorwalk-phones-'))
  const [server, browser] = await Promise.all([
    startServer({
      host: '127.0.0.1',
      port: 0,
      data,
      regionRoots: [SAMPLE],
      config: DEFAULTS,
      log: () => undefined,
    }),
    openBrowser(),
  ])
  const answer = await fetch(`${server.url}/demo-key.json`, { headers: { Accept: 'application/json' } })
  const { key } = (await answer.json()) as { key: string }
  const doorwalk = createDoorwalk({ url: server.url, key })
  const complaints: string[] = []
  return {
    ...{ server, doorwalk, complaints },
    plan: async (more = {}) => {
      const plan = await doorwalk.makePlan({
        ...{ region: REGION, area: { precincts: ['0925', '0926'] }, volunteers: 2, minutes: 120 },
        ...{ iterations: 2_000, commit: true, ...more },
      })
      // Small: no walk comes without its stops.
      return plan as { walks: Walk[] }
    },
    walk: async (walkId) => await doorwalk.GET('/v1/walks/{walkId}', { params: { path: { walkId } } }),
    link: (walkId, more = {}) =>
      doorwalk.POST('/v1/walks/{walkId}/links', { params: { path: { walkId } }, body: more }),
    phone: (options) => openPhone(browser, { url: server.url, complaints, options }),
    complaints,
    async close() {
      await browser.close()
      await server.close()
      await rm(data, { recursive: true, force: true })
    },
  }
}

async function openPhone(
  browser: Browser,
  {
    url,
    complaints,
    options,
  }: { url: string; complaints: string[]; options: BrowserContextOptions | undefined },
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 780 },
    ...{ isMobile: true, hasTouch: true, locale: 'fr-FR' },
    permissions: ['geolocation'],
    geolocation: { longitude: 2.3478, latitude: 48.8805 },
    ...options,
  })
  context.setDefaultTimeout(WAIT_MILLISECONDS)
  context.on('page', (page) => watch(page, url, complaints))
  return context
}

function watch(page: Page, url: string, complaints: string[]): void {
  page.on('request', (request) => {
    const asked = request.url()
    if (!asked.startsWith(url) && !/^(data|blob|about|chrome):/.test(asked))
      complaints.push(`request to ${asked}`)
  })
  page.on('console', (message) => {
    const isExpected = /status of (400|401|403|404|409)|ERR_INTERNET_DISCONNECTED|net::ERR_FAILED/.test(
      message.text(),
    )
    if (message.type() === 'error' && !isExpected) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
}
