/** People of a weekend: words for times beside names, lists of single shifts, starts that are not found. */
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
    const sent = listen(page)
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
    const own = page.getByLabel(/^Noms, un par ligne : Créneau 2/)
    await own.fill('Ursule mardi')
    await page.getByText('Ursule : aucun créneau n’est « mardi »').waitFor()
    await page.getByRole('button', { name: /^Planifier le week-end/ }).click()
    await page.getByText('collez au moins un nom').first().waitFor()
    await own.fill('Ursule\nZénobie 1h')
    await page.getByText('Tournées : 2 ; personnes : 2.').waitFor()
    expect(await violations(page)).toEqual([])
    await screenshot(page, 'people-form', { fullPage: true })
    await page.reload()
    await page.getByText('Tournées : 2 ; personnes : 2.').waitFor()
    await page.getByRole('button', { name: /^Planifier le week-end/ }).click()
    await page
      .getByRole('link', { name: /^Donner/ })
      .first()
      .waitFor()
    const asked = sent.find((request) => request.includes('/v1/batches\n{'))!
    const { volunteers } = JSON.parse(asked.slice(asked.indexOf('{'))) as {
      volunteers: { id: string; shifts: number[]; minutes?: number }[]
    }
    const told = volunteers.map(({ shifts, minutes }) => `${minutes ?? '-'}: ${shifts.join()}`)
    expect(told.toSorted()).toEqual(['-: 1', '-: 1,3', '-: 1,3', '-: 2', '-: 3', '60: 2', '90: 1,3'])
    expect(new Set(volunteers.map(({ id }) => id)).size).toBe(6)
  })
})
