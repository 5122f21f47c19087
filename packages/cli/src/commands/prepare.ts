/** `doorwalk prepare`: makes a region from OpenStreetMap, address tables, grids and precincts, and says what it did. */
import { fieldError } from '@doorwalk/core/error'
import { WITHHELD, type PrepareOptions, type Withheld } from '@doorwalk/prepare/options'
import { prepareRegion } from '@doorwalk/prepare/prepare'
import { reportLines } from '@doorwalk/prepare/report'
import { required } from '../terminal/arguments.ts'
import { command } from '../terminal/command.ts'
import { progressLine } from '../terminal/io.ts'

const HELP = `doorwalk prepare: make a region from open data

  --osm FILE          OpenStreetMap extract, PBF or XML (.osm.pbf, .osm, .osm.gz): streets, buildings, addresses
  --out DIR           folder of the region; its name is the region's name; a new version is added, old ones stay
  --addresses FILE    Base Adresse Nationale, OpenAddresses, or any table (as --dwellings) with number, street and place
  --households FILE   GeoJSON grid with "men" (households), e.g. INSEE Filosofi 200 m, in WGS 84
  --dwellings FILE    register of dwellings, joined by id, address, then position: CSV, GeoJSON, GeoParquet,
                      GeoPackage or SQLite; RPLS, BDNB, BD TOPO, Arcep and Swiss GWR are known by their columns
  --dwellings-as WHAT a preset (rpls, bdnb, bdtopo, arcep, gwr, gwr-dwellings, table), or what its columns are:
                      "dwellings=NB_LOG, x=X, y=Y, crs=EPSG:2154, rows=entrances, table=NAME"
                      columns: key, id, address, number, suffix, street, postcode, city, place, lon, lat, x, y,
                      dwellings, class, low, high, storeys, upper, floor; rows: entrances, buildings, parts, dwellings
  --precincts FILE    GeoJSON polygons with a code and results
  --attribution TEXT  whom to name with every plan, e.g. the publisher of the precincts; may be repeated
  --previous DIR      region or version whose target ids live on; "none" to begin anew
                      (default: the current version in --out)
  --population WHAT   number of people in the region, or GeoJSON polygons with "population": where nobody counts
                      doors, their total follows people ÷ household size (default: places of OpenStreetMap)
  --household-size N  people per household (default: by country)
  --explain           write doors.geojson into --out: every building and what its doors rest on
  --withhold SOURCE   households, dwellings or population: read, but not used for doors (to evaluate against it)

Example: doorwalk prepare --osm paris.osm.pbf --households grid.geojson --precincts stations.geojson --out data/paris`

const OPTIONS = {
  osm: { type: 'string' },
  out: { type: 'string' },
  addresses: { type: 'string' },
  households: { type: 'string' },
  dwellings: { type: 'string' },
  'dwellings-as': { type: 'string' },
  precincts: { type: 'string' },
  attribution: { type: 'string', multiple: true },
  previous: { type: 'string' },
  population: { type: 'string' },
  'household-size': { type: 'string' },
  explain: { type: 'boolean' },
  withhold: { type: 'string', multiple: true },
} as const

export const prepareCommand = command({
  help: HELP,
  options: OPTIONS,
  async run({ values }, io) {
    const { withhold, 'household-size': householdSize, 'dwellings-as': dwellingsAs, ...files } = values
    const options: PrepareOptions = {
      ...files,
      osm: required('osm', values.osm),
      out: required('out', values.out),
      ...(householdSize === undefined ? {} : { householdSize }),
      ...(dwellingsAs === undefined ? {} : { dwellingsAs }),
      ...(withhold === undefined ? {} : { withhold: withhold.map(sourceToWithhold) }),
    }
    const line = progressLine(io)
    let lines: string[] = []
    const manifest = await prepareRegion(options, (event) => {
      if (event.type === 'report') lines = reportLines(event.report)
      else
        line.show(event.share === undefined ? event.step : `${event.step} ${Math.floor(100 * event.share)} %`)
    }).finally(line.clear)
    io.out([...lines, `Region ${manifest.name}, version ${manifest.version} → ${options.out}`].join('\n'))
  },
})

function sourceToWithhold(text: string): Withheld {
  const source = WITHHELD.find((each) => each === text)
  if (source) return source
  throw fieldError('argument.wrong', '--withhold', `"${text}" came; expected ${WITHHELD.join(', ')}.`)
}
