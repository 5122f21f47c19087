/** People of a weekend: words for times beside names, lists of single shifts, starts that are not found. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, NO_CHROMIUM } from '../../support/servers/browser.ts'
import { type ConsoleServer, openConsole, screenshot, violations } from '../../support/servers/console.ts'

const PASTED = [
  'Zénobie samedi matin',
  "Yvain dispo jusqu'à 11h30",
  'Xavière dimanche seulement',
  'Wilfrid, 12 rue de Nullepart',
  'Vianney 11h30',
].join('\n')

/** Bodies and addresses of all that the page sends. */
function listen(page: Page): string[] {
  const sent: string[] = []
  page.on('request', (request) => void sent.push(`${request.url()}\n${request.postData() ?? ''}`))
  return sent
}

describe.skipIf(CHROMIUM === undefined)(`people${CHROMIUM ? '' : ` (skipped: ${NO_CHROMIUM})`}`, () => {
  let console: ConsoleServer
  beforeAll(async () => void (console = await openConsole()))
  afterAll(async () => {
    await console.leave()
    await console.close()
    expect(console.complaints).toEqual([])
  })

  it('come when the list says so, to shifts of their own, and what is not understood stands among the remarks', async () => {
    const page = await console.visit('#/weekend')
    await page.getByRole('checkbox', { name: /^0925/ }).check()
    await page.getByRole('radio', { name: 'Une liste de noms' }).check()
    await page.getByLabel('Noms, un par ligne', { exact: true }).fill(PASTED)
    const remarks = page.locator('.remarks').first()
    await remarks.getByText('12 rue de Nullepart : introuvable dans cette région').waitFor()
    await remarks.getByText('« 11h30 » est une heure, pas une durée').waitFor()
    const read = page.locator('.as-read').first()
    const lines = await read.locator('li').allInnerTexts()
    expect(lines.map((line) => line.replaceAll(/\s/g, ' '))).toEqual([
      'Zénobie: créneau 1',
      'Yvain: créneau 1 (1 h 30) · créneau 3 (1 h 30)',
      'Xavière: créneau 3',
      'Wilfrid: 12 rue de Nullepart : introuvable dans cette région, part avec les autres',
      'Vianney: comme les autres',
    ])
    await page.getByRole('checkbox', { name: /^Créneau 2/ }).check()
    const own = page.getByLabel(/^Noms, un par ligne\s:\sCréneau 2/)
    await own.fill('Ursule mardi')
    await page.getByText('Ursule : aucun créneau n’est « mardi »').waitFor()
    await page.getByRole('button', { name: /^Planifier le week-end/ }).click()
    await page.getByText('collez au moins un nom').first().waitFor()
    await own.fill('Ursule\nZénobie 1h')
    await page.getByText('Tournées : 2 ; personnes : 2.').waitFor()
    expect(await violations(page)).toEqual([])
    await screenshot(page, 'people-form', { fullPage: true })
    const planned = page.waitForResponse((answer) => answer.url().endsWith('/v1/batches') && answer.ok())
    await page.getByRole('button', { name: /^Planifier le week-end/ }).click()
    const asked = (await planned).request().postData()!
    const { volunteers } = JSON.parse(asked) as {
      volunteers: { id: string; shifts: number[]; minutes?: number }[]
    }
    const told = volunteers.map(({ shifts, minutes }) => `${minutes ?? '-'}: ${shifts.join()}`)
    expect(told.toSorted()).toEqual(['-: 1', '-: 1,3', '-: 1,3', '-: 2', '-: 3', '60: 2', '90: 1,3'])
    expect(new Set(volunteers.map(({ id }) => id)).size).toBe(6)
  })
  it('are known to a colleague by a file that the server never sees; who was late stays late, and has all minutes when there', async () => {
    const page = await console.visit('#/weekend', { locale: 'en-GB' })
    const sent = listen(page)
    await page.getByRole('checkbox', { name: /^0919/ }).check()
    for (const number of ['3', '2'])
      await page.getByRole('button', { name: `Remove shift ${number}` }).click()
    await page.getByRole('radio', { name: 'A list of names' }).check()
    await page
      .getByLabel('Names, one per line', { exact: true })
      .fill('Quentine Abbadie 1h\nPrudence Ozanne\nOdilon Ferrand')
    await page.getByRole('button', { name: 'Plan the weekend (1 plan)' }).click()
    await page.getByRole('link', { name: /^Hand out:/ }).click()
    await page.locator('summary', { hasText: 'Names on another device' }).click()
    await page.getByText('It holds personal data').waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Take the names along (file, 3)' }).click()
    const text = readFileSync(await (await download).path(), 'utf8')
    expect(text).toContain('Personal data: names of volunteers')
    expect(await violations(page)).toEqual([])
    await screenshot(page, 'people-names', { fullPage: true })

    const other = await console.visit(new URL(page.url()).hash, { locale: 'en-GB' })
    const sentByOther = listen(other)
    await other
      .getByRole('cell', { name: 'Walk 1', exact: true })
      .or(other.getByRole('rowheader', { name: 'Walk 1' }))
      .first()
      .waitFor()
    await other.locator('summary', { hasText: 'Names on another device' }).click()
    const chosen = async (name: string, content: string) =>
      other
        .getByLabel('Read a file of names')
        .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) })
    await chosen('walks.json', '{"walks":[]}')
    await other.getByText('This is another kind of file').waitFor()
    await chosen('names.json', text)
    await other.getByText('New here: 3. Known already: 0.').waitFor()
    await other.getByRole('rowheader', { name: /Quentine Abbadie/ }).waitFor()
    await chosen('names.json', text.replace('Odilon Ferrand', 'Odile Ferrand'))
    await other.getByText('Called "Odilon Ferrand" here, "Odile Ferrand" in the file.').waitFor()
    await other.getByRole('button', { name: 'Call them "Odile Ferrand"' }).click()
    await other.getByRole('rowheader', { name: /Odile Ferrand/ }).waitFor()
    expect(await violations(other)).toEqual([])

    await other.getByRole('link', { name: 'Roll-call' }).click()
    const roll = (name: string) => other.getByRole('radiogroup', { name: `Is ${name}` })
    await roll('Quentine Abbadie').getByText('late').click()
    await roll('Prudence Ozanne').getByText('not here').click()
    await other.getByText('1 here, 1 late, 1 not here.').waitFor()
    await other.getByRole('button', { name: 'Plan again for those present' }).click()
    await other.getByText('What changed', { exact: true }).waitFor()
    // Late still, and not here: both may come yet.
    await other.getByText('1 here, 1 late, 0 not here.').waitFor()
    await roll('Prudence Ozanne').getByText('here', { exact: true }).click()
    await roll('Quentine Abbadie').getByText('here', { exact: true }).click()
    await other.getByText('3 here, 0 late, 0 not here.').waitFor()
    const replanned = other.waitForResponse((answer) => answer.url().includes('/replan') && answer.ok())
    await other.getByRole('button', { name: 'Plan again for those present' }).click()
    const { walks } = (await (await replanned).json()) as { walks: { budget: number }[] }
    expect(walks.map(({ budget }) => budget / 60).toSorted()).toEqual([120, 120, 60])
    const all = [...sent, ...sentByOther].map((request) => decodeURIComponent(request))
    expect(all.filter((request) => /abbadie|ozanne|ferrand|quentine|prudence|odil/i.test(request))).toEqual(
      [],
    )
  })
})
