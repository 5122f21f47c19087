/** `doorwalk prepare`: makes a region from OpenStreetMap, address tables, grids and precincts, and says what it did. */
import { parseArgs } from 'node:util'
import { fieldError, VisibleError } from '@doorwalk/core/error'
import { prepareRegion, type PrepareEvent, type PrepareOptions } from '@doorwalk/prepare/prepare'
import { reportLines } from '@doorwalk/prepare/report'

interface CommandIo {
  out(text: string): void
  err(text: string): void
  isTerminal: boolean
}

const HELP = `doorwalk prepare: make a region from open data

  --osm FILE          OpenStreetMap extract in PBF (streets, buildings, addresses); its header's box is the region
  --out DIR           folder of the region; its name is the region's name; a new version is added, old ones stay
  --addresses CSV     Base Adresse Nationale, or any table with number, street, lon, lat
  --households FILE   GeoJSON grid with "men" (households), e.g. INSEE Filosofi 200 m, in WGS 84
  --dwellings FILE    GeoJSON points or CSV: dwellings per entrance ("logements"), e.g. RPLS
  --precincts FILE    GeoJSON polygons with a code and results
  --withhold SOURCE   households or dwellings: read, but not used for doors (to evaluate against it)

Example: doorwalk prepare --osm paris.osm.pbf --households grid.geojson --precincts stations.geojson --out data/paris
`

const OPTIONS = {
  osm: { type: 'string' },
  out: { type: 'string' },
  addresses: { type: 'string' },
  households: { type: 'string' },
  dwellings: { type: 'string' },
  precincts: { type: 'string' },
  withhold: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const

/** Returns the exit code: 0, or 2 after saying on `err` what was wrong with the request or a file. */
export async function prepareCommand(args: string[], io: CommandIo): Promise<number> {
  try {
    const options = readArguments(args)
    if (options === 'help') {
      io.out(HELP)
      return 0
    }
    const progress = progressOn(io)
    let lines: string[] = []
    const manifest = await prepareRegion(options, (event) => {
      if (event.type === 'report') lines = reportLines(event.report)
      else progress(event)
    }).finally(() => progress())
    for (const line of lines) io.out(`${line}\n`)
    io.out(`Region ${manifest.name}, version ${manifest.version} → ${options.out}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof VisibleError)) throw error
    io.err(`${error.message}\n`)
    return 2
  }
}

function readArguments(args: string[]): PrepareOptions | 'help' {
  const values = parsed(args)
  if (values.help) return 'help'
  const { osm, out, withhold, addresses, households, dwellings, precincts } = values
  if (osm === undefined)
    throw fieldError('argument.missing', '--osm', 'an OpenStreetMap extract (.osm.pbf) is needed.')
  if (out === undefined)
    throw fieldError('argument.missing', '--out', 'the folder to write the region to is needed.')
  return {
    osm,
    out,
    ...(addresses === undefined ? {} : { addresses }),
    ...(households === undefined ? {} : { households }),
    ...(dwellings === undefined ? {} : { dwellings }),
    ...(precincts === undefined ? {} : { precincts }),
    ...(withhold === undefined ? {} : { withhold: withhold.map(sourceToWithhold) }),
  }
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS }).values
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new VisibleError('input', 'argument.unknown', `${why}. See doorwalk prepare --help.`)
  }
}

function sourceToWithhold(text: string): 'households' | 'dwellings' {
  if (text === 'households' || text === 'dwellings') return text
  throw fieldError('argument.wrong', '--withhold', `"${text}" came; expected households or dwellings.`)
}

/** One line that is rewritten on a terminal; nothing when the output goes to a file. */
function progressOn(io: CommandIo): (event?: Extract<PrepareEvent, { type: 'progress' }>) => void {
  if (!io.isTerminal) return () => {}
  let shown = ''
  return (event) => {
    const share = event?.share === undefined ? '' : ` ${Math.floor(100 * event.share)} %`
    const text = event ? `${event.step}${share}` : ''
    if (text === shown) return
    shown = text
    io.err(`\r\u001b[K${text}`)
  }
}
