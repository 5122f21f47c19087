/** Two hundred printed walks of three towns: no sheet with a word on it, counted in the PDF, and nothing too small. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { mapAround } from '@doorwalk/core/paper/map-around'
import { planToPrintHtml } from '@doorwalk/core/paper/print'
import { planWalks } from '@doorwalk/core/plan'
import { PlanRequest } from '@doorwalk/core/request/request'
import { prepareRegion } from '@doorwalk/prepare/prepare'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { printed } from '../support/printed.ts'
import { CHROMIUM, NO_CHROMIUM, openBrowser } from '../support/servers/browser.ts'
import { bundledRegion } from '../support/worlds/regions.ts'
import { SHARED_MISSING, shared } from '../support/worlds/shared.ts'

const geneva = shared('data/geneve-centre/geneve-centre.osm.pbf')
const bondy = shared('data/bondy-nord/bondy-nord.osm.pbf')
/** Minutes of the walks, so that there are short and long ones; and how many of each. */
const TOWNS = [
  { town: 'paris-9e-10e', osm: null, language: 'fr', crews: [[45, 20], [90, 40], [180, 20]] },
  { town: 'geneve', osm: geneva, language: 'en', crews: [[60, 40], [150, 35]] },
  { town: 'bondy', osm: bondy, language: 'fr', crews: [[60, 35], [150, 30]] },
] as const
/** On a sheet: an orphan has fewer. Its table head alone has forty. */
const FEWEST_GLYPHS = 150

describe.skipIf(CHROMIUM === undefined || geneva === null || bondy === null)(
  `printed walks (${SHARED_MISSING}, or ${NO_CHROMIUM}, when skipped)`,
  () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await openBrowser()
    })
    afterAll(() => browser.close())

    it('two hundred of Paris, Geneva and Bondy leave no orphan, in normal and in large print', async () => {
      let walks = 0
      for (const { town, osm, language, crews } of TOWNS) {
        const regions = osm === null ? bundledRegion().regions : await prepared(town, osm)
        const volunteers = crews.flatMap(([minutes, count]) =>
          Array.from({ length: count }, (_, n) => ({ id: `${minutes}-${n}`, minutes, language })),
        )
        const request = PlanRequest.parse({
          region: town,
          volunteers,
          seed: 7,
          iterations: 2_000,
          startAt: '2026-03-14T18:00:00+01:00',
        })
        const plan = await planWalks(request, {
          regions,
          clock: { now: () => Date.parse('2026-03-14T12:00:00Z') },
          id: (prefix) => `${prefix}_${town}`,
        })
        walks += plan.walks.length
        const map = await mapAround(regions, plan)
        for (const print of ['normal', 'large'] as const) {
          const { pages, sheets, smallest, box } = await printed(browser, planToPrintHtml(plan, map, { print }))
          expect(pages).toHaveLength(sheets.length)
          expect(pages.filter((glyphs) => glyphs < FEWEST_GLYPHS)).toEqual([])
          expect(sheets.filter(({ over }) => over > 0)).toEqual([])
          expect(sheets.filter(({ shrunk }) => shrunk < 0.99)).toEqual([])
          expect(smallest.points, smallest.text).toBeGreaterThanOrEqual(print === 'large' ? 13 : 8.5)
          expect(box).toBeGreaterThanOrEqual(4.5)
        }
      }
      expect(walks).toBeGreaterThanOrEqual(200)
    })
  },
)

async function prepared(name: string, osm: string) {
  const out = join(await mkdtemp(join(tmpdir(), 'doorwalk-print-')), name)
  await prepareRegion({ osm, out })
  return diskRegions([out])
}
