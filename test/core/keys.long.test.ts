/** Three random key buildings that fit into the budgets are on walks, in 200 trials over three towns as they are. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { prepareRegion } from '@doorwalk/prepare/prepare'
import { keyTrials, missing } from '../support/key-trials.ts'
import { bundledRegion, type TestRegion } from '../support/worlds/regions.ts'
import { SHARED_MISSING, shared } from '../support/worlds/shared.ts'

const TRIALS = 200
const SEED = Number(process.env['DOORWALK_TESTS_SEED'] ?? 20_261_125)

async function prepared(name: string, osm: string, addresses: string | null): Promise<TestRegion> {
  const folder = join(await mkdtemp(join(tmpdir(), 'doorwalk-keys-')), name)
  await prepareRegion({ osm, out: folder, ...(addresses === null ? {} : { addresses }) })
  return { regions: diskRegions([folder]), region: name, folder }
}

const geneva = shared('data/geneve-centre/geneve-centre.osm.pbf')
const bondy = shared('data/bondy-nord/bondy-nord.osm.pbf')

describe('three key buildings that fit together', () => {
  it.each<[string, number, (() => Promise<TestRegion>) | null]>([
    ['Paris', TRIALS * 0.4, async () => bundledRegion()],
    ['Geneva', TRIALS * 0.2, geneva === null ? null : () => prepared('geneve', geneva, null)],
    [
      'Bondy',
      TRIALS * 0.4,
      bondy === null ? null : () => prepared('bondy', bondy, shared('data/bondy-nord/adresses-ban.csv')),
    ],
  ])('are on walks in %s, %i times', async (town, count, open) => {
    if (!open) {
      console.warn(`${town}: ${SHARED_MISSING}`)
      return
    }
    let trials = 0
    for await (const { request, targets, plan } of keyTrials(await open(), { seed: SEED, iterations: 100 })) {
      expect(missing(await plan(), targets), JSON.stringify(request)).toEqual([])
      if (++trials === count) break
    }
  })
})
