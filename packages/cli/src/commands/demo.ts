/** `doorwalk demo`: a Saturday in Paris on the bundled region: which polling station first, and who walks where. */
import { fileURLToPath } from 'node:url'
import { relative } from 'node:path'
import { parseInput } from '@doorwalk/core/request/parse'
import { PlanRequest } from '@doorwalk/core/request/request'
import { mobilise } from '@doorwalk/core/ranking/formula'
import { rankAreas } from '@doorwalk/core/ranking/ranking'
import { rankable } from '@doorwalk/core/ranking/squares'
import type { Precinct } from '@doorwalk/core/region/region'
import { loadPrecincts } from '@doorwalk/core/building/load'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { command } from '../terminal/command.ts'
import { runPlan } from '../plan/run-plan.ts'
import { textTable } from '../terminal/table.ts'

const REGION = fileURLToPath(new URL('../../../../data/paris-9e-10e', import.meta.url))

const HELP = `doorwalk demo [--out DIR]

Ranks the polling stations of the bundled region, takes the best, and plans a Saturday for 6 volunteers of 90 minutes.`

/** Six volunteers from two o'clock on a Saturday before the vote. */
const SATURDAY = {
  ...{ volunteers: 6, minutes: 90, startAt: '2026-03-14T14:00:00+01:00', language: 'en', seed: 1 },
  priority: { field: 'taux_abstention' },
}
/** A station is offered when at least this part of its area lies on our streets. */
const MOST_INSIDE = 0.7

export const demoCommand = command({
  help: HELP,
  options: { out: { type: 'string' } },
  async run({ values }, io) {
    const out = values.out ?? 'out'
    const regions = diskRegions([REGION])
    const manifest = await regions.manifest('paris-9e-10e')
    const precincts = await loadPrecincts(regions, manifest)
    // Everybody who stayed at home counts, whatever they voted before: by their number, not by their share.
    const ranking = rankAreas({
      areas: precincts.filter(isInside).map(rankable),
      formula: mobilise({ abstention: 'taux_abstention' }),
      people: 'inscrits',
      order: 'amount',
    })
    io.out(`Polling stations by number of abstainers (inscrits × ${ranking.formula.text} ÷ 100):\n`)
    io.out(
      textTable(
        ['station', 'registered', 'abstention', 'abstainers'],
        ranking.areas.map((row) => [
          row.code,
          String(row.people),
          `${row.score.toFixed(1)} %`,
          row.amount!.toFixed(0),
        ]),
        ['left', 'right', 'right', 'right'],
      ),
    )
    const best = ranking.areas[0]!
    io.out(
      `\nStation ${best.code}, ${SATURDAY.volunteers} volunteers, ${SATURDAY.minutes} minutes, Saturday 14:00:\n`,
    )
    const request = parseInput(
      PlanRequest,
      { ...SATURDAY, region: 'paris-9e-10e', area: { precincts: [best.code] } },
      { what: 'demo request', code: 'request.invalid' },
    )
    await runPlan({ request, region: REGION, out, io })
    const folder = relative(process.cwd(), out) || '.'
    io.out(`\nWritten to ${folder}/: open ${folder}/print.html to see and print the walks,`)
    io.out(
      `${folder}/plan.geojson on any map, ${folder}/walk-01.gpx on a phone; ${folder}/plan.json is the API's answer.`,
    )
  },
})

function isInside({ properties }: Precinct): boolean {
  const share = properties['share_inside_extract']
  return typeof share === 'number' && share >= MOST_INSIDE
}
