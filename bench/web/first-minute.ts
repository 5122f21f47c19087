/**
 * From `npm start` to the walks of six teams on paper: how many clicks and fields, and how long, in chromium on the
 * command as it is, with a new folder of data. Printing is the browser's own, into a PDF.
 *
 *     npm run bench:first-minute -- [--rounds 5] [--teams 6]
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Locator, Page } from 'playwright-core'
import { openBrowser } from '../../test/support/servers/browser.ts'

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, teams: { type: 'string', default: '6' } },
})
const CHECKOUT = resolve(import.meta.dirname, '../..')
const PATIENCE_MILLISECONDS = 120_000

/** Seconds since `npm start`. */
interface Seconds {
  listens: number
  plan: number
  planned: number
  printed: number
}

interface Round extends Seconds {
  acts: number
  pages: number
}

const browser = await openBrowser()
const rounds: Round[] = []
for (let round = 0; round < Number(values.rounds); round++) rounds.push(await openAndPrint())
await browser.close()

console.log(
  `${values.rounds} rounds of ${values.teams} teams, load ${loadavg()[0]!.toFixed(1)}; seconds since npm start`,
)
console.log(
  `clicks and fields: ${rounds.map(({ acts }) => acts).join(', ')}; pages: ${rounds.map(({ pages }) => pages).join(', ')}`,
)
console.log(
  '| the server listens | a first plan is there | six teams are planned | printed | from the page to paper |',
)
console.log('| ---: | ---: | ---: | ---: | ---: |')
const cells = [
  ...(['listens', 'plan', 'planned', 'printed'] as const).map((name) =>
    told(rounds.map((each) => each[name])),
  ),
  told(rounds.map(({ listens, printed }) => printed - listens)),
]
console.log(`| ${cells.join(' | ')} |`)

async function openAndPrint(): Promise<Round> {
  const data = await mkdtemp(join(tmpdir(), 'doorwalk-minute-'))
  const began = performance.now()
  const since = (): number => (performance.now() - began) / 1000
  const server = spawn('npm', ['start', '--silent', '--', '--port', '0', '--data', data], {
    ...{ cwd: CHECKOUT, stdio: ['ignore', 'pipe', 'ignore'], detached: true },
  })
  try {
    const url = await addressOf(server)
    const listens = since()
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
    context.setDefaultTimeout(PATIENCE_MILLISECONDS)
    const page = await context.newPage()
    await page.goto(url)
    let acts = 0
    const act = async (what: Locator, how: (what: Locator) => Promise<void>): Promise<void> => {
      acts++
      await how(what)
    }
    const walks = page.locator('.walk-name')
    await walks.first().waitFor()
    const plan = since()
    await act(page.getByRole('spinbutton', { name: 'Teams' }), (field) => field.fill(values.teams))
    await act(page.getByRole('button', { name: 'Plan again' }), (button) => button.click())
    await walks.nth(Number(values.teams) - 1).waitFor()
    const planned = since()
    const [paper] = await Promise.all([
      page.waitForEvent('popup'),
      act(page.getByRole('button', { name: 'Print all walks' }), (button) => button.click()),
    ])
    const pages = await pagesOf(paper)
    const printed = since()
    await context.close()
    return { acts, pages, listens, plan, planned, printed }
  } finally {
    process.kill(-server.pid!, 'SIGTERM')
    await once(server, 'close')
    await rm(data, { recursive: true, force: true })
  }
}

/** Of the PDF that the browser prints. */
async function pagesOf(paper: Page): Promise<number> {
  await paper.locator('body[data-ready]').waitFor()
  const pdf = await paper.pdf({ format: 'A4' })
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

async function addressOf(server: ChildProcess): Promise<string> {
  let text = ''
  for await (const chunk of server.stdout!) {
    text += String(chunk)
    const found = /listens on (https?:\/\/\S+)/.exec(text)?.[1]
    if (found !== undefined) {
      server.stdout!.resume()
      return found
    }
  }
  throw new Error(`the server did not say where it listens:\n${text}`)
}

function told(seconds: readonly number[]): string {
  const sorted = seconds.toSorted((a, b) => a - b)
  return `${sorted[Math.floor(sorted.length / 2)]!.toFixed(1)} (${sorted[0]!.toFixed(1)}–${sorted.at(-1)!.toFixed(1)})`
}
