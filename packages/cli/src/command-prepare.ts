/** `doorwalk prepare`: makes a region from OpenStreetMap, address tables, grids and precincts, and says what it did. */
import { fieldError } from '@doorwalk/core/error'
import { prepareRegion, type PrepareOptions } from '@doorwalk/prepare/prepare'
import { reportLines } from '@doorwalk/prepare/report'
import { readOptions, required } from './arguments.ts'
import { progressLine, type Io } from './io.ts'

const HELP = `doorwalk prepare --osm FILE --out DIR

  --osm FILE          OpenStreetMap extract in PBF: streets, buildings, addresses; its header's box is the region
  --out DIR           folder of the region, whose name is the region's; a new version is added, old ones stay
  --addresses FILE    Base Adresse Nationale, or any CSV with number, street, lon, lat
  --households FILE   GeoJSON grid with "men" (households) in WGS 84, e.g. INSEE Filosofi 200 m
  --dwellings FILE    GeoJSON points or CSV with dwellings per entrance ("logements"), e.g. RPLS
  --precincts FILE    GeoJSON polygons with a code and results
  --withhold SOURCE   households or dwellings: held against the estimate, not used for it`

const OPTIONS = {
  osm: { type: 'string' },
  out: { type: 'string' },
  addresses: { type: 'string' },
  households: { type: 'string' },
  dwellings: { type: 'string' },
  precincts: { type: 'string' },
  withhold: { type: 'string', multiple: true },
  help: { type: 'boolean' },
} as const

/** @returns 0 */
export async function prepareCommand(args: string[], io: Io): Promise<number> {
  const { values } = readOptions(args, OPTIONS)
  if (values.help) {
    io.out(HELP)
    return 0
  }
  const { osm, out, withhold, help: _, ...files } = values
  const options: PrepareOptions = {
    ...files,
    osm: required('osm', osm),
    out: required('out', out),
    ...(withhold ? { withhold: withhold.map(sourceToWithhold) } : {}),
  }
  const progress = progressLine(io)
  let lines: string[] = []
  const manifest = await prepareRegion(options, (event) => {
    if (event.type === 'report') lines = reportLines(event.report)
    else progress.show(event.share === undefined ? event.step : `${event.step} ${percent(event.share)}`)
  }).finally(() => progress.clear())
  for (const line of lines) io.out(line)
  io.out(`Region ${manifest.name}, version ${manifest.version} → ${options.out}`)
  return 0
}

function sourceToWithhold(text: string): 'households' | 'dwellings' {
  if (text === 'households' || text === 'dwellings') return text
  throw fieldError('usage', '--withhold', `got "${text}", expected households or dwellings`)
}

function percent(share: number): string {
  return `${Math.floor(100 * share)} %`
}
