/** The volunteer's page in a real browser, at the size of a phone: a whole walk, with and without a network. */
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildPages } from '@doorwalk/functions/laptop/build-pages'
import { CHROMIUM, NO_CHROMIUM } from '../support/servers/browser.ts'
import { violations } from '../support/servers/console.ts'
import { kill, next, tap, unsent, walking } from '../support/servers/phone-page.ts'
import { type Phones, REGION, openPhones } from '../support/servers/volunteer.ts'
import { until } from '../support/until.ts'

/** Set to a folder to look at the page. */
const SCREENSHOTS = process.env['DOORWALK_SCREENSHOTS']
const KILOBYTE = 1000

describe.skipIf(CHROMIUM === undefined)(
  `the volunteer's page${CHROMIUM ? '' : ` (skipped: ${NO_CHROMIUM})`}`,
  () => {
    let phones: Phones
    let opened: BrowserContext[] = []
    beforeAll(async () => void (phones = await openPhones()))
    afterAll(() => phones.close())
    afterEach(async () => {
      await Promise.all(opened.map((context) => context.close()))
      opened = []
      expect(phones.complaints.splice(0)).toEqual([])
    })

    async function phone(options: Parameters<Phones['phone']>[0] = {}): Promise<BrowserContext> {
      const context = await phones.phone(options)
      opened.push(context)
      return context
    }
    async function screenshot(page: Page, name: string): Promise<void> {
      if (SCREENSHOTS !== undefined) await page.screenshot({ path: join(SCREENSHOTS, `walk-${name}.png`) })
    }
    async function coverage(): Promise<{ knocked: number; opened: number }> {
      const { total } = await phones.doorwalk.GET('/v1/coverage', { params: { query: { region: REGION } } })
      return total.counts ?? { knocked: 0, opened: 0 }
    }

    it('keeps every outcome that was tapped without a network, through three kills, and sends each once', async () => {
      const plan = await phones.plan()
      const walk = plan.walks[0]!
      const { url } = await phones.link(walk.walkId)
      const before = await coverage()
      const context = await phone()
      let page = await walking(context, url)
      await until(async () => (await unsent(page)) === 'Tout est envoyé')
      // The page itself has to be kept before the network goes.
      await page.evaluate('navigator.serviceWorker.ready')
      await context.setOffline(true)
      let doors = 0
      for (let stop = 0; doors < 40; stop++) {
        const there = await page.locator('.tap').count()
        const all = Math.min(there, 40 - doors)
        const opened = Math.ceil(all / 2)
        await tap(page, opened, 'opened')
        if (all > opened) await tap(page, all - opened, 'nobody')
        doors += all
        if (stop < 3) {
          await kill(page)
          page = await context.newPage()
          await page.goto(`${phones.server.url}/w/`)
          await page.locator('.grid').waitFor()
          expect(await page.locator('.tap.opened').count()).toBe(opened)
        }
        await next(page)
      }
      await screenshot(page, 'offline')
      expect(await unsent(page)).toMatch(/^\d+ pas encore envoyés$/)
      await context.setOffline(false)
      await until(async () => (await unsent(page)) === 'Tout est envoyé', { pause: 500 })
      const after = await coverage()
      // Small targets are told in steps of eleven doors.
      expect(after.knocked - before.knocked).toBeGreaterThan(40 - 11)
      expect(after.knocked - before.knocked).toBeLessThanOrEqual(40)

      const { walks } = await phones.plan({ commit: false })
      const planned = new Set(
        walks.flatMap(({ stops }) => stops.flatMap(({ targets }) => targets.map(({ id }) => id))),
      )
      const large = walk.stops.flatMap(({ targets }) => targets).filter(({ doors: all }) => all >= 11)
      expect(planned.has(large[0]!.id)).toBe(false)
      for (const target of walk.stops.slice(0, 2).flatMap(({ targets }) => targets))
        expect(planned.has(target.id)).toBe(false)
    })

    it('tells the time of the server although the phone is seven minutes ahead', async () => {
      const plan = await phones.plan({ area: { precincts: ['0918'] } })
      const { url } = await phones.link(plan.walks[0]!.walkId)
      const context = await phone()
      await context.addInitScript('const now = Date.now; Date.now = () => now() + 7 * 60_000')
      const page = await walking(context, url)
      const sent = page.waitForRequest((request) => request.url().endsWith('/v1/visits'))
      await page.getByRole('button', { name: 'Toute la cage : personne' }).click()
      await next(page)
      const { visits } = (await sent).postDataJSON() as { visits: { at: string }[] }
      expect(Math.abs(Date.parse(visits[0]!.at) - Date.now())).toBeLessThan(60_000)
    })

    it('lets two phones walk together: what one has done the other sees, and nothing is lost', async () => {
      const plan = await phones.plan({ area: { precincts: ['0920'] }, volunteers: 1 })
      const walk = plan.walks[0]!
      const { url } = await phones.link(walk.walkId)
      const before = await coverage()
      const [one, two] = [await phone(), await phone()]
      const first = await walking(one, url)
      const other = await walking(two, url)
      await first.getByRole('button', { name: 'Toute la cage : personne' }).click()
      const ticked = await first.locator('.tap.nobody').count()
      await next(first)
      await until(async () => (await unsent(first)) === 'Tout est envoyé', { pause: 500 })
      await other.evaluate(`dispatchEvent(new Event('online'))`)
      await other.locator('.news').waitFor()
      await screenshot(other, 'news')
      await other.getByRole('button', { name: 'Vu', exact: true }).click()
      await other.getByRole('button', { name: 'Toute la cage : personne' }).click()
      const also = await other.locator('.tap.nobody').count()
      await next(other)
      await until(async () => (await unsent(other)) === 'Tout est envoyé', { pause: 500 })
      const after = await coverage()
      expect(after.knocked - before.knocked).toBeGreaterThan(ticked + also - 11)
      expect(after.knocked - before.knocked).toBeLessThanOrEqual(ticked + also)
    })

    it('shows what ends before it does, and reports what is ticked and was not gone on from, on both phones', async () => {
      const plan = await phones.plan({ area: { precincts: ['0924'] }, volunteers: [{ people: 2 }] })
      const { url } = await phones.link(plan.walks[0]!.walkId)
      const [one, two] = [await phone(), await phone()]
      const starting = await one.newPage()
      await starting.goto(url)
      await starting.getByText('Pour vous 2.').waitFor()
      await screenshot(starting, 'pair-start')
      await starting.close()
      const [first, other] = [await walking(one, url), await walking(two, url)]
      await tap(first, 2, 'opened')
      await tap(other, 1, 'nobody')
      await other.getByRole('button', { name: 'Liste', exact: true }).click()
      await other.locator('.rows').getByText('1 notée, pas encore transmise').waitFor()
      expect(await unsent(other)).toBe('1 notée, pas encore transmise')
      await first.getByRole('button', { name: 'Plus', exact: true }).click()
      for (const [what, shows] of [
        ['Marcher à deux téléphones', 'L’autre scanne ce code'],
        ['Pause', /15\smin\s: gardées jusqu’à \d\d:\d\d/],
        ['Passer la tournée', /\d+ adresses et \d+ portes passent à l’autre équipe/],
        ['Je dois m’arrêter', /\d+ adresses et \d+ portes seront aussitôt libres/],
      ] as const) {
        const item = first.locator('details', { has: first.getByText(what, { exact: true }) })
        await item.locator('summary').click()
        await item.getByText(shows).first().waitFor()
        await screenshot(first, `more-${what.slice(0, 5).trim()}`)
        if (what !== 'Je dois m’arrêter') await item.locator('summary').click()
      }
      await first.getByText('2 portes que vous avez notées partent d’abord.').last().waitFor()
      const [sent, also] = [first, other].map((page) =>
        page.waitForRequest((request) => request.url().endsWith('/v1/visits')),
      )
      await first.getByRole('button', { name: 'Terminer la tournée' }).click()
      const counts = async (request: typeof sent) =>
        ((await request!).postDataJSON() as { visits: { knocked: number }[] }).visits.map(
          ({ knocked }) => knocked,
        )
      expect(await counts(sent)).toEqual([2])
      await until(async () => (await unsent(first)) === 'Tout est envoyé', { pause: 500 })
      await other.evaluate(`dispatchEvent(new Event('online'))`)
      expect(await counts(also)).toEqual([1])
      await other.getByText('sur l’autre téléphone, ou par l’organisation').waitFor()
      await screenshot(other, 'ended-elsewhere')
      await until(async () => (await unsent(other)) === 'Tout est envoyé', { pause: 500 })
    })

    it('holds a walk longer by the break that was chosen, until the time that was shown', async () => {
      const plan = await phones.plan({ area: { precincts: ['0921'] }, volunteers: 1 })
      const { url } = await phones.link(plan.walks[0]!.walkId)
      const page = await walking(await phone(), url)
      await page.getByRole('button', { name: 'Plus', exact: true }).click()
      await page.getByText('Pause', { exact: true }).click()
      const button = page.getByRole('button', { name: /^30\smin/ })
      const shown = /\d\d:\d\d/.exec((await button.textContent()) ?? '')?.[0] ?? ''
      await button.click()
      const said = page.getByText(/^Gardées jusqu’à/)
      await said.waitFor()
      const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
      const told = /\d\d:\d\d/.exec((await said.textContent()) ?? '')?.[0] ?? ''
      expect(Math.abs(minutes(told) - minutes(shown)) % 1_438).toBeLessThanOrEqual(1)
    })

    it('keeps what is not sent when the link is revoked, and sends it by a new one', async () => {
      const plan = await phones.plan({ area: { precincts: ['0922'] }, volunteers: 1 })
      const { walkId } = plan.walks[0]!
      const { url, linkId } = await phones.link(walkId)
      const context = await phone()
      const page = await walking(context, url)
      await until(async () => (await unsent(page)) === 'Tout est envoyé')
      await phones.doorwalk.DELETE('/v1/walks/{walkId}/links/{linkId}', {
        params: { path: { walkId, linkId } },
      })
      await page.getByRole('button', { name: 'Porte d’entrée fermée' }).click()
      await page.getByText('Ce lien n’est plus valable').waitFor()
      await screenshot(page, 'revoked')
      expect(await unsent(page)).toMatch(/^\d pas encore envoyés?$/)
      const again = await phones.link(walkId)
      await page.goto('about:blank')
      await page.goto(again.url)
      await until(async () => (await unsent(page)) === 'Tout est envoyé', { pause: 500 })
    })

    it('shows what "I am late" changes before it does, takes a reserve, another order, and ends with an empty phone', async () => {
      const plan = await phones.plan({ area: { precincts: ['0925', '0926'] }, volunteers: 1 })
      const { walkId } = plan.walks[0]!
      const { url } = await phones.link(walkId)
      const context = await phone({ locale: 'en-GB' })
      const page = await walking(context, url)
      const state = async () => (await phones.walk(walkId)).stops.length
      const had = await state()
      await page.getByRole('button', { name: 'Plus', exact: true }).click()
      await page.getByText('Je suis en retard').click()
      await page.getByLabel(/^Minutes/).fill('75')
      await page.getByRole('button', { name: 'Voir ce que cela change' }).click()
      await page.getByText(/^Restent \d+ étape/).waitFor()
      await screenshot(page, 'late')
      expect(await state()).toBe(had)
      await page.getByRole('button', { name: 'Confirmer' }).click()
      await until(async () => (await state()) < had)

      await page.getByRole('button', { name: 'English' }).click()
      await page.getByRole('button', { name: 'List', exact: true }).click()
      await page
        .getByRole('button', { name: /later$/ })
        .first()
        .click()
      await page.getByText(/walking\.$/).waitFor()
      await screenshot(page, 'list-english')
      await page.getByRole('button', { name: 'More', exact: true }).click()
      await page.getByText('I have to stop').click()
      await page.getByRole('button', { name: 'End the walk' }).click()
      await until(async () => (await unsent(page)) === 'All is sent', { pause: 500 })
      const { state: life } = await phones.doorwalk.GET('/v1/walks/{walkId}/state', {
        params: { path: { walkId } },
      })
      expect(life).toBe('finished')
      await page.getByRole('button', { name: 'Door', exact: true }).click()
      await page.getByRole('button', { name: 'Remove from this phone' }).click()
      await page.locator('dialog button.bad').click()
      await page.getByText('Nothing of this walk is left').waitFor()
      const left = `new Promise((done) => {
      const open = indexedDB.open('doorwalk')
      open.onsuccess = () => {
        const step = open.result.transaction(['walks', 'packs', 'outbox'])
        const counts = ['walks', 'packs', 'outbox'].map((name) => step.objectStore(name).count())
        step.oncomplete = () => done(counts.map(({ result }) => result))
      }
    })`
      expect(await page.evaluate(left)).toEqual([0, 0, 0])
    })

    it('gives whoever comes by an invitation a walk of his own, once, and says when all are given', async () => {
      const { url } = await phones.doorwalk.POST('/v1/invitations', {
        body: {
          ...{ region: REGION, label: 'Square d’Anvers', start: [2.3478, 48.8805], minutes: 60, most: 1 },
          until: new Date(Date.now() + 3_600_000).toISOString(),
        },
      })
      const context = await phone()
      const page = await context.newPage()
      await page.goto(url)
      await page.getByText('Square d’Anvers').waitFor()
      await screenshot(page, 'invited')
      await page.getByLabel(/^Minutes/).fill('45')
      await page.getByLabel('Pas d’escaliers').check()
      await page.getByRole('button', { name: 'Recevoir ma tournée' }).click()
      await page.getByRole('button', { name: 'Commencer' }).click()
      await page.locator('.grid').waitFor()
      expect(page.url()).toBe(`${phones.server.url}/w/`)
      const late = await (await phone()).newPage()
      await late.goto(url)
      await late.getByText('Toutes les tournées sont données.').waitFor()
    })

    it('tells the organisers what of a building is otherwise', async () => {
      const plan = await phones.plan({ area: { precincts: ['0919'] }, volunteers: 1 })
      const { url } = await phones.link(plan.walks[0]!.walkId)
      const page = await walking(await phone(), url)
      await page.getByText('Signaler une erreur').click()
      await page.getByRole('button', { name: 'Il y a un ascenseur' }).click()
      await page.getByText('Signalé, merci.').waitFor()
      const target = plan.walks[0]!.stops[0]!.targets[0]!.id
      const told = async () => (await phones.doorwalk.GET('/v1/corrections', {})).corrections
      await until(async () => (await told()).some((each) => each.target === target && each.kind === 'lift'))

      // And is told by them that the walk is to be walked no further.
      const params = { path: { walkId: plan.walks[0]!.walkId } }
      await page.context().setOffline(true)
      await phones.doorwalk.POST('/v1/walks/{walkId}/release', { params })
      await tap(page, 1, 'opened')
      await page.context().setOffline(false)
      await page.getByRole('heading', { name: 'Cette tournée a été rendue' }).waitFor()
      await screenshot(page, 'given-back')
      expect(await page.locator('.grid').count()).toBe(0)
      await until(async () => (await unsent(page)) === 'Tout est envoyé')
      await page.getByRole('button', { name: 'Noter ce que nous avons encore fait' }).click()
      await page.locator('.grid').waitFor()
      await screenshot(page, 'given-back-read')
    })

    it('has no violation that axe-core finds on any view, and everything can be done by keyboard', async () => {
      const plan = await phones.plan({ area: { precincts: ['0925', '0926'] }, volunteers: 3 })
      const { url } = await phones.link(plan.walks[2]!.walkId)
      const context = await phone({ bypassCSP: true })
      const page = await context.newPage()
      const check = async (name: string): Promise<void> => {
        expect(await violations(page), name).toEqual([])
        await screenshot(page, name)
      }
      await page.goto(`${phones.server.url}/w/`)
      await page.getByRole('heading', { name: 'Aucune tournée ouverte' }).waitFor()
      await check('none')
      await page.goto(url)
      await page.goto('about:blank')
      await page.goto(url)
      await page.getByRole('button', { name: 'Commencer' }).waitFor()
      await check('start')
      await page.getByRole('button', { name: 'Commencer' }).focus()
      await page.keyboard.press('Enter')
      await page.locator('.grid').waitFor()
      await page.locator('.tap').first().focus()
      await page.keyboard.press('Space')
      await page.locator('.outcomes .opened').focus()
      await page.keyboard.press('Enter')
      expect(await page.locator('.tap.opened').count()).toBe(1)
      await check('door')
      await page.getByRole('button', { name: 'Ne plus jamais venir ici' }).focus()
      await page.keyboard.press('Enter')
      await check('question')
      await page.keyboard.press('Escape')
      for (const [tab, wait] of [
        ['Liste', '.rows'],
        ['Carte', '.walkmap .number'],
        ['Plus', 'summary'],
      ] as const) {
        await page.getByRole('button', { name: tab, exact: true }).focus()
        await page.keyboard.press('Enter')
        await page.locator(wait).first().waitFor()
        await check(tab.toLowerCase())
      }
      for (const light of ['plein soleil', 'sombre']) {
        await page.getByRole('button', { name: light }).click()
        await check(light)
      }
      const small = await page.evaluate<string[]>(
        `[...document.querySelectorAll('button, summary, input')].filter((element) => {
        const { width, height } = element.getBoundingClientRect()
        return width > 0 && (width < 48 || height < 48)
      }).map((element) => element.outerHTML)`,
      )
      expect(small).toEqual([])
    })

    it('is small: page, and pack', async () => {
      const files = await buildPages()
      const sizes = ['w/index.html', 'w/main.js', 'w/walk-map.js', 'w/style.css'].map(
        (name) => gzipSync(files.get(name)!).length,
      )
      const page = sizes.reduce((sum, size) => sum + size, 0)
      console.log(`the page of volunteers: ${Math.round(page / KILOBYTE)} kB gzip`)
      expect(page).toBeLessThan(120 * KILOBYTE)
      const plan = await phones.plan()
      const { token } = await phones.link(plan.walks[0]!.walkId)
      const pack = await fetch(`${phones.server.url}/v1/walks/${plan.walks[0]!.walkId}/pack`, {
        headers: { Authorization: `Bearer ${token}` },
      })
      expect(gzipSync(await pack.text()).length).toBeLessThan(150 * KILOBYTE)
    })
  },
)
