/**
 * How fluid the map of a large plan is: script time of each frame while it is panned and zoomed, in Debian's chromium
 * without a graphics card, at full speed and with a processor slowed four times.
 *
 *     npm run bench:map -- FILE.osm.pbf DIR [--targets 10000] [--walks 200] [--minutes 90] [--seed 1] [--drags 12]
 *
 * The extract is laid side by side until it holds the targets, prepared once and kept in DIR; a real server makes the
 * plan; with `--minutes 600` nearly all targets are on its walks. Every building that no walk has is on the map as a
 * target that was left out.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { createDoorwalk } from '@doorwalk/client'
import { Random } from '@doorwalk/core/solver/chance/random'
import { openBrowser } from '../../test/support/servers/browser.ts'
import { openMapPage } from '../../test/support/pages/plan-map.ts'
import { startServerProcess } from '../../test/support/servers/serve.ts'
import { groundOf } from '../scale/ground.ts'
import { type FrameTime, traceFrames } from './frames.ts'

const VIEW = { width: 1280, height: 800 }
const SLOWED = 4
/** Moves of the mouse in one drag, and between two of them, milliseconds. */
const MOVES = 30
const MOVE_MILLISECONDS = 16
const REST_MILLISECONDS = 600
/** Tiles, names and lines are drawn by then. */
const WARM_MILLISECONDS = 3000

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    targets: { type: 'string', default: '10000' },
    walks: { type: 'string', default: '200' },
    minutes: { type: 'string', default: '90' },
    seed: { type: 'string', default: '1' },
    drags: { type: 'string', default: '12' },
  },
})
const [file, folder] = positionals
if (file === undefined || folder === undefined)
  throw new Error('usage: bench/web/map-frames.ts FILE.osm.pbf DIR')

const ground = await groundOf(file, { kept: folder, wanted: Number(values.targets) })
const region = basename(ground.root)
const SCENES: Record<string, { set: string; run: (page: Page, random: Random) => Promise<void> }> = {
  'pan, all': { set: 'map.setFocus(null); map.showWalk(null)', run: pan },
  'pan, one in focus': { set: 'map.setFocus(20); map.showWalk(null)', run: pan },
  'pan, close by': { set: 'map.setFocus(null); map.showWalk(20)', run: pan },
  'zoom, all': { set: 'map.setFocus(null); map.showWalk(null)', run: zoom },
}

const data = await mkdtemp(join(tmpdir(), 'doorwalk-map-'))
const server = await startServerProcess(data, { regions: [ground.root] })
const browser = await openBrowser()
try {
  await measure()
} finally {
  await browser.close()
  await server.stop()
  await rm(data, { recursive: true })
}

async function measure(): Promise<void> {
  const doorwalk = createDoorwalk({ url: server.url, key: server.key })
  const plan = await doorwalk.makePlan({
    ...{ region, area: { cells: ground.cells }, volunteers: Number(values.walks) },
    ...{ minutes: Number(values.minutes), seed: 1, startAt: '2026-03-14T09:00:00+01:00' },
  })
  const context = await browser.newContext({ viewport: VIEW })
  const { page, loaded } = await openMapPage(context, server.url, { key: server.key, region, plan: plan.id })
  const targets = await page.evaluate<number>('leaveOut()')
  const engine = await context.newCDPSession(page)
  const tracing = await browser.newBrowserCDPSession()

  console.log(
    `chromium ${browser.version()}, ${VIEW.width} × ${VIEW.height}, load ${loadavg()[0]!.toFixed(1)}; ${loaded.walks} walks, ` +
      `${targets} targets, ${plan.summary.targets} of them on walks, ${loaded.buildings} buildings; lanes and indices made in ${loaded.milliseconds.toFixed(0)} ms`,
  )
  console.log('| what | in view | processor | frames | script p50 | p95 | most | main thread p95 | most |')
  console.log('| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |')
  for (const [name, { set, run }] of Object.entries(SCENES)) {
    for (const rate of [1, SLOWED]) {
      await engine.send('Emulation.setCPUThrottlingRate', { rate: 1 })
      await page.evaluate(set)
      await page.waitForTimeout(WARM_MILLISECONDS)
      const seen = await page.evaluate<{ buildings: number; walks: number; zoom: number }>('inView()')
      await engine.send('Emulation.setCPUThrottlingRate', { rate })
      const frames = await traceFrames(tracing, () => run(page, new Random(Number(values.seed))))
      const view = `${seen.buildings} buildings, ${seen.walks} walks, zoom ${seen.zoom}`
      console.log(`| ${name} | ${view} | ${rate === 1 ? 'full' : `÷ ${rate}`} | ${row(frames)} |`)
    }
  }
}

/** There and back by turns, so that what was in view comes back. */
async function pan(page: Page, random: Random): Promise<void> {
  for (let drag = 0; drag < Number(values.drags); drag++) {
    const sign = drag % 2 === 0 ? 1 : -1
    const [dx, dy] = [sign * (200 + random.below(300)), sign * (50 + random.below(200))]
    const from = { x: VIEW.width / 2 - dx / 2, y: VIEW.height / 2 - dy / 2 }
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    for (let move = 1; move <= MOVES; move++) {
      await page.mouse.move(from.x + (dx * move) / MOVES, from.y + (dy * move) / MOVES)
      await page.waitForTimeout(MOVE_MILLISECONDS)
    }
    await page.mouse.up()
    await page.waitForTimeout(REST_MILLISECONDS)
  }
}

/** Closer by two steps and back. */
async function zoom(page: Page, random: Random): Promise<void> {
  for (let turn = 0; turn < Number(values.drags) / 2; turn++) {
    await page.mouse.move(300 + random.below(680), 200 + random.below(400))
    for (const delta of [-120, -120, 120, 120]) {
      await page.mouse.wheel(0, delta)
      await page.waitForTimeout(REST_MILLISECONDS)
    }
  }
}

function row(frames: readonly FrameTime[]): string {
  const [script, busy] = [frames.map((frame) => frame.script), frames.map((frame) => frame.busy)]
  const figures = [at(script, 0.5), at(script, 0.95), at(script, 1), at(busy, 0.95), at(busy, 1)]
  return [frames.length, ...figures.map((value) => value.toFixed(1))].join(' | ')
}

function at(values: readonly number[], share: number): number {
  return (
    values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN
  )
}
