/** The areas that `rank` puts in order: precincts of a region or of a file, squares of a grid, and what visits tell. */
import type { Bbox, Polygonal } from '@doorwalk/core/area/polygon'
import { precinctFinder } from '@doorwalk/core/area/precinct-finder'
import { loadAliases, loadBuildings, loadPrecincts } from '@doorwalk/core/building/load'
import { VisibleError } from '@doorwalk/core/error'
import { Visit } from '@doorwalk/core/ledger/visit'
import { withKnocked, type Knocked } from '@doorwalk/core/ranking/knocked'
import type { RankableArea } from '@doorwalk/core/ranking/ranked-area'
import { squareCode } from '@doorwalk/core/ranking/squares'
import type { Precinct } from '@doorwalk/core/region/region'
import { parseInput } from '@doorwalk/core/request/parse'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { readPrecincts } from '@doorwalk/prepare/region/precincts'
import { polygonsOf, readFeatures } from '@doorwalk/prepare/tables/geojson'
import { basename, resolve } from 'node:path'
import { z } from 'zod'
import { readJson } from '../terminal/arguments.ts'

export async function precinctsOfFile(file: string): Promise<{ precincts: Precinct[]; notes: string[] }> {
  const { list, notes } = await readPrecincts(file)
  return { precincts: list, notes }
}

export async function precinctsOfRegion(folder: string): Promise<{ precincts: Precinct[]; bbox: Bbox }> {
  const { regions, manifest } = await regionIn(folder)
  return { precincts: await loadPrecincts(regions, manifest), bbox: manifest.bbox }
}

/** @throws VisibleError `geojson.*`, squares.polygon, squares.twice */
export async function squaresOfFile(file: string): Promise<Precinct[]> {
  const name = `--squares ${basename(file)}`
  const codes = new Set<string>()
  return (await readFeatures(file, '--squares')).map(({ number, properties, geometry }) => {
    const polygons = polygonsOf(geometry)
    if (!polygons)
      throw new VisibleError(
        'input',
        'squares.polygon',
        `${name}: feature ${number} is ${geometry ? `a ${geometry.type}` : 'without geometry'}; expected a square as a Polygon`,
      )
    const shape: Polygonal = { type: 'MultiPolygon', coordinates: polygons }
    const code = squareCode(properties, shape)
    if (codes.has(code))
      throw new VisibleError(
        'input',
        'squares.twice',
        `${name}: two features are "${code}"; expected each square once`,
      )
    codes.add(code)
    return { code, properties: properties as Precinct['properties'], geometry: shape }
  })
}

/** Any number of visits; `POST /v1/visits` takes 500 at once. */
const Visits = z.strictObject({ visits: z.array(Visit).min(1) })

export async function visitsOfFiles(files: readonly string[]): Promise<Visit[]> {
  const lists: Visit[][] = []
  for (const file of files) {
    const { visits } = parseInput(Visits, await readJson(file), { what: file, code: 'visits.invalid' })
    lists.push(visits)
  }
  return lists.flat()
}

export interface KnockedOptions {
  region: string
  visits: readonly Visit[]
  at: string
}

/** @param shapes  of the areas; absent: the precincts that the region's buildings name */
export async function knockedIn(
  areas: readonly RankableArea[],
  { region, visits, at, shapes }: KnockedOptions & { shapes?: readonly Precinct[] | undefined },
): Promise<Knocked> {
  const { regions, manifest } = await regionIn(region)
  const buildings = await loadBuildings(regions, manifest, manifest.bbox)
  const find = shapes && precinctFinder(shapes)
  // By the building, so that what stands on a border is counted once.
  const placed = buildings.flatMap((building) => {
    const code = find ? find(building.location)?.code : building.precinct
    return building.targets.map((target) => ({ target, code }))
  })
  return withKnocked(areas, {
    targets: placed.map(({ target }) => target),
    areaOf: (index) => placed[index]!.code,
    ...{ visits, at, aliases: await loadAliases(regions, manifest) },
  })
}

async function regionIn(folder: string) {
  const regions = diskRegions([folder])
  return { regions, manifest: await regions.manifest(basename(resolve(folder))) }
}
