import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { DEFAULTS } from '@doorwalk/functions/config'
import { startServer, type Server } from '@doorwalk/functions/laptop/server'
import { CHROMIUM, NO_CHROMIUM, openBrowser } from '../support/servers/browser.ts'

const SAMPLE = fileURLToPath(new URL('../../data', import.meta.url))
/** Set to a folder to look at the page. */
const SCREENSHOTS = process.env['DOORWALK_SCREENSHOTS']
const PLANNED = '#results:not([hidden])'
const PLAN_MILLISECONDS = 300_000
/** Expressions for the page; this program has no DOM types. */
const ACTIVE = 'document.activeElement?.id'
const STROKES = `[...document.querySelectorAll('#map .leaflet-overlay-pane path')].map((path) => path.getAttribute('stroke'))`

/** The stops that marks such as "1", "2a" and "3–8" stand for, each once, in order. */
function numbersOf(marks: string[]): number[] {
  const all = marks.flatMap((text) => {
    const [first, last = first] = text.split('–').map((part) => Number.parseInt(part, 10)) as [
      number,
      number?,
    ]
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  })
  return [...new Set(all)].sort((a, b) => a - b)
}

const NAMELESS = `[...document.querySelectorAll('input, select, button, progress, a, [tabindex="0"]')].filter((element) => {
  const labels = [...(element.labels ?? [])].map((label) => label.textContent).join('')
  const own = element.getAttribute('aria-label') ?? element.getAttribute('title') ?? element.textContent
  return (labels + own).trim() === ''
}).map((element) => element.outerHTML)`
const HEIGHTS = `[...document.querySelectorAll('main button, main select')]
  .map((element) => element.getBoundingClientRect().height).filter((height) => height > 0)`
const HOSTILE = '<img src="https://elsewhere.example/x.png" onerror="document.title=1">'

describe.skipIf(CHROMIUM === undefined)(`the page${CHROMIUM ? '' : ` (skipped: ${NO_CHROMIUM})`}`, () => {
  let server: Server
  let browser: Browser
  let data: string
  let context: BrowserContext
  let page: Page
  /** Requests to other origins, CSP violations, script errors: there must be none, whatever a test does. */
  let complaints: string[]

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'doorwalk-page-'))
    server = await startServer({
      host: '127.0.0.1',
      port: 0,
      data,
      regionRoots: [SAMPLE],
      config: DEFAULTS,
      log: () => undefined,
    })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
    await rm(data, { recursive: true, force: true })
  })

  async function open(options: BrowserContextOptions = {}): Promise<void> {
    context = await browser.newContext({
      viewport: { width: 1280, height: 860 },
      locale: 'fr-FR',
      ...options,
    })
    context.setDefaultTimeout(PLAN_MILLISECONDS)
    context.on('page', (opened) => {
      watch(opened)
    })
    page = await context.newPage()
  }
  function watch(opened: Page): void {
    opened.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(server.url) && !/^(data|blob|about):/.test(url))
        complaints.push(`request to ${url}`)
    })
    opened.on('console', (message) => {
      const expected = /the server responded with a status of (400|401|404)/.test(message.text())
      if (message.type() === 'error' && !expected) complaints.push(message.text())
    })
    opened.on('pageerror', (error) => complaints.push(error.message))
  }
  beforeEach(async () => {
    complaints = []
    await open()
  })
  afterEach(async () => {
    await context.close()
    expect(complaints).toEqual([])
  })

  async function visit(): Promise<void> {
    await page.goto(`${server.url}/`)
    await page.locator('#precincts input').first().waitFor({ state: 'attached' })
  }
  async function planPrecinct(code = '0925'): Promise<void> {
    await page.locator('[name="area"][value="precincts"]').check()
    await page.locator(`#precincts input[value="${code}"]`).check()
    await page.locator('#plan').click()
    await page.locator(PLANNED).waitFor({ timeout: PLAN_MILLISECONDS })
  }
  async function screenshot(name: string): Promise<void> {
    if (SCREENSHOTS !== undefined)
      await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true })
  }

  it('plans a precinct and shows walks, map, table and what was left out', async () => {
    await visit()
    await screenshot('1-start')
    await page.locator('#volunteers').fill('3')
    await planPrecinct()
    expect(await page.locator('#walks tr').count()).toBe(3)
    expect(await page.locator('#summary').textContent()).toMatch(/^3 tournées, \d+ adresses, \d+ portes ; /)
    expect(await page.locator('#left-out').textContent()).toContain('pas choisies')
    expect(await page.locator('#attribution').textContent()).toContain('© OpenStreetMap')
    expect(await page.evaluate(ACTIVE)).toBe('results-title')
    const strokes = await page.evaluate<string[]>(STROKES)
    expect(strokes).toEqual(expect.arrayContaining(['#332288', '#CC6677', '#7A4A12']))
    await screenshot('2-planned')

    await page.locator('#walks tr').first().locator('th button').click()
    expect(await page.locator('#walks tr.chosen').count()).toBe(1)
    await screenshot('3-one-walk')
    const stops = Number(await page.locator('#walks tr.chosen td').first().textContent())
    expect(stops).toBeGreaterThan(2)
    const marks = await page.locator('#map .number.stop, #map .number.key').allTextContents()
    expect(numbersOf(marks)).toEqual(Array.from({ length: stops }, (_, index) => index + 1))
  })

  it('hands walks out by links, takes a sheet that came back, and plans around what was done', async () => {
    await visit()
    await page.locator('#volunteers').fill('2')
    await planPrecinct('0924')
    await page.getByText('Donner les tournées', { exact: true }).click()
    await page.locator('#give').click()
    await page.getByRole('button', { name: 'Lien de la tournée 1' }).click()
    const link = await page.locator('#hand-out input').inputValue()
    expect(link).toMatch(/\/w\/#dwl_/)
    expect(await page.locator('#hand-out .code svg').count()).toBe(1)
    await screenshot('handed-out')

    await page.getByText('Une feuille est revenue', { exact: true }).click()
    await page.locator('#paper-rows tr').first().waitFor()
    const rows = page.locator('#paper-rows tr')
    await rows.nth(0).locator('[name="knocked"]').fill('12')
    await rows.nth(0).locator('[name="opened"]').fill('12')
    await rows.nth(1).locator('[name="noAccess"]').check()
    await page.locator('#paper-form button').click()
    await page.getByText('2 enregistrées').waitFor()
    await screenshot('paper-back')
    const first = String(await rows.nth(0).locator('th').textContent())
    await page.locator('#paper-form button').click()
    await page.getByText('2 déjà connues').waitFor()

    // The same form again: what was done, and what others carry, is on no walk.
    await page.locator('#plan').click()
    await page.getByText('sur la tournée de quelqu’un d’autre').waitFor()
    expect(await page.locator('#left-out').textContent()).toContain('déjà visitées')
    expect(first).toMatch(/^1/)
  })

  it('plans again at roll-call for those who are there, and says what changed', async () => {
    await visit()
    await page.locator('#volunteers').fill('4')
    await planPrecinct()
    await page.locator('#roll-call summary').click()
    expect(await page.locator('#present input:checked').count()).toBe(4)
    for (const walker of ['2', '4']) await page.locator(`#present input[value="${walker}"]`).uncheck()
    await page.locator('#replan').click()
    await page.locator('#walks tr').nth(2).waitFor({ state: 'detached', timeout: PLAN_MILLISECONDS })
    expect(await page.locator('#changes').textContent()).toBe('2 inchangées · 2 annulées')
    expect(await page.locator('#walks tr th').allTextContents()).toEqual(['1', '3'])
    await screenshot('4-roll-call')
  })

  it('draws an area and sets a start by keyboard alone', async () => {
    await visit()
    await page.locator('[name="area"][value="region"]').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await page.locator('#draw-fields').isVisible()).toBe(true)
    for (let tabs = 0; tabs < 40 && (await page.evaluate(ACTIVE)) !== 'map'; tabs++)
      await page.keyboard.press('Tab')
    expect(await page.evaluate(ACTIVE)).toBe('map')
    for (const move of ['ArrowLeft', 'ArrowDown', 'ArrowRight']) {
      await page.keyboard.press(move)
      await page.waitForTimeout(400)
      await page.keyboard.press('Enter')
    }
    expect(await page.locator('#draw-count').textContent()).toBe('3 points')
    await page.locator('[name="start"][value="proposed"]').focus()
    await page.keyboard.press('ArrowDown')
    await page.locator('#map').focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('#start-help').textContent()).toContain('Départ posé')
    await screenshot('4-drawn')

    const request = page.waitForRequest((sent) => sent.method() === 'POST')
    await page.locator('#minutes').focus()
    await page.keyboard.press('Enter')
    const body = (await request).postDataJSON() as {
      area: { type: string; coordinates: number[][][] }
      start: number[]
      startAt: string
    }
    expect(body.area.type).toBe('Polygon')
    expect(body.area.coordinates[0]).toHaveLength(4)
    expect(body.area.coordinates[0]?.[0]).toEqual(body.area.coordinates[0]?.[3])
    expect(body.start).toHaveLength(2)
    expect(body.startAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00[+-]\d\d:\d\d$/)
    await page.locator(`${PLANNED}, #problem:not([hidden])`).waitFor({ timeout: PLAN_MILLISECONDS })
  })

  it('speaks English, also of what was planned in French', async () => {
    await visit()
    await planPrecinct()
    await page.locator('[data-language="en"]').click()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.locator('#plan').textContent()).toBe('Plan')
    expect(await page.locator('#summary').textContent()).toMatch(/^4 walks, /)
    expect(await page.locator('#walks button[aria-label="Show walk 2 on the map"]').count()).toBe(1)
    await page.reload()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
  })

  it('prints a walk on one page and saves GPX', async () => {
    await visit()
    await planPrecinct()
    const first = page.locator('#walks tr').first()
    const [paper] = await Promise.all([
      context.waitForEvent('page'),
      first.getByRole('button', { name: 'Imprimer, tournée 1' }).click(),
    ])
    await paper.locator('body[data-ready]').waitFor()
    expect(await paper.locator('h1').textContent()).toMatch(/^Tournée 1\b/)
    const pdf = (await paper.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect([...pdf.matchAll(/\/Type \/Page\b/g)]).toHaveLength(1)
    const letters = `parseFloat(getComputedStyle(document.querySelector('tbody td:last-child')).fontSize)`
    const normal = await paper.evaluate<number>(letters)
    await paper.getByRole('button', { name: /^Gros caractères/ }).click()
    await paper.locator('body[data-ready]').waitFor()
    expect(await paper.evaluate<number>(letters)).toBeGreaterThan(1.5 * normal)
    expect(await paper.locator('#large').getAttribute('aria-pressed')).toBe('true')

    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      first.getByRole('button', { name: 'GPX, tournée 1' }).click(),
    ])
    expect(saved.suggestedFilename()).toMatch(/\.gpx$/)
    expect(await readFile(await saved.path(), 'utf8')).toMatch(/^<\?xml[^>]*>\s*<gpx version="1\.1"/)
  })

  it('says what is wrong with a field, beside it', async () => {
    await visit()
    await page.locator('#volunteers').fill('0')
    await page.locator('#plan').click()
    expect(await page.locator('#problem').textContent()).toBe('Équipes : Un nombre entre 1 et 10\u202f000.')
    expect(await page.locator('#volunteers').getAttribute('aria-invalid')).toBe('true')
    expect(await page.evaluate(ACTIVE)).toBe('volunteers')
    await page.locator('#volunteers').fill('2')
    await page.locator('[name="area"][value="draw"]').check()
    await page.locator('#plan').click()
    expect(await page.locator('#problem').textContent()).toContain('au moins trois points')
    expect(await page.locator('#volunteers').getAttribute('aria-invalid')).toBeNull()
  })

  it('shows what the server refuses, with the request id', async () => {
    await page.route('**/v1/plans', (route) => {
      const body = route.request().postDataJSON() as object
      return route.continue({ postData: JSON.stringify({ ...body, minutes: 5 }) })
    })
    await visit()
    await page.locator('#plan').click()
    await page.locator('#problem').waitFor()
    expect(await page.locator('#problem').textContent()).toMatch(/refuse.*\/minutes.*req_/)
    expect(await page.locator('#minutes').getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('#plan').isEnabled()).toBe(true)
  })

  it('asks for a key where there is no demo, and says when it is wrong', async () => {
    await page.route('**/demo-key.json', (route) => route.fulfill({ status: 404 }))
    await page.goto(`${server.url}/`)
    await page.locator('#key').fill(`dw_${'x'.repeat(43)}`)
    await page.locator('#use-key').click()
    await page.locator('#problem').waitFor()
    expect(await page.locator('#problem').textContent()).toContain('pas acceptée')
    await page.locator('#key').fill(server.demoKey ?? '')
    await page.locator('#use-key').click()
    await page.locator('#region option').first().waitFor({ state: 'attached' })
    expect(await page.locator('#key-fields').isVisible()).toBe(false)
  })

  it('shows addresses as text, whatever they say', async () => {
    await page.route('**/v1/plans/*.geojson', async (route) => {
      const answer = await route.fetch()
      const text = (await answer.text()).replace(/"address":"[^"]*"/g, `"address":${JSON.stringify(HOSTILE)}`)
      await route.fulfill({ response: answer, body: text })
    })
    await visit()
    await planPrecinct()
    await page.locator('#walks tr').first().locator('th button').click()
    expect(await page.locator('#walks').textContent()).toContain('<img src=')
    expect(await page.locator('#results img, #map img').count()).toBe(0)
    expect(await page.title()).not.toBe('1')
  })

  it('loads a whole city square by square, from close by only', async () => {
    await page.route('**/v1/regions', async (route) => {
      const answer = await route.fetch()
      const { regions } = (await answer.json()) as { regions: object[] }
      await route.fulfill({
        response: answer,
        json: { regions: regions.map((region) => ({ ...region, bbox: [2.2487, 48.7792, 2.4487, 48.9792] })) },
      })
    })
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('map.geojson')) asked.push(new URL(request.url()).search)
    })
    await visit()
    expect(await page.locator('#map-status').textContent()).toContain('Agrandir')
    expect(asked).toEqual([])
    // Names of streets come at zoom 16, streets themselves at 15.
    for (let zooms = 0; zooms < 12 && (await page.locator('#map .street').count()) === 0; zooms++) {
      await page.locator('.leaflet-control-zoom-in').click()
      await page.waitForTimeout(700)
    }
    expect(await page.locator('#map .street').count()).toBeGreaterThan(3)
    expect(asked.length).toBeGreaterThan(0)
    expect(new Set(asked).size).toBe(asked.length)
    for (const search of asked)
      expect(decodeURIComponent(search)).toMatch(/^\?bbox=2\.\d+,48\.\d+,2\.\d+,48\.\d+$/)
  })

  it('gives every control a name', async () => {
    await visit()
    await planPrecinct()
    const nameless = await page.evaluate<string[]>(NAMELESS)
    expect(nameless).toEqual([])
  })

  it('fits a phone', async () => {
    await context.close()
    await open({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, locale: 'en-GB' })
    await visit()
    await planPrecinct()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    const heights = await page.evaluate<number[]>(HEIGHTS)
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(24)
    await screenshot('5-phone')
  })
})
