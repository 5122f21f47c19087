/**
 * `--targets FILE`: a client's own targets from CSV, GeoJSON points or JSON, read as `POST /v1/buildings` reads them.
 */
import { basename, extname, resolve } from 'node:path'
import { VisibleError } from '@doorwalk/core/error'
import type { TargetOverride } from '@doorwalk/core/request/request'
import { readTargetList } from '@doorwalk/functions/buildings/read-targets'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { readBytes } from '../terminal/arguments.ts'
import type { Io } from '../terminal/io.ts'

const FORMATS = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.txt': 'csv',
  '.geojson': 'geojson',
  '.json': 'json',
} as const
/** Lines shown of each kind; the counts are complete. */
const MAX_LINES = 20

/**
 * The targets that were accepted; what was repaired and refused is said on `err`, line by line.
 *
 * @throws VisibleError targets.format, buildings.malformed, buildings.unknown_field, file.unreadable
 */
export async function targetsOption(
  file: string,
  { region, io }: { region: string; io: Io },
): Promise<TargetOverride[]> {
  const format = Object.entries(FORMATS).find(([extension]) => extension === extname(file).toLowerCase())?.[1]
  if (!format) {
    throw new VisibleError(
      'input',
      'targets.format',
      `--targets: got "${file}", expected a file that ends in ${Object.keys(FORMATS).join(', ')}`,
    )
  }
  const { bbox } = await diskRegions([region]).manifest(basename(resolve(region)))
  const { targets, repaired, refused } = readTargetList(await readBytes(file), { format, bbox })
  io.err(`${file}: ${targets.length} targets accepted, ${repaired.length} repairs, ${refused.length} refused`)
  for (const { line, field, came, became } of repaired.slice(0, MAX_LINES)) {
    io.err(`  line ${line}, ${field}: "${came}" read as "${became}"`)
  }
  for (const { line, field, came, expected } of refused.slice(0, MAX_LINES)) {
    io.err(`  line ${line}, ${field}: refused "${came}", expected ${expected}`)
  }
  return targets
}
