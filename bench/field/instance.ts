/**
 * Writes a canvassing instance of any size from a prepared region, for bench:solver and bench:field:
 *
 *     npx tsx bench/field/instance.ts REGION_FOLDER OUT.json [targets] [walkers] [minutes] [seed]
 *
 * The targets nearest the meeting point (closed walks) on their real streets; doors of the region, prizes drawn by the
 * seed: doors times a priority of 10 to 100 that is the same within a block.
 */
import { writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { resolveArea } from '@doorwalk/core/area/area'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import { loadAliases, loadBuildings, loadPrecincts } from '@doorwalk/core/building/load'
import { selectTargets } from '@doorwalk/core/building/select'
import { blocksOf, proposeMeetingPoint } from '@doorwalk/core/grouping/block'
import { streetRouter } from '@doorwalk/core/matrix/street-router'
import { PlanRequest } from '@doorwalk/core/request/request'
import { Random } from '@doorwalk/core/solver/chance/random'
import { secondsAt } from '@doorwalk/core/assembly/service-time'
import { UNREACHABLE, metresBetween } from '@doorwalk/core/units'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'

const [folder, out, targets = '800', walkers = '20', minutes = '90', seed = '1'] = process.argv.slice(2)
if (folder === undefined || out === undefined)
  throw new Error('usage: REGION_FOLDER OUT.json [targets] [walkers] [minutes] [seed]')

const regions = diskRegions([folder])
const request = PlanRequest.parse({ region: basename(resolve(folder)), volunteers: Number(walkers) })
const manifest = await regions.manifest(request.region)
const precincts = await loadPrecincts(regions, manifest)
const area = resolveArea(request.area, { manifest, precincts })
const buildings = await loadBuildings(regions, manifest, area.bbox)
const aliases = await loadAliases(regions, manifest)
const assumptions = DEFAULT_ASSUMPTIONS
const { candidates } = selectTargets({ buildings, area, precincts, request, assumptions, aliases })
const meeting = proposeMeetingPoint(candidates, blocksOf(candidates))
if (meeting === null) throw new Error('the region has no targets')

const near = candidates
  .map((candidate) => ({ candidate, metres: metresBetween(meeting, candidate.target.location) }))
  .sort((a, b) => a.metres - b.metres)
  .slice(0, Number(targets))
const router = await streetRouter({ regions, manifest, area: { bbox: area.bbox }, profile: request.profile })
const locations = [meeting, ...near.map(({ candidate }) => candidate.target.location)]
const snaps = await router.snap(locations.map((location) => ({ location })))
const reached = snaps.flatMap((snap, index) => (snap === null ? [] : [{ snap, index }]))
if (reached[0]?.index !== 0) throw new Error('the meeting point is too far from any street')
const matrix = await router.table(reached.map(({ snap }) => snap))
const random = new Random(Number(seed))
const priority = new Map<string, number>()
const stops = reached.slice(1).map(({ index }) => {
  const { candidate } = near[index - 1]!
  const { block } = candidate.target
  if (!priority.has(block)) priority.set(block, 10 + random.below(91))
  return {
    doors: candidate.doors,
    service: Math.round(secondsAt(candidate, { hands: 1, paysEntry: true }, assumptions)),
    prize: Math.max(1, Math.round((candidate.doors * priority.get(block)!) / 100)),
  }
})
const rows = Array.from({ length: matrix.size }, (_, from) =>
  Array.from(matrix.durations.subarray(from * matrix.size, (from + 1) * matrix.size), (duration) =>
    duration >= UNREACHABLE ? null : duration / 10,
  ),
)
const budget = Number(minutes) * 60 * (1 - assumptions.slackShare)
writeFileSync(
  out,
  JSON.stringify({
    about: `${stops.length} targets of ${manifest.name} ${manifest.version}, seed ${seed}`,
    points: reached.map(({ index }) => locations[index]),
    durations: rows,
    doors: [0, ...stops.map(({ doors }) => doors)],
    service: [0, ...stops.map(({ service }) => service)],
    prize: [0, ...stops.map(({ prize }) => prize)],
    walkers: Array.from({ length: Number(walkers) }, () => ({ start: 0, end: 0, budget })),
  }),
)
console.log(`${stops.length} stops of ${targets} asked for, ${walkers} walkers of ${minutes} minutes: ${out}`)
