/** The console in a browser on a real server with the sample region: what every test of its views needs. */
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { DEFAULTS } from '@doorwalk/functions/config'
import type { Config } from '@doorwalk/functions/ports/config'
import { startServer, type Server } from '@doorwalk/functions/laptop/server'
import { openBrowser } from './browser.ts'

const SAMPLE = fileURLToPath(new URL('../../../data', import.meta.url))
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Set to a folder to look at the views. */
const SCREENSHOTS = process.env['DOORWALK_SCREENSHOTS']
const PATIENCE_MILLISECONDS = 120_000

export interface ConsoleServer {
  server: Server
  /** Requests to other hosts, violations of the policy, errors of scripts: there must be none, whatever a test does. */
  complaints: string[]
  /** A browser of its own, 1280 × 800 and in French unless said; its pages have the campaign's demo key. */
  visit(hash?: string, options?: BrowserContextOptions): Promise<Page>
  /** Closes the browsers of `visit`. */
  leave(): Promise<void>
  close(): Promise<void>
}

export async function openConsole(config: Partial<Config> = {}): Promise<ConsoleServer> {
  const data = await mkdtemp(join(tmpdir(), 'doorwalk-console-'))
  const server = await startServer({
    ...{ host: '127.0.0.1', port: 0, data, regionRoots: [SAMPLE], config: { ...DEFAULTS, ...config } },
    log: () => undefined,
  })
  const browser = await openBrowser()
  const complaints: string[] = []
  const contexts: BrowserContext[] = []
  return {
    server,
    complaints,
    async visit(hash = '', options = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        locale: 'fr-FR',
        ...options,
      })
      contexts.push(context)
      context.setDefaultTimeout(PATIENCE_MILLISECONDS)
      context.on('page', (page) => watch(page, server.url, complaints))
      const page = await context.newPage()
      await page.goto(`${server.url}/${hash}`)
      return page
    },
    async leave() {
      for (const context of contexts.splice(0)) await context.close()
    },
    async close() {
      await browser.close()
      await server.close()
      await rm(data, { recursive: true, force: true })
    },
  }
}

function watch(page: Page, url: string, complaints: string[]): void {
  page.on('request', (request) => {
    const to = request.url()
    if (!to.startsWith(url) && !/^(data|blob|about):/.test(to)) complaints.push(`request to ${to}`)
  })
  page.on('console', (message) => {
    const isExpected = /the server responded with a status of (400|401|404|409|412|422)/.test(message.text())
    if (message.type() === 'error' && !isExpected) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
}

interface Look {
  /** A selector of what is looked at; default: the whole page. */
  within?: string
  /** Of axe-core; default: all that it has. */
  rules?: string[]
}

/** What axe-core finds on the page as it is now, as "rule: element"; there should be nothing. */
export async function violations(page: Page, { within, rules }: Look = {}): Promise<string[]> {
  if (!(await page.evaluate<boolean>(`'axe' in globalThis`))) await page.evaluate(AXE)
  const options = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) }
  const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    `axe.run(${JSON.stringify(within ?? 'html')}, ${JSON.stringify(options)})`,
  )
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

/** Kept as `NAME.png` in the folder of DOORWALK_SCREENSHOTS, if there is one. */
export async function screenshot(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
  if (SCREENSHOTS !== undefined) await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage })
}
