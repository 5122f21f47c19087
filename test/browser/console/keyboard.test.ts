/** A weekend by keyboard alone: what is reached by Tab, where the focus is afterwards; and all views in the dark. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, NO_CHROMIUM } from '../../support/servers/browser.ts'
import { type ConsoleServer, openConsole, violations } from '../../support/servers/console.ts'

/** Stops of Tab from one end of a view to the other, at most. */
const MOST_STOPS = 150
/** What has the focus: its name for those who hear it, and whether it is seen that it has it. */
const FOCUS = `(() => {
  const at = document.activeElement
  const name = at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent
  return { name: name.trim(), tag: at.tagName, isSeen: getComputedStyle(at).outlineStyle === 'solid' }
})()`

interface Focus {
  name: string
  tag: string
  isSeen: boolean
}

const focusOf = (page: Page): Promise<Focus> => page.evaluate<Focus>(FOCUS)

/** By Tab only, from where the focus is. */
async function reach(page: Page, name: string | RegExp): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab')
    const focus = await focusOf(page)
    if (!(typeof name === 'string' ? focus.name === name : name.test(focus.name))) continue
    expect(focus.isSeen, focus.name).toBe(true)
    return
  }
  throw new Error(`${String(name)} is not reached by Tab`)
}

async function press(page: Page, name: string | RegExp, key = 'Enter'): Promise<void> {
  await reach(page, name)
  await page.keyboard.press(key)
}

/** From the menu, as Tab reaches it from the top. */
async function openView(page: Page, name: string): Promise<void> {
  await page.evaluate(`document.querySelector('.skip').focus()`)
  await press(page, name)
  await page.locator('h2:focus').waitFor()
}

describe.skipIf(CHROMIUM === undefined)(
  `by keyboard alone${CHROMIUM ? '' : ` (skipped: ${NO_CHROMIUM})`}`,
  () => {
    let console: ConsoleServer
    let page: Page
    beforeAll(async () => {
      console = await openConsole()
      page = await console.visit('#/corrections', { locale: 'en-GB' })
      await page.getByRole('heading', { name: 'Corrections' }).waitFor()
    })
    afterAll(async () => {
      await console.close()
      expect(console.complaints).toEqual([])
    })

    it('plans a weekend, changes a plan and takes it back, hands it out and calls the roll', async () => {
      await openView(page, 'Weekend')
      await page.getByRole('checkbox', { name: /^0925/ }).waitFor()
      await press(page, 'Remove shift 2')
      // The next one has its place, and the focus; what was removed comes back by two keys.
      await page.getByRole('button', { name: 'Remove shift 3' }).waitFor({ state: 'detached' })
      await page.locator('[aria-label="Remove shift 2"]:focus').waitFor()
      await page.keyboard.press('Control+z')
      await page.getByRole('button', { name: 'Remove shift 3' }).waitFor()
      for (const number of ['3', '2']) {
        await page.getByRole('button', { name: `Remove shift ${number}` }).focus()
        await page.keyboard.press('Enter')
      }
      await press(page, /^0925/, 'Space')
      await press(page, 'A number of teams', 'ArrowDown')
      await reach(page, 'Names, one per line')
      await page.keyboard.insertText('Zénobie Marchal\nYvain Corbel')
      await press(page, /^Hand the walks out at once/, 'Space')
      await press(page, 'Plan the weekend (1 plan)')
      await page.getByRole('link', { name: /^Hand out:/ }).waitFor()
      await press(page, /^\d+ walks · .*: Plan/)
      await page.locator('.walk-name').nth(1).waitFor()

      await press(page, 'Show walk 2')
      await page.locator('.detail-row').waitFor()
      await reach(page, /^Change: /)
      const { name } = await focusOf(page)
      await page.keyboard.press('Enter')
      await page.locator('dialog[open]').waitFor()
      // Closed and wanted again before the browser says that it is closed: what was wanted last counts.
      await page.evaluate<void>(`(() => {
        document.querySelector('dialog .close').click()
        document.querySelector('[aria-label="${name}"]').click()
      })()`)
      await page.evaluate<void>(`new Promise((later) => setTimeout(() => requestAnimationFrame(later)))`)
      expect(await page.locator('dialog[open]').count()).toBe(1)
      await page.keyboard.press('Escape')
      expect(await page.locator('dialog').count()).toBe(0)
      expect((await focusOf(page)).name).toBe(name)
      await page.keyboard.press('Enter')
      await page.locator('dialog[open]').waitFor()
      await press(page, 'Move it there')
      await page.locator('.cost:not(:empty)').waitFor()
      // The row is gone: the one that stands in its place has the focus.
      await page.locator('.detail-row button:focus').waitFor()
      expect((await focusOf(page)).name).toMatch(/^Change: /)
      expect((await focusOf(page)).name).not.toBe(name)
      await page.keyboard.press('Control+z')
      await page.getByRole('button', { name: 'Redo' }).and(page.locator(':enabled')).waitFor()
      await page.locator('.detail-row button:focus').waitFor()

      await page.locator('nav.tabs a[aria-current]').focus()
      await press(page, 'Hand out')
      await press(page, 'Hand all walks out')
      await page.getByText('Handed out: these addresses').waitFor()
      await press(page, 'Make all links')
      await page.locator('.link-sheet svg').nth(1).waitFor()
      await page.locator('nav.tabs a[aria-current]').focus()
      await press(page, 'Roll-call')
      await page.getByRole('radiogroup').first().waitFor()
      await reach(page, 'here')
      await page.keyboard.press('ArrowDown')
      await page.getByText('1 here, 1 late, 0 not here.').waitFor()
    })

    it('has no violation in any view in the dark', async () => {
      const { plans } = (await (
        await fetch(`${console.server.url}/v1/plans`, {
          headers: { Authorization: `Bearer ${console.server.demoKey}` },
        })
      ).json()) as { plans: { id: string }[] }
      const plan = plans[0]!.id
      const views = [
        'plan',
        'plans',
        'weekend',
        'areas',
        'live',
        'coverage',
        'corrections',
        'holdouts',
        'settings',
      ]
      const ofPlan = ['?walk=1', '/hand-out', '/roll-call', '/paper', '/live']
      await page.emulateMedia({ colorScheme: 'dark' })
      const found: string[] = []
      for (const view of [...views, ...ofPlan.map((part) => `plans/${plan}${part}`)]) {
        await page.evaluate(`location.hash = '#/${view}'`)
        await page.locator('h2').waitFor()
        await page.locator('.busy').waitFor({ state: 'detached' })
        for (const each of await violations(page)) found.push(`${view}: ${each}`)
      }
      expect(found).toEqual([])
    })
  },
)
