/** The page that imports lists, in a real browser on a real server: from an ugly table to entries that count. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, NO_CHROMIUM } from '../support/servers/browser.ts'
import { violations } from '../support/servers/console.ts'
import { type Phones, REGION, openPhones } from '../support/servers/volunteer.ts'

/** Set to a folder to look at the page. */
const SCREENSHOTS = process.env['DOORWALK_SCREENSHOTS']

/** As an office writes it: a title above, semicolons, Windows-1252, Lambert-93, a column of e-mails. */
const UGLY = `Immeubles du quartier;;;;;
Réf;Adresse;X;Y;Combien;Courriel
a;22 RUE PETRELLE;;;24;jean.petit@example.org
b;9 rue de la Tour;;;5;marie.durand@example.org
c;;652153,4;6864684,4;31;paul.martin@example.org
d;;652153,4;6864684,4;beaucoup;luc.bernard@example.org
`
const PRIVATE = /example\.org|jean\.petit|marie\.durand/

describe.skipIf(CHROMIUM === undefined)(
  `the page of lists${CHROMIUM ? '' : ` (skipped: ${NO_CHROMIUM})`}`,
  () => {
    let server: Phones
    let context: BrowserContext
    beforeAll(async () => void (server = await openPhones()))
    afterAll(() => server.close())
    afterEach(async () => {
      await context.close()
      expect(server.complaints.splice(0)).toEqual([])
    })

    async function open(options: BrowserContextOptions = {}): Promise<Page> {
      context = await server.phone({
        viewport: { width: 1100, height: 900 },
        ...{ isMobile: false, hasTouch: false, ...options },
      })
      const page = await context.newPage()
      await page.goto(`${server.server.url}/lists/`)
      await page.locator('#region').waitFor()
      return page
    }
    async function choose(page: Page, text: string | Buffer, name = 'immeubles.csv'): Promise<void> {
      const buffer = typeof text === 'string' ? Buffer.from(text, 'latin1') : text
      await page.locator('#file').setInputFiles({ name, mimeType: 'text/csv', buffer })
    }
    const read = (page: Page) => page.getByRole('button', { name: 'Lire, sans enregistrer' })
    const focused = (page: Page) => page.evaluate<string>('document.activeElement.id')
    const counts = (page: Page) => page.locator('.counts dd').allTextContents()
    const rowOf = (page: Page, column: string) =>
      page.locator('#columns tr', { has: page.getByRole('rowheader', { name: column, exact: true }) })
    async function screenshot(page: Page, name: string): Promise<void> {
      if (SCREENSHOTS !== undefined)
        await page.screenshot({ path: join(SCREENSHOTS, `lists-${name}.png`), fullPage: true })
    }
    async function check(page: Page, name: string): Promise<void> {
      expect(await violations(page), name).toEqual([])
      await screenshot(page, name)
    }

    it('shows how an ugly table is read, takes a correction, imports it, and never doubles', async () => {
      const page = await open()
      await choose(page, UGLY)
      await read(page).click()
      await page.getByRole('heading', { name: 'Ce qui a été compris' }).waitFor()
      expect(await focused(page)).toBe('understood')
      expect(await page.locator('.facts').textContent()).toContain('Lambert-93')
      expect(await rowOf(page, 'Adresse').locator('select').inputValue()).toBe('address')
      expect(await rowOf(page, 'Combien').locator('select').inputValue()).toBe('')
      const personal = rowOf(page, 'Courriel')
      expect(await personal.textContent()).toContain('contient des adresses électroniques')
      expect(await personal.locator('select').count()).toBe(0)
      await screenshot(page, 'guessed')

      await rowOf(page, 'Combien').locator('select').selectOption('doors')
      // What was read is not what would be imported now.
      expect(await page.getByRole('button', { name: /^Importer/ }).count()).toBe(0)
      await page.getByRole('button', { name: 'Relire avec ces corrections' }).click()
      await page.getByRole('button', { name: 'Importer 2 lignes' }).waitFor()
      expect(await rowOf(page, 'Combien').textContent()).toContain('vous l’avez dit')
      const [rows, accepted, , refused, doubtful] = await counts(page)
      expect([rows, accepted, refused, doubtful]).toEqual(['4', '2', '1', '1'])
      const lines = page.getByRole('region', { name: 'Lignes à revoir' })
      await lines.getByText('9 rue de la Tour').waitFor()
      expect(await lines.locator('tbody tr').count()).toBe(2)
      expect(await lines.getByText('un nombre entier de portes').count()).toBe(1)
      await screenshot(page, 'corrected')
      expect(await lines.getByText(/Tour d’Auvergne|Tour d'Auvergne/).count()).toBeGreaterThan(0)
      const saving = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Télécharger les lignes à revoir' }).click()
      const table = await readFile(await (await saving).path(), 'utf8')
      expect(table).toContain('9 rue de la Tour')
      for (const shown of [table, await page.content()]) expect(shown).not.toMatch(PRIVATE)

      const buildings = async () => await importedTargets()
      expect(await buildings()).toBe(false)
      await page.getByRole('button', { name: 'Importer 2 lignes' }).click()
      await page.getByRole('heading', { name: 'La liste est importée' }).waitFor()
      expect(await focused(page)).toBe('done')
      await page.getByText('2 nouvelles entrées, 0 mise à jour').waitFor()
      await screenshot(page, 'done')
      expect(await buildings()).toBe(true)

      await page.locator('#sheet').fill('')
      await choose(page, UGLY.replace('Combien', 'Logements').replace(';24;', ';25;'))
      await read(page).click()
      await page.getByRole('button', { name: 'Importer 2 lignes' }).click()
      await page.getByText('0 nouvelle entrée, 1 mise à jour, 1 déjà là telle quelle').waitFor()
    })

    /** Whether plans know the building that the list adds. */
    async function importedTargets(): Promise<boolean> {
      const plan = await server.doorwalk.makePlan({
        ...{ region: REGION, volunteers: 1, minutes: 60, iterations: 200 },
        area: {
          type: 'Polygon',
          coordinates: [
            [
              [2.3466, 48.8794],
              [2.3486, 48.8794],
              [2.3486, 48.8814],
              [2.3466, 48.8814],
              [2.3466, 48.8794],
            ],
          ],
        },
      })
      return JSON.stringify(plan).includes('"c"')
    }

    it('uploads a large list with progress, and cancelling stores nothing', async () => {
      const page = await open({ locale: 'en-GB' })
      const line = 'building-0000000;2.3476;48.8804;24\n'
      const many = Array.from({ length: 130_000 }, (_, at) =>
        line.replace('0000000', String(at).padStart(7, '0')),
      )
      await choose(page, `id;lng;lat;doors\n${many.join('')}`)
      await page.getByRole('button', { name: 'Read, storing nothing' }).click()
      await page.getByText(/^Reading: [\d,]+ lines$/).waitFor()
      await page.getByRole('button', { name: 'Cancel' }).click()
      await page.getByText('Cancelled. Nothing was stored.').waitFor()
      await page.getByRole('button', { name: 'Read, storing nothing' }).click()
      await page.getByRole('button', { name: 'Import 130,000 lines' }).waitFor()
    })

    it('says what is wrong with a file, and keeps what was chosen', async () => {
      const page = await open()
      await read(page).click()
      const alert = page.getByRole('alert')
      await alert.getByText('Choisir un fichier.').waitFor()
      await page.getByLabel('Des adresses qui ne veulent plus de visite').check()
      await choose(page, '')
      await read(page).click()
      await alert.getByText('Ce fichier est vide').waitFor()
      await choose(page, '%PDF-1.7 nothing', 'liste.pdf')
      await read(page).click()
      await alert.getByText('La liste n’a pas pu être lue').waitFor()
      expect(await page.getByLabel('Des adresses qui ne veulent plus de visite').isChecked()).toBe(true)
      await choose(page, UGLY)
      await read(page).click()
      await page.getByRole('button', { name: /^Importer/ }).waitFor()
      expect(await alert.count()).toBe(0)
    })

    it('can be done by keyboard, in both languages, without anything that axe-core finds', async () => {
      const page = await open({ bypassCSP: true })
      await check(page, 'empty')
      await choose(page, UGLY.replace('Combien', 'Logements'))
      await page.locator('#sheet').focus()
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Ce qui a été compris' }).waitFor()
      await page.locator('#columns select').nth(1).focus()
      await page.keyboard.press('Home')
      await page.getByRole('button', { name: 'Reprendre les colonnes devinées' }).focus()
      await check(page, 'changed')
      await page.keyboard.press('Enter')
      const button = page.getByRole('button', { name: /^Importer/ })
      await button.waitFor()
      await page.locator('main[aria-busy="false"]').waitFor()
      await page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`)
      await check(page, 'trial')
      await page.getByRole('button', { name: 'English' }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: /^Import \d lines/ }).focus()
      await check(page, 'trial-english')
      expect(await page.evaluate('document.activeElement.textContent')).toMatch(/^Import/)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'The list is imported' }).waitFor()
      await check(page, 'done-english')
      await page.setViewportSize({ width: 375, height: 700 })
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375)
      await check(page, 'phone')
    })

    it('takes the building that is chosen for a doubtful line, and takes a list back', async () => {
      const page = await open({ bypassCSP: true })
      const list =
        'id;adresse;logements\nx;9 rue de la Tour;24\ny;22 rue Pétrelle;1 034\nz;24 rue Pétrelle;130\n'
      await choose(page, list, 'erreur.csv')
      await read(page).click()
      await page.getByRole('button', { name: 'Importer 1 ligne', exact: true }).waitFor()
      const lines = page.getByRole('region', { name: 'Lignes à revoir' })
      await lines.getByText('prise, à vérifier').waitFor()
      await lines.getByText(/plus proche de celui que la carte attend ici \(\d+ portes\)/).waitFor()
      const doubtful = lines.getByRole('group', { name: 'Ligne 2 : peut-être' })
      await doubtful.getByRole('radio').last().focus()
      await page.keyboard.press('ArrowDown')
      expect(await doubtful.getByRole('radio').first().isChecked()).toBe(true)
      await check(page, 'choosing')
      await lines.getByLabel('oui, 1034 portes au 22 Rue Pétrelle').check()
      await page.getByRole('button', { name: 'Importer 3 lignes' }).click()
      await page.getByText('3 nouvelles entrées').waitFor()
      const row = page.locator('#kept-imports tr', { hasText: 'erreur.csv' })
      await row.getByRole('cell', { name: /^1.188$/ }).waitFor()
      await row.getByRole('button', { name: /^Retirer erreur.csv/ }).click()
      await check(page, 'asked')
      await page.getByRole('button', { name: 'Garder' }).click()
      await row.getByRole('button', { name: /^Retirer erreur.csv/ }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click()
      await page.getByText('« erreur.csv » est retirée. Entrées enlevées : 3').waitFor()
      await row.getByText(/^retirée le/).waitFor()
      expect(await focused(page)).toBe('kept')
      await check(page, 'taken-back')
    })
  },
)
