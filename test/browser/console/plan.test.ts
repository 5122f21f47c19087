/** A plan in the console: made by itself at first, changed by hand, taken back, by two at once, by keyboard alone. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createDoorwalk } from '@doorwalk/client'
import { CHROMIUM, NO_CHROMIUM } from '../../support/servers/browser.ts'
import { type ConsoleServer, openConsole, screenshot, violations } from '../../support/servers/console.ts'

describe.skipIf(CHROMIUM === undefined)(
  `plans in the console${CHROMIUM ? '' : ` (skipped: ${NO_CHROMIUM})`}`,
  () => {
    let console: ConsoleServer
    beforeAll(async () => void (console = await openConsole()))
    afterAll(() => console.close())
    afterEach(async () => {
      await console.leave()
      expect(console.complaints.splice(0)).toEqual([])
    })

    async function open(hash = ''): Promise<Page> {
      const page = await console.visit(hash)
      await page.locator('.plan-head').waitFor()
      return page
    }
    const walks = (page: Page) => page.locator('.walk-name')
    const stopsOf = (page: Page) => page.locator('.detail-row tbody th').allTextContents()
    async function moveFirst(page: Page, to: number): Promise<void> {
      await page.locator('.detail-row table button.small').first().click()
      await page.getByLabel('Vers la tournée').selectOption(String(to))
      await page.getByRole('button', { name: 'L’y mettre', exact: true }).click()
    }

    it('opens an empty campaign on a plan of the first station; six teams of it are printed in three clicks and fields', async () => {
      const page = await open()
      await walks(page).nth(3).waitFor()
      expect(await page.title()).toBe('Plans · Doorwalk')
      expect(await violations(page)).toEqual([])
      await page
        .getByText('Le bureau de vote 0925')
        .or(page.getByText('Bureau de vote 0925'))
        .first()
        .waitFor()
      const made = page.url().replace('?first=0925', '')
      const again = await open()
      expect(again.url()).toBe(made)
      await screenshot(page, 'plan')
      await page.getByRole('spinbutton', { name: 'Équipes' }).fill('6')
      await page.getByRole('button', { name: 'Replanifier' }).click()
      await walks(page).nth(5).waitFor()
      const [paper] = await Promise.all([
        page.waitForEvent('popup'),
        page.getByRole('button', { name: 'Imprimer toutes les tournées' }).click(),
      ])
      await paper.locator('body[data-ready]').waitFor()
      expect(await paper.locator('h1').count()).toBeGreaterThanOrEqual(6)
      const letters = `parseFloat(getComputedStyle(document.querySelector('tbody td:last-child')).fontSize)`
      const normal = await paper.evaluate<number>(letters)
      await paper.getByRole('button', { name: /^Gros caractères/ }).click()
      await paper.locator('#large[aria-pressed="true"]').waitFor()
      await paper.locator('body[data-ready]').waitFor()
      expect(await paper.evaluate<number>(letters)).toBeGreaterThan(1.5 * normal)
    })

    it('keeps the walk in focus in the address, through a reload and back', async () => {
      const page = await open()
      await page.getByRole('button', { name: 'Montrer la tournée 2' }).click()
      await page.locator('.detail-row').waitFor()
      expect(page.url()).toMatch(/#\/plans\/pln_\w+\?walk=2$/)
      const stops = await stopsOf(page)
      await page.reload()
      await page.locator('.detail-row').waitFor()
      expect(await stopsOf(page)).toEqual(stops)
      expect(
        await page.getByRole('button', { name: 'Montrer la tournée 2' }).getAttribute('aria-pressed'),
      ).toBe('true')
    })

    it('moves a building to another walk, tells the cost, and takes it back to what it was', async () => {
      const page = await open()
      await page.getByRole('button', { name: 'Montrer la tournée 2' }).click()
      const before = await stopsOf(page)
      await moveFirst(page, 1)
      await page.locator('.cost:not(:empty)').waitFor()
      expect(await page.locator('.cost').textContent()).toMatch(/porte.*tournée.*1.*changé/)
      expect(await stopsOf(page)).not.toEqual(before)
      await screenshot(page, 'plan-edited')
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Annuler' }).click()
      await page.getByRole('button', { name: 'Rétablir' }).and(page.locator(':enabled')).waitFor()
      expect(await stopsOf(page)).toEqual(before)
    })

    it('calls a plan the same in every browser, and plans again what others asked for by the API', async () => {
      const api = createDoorwalk({ url: console.server.url, key: console.server.demoKey ?? '' })
      const { id } = await api.makePlan({
        ...{ region: 'paris-9e-10e', minutes: 45, iterations: 200, start: [2.3475, 48.8791] },
        area: { walkFrom: { start: [2.3475, 48.8791], minutes: 4 } },
        volunteers: [{ id: 'v-00aa' }, { id: 'v-00bb', minutes: 30 }],
      })
      const page = await open(`#/plans/${id}`)
      const said = await page.locator('.plan-head h2').textContent()
      expect(said).toMatch(/^(Rue|Boulevard|Cité|Place|Square|Passage|Avenue) .* · /)
      const list = await console.visit('#/plans')
      const link = list.locator(`a[href="#/plans/${id}"]`)
      expect(said).toContain(await link.textContent())
      expect(await page.getByLabel('Les mêmes 2 personnes').isChecked()).toBe(true)
      expect(await violations(page)).toEqual([])
      await screenshot(page, 'plan-again')
      await page.getByRole('button', { name: 'Replanifier' }).click()
      await page.waitForURL((url) => !url.hash.endsWith(id))
      await page.locator('.plan-head').waitFor()
      const made = page.url().split('/').at(-1)!
      const params = { path: { planId: made } }
      const { volunteers, area } = await api.GET('/v1/plans/{planId}/request', { params })
      expect(volunteers).toEqual([{ id: 'v-00aa' }, { id: 'v-00bb', minutes: 30 }])
      expect(area).toMatchObject({ walkFrom: { minutes: 4 } })
    })

    it('tells the second of two organisers, and makes the change of both', async () => {
      const first = await open()
      const second = await open()
      for (const page of [first, second])
        await page.getByRole('button', { name: 'Montrer la tournée 2' }).click()
      const shared = first.url()
      await first.locator('.detail-row button.star').nth(1).click()
      await first.waitForURL((url) => url.href !== shared)
      const [gone = ''] = await stopsOf(second)
      await moveFirst(second, 1)
      await second.getByRole('heading', { name: 'Quelqu’un d’autre a changé ce plan' }).waitFor()
      expect(await violations(second)).toEqual([])
      await second.getByRole('button', { name: 'Faire aussi mon changement' }).click()
      await second.waitForURL((url) => url.href !== shared)
      await second.locator('.detail-row tbody th', { hasText: gone }).waitFor({ state: 'detached' })
      await second.getByRole('button', { name: 'Annuler' }).and(second.locator(':enabled')).waitFor()
      // Both are steps of one plan: the first organiser is told of the newer one.
      await first.reload()
      await first.getByRole('link', { name: 'Ouvrir le plan plus récent' }).waitFor()
    })

    it('lists what was left out with addresses and reasons', async () => {
      const page = await open()
      await page.getByRole('button', { name: 'Montrer sur la carte' }).click()
      await page.locator('.addresses button').first().waitFor()
      expect(await page.locator('.reasons').textContent()).toContain('Pas choisi')
      expect(await page.locator('.addresses button').first().textContent()).toMatch(/\d+ portes?$/)
      expect(await violations(page)).toEqual([])
    })

    it('makes a plan by keyboard alone, and says what is wrong beside its field', async () => {
      const page = await console.visit('#/plan')
      const teams = page.getByRole('spinbutton', { name: 'Équipes' })
      await teams.focus()
      await page.keyboard.press('Control+A')
      await page.keyboard.type('0')
      await page.keyboard.press('Enter')
      await page.getByText('« 0 » : Un nombre entier, de 1 à').waitFor()
      expect(await teams.getAttribute('aria-invalid')).toBe('true')
      expect(await teams.evaluate('document.activeElement.role')).toBe('spinbutton')
      expect(await violations(page)).toEqual([])
      await screenshot(page, 'plan-form')
      await page.keyboard.press('Control+A')
      await page.keyboard.type('2')
      await page.keyboard.press('Enter')
      await page.locator('.plan-head').waitFor()
      expect(await walks(page).count()).toBe(2)
    })

    it('fits a phone, and the dark', async () => {
      const page = await console.visit('', {
        ...{ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, colorScheme: 'dark' },
      })
      await page.locator('.plan-head').waitFor()
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
      expect(await violations(page)).toEqual([])
      await screenshot(page, 'plan-phone')
      // Paper is light.
      await page.emulateMedia({ media: 'print' })
      const display = (theme: string) =>
        page.evaluate(`getComputedStyle(document.querySelector('.swatch .${theme}')).display`)
      expect([await display('light'), await display('dark')]).toEqual(['inline', 'none'])
    })
  },
)
