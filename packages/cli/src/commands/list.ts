/** `doorwalk list`: the targets of an area as a table or a map, with where each stands. */
import { writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { outlineOf } from '@doorwalk/core/area/outline'
import { openSite } from '@doorwalk/core/assembly/site'
import { resolveAlias } from '@doorwalk/core/building/alias'
import { DEFAULT_POLICY } from '@doorwalk/core/ledger/due'
import { stateOf } from '@doorwalk/core/ledger/state'
import type { Visit } from '@doorwalk/core/ledger/visit'
import { listTargets } from '@doorwalk/core/listing/list'
import type { ListedTarget } from '@doorwalk/core/listing/listed-target'
import { listingCsv } from '@doorwalk/core/listing/listing-csv'
import { listingGeoJson } from '@doorwalk/core/listing/listing-geojson'
import { parseInput } from '@doorwalk/core/request/parse'
import type { PriorityKept } from '@doorwalk/core/request/priority'
import { PlanRequest } from '@doorwalk/core/request/request'
import { sayWarning } from '@doorwalk/core/words/say'
import { steadyClock } from '@doorwalk/functions/threads/steady-clock'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { areaOption } from '../plan/area-option.ts'
import { targetsOption } from '../plan/targets-option.ts'
import { required, usage } from '../terminal/arguments.ts'
import { rankingOption } from '../rank/ranking-option.ts'
import { visitsOfFiles } from '../rank/read-areas.ts'
import { command, type Given } from '../terminal/command.ts'

const OPTIONS = {
  region: { type: 'string' },
  area: { type: 'string' },
  precinct: { type: 'string', multiple: true },
  'area-walk': { type: 'string' },
  priority: { type: 'string' },
  ranking: { type: 'string' },
  targets: { type: 'string' },
  visits: { type: 'string', multiple: true },
  at: { type: 'string' },
  outline: { type: 'string' },
  out: { type: 'string', multiple: true },
} as const

const HELP = `doorwalk list --region DIR [--area FILE | --precinct CODE | --area-walk lng,lat,MINUTES] --out FILE

  --region DIR        a region made by "doorwalk prepare"
  --area FILE         GeoJSON polygon, or areas put together as in a request    (default: the whole region)
  --precinct CODE     a precinct instead; may be repeated
  --area-walk lng,lat,MINUTES  what lies within so many minutes' walk instead
  --priority FIELD    numeric property of the precincts that scores come from
  --ranking FILE      a ranking instead: the JSON that "doorwalk rank --out" writes
  --targets FILE      your own targets, as "plan" takes them
  --visits FILE       what was visited, the body of POST /v1/visits; may be repeated
  --at TIME           moment of the states, RFC 3339 with offset                (default: now)
  --outline FILE      the area as one shape, GeoJSON: the blocks in which its targets stand
  --out FILE          .csv or .geojson; may be repeated

Address, entrance, doors and where their count comes from, score, state and precinct of every target. Below 11
doors no state is told.`

type Values = Given<typeof OPTIONS>['values']

export const listCommand = command({
  help: HELP,
  options: OPTIONS,
  async run({ values }, io) {
    const region = required('region', values.region)
    const outs = (values.out ?? []).map(outOption)
    if (outs.length === 0 && values.outline === undefined) required('out', undefined)
    if (values.at !== undefined && values.visits === undefined)
      throw usage('--at changes nothing without --visits; leave it out')
    const request = await requestOf(values)
    const regions = diskRegions([region])
    const site = await openSite(request, { regions, clock: steadyClock(), id: (prefix) => prefix })
    const targets =
      values.targets === undefined ? undefined : await targetsOption(values.targets, { region, io })
    const { rows, warnings } = await listTargets({ ...site, targets, priority: await priorityOf(values) })
    const visits = await visitsOfFiles(values.visits ?? [])
    const moment = { at: site.startAt, policy: DEFAULT_POLICY }
    const byTarget = new Map<string, Visit[]>()
    for (const visit of new Map(visits.map((each) => [each.id, each])).values())
      for (const id of resolveAlias(site.aliases, visit.target))
        byTarget.set(id, [...(byTarget.get(id) ?? []), visit])
    const listed = rows.map(({ location, block, precinct, ...row }): ListedTarget => {
      const attempts = byTarget.get(row.target)
      const record = attempts && { doors: row.doors, attempts }
      const standing = { doors: row.doors, record, isHeldOut: false, isLeased: false }
      return { ...row, state: stateOf(standing, moment), precinct, block, location }
    })
    for (const { path, type } of outs)
      await writeFile(
        path,
        type === 'csv' ? listingCsv(listed) : `${JSON.stringify(listingGeoJson(listed))}\n`,
      )
    if (values.outline !== undefined) await writeFile(values.outline, outlineText(listed, request))
    for (const warning of warnings) io.err(`Note: ${sayWarning(warning, 'en')}`)
    const doors = listed.reduce((sum, target) => sum + target.doors, 0)
    io.out(`${listed.length} targets, ${doors} doors`)
    const written = [...outs.map(({ path }) => path), values.outline].filter((path) => path !== undefined)
    for (const path of written) io.out(`Written to ${path}`)
  },
})

function outlineText(listed: readonly ListedTarget[], { area }: PlanRequest): string {
  const feature: GeoJSON.Feature = {
    type: 'Feature',
    properties: {
      ...(area && { area }),
      targets: listed.length,
      doors: listed.reduce((sum, target) => sum + target.doors, 0),
    },
    geometry: outlineOf(listed.map(({ block }) => block)),
  }
  return `${JSON.stringify(feature)}\n`
}

async function priorityOf({ priority, ranking, region }: Values): Promise<PriorityKept | undefined> {
  if (priority !== undefined && ranking !== undefined) throw usage('give --priority or --ranking, not both')
  if (ranking !== undefined) return rankingOption(ranking, region!)
  return priority === undefined ? undefined : { field: priority }
}

async function requestOf(values: Values): Promise<PlanRequest> {
  const area = await areaOption(values)
  const body = {
    ...{ region: basename(resolve(values.region!)), volunteers: 1 },
    ...(area === undefined ? {} : { area }),
    ...(values.at === undefined ? {} : { startAt: values.at }),
  }
  return parseInput(PlanRequest, body, { what: 'list', code: 'request.invalid' })
}

function outOption(path: string): { path: string; type: 'csv' | 'geojson' } {
  const type = /\.(csv|geojson)$/i.exec(path)?.[1]?.toLowerCase()
  if (type === 'csv' || type === 'geojson') return { path, type }
  throw usage(`--out: got "${path}", expected a name that ends in .csv or .geojson`)
}
