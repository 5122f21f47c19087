/** The map of a plan in a real browser: what pointer, finger and keys do on it, on a page with nothing else. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDoorwalk } from '@doorwalk/client'
import { buildMapPage, openMapPage } from '../../support/pages/plan-map.ts'
import { CHROMIUM, NO_CHROMIUM, openBrowser } from '../../support/servers/browser.ts'
import { violations } from '../../support/servers/console.ts'
import { PATIENT, type ServerProcess, startServerProcess } from '../../support/servers/serve.ts'
import { until } from '../../support/until.ts'

/** Set to a folder to look at the map. */
const SCREENSHOTS = process.env['DOORWALK_SCREENSHOTS']
const REGION = 'paris-9e-10e'
const KILOBYTE = 1000
/** Leaflet alone is 43 kB. */
const MOST_KILOBYTES = 66

interface Place {
  id: string
  walk: number
  x: number
  y: number
}

describe.skipIf(CHROMIUM === undefined)(
  `the map of a plan${CHROMIUM ? '' : ` (skipped: ${NO_CHROMIUM})`}`,
  () => {
    let server: ServerProcess
    let browser: Browser
    let data: string
    let plan: string
    let context: BrowserContext
    let page: Page
    let complaints: string[]

    beforeAll(async () => {
      data = await mkdtemp(join(tmpdir(), 'doorwalk-plan-map-'))
      server = await startServerProcess(data, { env: PATIENT })
      const doorwalk = createDoorwalk({ url: server.url, key: server.key })
      const made = await doorwalk.makePlan({
        region: REGION,
        area: { precincts: ['0925'] },
        volunteers: 3,
        minutes: 60,
      })
      plan = made.id
      browser = await openBrowser()
    })
    afterAll(async () => {
      await browser.close()
      await server.stop()
      await rm(data, { recursive: true, force: true })
    })
    beforeEach(() => void (complaints = []))
    afterEach(async () => {
      await context.close()
      expect(complaints).toEqual([])
    })

    async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
      context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
      context.on('weberror', (error) => complaints.push(error.error().message))
      context.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))
      const opened = await openMapPage(context, server.url, { key: server.key, region: REGION, plan })
      page = opened.page
      await page.evaluate('map.showWalk(null); map.setEditable(true)')
    }
    const calls = () => page.evaluate<unknown[][]>('calls.splice(0)')
    /** Where a target stands on the screen, told by the map itself. */
    async function placeOf(walk: number, at = 0): Promise<Place> {
      return page.evaluate<Place>(`(() => {
      const { id, at: [lng, lat] } = walks.find(({ number }) => number === ${walk}).targets.at(${at})
      const { bbox: [west, south, east, north] } = map.view()
      const y = (degrees) => Math.asinh(Math.tan((degrees * Math.PI) / 180))
      const { clientWidth, clientHeight } = document.querySelector('#map')
      return { id, walk: ${walk}, x: ((lng - west) / (east - west)) * clientWidth, y: ((y(north) - y(lat)) / (y(north) - y(south))) * clientHeight }
    })()`)
    }
    async function screenshot(name: string): Promise<void> {
      if (SCREENSHOTS === undefined) return
      await page.waitForTimeout(600)
      await page.screenshot({ path: join(SCREENSHOTS, `plan-map-${name}.png`) })
    }

    it('tells what is under the pointer, selects it by a click, and has no element for any target', async () => {
      await open()
      const [walk, at] = await page.evaluate<[number, number]>(`(() => {
        const all = walks.flatMap(({ targets }) => targets)
        const isAlone = ({ id, at: [lng, lat] }) =>
          all.every(({ id: other, at }) => id === other || Math.hypot(at[0] - lng, at[1] - lat) > 5e-5)
        map.setPlan([...walks])
        const places = walks.map(({ number, targets }) => [number, targets.findIndex(isAlone)])
        return places.find(([, at]) => at >= 0)
      })()`)
      const there = await placeOf(walk, at)
      await page.mouse.move(there.x, there.y)
      await page.locator('.map-tip:not([hidden])').waitFor()
      expect(await page.locator('.map-tip').innerText()).toMatch(/\d+ doors?\nwalk \d+, /)
      await page.mouse.click(there.x, there.y)
      const [[what, id] = []] = await calls()
      expect(what).toBe('select')
      await page.evaluate(`map.setSelected(${JSON.stringify(id)})`)
      await screenshot('all')
      expect(await page.locator('#map .leaflet-marker-icon, #map path').count()).toBe(0)
    })

    it('moves a target by dragging it onto another walk, shows where it would go, and nothing by Escape', async () => {
      await open()
      await page.evaluate('map.setFocus(1)')
      const [from, to] = [await placeOf(1, -1), await placeOf(2, -1)]
      const drag = async (): Promise<void> => {
        await page.mouse.move(from.x, from.y)
        await page.mouse.down()
        await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 })
        await page.mouse.move(to.x, to.y, { steps: 3 })
        await page.locator('.map-tip', { hasText: /^To walk \d+$/ }).waitFor()
      }
      const before = await page.evaluate('JSON.stringify(map.view())')
      await drag()
      await screenshot('drop')
      await page.mouse.up()
      const [[what, id, walk] = []] = await calls()
      expect([what, walk]).toEqual(['move', 2])
      const own = await page.evaluate<string[]>(
        'walks.find(({ number }) => number === 1).targets.map(({ id }) => id)',
      )
      expect(own).toContain(id)
      await page.locator('#map').focus()
      await drag()
      await page.keyboard.press('Escape')
      await page.mouse.up()
      expect((await calls()).filter(([name]) => name === 'move')).toEqual([])
      expect(await page.evaluate('JSON.stringify(map.view())')).toBe(before)
    })

    it('lists what shares a sign, to be chosen one by one', async () => {
      await open()
      const ids = await page.evaluate<string[]>(`(() => {
        const [first, ...rest] = walks.find(({ number }) => number === 1).targets
        for (const each of rest.slice(0, 2)) each.at = first.at
        map.setPlan([...walks])
        map.setFocus(1)
        const all = walks.flatMap(({ targets }) => targets)
        return all.filter(({ at }) => String(at) === String(first.at)).map(({ id }) => id)
      })()`)
      const there = await placeOf(1)
      await page.mouse.click(there.x, there.y)
      const list = page.getByRole('list', { name: 'All here' })
      expect(await list.getByRole('button').count()).toBe(ids.length)
      expect(ids.length).toBeGreaterThan(2)
      await screenshot('spot')
      await page.keyboard.press('Escape')
      await list.waitFor({ state: 'hidden' })
      const chosen: unknown[] = []
      for (let at = 0; at < ids.length; at++) {
        await page.mouse.click(there.x, there.y)
        for (let press = 0; press < at; press++) await page.keyboard.press('Tab')
        await page.keyboard.press('Enter')
        await list.waitFor({ state: 'hidden' })
        chosen.push(...(await calls()).map(([, id]) => id))
      }
      expect(chosen.toSorted()).toEqual(ids.toSorted())
    })

    it('moves with a target that is held at its edge', async () => {
      await open()
      await page.evaluate('map.setFocus(1)')
      const from = await placeOf(1, -1)
      const west = () => page.evaluate<number>('map.view().bbox[0]')
      const before = await west()
      await page.mouse.move(from.x, from.y)
      await page.mouse.down()
      await page.mouse.move(from.x + 30, from.y)
      await page.mouse.move(1275, from.y)
      await until(async () => (await west()) > before + 0.0005)
      await page.mouse.move(from.x, from.y)
      const there = await west()
      await page.waitForTimeout(100)
      expect(await west()).toBe(there)
      await page.keyboard.press('Escape')
      await page.mouse.up()
      expect((await calls()).filter(([name]) => name === 'move')).toEqual([])
    })

    it('does all of it by keys, and says what it does', async () => {
      await open()
      await page.locator('#map').focus()
      const said = page.locator('#map [role="status"]')
      await page.keyboard.press('PageDown')
      expect(await calls()).toEqual([['focus', 1]])
      await page.evaluate('map.setFocus(1)')
      await page.keyboard.press('n')
      await page.keyboard.press('n')
      await until(async () => ((await said.textContent()) ?? '').includes('walk 1, '))
      await page.keyboard.press('Enter')
      const [[what, id] = []] = await calls()
      expect([what, id]).toEqual(['select', (await placeOf(1, 1)).id])
      await page.keyboard.press('m')
      await page.keyboard.press('PageDown')
      expect(await said.textContent()).toBe('To walk 2')
      await screenshot('keys')
      await page.keyboard.press('Enter')
      expect(await calls()).toEqual([['move', id, 2]])
      await page.evaluate(`map.setMode('keys')`)
      await page.keyboard.press('Enter')
      await page.evaluate(`map.setMode('point')`)
      await page.keyboard.press('Enter')
      const [key, [point, [lng, lat] = [0, 0]] = []] = (await calls()) as [unknown[], [string, number[]]]
      expect(key).toEqual(['key', id])
      expect([point, Math.round(lng! * 10), Math.round(lat! * 10)]).toEqual(['point', 23, 489])
    })

    it('is moved by a finger that drags, and lets go of a target that a resting finger took', async () => {
      await open({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true })
      await screenshot('phone')
      const [from, to] = [await placeOf(1, -1), await placeOf(2, -1)]
      const touch = await context.newCDPSession(page)
      const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
        touch.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [{ x: at.x, y: at.y }] : [] })
      await send('touchStart', from)
      await page.locator('#map.carrying').waitFor()
      await send('touchMove', { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 })
      await send('touchMove', to)
      await page.locator('.map-tip', { hasText: /^To walk \d+$/ }).waitFor()
      await send('touchEnd')
      const [[what, , walk] = []] = await calls()
      expect([what, walk]).toEqual(['move', 2])
    })

    it('draws states, cells, outlines and what was left out by day and by night, and is nothing that axe-core minds', async () => {
      await open({ bypassCSP: true })
      await page.evaluate(`(() => {
      const square = (lng, lat, side) => [[lng, lat], [lng + side, lat], [lng + side, lat + side], [lng, lat + side], [lng, lat]]
      leaveOut()
      map.setWalkStates(new Map([[1, 'late'], [2, 'started'], [3, 'finished']]))
      map.setTargetStates(new Map(walks.at(-1).targets.map(({ id }) => [id, 'done'])))
      map.setCells([0, 0.25, 0.5, 0.75, 1, null].map((value, at) => ({ ring: square(2.345 + at * 0.001, 48.8795, 0.001), value })))
      map.setOutlines([{ kind: 'reach', shape: { type: 'Polygon', coordinates: [square(2.346, 48.878, 0.003)] } }])
    })()`)
      const pixels = () =>
        page.evaluate<number>(`(() => {
        const canvas = document.querySelector('.leaflet-plan-pane canvas')
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
        return data.reduce((sum, value, at) => (at % 4 === 3 && value > 0 ? sum + 1 : sum), 0)
      })()`)
      await until(async () => (await pixels()) > 10_000)
      await screenshot('states')
      await page.evaluate(`map.setTheme('dark'); map.setWalkStates(null); map.setFocus(2); map.setCells([])`)
      await screenshot('dark')
      expect(await violations(page)).toEqual([])
    })

    it('is small to load', async () => {
      await open()
      const { script } = await buildMapPage()
      expect(gzipSync(script).length / KILOBYTE).toBeLessThan(MOST_KILOBYTES)
    })
  },
)
