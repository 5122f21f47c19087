/** What is around every view of the console: key, menu, languages, addresses. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, NO_CHROMIUM } from '../../support/servers/browser.ts'
import { type ConsoleServer, openConsole, screenshot, violations } from '../../support/servers/console.ts'

describe.skipIf(CHROMIUM === undefined)(`the console${CHROMIUM ? '' : ` (skipped: ${NO_CHROMIUM})`}`, () => {
  let console: ConsoleServer
  beforeAll(async () => void (console = await openConsole()))
  afterAll(() => console.close())
  afterEach(async () => {
    await console.leave()
    expect(console.complaints.splice(0)).toEqual([])
  })

  it('says what to do in an empty campaign, in both languages, and remembers the language', async () => {
    const page = await console.visit('#/plans')
    await page.getByText('Il n’y a pas encore de plan.').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByText('There is no plan yet.').waitFor()
    await page.reload()
    await page.getByText('There is no plan yet.').waitFor()
    expect(await page.title()).toBe('Plans · Doorwalk')
    await screenshot(page, 'shell')
  })

  it('asks for a key where there is no demo, and says when it is wrong', async () => {
    const page = await console.visit('#/plans', { locale: 'en-GB' })
    await page.route('**/demo-key.json', (route) => route.fulfill({ status: 404 }))
    await page.reload()
    await page.getByLabel('Key of the campaign').fill(`dw_${'x'.repeat(43)}`)
    await page.getByRole('button', { name: 'Use' }).click()
    await page.getByText('not accepted').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByLabel('Key of the campaign').fill(console.server.demoKey ?? '')
    await page.getByRole('button', { name: 'Use' }).click()
    await page.getByRole('heading', { name: 'Plans' }).waitFor()
  })

  it('says so where nothing is, and fits a phone', async () => {
    const page = await console.visit('#/nowhere/at/all', {
      ...{ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
    })
    await page.getByText('Il n’y a rien à cette adresse.').waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    // All views are behind one button there.
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('link', { name: 'Plans' }).click()
    await page.getByRole('heading', { name: 'Plans' }).waitFor()
  })
})
