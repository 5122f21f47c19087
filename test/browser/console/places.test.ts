/** The form of a plan and its map: areas and starts by keyboard, large regions, hostile addresses, refusals. */
import { readFile } from 'node:fs/promises'
import { strToU8, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, NO_CHROMIUM } from '../../support/servers/browser.ts'
import { type ConsoleServer, openConsole, violations } from '../../support/servers/console.ts'

/** As it is exported: a point with a remark beside the shape, and heights in all places. */
const MY_MAPS = `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>A</name><Folder>
<Placemark><name>Meet here</name><Point><coordinates>2.3488,48.8793,0</coordinates></Point></Placemark>
<Placemark><name>North</name><styleUrl>#poly</styleUrl><Polygon><outerBoundaryIs><LinearRing><tessellate>1</tessellate><coordinates>
2.3470,48.8785,0 2.3500,48.8785,0 2.3500,48.8800,0 2.3470,48.8800,0 2.3470,48.8785,0
</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Folder></Document></kml>`

const HOSTILE = '<img src="https://elsewhere.example/x.png" onerror="document.title=1">'

describe.skipIf(CHROMIUM === undefined)(
  `places in the console${CHROMIUM ? '' : ` (skipped: ${NO_CHROMIUM})`}`,
  () => {
    let console: ConsoleServer
    beforeAll(async () => void (console = await openConsole()))
    afterAll(() => console.close())
    afterEach(async () => {
      await console.leave()
      expect(console.complaints.splice(0)).toEqual([])
    })

    async function form(): Promise<Page> {
      const page = await console.visit('#/plan')
      await page.getByLabel('Bureaux de vote').first().waitFor()
      return page
    }
    const make = (page: Page) => page.getByRole('button', { name: 'Planifier les tournées' })

    it('draws an area and sets a start by keyboard alone', async () => {
      const page = await form()
      await page.getByLabel('Une zone dessinée sur la carte').focus()
      await page.keyboard.press('Space')
      await page.locator('.plan-map').focus()
      for (const [index, move] of ['ArrowLeft', 'ArrowDown', 'ArrowRight'].entries()) {
        await page.keyboard.press(move)
        await page.waitForTimeout(400)
        await page.keyboard.press('Enter')
        await page
          .getByText(index < 2 ? `${index + 1} point` : '3 points')
          .first()
          .waitFor()
      }
      await page.getByLabel('Un point sur la carte').focus()
      await page.keyboard.press('Space')
      await page.locator('.plan-map').focus()
      await page.keyboard.press('Enter')
      await page.getByText('Départ posé').waitFor()
      const request = page.waitForRequest((sent) => sent.method() === 'POST')
      await make(page).focus()
      await page.keyboard.press('Enter')
      const body = (await request).postDataJSON() as {
        area: { type: string; coordinates: number[][][] }
        start: number[]
        startAt: string
      }
      expect(body.area.type).toBe('Polygon')
      expect(body.area.coordinates[0]).toHaveLength(4)
      expect(body.area.coordinates[0]?.[0]).toEqual(body.area.coordinates[0]?.[3])
      expect(body.start).toHaveLength(2)
      expect(body.startAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/)
    })

    it('says what lies within a walk, draws it, and what of stations lies in the region', async () => {
      const page = await form()
      await page.getByRole('radio', { name: 'Bureaux de vote' }).check()
      await page.getByRole('checkbox', { name: /^1034 .* 12 portes · 3 % dans la région/ }).check()
      await page.getByText('12 portes à frapper, dans 1 immeuble. Environ 97 % de la zone').waitFor()
      await page.getByText('Autres façons').click()
      await page.getByRole('radio', { name: /^Ce qu’on atteint à pied/ }).check()
      await page.getByLabel('Minutes à pied').fill('3')
      await page.locator('.plan-map').focus()
      await page.keyboard.press('Enter')
      await page.locator('.area-holds', { hasText: /\d+ portes à frapper, dans \d+ immeubles/ }).waitFor()
      await page.locator('path.area-edge').first().waitFor()
      expect(await violations(page)).toEqual([])
      // Where to go stands in the browser, and the next test begins with it.
      await page.getByRole('radio', { name: 'Toute la région' }).check()
    })

    it('takes an area from KML and KMZ of Google My Maps, and says nothing wrong of a file that is right', async () => {
      const page = await form()
      await page.getByText('Autres façons').click()
      await page.getByRole('radio', { name: 'Un fichier à moi (GeoJSON, KML)' }).check()
      await make(page).click()
      const wrong = page.getByText('Choisissez un fichier de la zone.')
      await wrong.waitFor()
      const give = (name: string, text: string | Uint8Array) =>
        page.getByLabel('Fichier de la zone').setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) })
      await give('map.kml', '<kml xmlns="http://www.opengis.net/kml/2.2"><NetworkLink/></kml>')
      await page.getByText('seulement l’adresse de la carte').waitFor()
      await give('map.kml', '<gpx/>')
      await page.getByText('ne se lit pas comme du KML').waitFor()
      await give('map.kml', MY_MAPS)
      await page.getByText('map.kml : un polygone.').waitFor()
      await wrong.waitFor({ state: 'detached' })
      await page.locator('path.area-edge').waitFor()
      await give('map.kmz', zipSync({ 'doc.kml': strToU8(MY_MAPS) }))
      await page.getByText('map.kmz : un polygone.').waitFor()
      await page.locator('.area-holds', { hasText: 'portes à frapper' }).waitFor()
    })

    it('says in the form of a weekend how much there is, and for how many there is nothing', async () => {
      const page = await console.visit('#/weekend')
      await page.getByRole('checkbox', { name: /^1034 / }).check()
      const work = page.locator('.work')
      await work.getByText(/^1034 .*de quoi occuper environ \d+ tournées? de .*, 12.portes/).waitFor()
      await work.getByText('n’ont rien à faire').first().waitFor()
      await page.getByRole('checkbox', { name: /^0925 / }).check()
      await page.getByRole('spinbutton', { name: 'Équipes' }).fill('1')
      await work.getByText(/^0925 .*de quoi occuper/).waitFor()
      await work.getByText('Il y a de quoi occuper tout le monde').waitFor()
      expect(await violations(page)).toEqual([])
    })

    it('chooses key buildings on the map by keyboard, and keeps them through a reload', async () => {
      const page = await form()
      await page.getByRole('button', { name: 'Choisir sur la carte' }).click()
      await page.locator('.plan-map').focus()
      // Until the targets are there, there is nothing to go to.
      for (let tries = 0; tries < 60 && (await page.locator('.chips li').count()) === 0; tries++) {
        await page.keyboard.press('n')
        await page.keyboard.press('Enter')
        await page.waitForTimeout(250)
      }
      const chosen = await page.locator('.chips li').textContent()
      await page.reload()
      await page.locator('.chips li', { hasText: /\d/ }).waitFor()
      expect(await page.locator('.chips li').textContent()).toBe(chosen)
      await page.locator('.chips button').click()
      await page.locator('.chips li').waitFor({ state: 'detached' })
    })

    it('shows what the server refuses beside its field', async () => {
      const page = await form()
      await page.route('**/v1/plans', (route) => {
        const body = route.request().postDataJSON() as object
        return route.continue({ postData: JSON.stringify({ ...body, minutes: 5 }) })
      })
      await make(page).click()
      await page.locator('.wrong', { hasText: '10' }).waitFor()
      expect(await page.getByLabel('Minutes chacune').getAttribute('aria-invalid')).toBe('true')
      expect(await make(page).isEnabled()).toBe(true)
    })

    it('shows addresses as text, whatever they say, and saves GPX', async () => {
      const page = await console.visit('')
      await page.locator('.plan-head').waitFor()
      // Told whole, or drawn for the map.
      await page.route(/\/v1\/plans\/pln_[^/]*$/, async (route) => {
        const answer = await route.fetch()
        const text = (await answer.text()).replace(
          /"address":"[^"]*"/g,
          `"address":${JSON.stringify(HOSTILE)}`,
        )
        await route.fulfill({ response: answer, body: text })
      })
      await page.reload()
      await page.getByRole('button', { name: 'Montrer la tournée 1' }).click()
      await page.locator('.detail-row', { hasText: '<img src=' }).waitFor()
      expect(await page.locator('main img').count()).toBe(0)
      expect(await page.title()).not.toBe('1')
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'GPX, tournée 1' }).click(),
      ])
      expect(saved.suggestedFilename()).toMatch(/\.gpx$/)
      expect(await readFile(await saved.path(), 'utf8')).toMatch(/^<\?xml[^>]*>\s*<gpx version="1\.1"/)
    })

    it('loads a whole city square by square, from close by only', async () => {
      const page = await console.visit('#/nowhere')
      await page.route('**/v1/regions', async (route) => {
        const answer = await route.fetch()
        const { regions } = (await answer.json()) as { regions: object[] }
        const bbox = [2.2487, 48.7792, 2.4487, 48.9792]
        await route.fulfill({
          response: answer,
          json: { regions: regions.map((region) => ({ ...region, bbox })) },
        })
      })
      const asked: string[] = []
      page.on('request', (request) => {
        if (request.url().includes('map.geojson')) asked.push(new URL(request.url()).search)
      })
      await page.goto(`${console.server.url}/#/plan`)
      await page.reload()
      await page.getByText('Agrandir pour voir').waitFor()
      expect(asked).toEqual([])
      for (let zooms = 0; zooms < 12 && asked.length === 0; zooms++) {
        await page.locator('.leaflet-control-zoom-in').click()
        await page.waitForTimeout(700)
      }
      expect(new Set(asked).size).toBe(asked.length)
      for (const search of asked)
        expect(decodeURIComponent(search)).toMatch(/^\?bbox=2\.\d+,48\.\d+,2\.\d+,48\.\d+$/)
      expect(asked.length).toBeGreaterThan(0)
    })
  },
)
