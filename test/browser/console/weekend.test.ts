/** The whole weekend in the console: three shifts, two areas, twenty names; handed out, called, typed in. */
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CHROMIUM, NO_CHROMIUM } from '../../support/servers/browser.ts'
import { type ConsoleServer, openConsole, screenshot, violations } from '../../support/servers/console.ts'

const NAMES = [
  'Ambroise Tellier 2h',
  'Berthe Vasseur\t90 min',
  'Clotaire Quentin + Dorothée Quentin',
  'Edmonde Lacour, sans escalier',
  'Firmin Roudaut, 12 rue Condorcet',
  ...Array.from({ length: 15 }, (_, index) => `Gontran Mavel ${String.fromCharCode(65 + index)}ubry`),
]
const PASTED = NAMES.join('\n')
/** Parts of names and addresses of the list. */
const PRIVATE = /tellier|vasseur|quentin|lacour|roudaut|mavel|ubry|ambroise|berthe|doroth|gontran|condorcet/i
const MOST_CLICKS_AND_FIELDS = 30

/** Bodies, headers and addresses of all that the page sends to the API. */
function listen(page: Page): string[] {
  const sent: string[] = []
  page.on('request', (request) => {
    sent.push([request.url(), JSON.stringify(request.headers()), request.postData() ?? ''].join('\n'))
  })
  return sent
}

/** Nothing is cut off at the side. */
async function looksFineOnAPhone(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  expect(await violations(page)).toEqual([])
  await screenshot(page, name, { fullPage: true })
}

describe.skipIf(CHROMIUM === undefined)(`a weekend${CHROMIUM ? '' : ` (skipped: ${NO_CHROMIUM})`}`, () => {
  let console: ConsoleServer
  // One each: what one test hands out, another could not.
  beforeEach(async () => void (console = await openConsole()))
  afterEach(async () => {
    await console.leave()
    await console.close()
    expect(console.complaints).toEqual([])
  })

  it('is planned and handed out in at most 30 clicks and fields, and no name leaves the browser', async () => {
    const page = await console.visit('#/weekend')
    const sent = listen(page)
    let steps = 0
    const click = async (name: string | RegExp, role: 'button' | 'checkbox' | 'radio' = 'button') => {
      steps++
      await page.getByRole(role, { name }).first().click()
    }
    const fill = async (name: string, value: string, nth = 0) => {
      steps++
      await page.getByLabel(name, { exact: true }).nth(nth).fill(value)
    }
    const times = [
      ['10:00', '11:00'],
      ['14:00', '15:00'],
      ['10:30', '11:30'],
    ] as const
    for (const [index, [from, to]] of times.entries()) {
      await fill('De', from, index)
      await fill('À', to, index)
    }
    await click(/^1034/, 'checkbox')
    await click(/^0925/, 'checkbox')
    await click('Une liste de noms', 'radio')
    await fill('Noms, un par ligne', PASTED)
    await page.getByText('Tournées : 20 ; personnes : 21.').waitFor()
    expect(await violations(page)).toEqual([])
    await screenshot(page, 'weekend-form', { fullPage: true })

    await page.reload()
    await page.getByText('Tournées : 20 ; personnes : 21.').waitFor()
    expect(await page.getByLabel('De', { exact: true }).nth(2).inputValue()).toBe('10:30')
    await page.getByText('2 cochées, 6 plans.').waitFor()
    await click('Planifier le week-end (6 plans)')
    await page.getByText('Données : ces adresses').waitFor()
    await screenshot(page, 'weekend-planned', { fullPage: true })
    const address = page.url()
    await page.reload()
    await page.getByText('Données : ces adresses').waitFor()
    expect(page.url()).toBe(address)
    await click('Des liens pour chacun')
    await click('Créer tous les liens')
    await page
      .locator('.link-sheet h4', { hasText: /Tellier|Vasseur|Mavel/ })
      .first()
      .waitFor()
    const download = page.waitForEvent('download')
    await click('Tout à imprimer (ZIP)')
    expect((await download).suggestedFilename()).toMatch(/^weekend.*\.zip$/)
    await page.locator('.link-sheet svg').first().waitFor()
    await page.locator('.busy').first().waitFor({ state: 'detached' })
    expect(await violations(page)).toEqual([])
    await screenshot(page, 'weekend-links', { fullPage: true })
    await looksFineOnAPhone(page, 'weekend-links-phone')
    await page.getByRole('link', { name: /Tous les week-ends/ }).click()
    await page.getByText('Tournées : 20 ; personnes : 21.').waitFor()
    await looksFineOnAPhone(page, 'weekend-phone')

    expect(steps).toBeLessThanOrEqual(MOST_CLICKS_AND_FIELDS)
    expect(sent.some((request) => request.includes('"id":"v-'))).toBe(true)
    expect(sent.filter((request) => PRIVATE.test(decodeURIComponent(request)))).toEqual([])
  })

  it('hands a plan out, calls the roll by name, and takes a sheet by keyboard alone', async () => {
    const page = await console.visit('#/weekend', { locale: 'en-GB' })
    const sent = listen(page)
    await page.getByRole('checkbox', { name: /^0925/ }).check()
    await page.getByRole('radio', { name: 'A list of names' }).check()
    await page.getByLabel('Names, one per line').fill('Zénobie Marchal\nYvain Corbel\nXavière Duhem')
    const undo = page.getByRole('button', { name: 'Undo' })
    await page.getByRole('button', { name: 'Remove shift 3' }).click()
    await page.getByRole('textbox', { name: 'Names, one per line' }).press('End')
    await page.keyboard.type(' 2h')
    await undo.click()
    await page.getByRole('button', { name: 'Remove shift 3' }).waitFor()
    expect(await page.getByLabel('Names, one per line').inputValue()).toContain(' 2h')
    for (const number of ['3', '2'])
      await page.getByRole('button', { name: `Remove shift ${number}` }).click()
    await undo.waitFor()
    await page.getByRole('checkbox', { name: /^Hand the walks out at once/ }).uncheck()
    await page.getByRole('button', { name: 'Plan the weekend (1 plan)' }).press('Enter')
    await page.getByRole('link', { name: /^Hand out:/ }).waitFor()
    expect(await undo.count()).toBe(0)
    await page.getByRole('link', { name: /^Hand out:/ }).click()
    await page.getByRole('button', { name: 'Hand all walks out' }).click()
    await page.getByText('Handed out: these addresses').waitFor()
    await page.getByRole('button', { name: 'Make all links' }).click()
    await page.locator('.link-sheet svg').nth(2).waitFor()
    await page.getByText(/^3 of 3 walks have links\. Made since .+, they open until .+\.$/).waitFor()
    await page.getByText('These links open on this computer only').waitFor()
    expect(await page.locator('.link-sheet article').first().innerText()).toContain('0925')
    expect(await violations(page)).toEqual([])
    await screenshot(page, 'hand-out', { fullPage: true })
    const opened = page.waitForEvent('popup')
    await page.getByRole('button', { name: 'Print all walks' }).click()
    const paper = await opened
    await paper.waitForSelector('[data-ready="yes"]')
    expect(await paper.locator('header dd').allInnerTexts()).toContain('Zénobie Marchal')
    expect(await paper.locator('header h1').first().innerText()).toContain('0925')
    expect(await paper.locator('#pages').innerText()).not.toMatch(/v-[0-9a-f]{16}/)
    await paper.close()

    await page.getByRole('link', { name: 'Roll-call' }).click()
    const roll = (name: string) => page.getByRole('radiogroup', { name: `Is ${name} · Walk` })
    await roll('Zénobie Marchal').getByText('not here').click()
    await roll('Yvain Corbel').getByText('late').click()
    await page.locator('summary', { hasText: 'New people' }).click()
    await page.getByRole('textbox', { name: 'New people' }).fill('Wilfrid Noyer')
    await page.getByText('1 here, 1 late, 1 not here.').waitFor()
    await page.reload()
    await page.getByText('1 here, 1 late, 1 not here.').waitFor()
    expect(await violations(page)).toEqual([])
    await screenshot(page, 'roll-call', { fullPage: true })
    await page.getByRole('button', { name: 'Plan again for those present' }).click()
    await page.getByText(/Wilfrid Noyer · (?:Walk \d+ · )?taken over \(before: Zénobie Marchal\)/).waitFor()
    const reprinted = page.waitForEvent('popup')
    await page.getByRole('button', { name: /^Print what changed \(walks? [\d, ]+\)$/ }).click()
    const changed = await reprinted
    await changed.waitForSelector('[data-ready="yes"]')
    expect(await changed.locator('header dd').allInnerTexts()).toContain('Wilfrid Noyer')
    expect(await changed.locator('header dd').allInnerTexts()).not.toContain('Zénobie Marchal')
    await changed.close()
    await page.locator('summary', { hasText: 'Links of what changed' }).click()
    await page.getByText(/^(?:The walk has a link\.|\d of \d walks have links\.) /).waitFor()
    await page.getByText('Addresses are shown only in the tab that made them').waitFor({ state: 'detached' })

    await page.getByRole('link', { name: 'Sheets back' }).click()
    const first = page.locator('.sheet tbody tr').first().locator('input')
    await first.first().focus()
    for (const keys of ['4', 'Enter', '5', 'Enter']) await page.keyboard.press(keys)
    await page.getByRole('button', { name: 'Save the sheet' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('More than were knocked at.').waitFor()
    await page.locator('[aria-invalid="true"]:focus').waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('2')
    await page.getByText('More than were knocked at.').waitFor({ state: 'detached' })
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('x')
    expect(await violations(page)).toEqual([])
    await screenshot(page, 'paper', { fullPage: true })
    await page.getByRole('button', { name: 'Save the sheet' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('2 lines are saved.').waitFor()
    expect(sent.filter((request) => /marchal|corbel|duhem|noyer/i.test(decodeURIComponent(request)))).toEqual(
      [],
    )
  })

  it('keeps areas that are put together, ranks polling stations in words, and keeps what is proposed', async () => {
    const page = await console.visit('#/areas', { locale: 'en-GB' })
    await page.getByRole('checkbox', { name: /^0925/ }).check()
    await page.getByRole('button', { name: 'One more part' }).click()
    await page.getByLabel('Together with the parts above').selectOption('without')
    await page.getByRole('button', { name: 'Save the area' }).click()
    await page.getByText('Give the area a name.').waitFor()
    await page.getByText('Choose at least one polling station').waitFor()
    await page.getByRole('group', { name: 'Part 2' }).getByRole('checkbox', { name: /^0924/ }).check()
    await page.getByLabel('Name').fill('North')
    await page.reload()
    await page.getByLabel('Name').fill('North')
    await page.getByRole('button', { name: 'Save the area' }).click()
    await page.getByRole('button', { name: 'Delete the area North' }).click()
    await page.getByText('Deleted: North.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Delete the area North' }).waitFor()

    await page.getByRole('radio', { name: /^Mobilise/ }).check()
    await page.getByRole('button', { name: 'Rank the polling stations' }).click()
    await page.getByText('Choose your side').waitFor()
    await page.getByLabel('Your side', { exact: true }).selectOption({ label: 'votes for Gregoire' })
    await page.getByRole('button', { name: 'Rank the polling stations' }).click()
    await page.getByRole('columnheader', { name: 'People behind it' }).waitFor()
    await page.getByRole('button', { name: 'Propose areas' }).click()
    await page.getByRole('button', { name: 'Save as an area: Evening 1' }).click()
    await page.getByRole('button', { name: /^Delete the area Evening 1/ }).waitFor()
    expect(await violations(page)).toEqual([])
    expect(await page.locator('main').innerText()).not.toMatch(/pct_|taux_|area_0|rk_0/)
    await screenshot(page, 'areas', { fullPage: true })
  })
})
