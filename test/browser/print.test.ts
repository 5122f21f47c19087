import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { planToPrintHtml } from '@doorwalk/core/paper/print'
import { CHROMIUM, NO_CHROMIUM, openBrowser } from '../support/servers/browser.ts'
import { fixtureMap, fixturePlan, type PlanFixtureOptions } from '../support/worlds/plan-fixture.ts'

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

    async function pagesOf(options: PlanFixtureOptions, link?: string): Promise<number> {
      const plan = fixturePlan(options)
      const page = await browser.newPage()
      const requests: string[] = []
      page.on('request', (request) => requests.push(request.url()))
      await page.setContent(
        planToPrintHtml(plan, fixtureMap(), {
          links: Object.fromEntries(plan.walks.flatMap(({ walkId }) => (link ? [[walkId, link]] : []))),
        }),
      )
      const pdf = await page.pdf({ preferCSSPageSize: true })
      await page.close()
      expect(requests).toEqual([])
      const text = pdf.toString('latin1')
      expect(text).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/)
      return [...text.matchAll(/\/Type \/Page\b/g)].length
    }

    it.each([1, 5, 12, 20, 25])('takes one A4 page per walk of %i stops', async (stops) => {
      expect(await pagesOf({ walks: 3, stops, reserves: 6 })).toBe(3)
    })

    const LINK =
      'https://walks.example.org/w/#dwl_alpha.01KKN9J4X0V5C0ZJ7M8Q2R3S4T.tbx9a8.0zJ7M8Q2R3S4T0V5C0ZJ7M'

    it('takes one page with a QR code too', async () => {
      expect(await pagesOf({ walks: 2, stops: 25, reserves: 8 }, LINK)).toBe(2)
    })

    it('takes one page for twelve rows of eight houses', async () => {
      expect(await pagesOf({ walks: 1, stops: 12, targets: 8, reserves: 6, language: 'en' })).toBe(1)
    })

    it('takes two pages for fifty stops', async () => {
      expect(await pagesOf({ walks: 1, stops: 50, reserves: 6 })).toBe(2)
    })
  },
)
