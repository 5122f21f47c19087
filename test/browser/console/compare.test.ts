/** Two plans side by side in the console: ways in, the answer, refusals; on a desk, a phone, by keyboard. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Doorwalk, createDoorwalk } from '@doorwalk/client'
import { CHROMIUM, NO_CHROMIUM } from '../../support/servers/browser.ts'
import { type ConsoleServer, openConsole, screenshot, violations } from '../../support/servers/console.ts'

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const AREA = { precincts: ['0925'] }

describe.skipIf(CHROMIUM === undefined)(
  `comparing plans${CHROMIUM ? '' : ` (skipped: ${NO_CHROMIUM})`}`,
  () => {
    let console: ConsoleServer
    let api: Doorwalk
    let older: string
    let newer: string
    beforeAll(async () => {
      console = await openConsole()
      api = createDoorwalk({ url: console.server.url, key: console.server.demoKey ?? '' })
      const ask = { region: 'paris-9e-10e', area: AREA, minutes: 60 }
      older = (await api.makePlan({ ...ask, volunteers: 3 })).id
      newer = (await api.makePlan({ ...ask, volunteers: 4 })).id
    })
    afterAll(() => console.close())
    afterEach(async () => {
      await console.leave()
      expect(console.complaints.splice(0)).toEqual([])
    })

    it('is reached by two ticks in the list, answers first, and survives a reload', async () => {
      const page = await console.visit('#/plans', { locale: 'en-GB' })
      await page.getByRole('checkbox').nth(1).check()
      await page.getByText('Tick a second plan').waitFor()
      await page.reload()
      await page.getByRole('checkbox').nth(0).check()
      await page.getByRole('link', { name: 'Compare the two' }).click()
      await page.locator('.answer').waitFor()
      expect(page.url()).toMatch(new RegExp(`#/compare\\?a=${older}&b=${newer}$`))
      const told = await api.POST('/v1/plans/compare', { body: { plans: [older, newer] } })
      if (!('changed' in told)) throw new Error('the plans were made')
      const { changed, difference } = told
      await page.reload()
      const answer = (await page.locator('.answer').textContent()) ?? ''
      expect(answer).toContain(`${changed.came} only in B`)
      expect(answer).toContain(`Better in B: doors (+${difference.doors})`)
      expect(answer).toContain('Worse in B: time (+')
      await page.getByText(`Only in B (${changed.came})`).waitFor()
      expect(await violations(page)).toEqual([])
      await screenshot(page, 'compare')
      // By keyboard: an address is shown on the map.
      const came = page.locator('details', { hasText: `Only in B (${changed.came})` })
      await came.locator('summary').focus()
      if ((await came.getAttribute('open')) === null) await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page
        .getByText(/In A: on no walk .* In B: walk \d\./)
        .first()
        .waitFor()
    })

    it('fits a phone in French, says each walk of both, and the other way round', async () => {
      const page = await console.visit(`#/compare?a=${older}&b=${newer}`, PHONE)
      await page.getByText(/Mieux dans B : portes/).waitFor()
      await page.getByText(/^Tournée par tournée/).click()
      await page
        .getByRole('link', { name: /^Plan A, tournée \d/ })
        .first()
        .waitFor()
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
      expect(await violations(page)).toEqual([])
      await screenshot(page, 'compare-phone', { fullPage: true })
      await page.getByRole('link', { name: 'Dans l’autre sens' }).click()
      await page.getByText(/Moins bien dans B : portes/).waitFor()
    })

    it('is reached from a plan that was changed, and holds it against the one before', async () => {
      const plan = await api.waitFor(newer)
      const once = await api.POST('/v1/plans/{planId}/edits', {
        params: { path: { planId: newer } },
        body: { edits: [{ type: 'remove_walker', walk: plan.walks[1]!.walkId }] },
      })
      const page = await console.visit(`#/plans/${once.id}`, { locale: 'en-GB' })
      await page.getByRole('link', { name: 'Compare with the plan before' }).click()
      await page.locator('.answer').waitFor()
      expect(page.url()).toContain(`a=${newer}&b=${once.id}`)
      await page.goto(`${console.server.url}/#/plans/${newer}`)
      await page.getByRole('link', { name: 'Compare the two' }).waitFor()
    })

    it('says why two plans cannot be compared', async () => {
      const page = await console.visit(`#/compare?a=${older}`, { locale: 'en-GB' })
      await page.getByText('Two plans are needed.').waitFor()
      await page.goto(`${console.server.url}/#/compare?a=${older}&b=${older}`)
      await page.getByText('This is one plan twice.').waitFor()
      await page.goto(`${console.server.url}/#/compare?a=${older}&b=pln_none`)
      await page.getByText('Plan B is gone').waitFor()
      expect(await violations(page)).toEqual([])
      await page.getByRole('link', { name: 'To the list of plans' }).click()
      await page.getByRole('heading', { name: 'Plans' }).waitFor()
    })
  },
)
