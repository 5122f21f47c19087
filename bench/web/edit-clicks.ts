/**
 * How long an organiser waits for a change by hand: from the click to the painted cost, in chromium on a real server,
 * on a plan of 40 walks. Changes are drawn by chance from the stops of the table: moved to another walk, alone or with
 * all after it, starred, pinned, taken off.
 *
 *     npm run bench:clicks -- [--regions DIR] [--edits 60] [--walks 40] [--minutes 90] [--seed 1]
 *
 * The first five warm server and page. A refusal is an answer as well: its time is told apart.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { createDoorwalk } from '@doorwalk/client'
import { Random } from '@doorwalk/core/solver/chance/random'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { openBrowser } from '../../test/support/servers/browser.ts'
import { startServerProcess } from '../../test/support/servers/serve.ts'

const text = { type: 'string' } as const
const { values } = parseArgs({
  options: {
    regions: { ...text, default: resolve(import.meta.dirname, '../../data') },
    edits: { ...text, default: '60' },
    walks: { ...text, default: '40' },
    minutes: { ...text, default: '90' },
    seed: { ...text, default: '1' },
  },
})
const VIEW = { width: 1280, height: 800 }
const START_AT = '2026-03-14T14:00:00+01:00'
const WARM = 5
const TARGET_MILLISECONDS = 1_000

/** Of the dialog of one building, in English. */
const CHANGES = [
  'Move it there',
  'Move it and all stops after it',
  'Pin to its walk',
  'Take it off all walks',
  'star',
]

/** From the next click on: milliseconds until the cost of another plan, or a refusal, is painted. */
const WATCH = `globalThis.answered = new Promise((done) => {
  addEventListener('click', () => {
    const from = performance.now()
    const before = document.querySelector('.edit-bar').dataset.plan
    const look = () => {
      const bar = document.querySelector('.edit-bar')
      const isRefused = bar.querySelector('.problem, [role=alert]:not(:empty)') !== null
      const isDone = bar.dataset.plan !== before && bar.querySelector('.cost:not(:empty)') !== null
      if (!isRefused && !isDone) return requestAnimationFrame(look)
      requestAnimationFrame(() => setTimeout(() => done({ isRefused, took: performance.now() - from })))
    }
    setTimeout(look)
  }, { capture: true, once: true })
}); undefined`

interface Answered {
  isRefused: boolean
  took: number
}

const folder = resolve(values.regions)
const data = await mkdtemp(join(tmpdir(), 'doorwalk-clicks-'))
const server = await startServerProcess(data, { regions: [folder], env: { DOORWALK_RATE: '100000' } })
const browser = await openBrowser()
try {
  for (const region of await diskRegions([folder]).list()) await measure(region)
} finally {
  await browser.close()
  await server.stop()
  await rm(data, { recursive: true })
}

async function measure(region: string): Promise<void> {
  const doorwalk = createDoorwalk({ url: server.url, key: server.key })
  const [walks, minutes] = [Number(values.walks), Number(values.minutes)]
  const plan = await doorwalk.makePlan({ region, volunteers: walks, minutes, seed: 1, startAt: START_AT })
  const context = await browser.newContext({ viewport: VIEW, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(`${server.url}/#/plans/${plan.id}`)
  await page.locator('.plan-head').waitFor()
  const random = new Random(Number(values.seed))
  const [times, refusals]: [number[], number[]] = [[], []]
  for (let edit = 0; edit < Number(values.edits) + WARM; edit++) {
    const { isRefused, took } = await change(page, random, edit)
    if (edit >= WARM) (isRefused ? refusals : times).push(took)
  }
  const { summary } = plan
  console.log(
    `${region}: ${summary.walks} walks, ${summary.targets} targets, chromium ${browser.version()}, load ${loadavg()[0]!.toFixed(1)}`,
  )
  console.log('| from the click until it is painted | edits | median | 95 % | longest | above 1 s |')
  console.log('| --- | ---: | ---: | ---: | ---: | ---: |')
  for (const [name, all] of Object.entries({ 'what it cost': times, 'why it is refused': refusals }))
    if (all.length > 0) console.log(`| ${name} | ${row(all)} |`)
  await context.close()
}

async function change(page: Page, random: Random, edit: number): Promise<Answered> {
  const names = page.locator('button.walk-name:not([aria-pressed="true"])')
  const name = names.nth(random.below(await names.count()))
  const label = (await name.getAttribute('aria-label')) ?? ''
  await name.click()
  // The stops of the walk before stand there until then.
  await page.locator(`button.walk-name[aria-pressed="true"][aria-label="${label}"]`).waitFor()
  const stops = page.locator('.detail-row tbody tr')
  await stops.first().waitFor()
  const row = stops.nth(random.below(await stops.count()))
  const wanted = CHANGES[edit % CHANGES.length]!
  if (wanted === 'star') {
    await page.evaluate(WATCH)
    await row.locator('button.star').click()
  } else {
    await row.locator('button.small').click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('select').waitFor()
    const walks = await dialog.locator('option').allTextContents()
    await dialog.locator('select').selectOption(walks[random.below(walks.length)]!)
    const button = dialog.getByRole('button', { name: wanted, exact: true })
    // What is pinned already has no such button.
    const isThere = (await button.count()) > 0
    await page.evaluate(WATCH)
    await (isThere ? button : dialog.getByRole('button', { name: 'Take it off all walks' })).click()
  }
  return page.evaluate<Answered>('answered')
}

function row(all: readonly number[]): string {
  const sorted = all.toSorted((a, b) => a - b)
  const at = (share: number): string => `${Math.round(sorted[Math.floor(share * (sorted.length - 1))]!)} ms`
  const late = sorted.filter((took) => took > TARGET_MILLISECONDS).length
  return [all.length, at(0.5), at(0.95), at(1), late].join(' | ')
}
