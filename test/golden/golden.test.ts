/**
 * Walks that a reviewer can look at on a map: `REGEN=1 npx vitest run test/golden` writes them again, and a changed
 * file needs a sentence in the changelog. Iteration-limited, never time-limited.
 */
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { planWalks } from '@doorwalk/core/plan'
import type { PlanRequestInput } from '@doorwalk/core/request/request'
import { PlanRequest } from '@doorwalk/core/request/request'
import { planToGeoJson } from '@doorwalk/core/formats/geojson'
import type { World } from '../support/worlds/osm-fixture.ts'
import { courtyard, culDeSac, oneStreet, riverWithOneBridge, towerWithTwoEntrances } from '../support/worlds/osm-worlds.ts'
import type { TestRegion } from '../support/worlds/regions.ts'
import { bundledRegion, worldRegion } from '../support/worlds/regions.ts'

const CASES: Record<string, { region: () => Promise<TestRegion>; request: Omit<PlanRequestInput, 'region'> }> = {
  'one-street': { region: world(oneStreet), request: { volunteers: 2, minutes: 20 } },
  'river-with-one-bridge': { region: world(riverWithOneBridge), request: { volunteers: 1, minutes: 30 } },
  'cul-de-sac': { region: world(culDeSac), request: { volunteers: 1, minutes: 30, language: 'en' } },
  courtyard: { region: world(courtyard), request: { volunteers: 1, minutes: 60 } },
  'tower-with-two-entrances': { region: world(towerWithTwoEntrances), request: { volunteers: 2, minutes: 90 } },
  'paris-saturday': {
    region: async () => bundledRegion(),
    request: {
      ...{ volunteers: 3, minutes: 60, area: { precincts: ['0921'] }, priority: { field: 'taux_abstention' } },
      ...{ start: [2.3452, 48.8789], iterations: 20_000 },
    },
  },
}

function world(make: () => World): () => Promise<TestRegion> {
  return () => worldRegion(make())
}

describe('golden walks', () => {
  it.each(Object.keys(CASES))('%s', async (name) => {
    const { region, request } = CASES[name]!
    const place = await region()
    const plan = await planWalks(
      PlanRequest.parse({ startAt: '2026-03-14T14:00:00+01:00', iterations: 2_000, ...request, region: place.region }),
      { regions: place.regions, clock: { now: () => 0 }, id: (prefix) => `${prefix}_golden` },
    )
    const text = JSON.stringify(planToGeoJson(plan), null, 1) + '\n'
    const file = join(import.meta.dirname, `${name}.geojson`)
    if (process.env.REGEN === '1' || !existsSync(file)) {
      expect(process.env.REGEN, `${name}.geojson is missing; write it with REGEN=1`).toBe('1')
      await writeFile(file, text)
    }
    expect(text).toBe(await readFile(file, 'utf8'))
  })
})
