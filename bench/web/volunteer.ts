/**
 * How long the volunteer's page takes until it can be used on a phone whose processor is so many times slower than this
 * one, and how large page and packs are. First: by its link, nothing kept. Again: a reload on the way, without a
 * network. Needs chromium.
 *
 *     npm run bench:volunteer -- [--rounds 10] [--slower 4]
 */
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { BrowserContext, Page } from 'playwright-core'
import { buildPages } from '@doorwalk/functions/laptop/build-pages'
import { type Phones, openPhones } from '../../test/support/servers/volunteer.ts'

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '10' }, slower: { type: 'string', default: '4' } },
})
const [rounds, slower] = [Number(values.rounds), Number(values.slower)]
/** Of the page before its pack; the map's code comes when it is first looked at, and is counted. */
const FILES = ['w/index.html', 'w/main.js', 'w/walk-map.js', 'w/style.css']
const PRECINCTS = ['0918', '0919', '0920', '0921', '0922', '0923', '0924', '0925', '0926', '1028']

/** Milliseconds from the navigation until the element is drawn and nothing else keeps the page busy. */
const readyAt = (selector: string): string => `globalThis.readyAt = new Promise((done) => {
  const look = () => document.querySelector('${selector}')
    ? requestAnimationFrame(() => setTimeout(() => done(performance.now())))
    : setTimeout(look, 5)
  look()
})`

const phones = await openPhones()
const times: Record<'first' | 'tap' | 'again', number[]> = { first: [], tap: [], again: [] }
// The first round warms server and browser.
for (let round = 0; round <= rounds; round++) {
  const measured = await measure(phones, PRECINCTS[round % PRECINCTS.length]!)
  if (round > 0)
    for (const name of Object.keys(times) as (keyof typeof times)[]) times[name].push(measured[name])
}
const packs = await packSizes(phones)
await phones.close()

const files = await buildPages()
const page = FILES.reduce((sum, name) => sum + gzipSync(files.get(name)!).length, 0)
console.log(
  `${rounds} rounds, processor ${slower} times slower, load ${loadavg()[0]!.toFixed(1)}; ms: median (quartiles)`,
)
console.log(`by its link, until "begin" can be tapped:            ${told(times.first)}`)
console.log(`from that tap to the first door:                     ${told(times.tap)}`)
console.log(`reload on the way without a network, to the door:    ${told(times.again)}`)
console.log(
  `page, with its map: ${kilobytes(page)} gzip (at most 120); packs of 60, 120 and 240 minutes: ${packs.map(kilobytes).join(', ')} (at most 150)`,
)

async function measure(on: Phones, precinct: string) {
  const { walks } = await on.plan({ area: { precincts: [precinct] }, volunteers: 1, commit: false })
  const { url } = await on.link(walks[0]!.walkId)
  const context = await on.phone()
  const first = await ready(context, url, 'button.main')
  const before = await first.page.evaluate<number>('performance.now()')
  await first.page.evaluate(`${readyAt('.grid')}; undefined`)
  await first.page.locator('button.main').click()
  const tap = (await first.page.evaluate<number>('readyAt')) - before
  await first.page.evaluate('navigator.serviceWorker.ready')
  await first.page.close()
  await context.setOffline(true)
  const again = await ready(context, `${on.server.url}/w/`, '.grid')
  await context.close()
  return { first: first.milliseconds, tap, again: again.milliseconds }
}

async function ready(
  context: BrowserContext,
  url: string,
  selector: string,
): Promise<{ page: Page; milliseconds: number }> {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await page.addInitScript(readyAt(selector))
  await page.goto(url)
  return { page, milliseconds: await page.evaluate<number>('readyAt') }
}

async function packSizes(on: Phones): Promise<number[]> {
  const sizes: number[] = []
  for (const minutes of [60, 120, 240]) {
    const { walks } = await on.plan({ minutes, commit: false, area: { precincts: PRECINCTS }, volunteers: 1 })
    const { walkId } = walks[0]!
    const { token } = await on.link(walkId)
    const headers = { Authorization: `Bearer ${token}` }
    const answer = await fetch(`${on.server.url}/v1/walks/${walkId}/pack`, { headers })
    sizes.push(gzipSync(await answer.text()).length)
  }
  return sizes
}

function told(numbers: number[]): string {
  const sorted = numbers.toSorted((a, b) => a - b)
  const at = (share: number): number => Math.round(sorted[Math.round(share * (sorted.length - 1))]!)
  return `${at(0.5)} (${at(0.25)}–${at(0.75)}), worst ${at(1)}`
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`
}
