/**
 * How well the words of walks lead, by city and language: share of the legs over 40 m whose words name the street one
 * ends on. `npm run bench:words -- --regions DIR [--volunteers 10] [--minutes 90] [--seeds 2] [--list]`; DIR holds
 * prepared regions, by default the one of this repository. Ends with 1 where a city is below 99 %.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { planWalks } from '@doorwalk/core/plan'
import type { Regions } from '@doorwalk/core/ports'
import { PlanRequest } from '@doorwalk/core/request/request'
import { type Language, LANGUAGES } from '@doorwalk/core/words/languages'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { scoreWalks, type WordScore } from './score.ts'

const GOAL = 0.99

const { values } = parseArgs({
  options: {
    regions: { type: 'string', default: resolve(import.meta.dirname, '../../data') },
    volunteers: { type: 'string', default: '10' },
    minutes: { type: 'string', default: '90' },
    seeds: { type: 'string', default: '2' },
    list: { type: 'boolean', default: false },
  },
})

const regions = diskRegions([values.regions])
const names = await regions.list()
console.log(
  ['region', 'language', 'legs > 40 m', 'named', 'share', 'nameless ways', 'silent starts'].join('\t'),
)
for (const region of names) {
  for (const language of LANGUAGES) {
    const score = await scoreOf(regions, region, language)
    const share = score.legs === 0 ? 1 : score.named / score.legs
    console.log(
      [region, language, score.legs, score.named, percent(share), score.nameless, score.silentStarts].join(
        '\t',
      ),
    )
    if (values.list) for (const leg of score.missed) console.log(`  ${leg}`)
    if (share < GOAL || score.silentStarts > 0) process.exitCode = 1
  }
}

/** Cost: a plan for each seed. */
async function scoreOf(from: Regions, region: string, language: Language): Promise<WordScore> {
  const walks = []
  for (let seed = 1; seed <= Number(values.seeds); seed++) {
    const request = PlanRequest.parse({
      region,
      volunteers: Number(values.volunteers),
      minutes: Number(values.minutes),
      seed,
      language,
      startAt: '2026-03-14T14:00:00+01:00',
    })
    const ports = { regions: from, clock: { now: () => 0 }, id: (prefix: string) => `${prefix}_${seed}` }
    walks.push(...(await planWalks(request, ports)).walks)
  }
  return scoreWalks(walks)
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
