/** The volunteer's page on phones that fail: full, storage denied, rebooted, two tabs, a clock that is days off. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type Page, chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, NO_CHROMIUM } from '../support/servers/browser.ts'
import { kept, next, tap, unsent, walking } from '../support/servers/phone-page.ts'
import { type Phones, REGION, openPhones } from '../support/servers/volunteer.ts'
import { until } from '../support/until.ts'

const SENT = 'Tout est envoyé'
const PHONE = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true, locale: 'fr-FR' }
/** Bytes for all that a phone keeps of this address. */
const QUOTA = 8_000_000
/** Photos of another page of this address take all there is. */
const FILL = `new Promise((done) => {
  const opening = indexedDB.open('other', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('photos', { autoIncrement: true })
  opening.onsuccess = () => {
    const add = (bytes) => {
      const step = opening.result.transaction('photos', 'readwrite')
      step.objectStore('photos').put('x'.repeat(bytes))
      step.oncomplete = () => add(bytes)
      step.onabort = () => {
        if (bytes > 1_000) return add(Math.round(bytes / 4))
        opening.result.close()
        done(step.error.name)
      }
    }
    add(1_000_000)
  }
})`
const EMPTY = `new Promise((done) => (indexedDB.deleteDatabase('other').onsuccess = () => done()))`
/** Set to a folder to look at the page. */
const SCREENSHOTS = process.env['DOORWALK_SCREENSHOTS']

describe.skipIf(CHROMIUM === undefined)(
  `the volunteer's page on a phone that fails${CHROMIUM ? '' : ` (skipped: ${NO_CHROMIUM})`}`,
  () => {
    let phones: Phones
    let profile: string
    const opened: BrowserContext[] = []
    beforeAll(async () => {
      phones = await openPhones()
      profile = await mkdtemp(join(tmpdir(), 'doorwalk-profile-'))
    })
    afterAll(async () => {
      await phones.close()
      await rm(profile, { recursive: true, force: true })
    })
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((context) => context.close()))
      expect(phones.complaints.splice(0)).toEqual([])
    })

    async function phone(): Promise<BrowserContext> {
      const context = await phones.phone()
      opened.push(context)
      return context
    }
    /** With a disk of its own, which outlives the browser. */
    async function boot(folder: string): Promise<BrowserContext> {
      const context = await chromium.launchPersistentContext(join(profile, folder), {
        ...PHONE,
        executablePath: CHROMIUM!,
        args: ['--no-sandbox', '--disable-gpu'],
      })
      opened.push(context)
      context.on('page', (page) => page.on('pageerror', (error) => phones.complaints.push(error.message)))
      return context
    }
    async function walkOf(precinct: string) {
      const { walks } = await phones.plan({ area: { precincts: [precinct] }, volunteers: 1 })
      const { url, token } = await phones.link(walks[0]!.walkId)
      return { walk: walks[0]!, url, token }
    }
    async function knocked(): Promise<number> {
      const { total } = await phones.doorwalk.GET('/v1/coverage', { params: { query: { region: REGION } } })
      return total.counts?.knocked ?? 0
    }
    const allSent = (page: Page) => until(async () => (await unsent(page)) === SENT, { pause: 300 })
    async function shot(page: Page, name: string): Promise<void> {
      if (SCREENSHOTS !== undefined) await page.screenshot({ path: join(SCREENSHOTS, `walk-${name}.png`) })
    }

    it('goes on in memory when the phone is full, says so, sends, and writes it down once there is room', async () => {
      const { url } = await walkOf('0918')
      const before = await knocked()
      const context = await phone()
      const page = await context.newPage()
      const devtools = await context.newCDPSession(page)
      const origin = phones.server.url
      await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: QUOTA })
      await page.goto(url)
      await page.getByRole('button', { name: 'Commencer' }).click()
      await page.locator('.grid').waitFor()
      await allSent(page)
      expect(await page.evaluate(FILL)).toBe('QuotaExceededError')
      await context.setOffline(true)
      await tap(page, 2, 'opened')
      await page.getByText('La mémoire du téléphone est pleine').waitFor()
      await shot(page, 'full')
      expect(await page.locator('.tap.opened').count()).toBe(2)
      await next(page)
      await tap(page, 1, 'nobody')
      await next(page)
      expect(await unsent(page)).toBe('2 pas encore envoyés')
      // What is in memory only is sent all the same, once.
      await context.setOffline(false)
      await allSent(page)
      await tap(page, 1, 'refused')
      await next(page)
      // Somebody makes room.
      await page.evaluate(EMPTY)
      await devtools.send('Storage.overrideQuotaForOrigin', { origin })
      const full = page.getByText('La mémoire du téléphone est pleine')
      await until(async () => {
        await page.evaluate(`dispatchEvent(new Event('online'))`)
        return (await full.count()) === 0
      })
      await allSent(page)
      await page.reload()
      await page.locator('.grid').waitFor()
      await page.getByRole('button', { name: 'Liste', exact: true }).click()
      expect(await page.getByText(/frappées?, \d+ ouverte/).count()).toBe(3)
      const more = (await knocked()) - before
      expect(more).toBeLessThanOrEqual(4)
    })

    it('opens a walk on a phone that is full from the first moment', async () => {
      const { url } = await walkOf('0919')
      const context = await phone()
      const page = await context.newPage()
      const devtools = await context.newCDPSession(page)
      await devtools.send('Storage.overrideQuotaForOrigin', { origin: phones.server.url, quotaSize: 1 })
      await page.goto(url)
      await page.getByRole('button', { name: 'Commencer' }).click()
      await page.getByText('La mémoire du téléphone est pleine').waitFor()
      await tap(page, 1, 'opened')
      await next(page)
      await allSent(page)
    })

    it('works while it is open where storage is denied, and says so', async () => {
      // As when somebody forbids all cookies in the settings of the browser.
      await mkdir(join(profile, 'denied/Default'), { recursive: true })
      const settings = { profile: { default_content_setting_values: { cookies: 2 } } }
      await writeFile(join(profile, 'denied/Default/Preferences'), JSON.stringify(settings))
      const { url } = await walkOf('0920')
      const before = await knocked()
      const context = await boot('denied')
      const page = await context.newPage()
      await page.goto(url)
      await page.getByText('Ce navigateur ne garde rien').waitFor()
      expect(
        await page.evaluate('(() => { try { return localStorage.length } catch { return "denied" } })()'),
      ).toBe('denied')
      await page.getByRole('button', { name: 'Commencer' }).click()
      await page.getByRole('button', { name: 'Toute la cage : personne' }).click()
      const ticked = await page.locator('.tap.nobody').count()
      await next(page)
      await allSent(page)
      await shot(page, 'denied')
      expect((await knocked()) - before).toBeGreaterThan(ticked - 11)
      // The link is still in the address: whoever reloads has the walk again.
      await page.reload()
      await page.getByRole('button', { name: 'Commencer' }).waitFor()
    })

    it('keeps a walk through a reboot without a network', async () => {
      const { url } = await walkOf('0922')
      const first = await boot('reboot')
      const page = await walking(first, url)
      await allSent(page)
      await page.evaluate('navigator.serviceWorker.ready')
      await first.setOffline(true)
      await tap(page, 2, 'opened')
      await next(page)
      await tap(page, 1, 'refused')
      await kept(page)
      await first.close()
      const again = await boot('reboot')
      await again.setOffline(true)
      const after = await again.newPage()
      await after.goto(`${phones.server.url}/w/`)
      await after.locator('.tap.refused').waitFor()
      expect(await unsent(after)).toBe('1 pas encore envoyé')
      await again.setOffline(false)
      await next(after)
      await allSent(after)
    })

    it('loses and doubles nothing in two tabs, also when the link is opened again in between', async () => {
      const { walk, url } = await walkOf('0924')
      const context = await phone()
      const one = await walking(context, url)
      await allSent(one)
      const two = await context.newPage()
      // The pack is on its way to the second tab while the first goes on.
      let letIn = (): void => undefined
      const asked = new Promise<void>((seen) => {
        void two.route('**/pack', async (route) => {
          const answer = await route.fetch()
          seen()
          await new Promise<void>((done) => (letIn = done))
          await route.fulfill({ response: answer })
        })
      })
      const arrives = two.goto(url)
      await asked
      await tap(one, 2, 'opened')
      await kept(one)
      letIn()
      await arrives
      await two.locator('.tap.opened').first().waitFor()
      expect(await two.locator('.tap.opened').count()).toBe(2)
      await tap(two, 1, 'nobody')
      await one.locator('.tap.nobody').waitFor()
      await Promise.all([next(one), tap(two, 1, 'refused').catch(() => undefined)])
      await kept(two)
      await allSent(one)
      await one.getByRole('button', { name: 'Liste', exact: true }).click()
      await two.getByRole('button', { name: 'Liste', exact: true }).click()
      const done = (page: Page) => page.locator('.rows').allTextContents()
      await until(async () => (await done(one)).join() === (await done(two)).join())
      const { visits } = await phones.doorwalk.GET('/v1/visits', { params: { query: { region: REGION } } })
      const own = visits.filter((visit) => visit.target === walk.stops[0]!.targets[0]!.id)
      expect(own.length).toBeLessThanOrEqual(1)
    })

    for (const [days, how] of [
      [3, 'ahead'],
      [-3, 'behind'],
    ] as const) {
      it(`reports by the server's time when the clock is set three days ${how} on the way`, async () => {
        const { url } = await walkOf(days > 0 ? '0921' : '0923')
        const context = await phone()
        await context.addInitScript(
          `const now = Date.now; globalThis.shift = 0; Date.now = () => now() + globalThis.shift`,
        )
        const page = await walking(context, url)
        await allSent(page)
        await context.setOffline(true)
        await page.evaluate(`shift = ${days} * 86_400_000`)
        await page.getByRole('button', { name: 'Toute la cage : personne' }).click()
        await next(page)
        expect(await unsent(page)).toBe('1 pas encore envoyé')
        const sent = page.waitForRequest((request) => request.url().endsWith('/v1/visits'))
        await context.setOffline(false)
        const { visits } = (await sent).postDataJSON() as { visits: { at: string }[] }
        expect(Math.abs(Date.parse(visits[0]!.at) - Date.now())).toBeLessThan(600_000)
        await allSent(page)
        // The time that is left did not move with the clock.
        expect(await page.locator('.time').textContent()).toMatch(/^Encore [12]\sh/)
      })
    }
  },
)
