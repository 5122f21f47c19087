/** What the console advises on a plan: asked for, made so, taken back; by click and by keyboard, and by two at once. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, NO_CHROMIUM } from '../../support/servers/browser.ts'
import { type ConsoleServer, openConsole, screenshot, violations } from '../../support/servers/console.ts'

const TEAMS = 6

describe.skipIf(CHROMIUM === undefined)(
  `advice in the console${CHROMIUM ? '' : ` (skipped: ${NO_CHROMIUM})`}`,
  () => {
    let console: ConsoleServer
    let page: Page
    beforeAll(async () => {
      console = await openConsole()
      page = await open()
      await page.getByRole('spinbutton', { name: 'Teams' }).fill(String(TEAMS))
      await page.getByRole('button', { name: 'Plan again' }).click()
      await walks()
        .nth(TEAMS - 1)
        .waitFor()
      for (const name of ['Suggestions', 'What each wish costs', 'How many are needed'])
        await page.locator('summary', { hasText: name }).click()
    })
    afterAll(() => console.close())
    afterEach(() => expect(console.complaints.splice(0)).toEqual([]))

    async function open(hash = ''): Promise<Page> {
      const opened = await console.visit(hash, { locale: 'en-GB' })
      await opened.locator('.plan-head').waitFor()
      return opened
    }
    const walks = (on = page) => on.locator('.walk-name')
    const stops = () => page.locator('.detail-row tbody th').allTextContents()
    const suggestions = (on = page) => on.locator('.suggestions li')
    const stale = (on = page) => on.locator('.note', { hasText: 'The plan has changed since: ask again.' })
    const choose = (number: string, on = page) =>
      on.getByRole('combobox', { name: 'Walk', exact: true }).selectOption(number)
    async function ask(name: string, on = page): Promise<string[]> {
      await on.getByRole('button', { name }).click()
      await suggestions(on).first().waitFor()
      return suggestions(on).locator('p').allTextContents()
    }
    async function undo(): Promise<void> {
      await page.getByRole('button', { name: 'Undo' }).click()
      await page.getByRole('button', { name: 'Undo' }).and(page.locator(':disabled')).waitFor()
      await page.locator('.edit-bar .busy').waitFor({ state: 'detached' })
    }

    it('says what to add to a walk, adds it by keyboard, and takes it back', async () => {
      await choose('2')
      await page.locator('.detail-row').waitFor()
      const before = await stops()
      await page.getByRole('button', { name: 'What to add to walk 2' }).focus()
      await page.keyboard.press('Enter')
      await suggestions().first().waitFor()
      const [best] = await suggestions().locator('p').allTextContents()
      expect(best).toMatch(/^Add \d.* to walk 2 \d+ more doors? · \d+ min longer$/)
      expect(await violations(page)).toEqual([])
      await suggestions().first().getByRole('button').focus()
      await page.keyboard.press('Enter')
      await stale().waitFor()
      expect(await stale().evaluate('document.activeElement.className')).toBe('note')
      expect(await page.locator('.cost').textContent()).toMatch(/^\+\d+ doors.*Walk 2 changed; all others/)
      await undo()
      expect(await stops()).toEqual(before)
    })

    it('says where a latecomer goes and who could take a walk, and makes it so', async () => {
      expect((await ask('Where a latecomer goes')).join()).toMatch(/A new walk: .*\d+ more doors · \d+ min/)
      await suggestions().filter({ hasText: 'A new walk' }).getByRole('button').click()
      await walks().nth(TEAMS).waitFor()
      await stale().waitFor()
      await undo()
      await page.getByRole('spinbutton', { name: 'Minutes of the latecomer' }).fill('5')
      await page.getByText('A whole number, from 10 to 600').waitFor()

      await page.getByRole('spinbutton', { name: 'Minutes of the latecomer' }).fill('60')

      const takers = await ask('Who could take walk 2')
      for (const taker of takers)
        expect(taker).toMatch(/(team of walk|Teams of walks) [13-6].*\d+ doors? saved/)
      expect(new Set(takers).size).toBe(takers.length)
      await page.getByText(/^If nobody walks walk 2, this is left: \d+ doors\./).waitFor()
      await screenshot(page, 'advice')
      await suggestions().first().getByRole('button').click()
      await walks()
        .nth(TEAMS - 1)
        .waitFor({ state: 'detached' })
      await stale().waitFor()
      await undo()
      expect(await walks().count()).toBe(TEAMS)
    })

    it('says what wishes cost and how many more people reach 90 %, until the plan changes', async () => {
      await page.getByRole('button', { name: 'Work out the prices' }).click()
      await page.locator('.prices dd').first().waitFor()
      for (const price of await page.locator('.prices dd').allTextContents())
        expect(price).toMatch(/^\d+ doors?, [\d.]+% of the worth|^costs/)
      await page.getByRole('button', { name: 'How many more are needed?' }).click()
      const said = page.locator('.estimate [role=status] p')
      await said.first().waitFor()
      const [now, ...more] = await said.allTextContents()
      expect(now).toMatch(/^This plan reaches \d+% of the doors of its area\.$/)
      expect(more.at(-1)).toMatch(/^\d+ more people reach 90%\.$/)
      const counts = more.map((line) => Number.parseInt(line, 10))
      expect(counts).toEqual(counts.toSorted((a, b) => a - b))
      expect(await violations(page)).toEqual([])
      await page.locator('.estimate').scrollIntoViewIfNeeded()
      await screenshot(page, 'advice-computed')
      await choose('1')
      await choose('2')
      await page
        .getByRole('button', { name: /^Key building: /, pressed: false })
        .first()
        .click()
      await page.getByText('Worked out before the last change').waitFor()
      await page.getByText('The plan has changed since this was estimated.').waitFor()
    })

    it('applies to the plan of somebody else what was suggested for the one before', async () => {
      const shared = page.url()
      const other = await open(new URL(shared).hash)
      await other.locator('summary', { hasText: 'Suggestions' }).click()
      await choose('1', other)
      await ask('What to add to walk 1', other)
      await page
        .getByRole('button', { name: /^Key building: /, pressed: false })
        .first()
        .click()
      await page.waitForURL((url) => url.href !== shared)
      await suggestions(other).first().getByRole('button').click()
      await other.getByRole('button', { name: 'Make my change in their plan, too' }).click()
      await stale(other).waitFor()
      expect(await other.locator('.cost').textContent()).toMatch(/^\+\d+ doors.*Walk 1 changed/)
      // The first one's plan is no more: told where the question is asked.
      await page.locator('.edit-bar .busy').waitFor({ state: 'detached' })
      await page.getByRole('button', { name: 'What to add to walk 2' }).click()
      await page.locator('details').getByRole('link', { name: 'Open the newer plan' }).first().click()
      await page.locator('.cost', { hasText: 'Walk 1 changed' }).waitFor()
    })

    it('says at the roll-call how many are missing', async () => {
      await page.getByRole('link', { name: 'Roll-call' }).click()
      await page.getByRole('radio', { name: 'not here' }).first().check()
      await page.getByRole('button', { name: 'How many more are needed?' }).click()
      await page.getByText(/^1 more person reaches \d+%, as planned\.$/).waitFor()
      await page.getByRole('radio', { name: 'not here' }).nth(1).check()
      await page.getByText(/^2 more people reach \d+%, as planned\.$/).waitFor()
      const said = await page.locator('.estimate [role=status] p').allTextContents()
      expect(said[0]).toMatch(/^4 people reach \d+% of the doors at once\.$/)
      expect(said.at(-1)).toMatch(/^\d+ more people reach 90%\.$/)
      expect(await violations(page)).toEqual([])
      await screenshot(page, 'roll-call-needed')
    })
  },
)
