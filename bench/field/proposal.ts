/**
 * What taking neighbouring areas together brings over the best areas one by one, in score per volunteer-hour by the
 * same estimate, and how long a proposal takes.
 *
 *     npm run bench:rank -- [--regions DIR] [--seeds 4] [--crews 10x90x2,40x120x3]
 *
 * Polling stations are scored as `rank --preset mobilise` does, and by seeded draws; of every region, H3 cells of
 * resolution 9 by seeded draws, smooth over about a kilometre. With a place to meet and without.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { loadBuildings, loadPrecincts } from '@doorwalk/core/building/load'
import { cellAt, cellCentre, cellRing, disk, parentCell, type Cell } from '@doorwalk/core/h3'
import { keepRouters } from '@doorwalk/core/matrix/street-router'
import { proposeAreas } from '@doorwalk/core/proposal/proposal'
import { ProposalRequest } from '@doorwalk/core/proposal/request'
import { mobilise } from '@doorwalk/core/ranking/formula'
import { rankAreas } from '@doorwalk/core/ranking/ranking'
import { rankable } from '@doorwalk/core/ranking/squares'
import { type ShapedArea, scoredAreas } from '@doorwalk/core/ranking/worth'
import { Random } from '@doorwalk/core/solver/chance/random'
import type { LngLat } from '@doorwalk/core/units'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'

const { values } = parseArgs({
  options: {
    regions: { type: 'string', default: resolve(import.meta.dirname, '../../data') },
    seeds: { type: 'string', default: '4' },
    crews: { type: 'string', default: '10x90x2,40x120x3' },
  },
})
/** About 0.1 km², 350 m across. */
const RESOLUTION = 9
/** Rings over which drawn scores are smoothed: quarters are alike. */
const SMOOTH_RINGS = 1
const regions = diskRegions([resolve(values.regions)])
const crews = values.crews.split(',').map((crew) => {
  const [volunteers, minutes, evenings] = crew.split('x').map(Number)
  return { volunteers: volunteers!, minutes: minutes!, evenings: evenings! }
})

/** A whole number for every cell, as it is drawn. */
function draw(seed: number, name: string): number {
  const random = new Random(
    [...name].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, seed),
  )
  random.below(1_000)
  return random.below(1_000)
}

function byScore(areas: Omit<ShapedArea, 'rank'>[]): ShapedArea[] {
  const order = areas.toSorted((a, b) => b.worth - a.worth || (a.code < b.code ? -1 : 1))
  return order.map((area, at) => ({ ...area, rank: at + 1 }))
}

function cellAreas(cells: Cell[], seed: number): ShapedArea[] {
  return byScore(
    cells.map((cell) => {
      const around = disk(cell, SMOOTH_RINGS).map((near) => draw(seed, near))
      return {
        code: cell,
        worth: 5 + (30 * around.reduce((sum, value) => sum + value, 0)) / around.length / 1_000,
        geometry: { type: 'Polygon', coordinates: [cellRing(cell)] },
        area: { cells: [cell] },
      }
    }),
  )
}

interface Outcome {
  gain: number
  together: boolean
  share: number
  seconds: number
}

const median = (list: number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!
const mean = (list: number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length

for (const region of await regions.list()) {
  const manifest = await regions.manifest(region)
  const buildings = await loadBuildings(regions, manifest, manifest.bbox)
  const blocks = buildings.flatMap(({ targets }) => targets.map(({ block }) => block))
  const cells = [...new Set(blocks.map((block) => parentCell(block, RESOLUTION)))].sort()
  const precincts = await loadPrecincts(regions, manifest)
  const ports = { regions, clock: { now: () => 0 }, id: () => 'pln', router: keepRouters() }
  const sets: [string, (seed: number) => ShapedArea[]][] = [
    [`${cells.length} cells, drawn`, (seed) => cellAreas(cells, seed)],
  ]
  if (precincts.length > 0) {
    const named = (seed: number) =>
      byScore(
        precincts.map(({ code, geometry }) => ({
          ...{ code, geometry, area: { precincts: [code] } },
          worth: 5 + (30 * draw(seed, code)) / 1_000,
        })),
      )
    sets.push([`${precincts.length} stations, drawn`, named])
    const own = Object.keys(precincts[0]!.properties).find((name) => name.startsWith('pct_'))
    const formula = mobilise({ abstention: 'taux_abstention', own })
    const ranking = rankAreas({ areas: precincts.map(rankable), formula, people: 'inscrits' })
    sets.push([
      `${precincts.length} stations, mobilise`,
      () => scoredAreas(ranking, precincts, { isOfRegion: true }),
    ])
  }
  for (const [name, areasOf] of sets)
    for (const crew of crews)
      for (const meets of [false, true]) {
        const found: Outcome[] = []
        for (let seed = 1; seed <= Number(values.seeds); seed++) {
          const centre: LngLat = cellCentre(cells[draw(seed, 'start') % cells.length]!)
          const start = buildings.find(
            ({ location }) => cellAt(location, RESOLUTION) === cellAt(centre, RESOLUTION),
          )!.location
          const request = ProposalRequest.parse({
            region,
            ...crew,
            seed,
            startAt: '2026-03-14T14:00:00+01:00',
            ...(meets && { start }),
          })
          const began = performance.now()
          const { scorePerHour, oneByOne, how, evenings } = await proposeAreas(areasOf(seed), request, ports)
          found.push({
            gain: oneByOne > 0 ? scorePerHour / oneByOne - 1 : 0,
            together: how === 'together',
            share: mean(evenings.map(({ reached }) => reached.share)),
            seconds: (performance.now() - began) / 1_000,
          })
        }
        const gains = found.map(({ gain }) => 100 * gain)
        console.log(
          [
            region.padEnd(14),
            name.padEnd(22),
            `${crew.volunteers} × ${crew.minutes} min × ${crew.evenings}`.padEnd(17),
            meets ? 'start given ' : 'start chosen',
            `gain mean ${mean(gains).toFixed(1)} % (${Math.min(...gains).toFixed(1)} to ${Math.max(...gains).toFixed(1)})`,
            `together ${found.filter(({ together }) => together).length}/${found.length}`,
            `reached ${(100 * mean(found.map(({ share }) => share))).toFixed(0)} %`,
            `${median(found.map(({ seconds }) => seconds)).toFixed(1)} s`,
          ].join('  '),
        )
      }
}
