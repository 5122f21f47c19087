/** Plans in the console: two held against each other, and what is deleted taken back; on a desk, a phone, by keys. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Doorwalk, createDoorwalk } from '@doorwalk/client'
import { CHROMIUM, NO_CHROMIUM } from '../../support/servers/browser.ts'
import { type ConsoleServer, openConsole, screenshot, violations } from '../../support/servers/console.ts'

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const REGION = 'paris-9e-10e'
const AREA = { precincts: ['0925'] }

describe.skipIf(CHROMIUM === undefined)(
  `plans, compared and deleted${CHROMIUM ? '' : ` (skipped: ${NO_CHROMIUM})`}`,
  () => {
    let console: ConsoleServer
    let api: Doorwalk
    let older: string
    let newer: string
    beforeAll(async () => {
      console = await openConsole()
      api = createDoorwalk({ url: console.server.url, key: console.server.demoKey ?? '' })
      const ask = { region: REGION, area: AREA, minutes: 60 }
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
      await page.getByText(/Mieux dans B\s: portes/).waitFor()
      await page.getByText(/^Tournée par tournée/).click()
      await page
        .getByRole('link', { name: /^Plan A, tournée \d/ })
        .first()
        .waitFor()
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
      expect(await violations(page)).toEqual([])
      await screenshot(page, 'compare-phone', { fullPage: true })
      await page.getByRole('link', { name: 'Dans l’autre sens' }).click()
      await page.getByText(/Moins bien dans B\s: portes/).waitFor()
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
      // The list has what became of it, and what it was where that is wanted.
      await page.goto(`${console.server.url}/#/plans`)
      await page.locator(`a[href="#/plans/${once.id}"]`).waitFor()
      expect(await page.locator(`a[href="#/plans/${newer}"]`).count()).toBe(0)
      await page.getByLabel('Also 1 earlier version').check()
      await page.locator(`a[href="#/plans/${newer}"]`).waitFor()
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

    const plans = async () =>
      (await api.GET('/v1/plans')).plans.flatMap(({ id, replacedBy }) => (replacedBy === null ? id : []))
    const areas = async () => (await api.GET('/v1/areas')).areas.map(({ label }) => label).sort()

    it('brings a deleted plan back by keyboard; a reload in the middle does not', async () => {
      const before = await plans()
      const page = await console.visit(`#/plans/${older}`, { locale: 'en-GB' })
      await page.getByRole('button', { name: 'Delete' }).press('Enter')
      await page
        .locator('td.tick')
        .nth(before.length - 2)
        .waitFor()
      expect(await page.locator('td.tick').count()).toBe(before.length - 1)
      expect(await plans()).toEqual(before)
      expect(await violations(page)).toEqual([])
      await screenshot(page, 'undo')
      // The button that was pressed has gone with its view: the way back has the focus.
      await page.locator('.news button:focus', { hasText: 'Undo' }).waitFor()
      await page.keyboard.press('Enter')
      await page.locator('.plan-head').waitFor()
      await page.getByText('Undone.').waitFor()
      await page.getByRole('button', { name: 'Delete' }).click()
      await page.locator('td.tick').first().waitFor()
      await page.goto(`${console.server.url}/#/plans/${older}`)
      await page.getByText('It is deleted.').waitFor()
      await page.reload()
      await page.getByText('It is deleted.').waitFor()
      await expect.poll(plans).toEqual(before.filter((id) => id !== older))
    })

    it('asks before it deletes a plan whose walks are out, and has done it before the next change', async () => {
      const { id } = await api.makePlan({
        region: REGION,
        area: AREA,
        volunteers: 1,
        minutes: 30,
        commit: true,
      })
      const page = await console.visit(`#/plans/${id}`, { locale: 'en-GB' })
      await page.getByText('handed out', { exact: true }).waitFor()
      await page.getByRole('button', { name: 'Delete' }).click()
      await page.getByText('Its walks are handed out').waitFor()
      expect(await violations(page)).toEqual([])
      // Not while somebody is on one of them.
      const { walks } = await api.GET('/v1/walks', { params: { query: { plan: id } } })
      const params = { path: { walkId: walks[0]!.walkId } }
      await api.POST('/v1/walks/{walkId}/start', { params })
      await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
      await page.getByText('Somebody is on a walk of this plan.').waitFor()
      await api.POST('/v1/walks/{walkId}/finish', { params })
      await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
      await page.locator('td.tick').first().waitFor()
      expect(await plans()).toContain(id)
      await page.getByRole('link', { name: 'Areas' }).click()
      await page.getByRole('checkbox', { name: /^0925/ }).check()
      await page.getByLabel('Name').fill('Station')
      await page.getByRole('button', { name: 'Save the area' }).click()
      await page.getByRole('button', { name: 'Delete the area Station' }).waitFor()
      expect(await plans()).not.toContain(id)
    })

    it('deletes an area when the time is over, and brings it back when the server refuses', async () => {
      await api.POST('/v1/areas', { body: { label: 'Canal', region: REGION, area: AREA } })
      const page = await console.visit('#/areas', PHONE)
      await page.clock.install()
      await page.reload()
      await page.getByRole('button', { name: 'Supprimer la zone Station' }).click()
      await page.getByText('Supprimé : Station.').waitFor()
      await screenshot(page, 'undo-phone')
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
      expect(await areas()).toEqual(['Canal', 'Station'])
      await page.clock.fastForward(19_000)
      await page.getByRole('button', { name: 'Annuler' }).waitFor()
      await page.clock.fastForward(1_000)
      await page.getByRole('button', { name: 'Annuler' }).waitFor({ state: 'detached' })
      await expect.poll(areas).toEqual(['Canal'])
      await page.route('**/v1/areas/*', (route) => route.fulfill({ status: 409, json: { detail: 'gardée' } }))
      await page.getByRole('button', { name: 'Supprimer la zone Canal' }).click()
      await page.locator('.news').getByRole('button', { name: 'Fermer' }).click()
      await page.getByText('Non supprimé : Canal.').waitFor()
      await page.getByRole('button', { name: 'Supprimer la zone Canal' }).waitFor()
      expect(await areas()).toEqual(['Canal'])
    })
  },
)
