/** `plan --ranking FILE`: what each door counts by a ranking that `rank` has written. */
import { basename, resolve } from 'node:path'
import { loadBuildings, loadPrecincts } from '@doorwalk/core/building/load'
import type { Building } from '@doorwalk/core/building/building'
import { VisibleError } from '@doorwalk/core/error'
import { type PlacedDoors, rankedPriority } from '@doorwalk/core/ranking/ranked-priority'
import { parseInput } from '@doorwalk/core/request/parse'
import type { RankedPriority } from '@doorwalk/core/request/priority'
import { MultiPolygon, Polygon } from '@doorwalk/core/request/area-request'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { z } from 'zod'
import { readJson } from '../terminal/arguments.ts'

const Area = z.object({ code: z.string(), score: z.number(), inRegion: z.number().optional() })
const Square = z.object({ code: z.string(), score: z.number(), geometry: z.union([Polygon, MultiPolygon]) })

/** What is read of the file; it holds more. */
const RankingFile = z.object({
  id: z.string().optional(),
  name: z.string().optional(),
  version: z.number().int().min(1).optional(),
  precincts: z.object({ areas: z.array(Area) }).nullish(),
  squares: z.object({ areas: z.array(Square) }).nullish(),
})

/**
 * @param region  folder of the region that is planned
 * @throws VisibleError ranking.file, ranking.elsewhere
 */
export async function rankingOption(file: string, region: string): Promise<RankedPriority> {
  const json = await readJson(file)
  const read = parseInput(RankingFile, json, { what: file, code: 'ranking.file' })
  const { id, name = basename(file, '.json'), version } = read
  const [precincts, squares] = [read.precincts ?? undefined, read.squares ?? undefined]
  if ((precincts?.areas.length ?? 0) + (squares?.areas.length ?? 0) === 0)
    throw new VisibleError(
      'input',
      'ranking.file',
      `${file}: holds no ranked area; expected the JSON that "doorwalk rank --out ranking.json" writes`,
    )
  const regions = diskRegions([region])
  const manifest = await regions.manifest(basename(resolve(region)))
  if (precincts && !squares) {
    const known = new Set((await loadPrecincts(regions, manifest)).map(({ code }) => code))
    const first = precincts.areas[0]
    if (first && !precincts.areas.some(({ code }) => known.has(code)))
      throw new VisibleError(
        'input',
        'ranking.elsewhere',
        `${file}: none of its precincts, such as "${first.code}", is one of region "${manifest.name}"; rank that region`,
      )
  }
  const buildings = precincts && squares ? await loadBuildings(regions, manifest, manifest.bbox) : []
  const of = { ...(id === undefined ? {} : { id }), name, ...(version === undefined ? {} : { version }) }
  return rankedPriority({ of, precincts, squares, doors: () => buildings.map(placed) })
}

function placed({ precinct, location, doors }: Building): PlacedDoors {
  return { precinct, location, doors }
}
