/** Walks on paper, as chromium prints them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { planToPrintHtml } from '@doorwalk/core/paper/print'
import { inkOf, printed } from '../support/printed.ts'
import { CHROMIUM, NO_CHROMIUM, openBrowser } from '../support/servers/browser.ts'
import { fixtureMap, fixturePlan, type PlanFixtureOptions } from '../support/worlds/plan-fixture.ts'

const LINK = 'https://walks.example.org/w/#dwl_alpha.01KKN9J4X0V5C0ZJ7M8Q2R3S4T.tbx9a8.0zJ7M8Q2R3S4T0V5C0ZJ7M'

describe.skipIf(CHROMIUM === undefined)(
  `printed walks${CHROMIUM ? '' : ` (skipped: ${NO_CHROMIUM})`}`,
  () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await openBrowser()
    })
    afterAll(async () => {
      await browser.close()
    })

    const html = (options: PlanFixtureOptions, more: Parameters<typeof planToPrintHtml>[2] = {}): string =>
      planToPrintHtml(fixturePlan(options), fixtureMap(), more)

    it.each<[number, PlanFixtureOptions, string?]>([
      [1, { walks: 1, stops: 0 }],
      [3, { walks: 3, stops: 1, reserves: 6 }],
      [3, { walks: 3, stops: 9, reserves: 6 }],
      [2, { walks: 2, stops: 9, reserves: 6 }, LINK],
      [1, { walks: 1, stops: 7, targets: 8, reserves: 4, language: 'en' }],
      [6, { walks: 3, stops: 15, reserves: 6 }],
      [2, { walks: 1, stops: 25, reserves: 6 }],
      [3, { walks: 1, stops: 50, reserves: 6 }],
    ])('take %i A4 pages: %o', async (pages, options, link) => {
      const { walks } = fixturePlan(options)
      const links = Object.fromEntries(walks.flatMap(({ walkId }) => (link ? [[walkId, link]] : [])))
      const print = await printed(browser, html(options, { links }))
      expect(print.pages).toHaveLength(pages)
      expect(print.sheets).toHaveLength(pages)
      expect(print.requests).toEqual([])
    })

    it('hold no sheet with a word on it, however many stops they have', async () => {
      const walks = Array.from({ length: 24 }, (_, stops) =>
        fixturePlan({ walks: 1, stops, reserves: stops % 7 }),
      )
      const plan = { ...walks[0]!, walks: walks.flatMap((each) => each.walks) }
      const { pages, sheets } = await printed(browser, planToPrintHtml(plan, fixtureMap()))
      expect(pages).toHaveLength(sheets.length)
      expect(Math.min(...pages)).toBeGreaterThan(300)
      for (const sheet of sheets) {
        expect(sheet.over).toBe(0)
        expect(sheet.shrunk).toBeGreaterThan(0.99)
        if (!sheet.hasMap) expect(sheet.rows).toBeGreaterThanOrEqual(6)
      }
    })

    it('are written in letters and boxes that can be read and ticked on a doorstep', async () => {
      const { smallest, box } = await printed(browser, html({ walks: 2, stops: 12, reserves: 4 }))
      expect(smallest.points, smallest.text).toBeGreaterThanOrEqual(8.5)
      expect(box).toBeGreaterThanOrEqual(4.5)
    })

    it('show key numbers in grey and without backgrounds', async () => {
      const context = await browser.newContext({ deviceScaleFactor: 2 })
      const page = await context.newPage()
      await page.setContent(html({ walks: 1, stops: 12, reserves: 4 }))
      await page.emulateMedia({ media: 'print' })
      await page.addStyleTag({
        content: '* { background: none !important } html { filter: grayscale(1) }',
      })
      const [plain] = await inkOf(page, 'tr:not(.key) td.number >> nth=0')
      const keys = await inkOf(page, 'tr.key td.number')
      expect(keys.length).toBeGreaterThanOrEqual(2)
      for (const { dark, light, pixels } of keys) {
        // A cell is as high as its row.
        expect(dark * pixels).toBeGreaterThan(plain!.dark * plain!.pixels)
        expect(light).toBeGreaterThan(0.6)
      }
      // On the map they are white on a black shape, which is no background.
      const marks = await inkOf(page, '.map text[fill="#fff"]')
      expect(marks.length).toBeGreaterThanOrEqual(2)
      for (const { dark, light } of marks) {
        expect(dark).toBeGreaterThan(0.2)
        expect(light).toBeGreaterThan(0.05)
      }
      // White on a black background, as before, would leave nothing: the check sees it.
      await page.addStyleTag({ content: 'tr.key td.number { background: #000; color: #fff }' })
      for (const { dark } of await inkOf(page, 'tr.key td.number')) expect(dark).toBe(0)
      await context.close()
    })
  },
)
