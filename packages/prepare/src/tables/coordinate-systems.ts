/**
 * Coordinate systems that tables come in, and which of them a pair of numbers is in where nobody says. Every system has
 * its own range where a region lies, so that only the right one lands there.
 */
import type { DegreeBox } from '@doorwalk/core/region/box'
import { VisibleError } from '@doorwalk/core/error'
import type { LngLat } from '@doorwalk/core/units'

interface System {
  /** The first is the usual one. */
  codes: string[]
  name: string
  /** As proj4 takes it; degrees have none. */
  definition?: string
  /** Where it is used: west, south, east, north. */
  area: DegreeBox
}

const WORLD: DegreeBox = [-180, -90, 180, 90]
const FRANCE: DegreeBox = [-10, 41, 11, 52]
const SWITZERLAND: DegreeBox = [5.9, 45.8, 10.6, 47.9]
const NETHERLANDS: DegreeBox = [3.2, 50.7, 7.3, 53.7]
const BELGIUM: DegreeBox = [2.5, 49.4, 6.5, 51.6]
const BRITAIN: DegreeBox = [-9, 49.7, 2.1, 61.1]
const EUROPE: DegreeBox = [-35, 24, 45, 73]

const GRS80 = '+ellps=GRS80 +units=m +no_defs'
const BESSEL_SWISS = '+ellps=bessel +towgs84=674.374,15.056,405.346,0,0,0,0 +units=m +no_defs'
const SWISS = '+proj=somerc +lat_0=46.9524055555556 +lon_0=7.43958333333333 +k_0=1'

/** Degrees of the GPS, and those of continents that differ from it by less than 2 m. */
const DEGREES: System = {
  codes: ['EPSG:4326', 'OGC:CRS84', 'EPSG:4258', 'EPSG:4171', 'EPSG:4269', 'EPSG:4979', 'EPSG:9777'],
  name: 'degrees',
  area: WORLD,
}

/** Definitions as https://epsg.io gives them for proj4. */
const SYSTEMS: readonly System[] = [
  DEGREES,
  {
    codes: ['EPSG:2154', 'EPSG:9793', 'EPSG:9794', 'IGNF:LAMB93'],
    name: 'Lambert-93',
    definition: `+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 ${GRS80}`,
    area: FRANCE,
  },
  ...[42, 43, 44, 45, 46, 47, 48, 49, 50].map((lat): System => ({
    codes: [`EPSG:${3900 + lat}`],
    name: `CC${lat}`,
    definition: `+proj=lcc +lat_1=${lat - 0.75} +lat_2=${lat + 0.75} +lat_0=${lat} +lon_0=3 +x_0=1700000 +y_0=${(lat - 41) * 1e6 + 2e5} ${GRS80}`,
    area: [FRANCE[0], lat - 1.2, FRANCE[2], lat + 1.2],
  })),
  {
    codes: ['EPSG:27572'],
    name: 'Lambert II étendu',
    definition:
      '+proj=lcc +lat_1=46.8 +lat_0=46.8 +lon_0=0 +k_0=0.99987742 +x_0=600000 +y_0=2200000 +a=6378249.2 +b=6356515 +towgs84=-168,-60,320,0,0,0,0 +pm=paris +units=m +no_defs',
    area: FRANCE,
  },
  {
    codes: ['EPSG:2056'],
    name: 'LV95',
    definition: `${SWISS} +x_0=2600000 +y_0=1200000 ${BESSEL_SWISS}`,
    area: SWITZERLAND,
  },
  {
    codes: ['EPSG:21781'],
    name: 'LV03',
    definition: `${SWISS} +x_0=600000 +y_0=200000 ${BESSEL_SWISS}`,
    area: SWITZERLAND,
  },
  {
    codes: ['EPSG:28992', 'EPSG:7415'],
    name: 'RD (Amersfoort)',
    definition:
      '+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel +towgs84=565.417,50.3319,465.552,-0.398957,0.343988,-1.8774,4.0725 +units=m +no_defs',
    area: NETHERLANDS,
  },
  {
    codes: ['EPSG:31370'],
    name: 'Belgian Lambert 72',
    definition:
      '+proj=lcc +lat_1=51.1666672333333 +lat_2=49.8333339 +lat_0=90 +lon_0=4.36748666666667 +x_0=150000.013 +y_0=5400088.438 +ellps=intl +towgs84=-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747 +units=m +no_defs',
    area: BELGIUM,
  },
  {
    codes: ['EPSG:3812'],
    name: 'Belgian Lambert 2008',
    definition: `+proj=lcc +lat_1=49.8333333333333 +lat_2=51.1666666666667 +lat_0=50.797815 +lon_0=4.35921583333333 +x_0=649328 +y_0=665262 ${GRS80}`,
    area: BELGIUM,
  },
  {
    codes: ['EPSG:27700'],
    name: 'British National Grid',
    definition:
      '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs',
    area: BRITAIN,
  },
  {
    codes: ['EPSG:3035'],
    name: 'ETRS89 LAEA',
    definition: `+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 ${GRS80}`,
    area: EUROPE,
  },
  {
    codes: ['EPSG:3857', 'EPSG:900913', 'EPSG:3785'],
    name: 'Web Mercator',
    definition:
      '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
    area: [-180, -85, 180, 85],
  },
]

/** National names of zones of UTM. */
const UTM_NAMES: Readonly<Record<string, [zone: number, south?: boolean]>> = {
  'EPSG:3067': [35],
  'EPSG:3006': [33],
  'EPSG:5490': [20],
  'EPSG:2972': [22],
  'EPSG:2975': [40, true],
  'EPSG:4471': [38, true],
}

/** Degrees of longitude of a zone of UTM, with what is measured in the neighbour's. */
const ZONE_HALF = 5

function utm(zone: number, { south, codes }: { south: boolean; codes: string[] }): System {
  const middle = 6 * zone - 183
  return {
    codes,
    name: `UTM ${zone}${south ? 'S' : 'N'}`,
    definition: `+proj=utm +zone=${zone}${south ? ' +south' : ''} ${GRS80}`,
    area: [middle - ZONE_HALF, south ? -80 : 0, middle + ZONE_HALF, south ? 0 : 84],
  }
}

function utmOf(code: string): System | undefined {
  const named = UTM_NAMES[code]
  if (named) return utm(named[0], { south: named[1] ?? false, codes: [code] })
  const [, hundreds = '', zone = ''] = /^EPSG:(326|327|258|269)(\d\d)$/.exec(code) ?? []
  const number = Number(zone)
  if (hundreds === '' || number < 1 || number > 60) return undefined
  return utm(number, { south: hundreds === '327', codes: [code] })
}

/** Names of all that are read, for messages. */
export const SYSTEMS_READ = `degrees (EPSG:4326), ${SYSTEMS.slice(1)
  .filter(({ name }) => !name.startsWith('CC'))
  .map(({ name, codes }) => `${name} (${codes[0]})`)
  .join(', ')}, CC42 to CC50, UTM`

/**
 * "urn:ogc:def:crs:EPSG::2154", "http://www.opengis.net/def/crs/EPSG/0/2154", "epsg:2154" and 2154 as `EPSG:2154`.
 */
export function systemCode(written: string): string {
  const text = written.trim().toUpperCase()
  const code = /[A-Z0-9]+$/.exec(text)?.[0] ?? ''
  const authority = /\b(EPSG|IGNF)\b/.exec(text)?.[1] ?? (code.startsWith('CRS') ? 'OGC' : 'EPSG')
  return code === '' ? text : `${authority}:${code}`
}

type Pair = readonly [x: number, y: number]

/** Where a pair of numbers lies, if that is near the region. */
export interface Reckoner {
  /** Undefined: elsewhere. */
  place: (point: Pair) => { at: LngLat; system: string } | undefined
  /** Also of what lies elsewhere, by the name of a system that `place` gave. */
  turn: (point: Pair, system: string) => LngLat
  /** Whether the pair lies in the region when it is turned round. */
  isSwapped: (point: Pair) => boolean
}

/**
 * @param system as the table or the caller names it; undefined: told by where the numbers land
 * @throws VisibleError `table.system` for one that is not read
 */
export async function reckonerFor(
  bbox: DegreeBox,
  { name, system }: { name: string; system: string | undefined },
): Promise<Reckoner> {
  const systems = system === undefined ? usedAt(bbox) : [knownSystem(system, name)]
  const { default: proj4 } = await import('proj4')
  const candidates = systems.map(({ name: called, definition }): Candidate => {
    if (definition === undefined) return { called, box: bbox, inverse: (point) => point }
    const { forward, inverse } = proj4('+proj=longlat +datum=WGS84 +no_defs', definition)
    return {
      called,
      box: boxOf(edge(bbox).map((point) => forward(point))),
      inverse: (point) => {
        const [lng = NaN, lat = NaN] = inverse(point)
        // Sines differ in their last digits between versions of Node; a centimetre does not.
        return [roundDegrees(lng), roundDegrees(lat)]
      },
    }
  })
  const land = ([x, y]: Pair) => candidates.find(({ box }) => holds(box, [x, y]))
  return {
    place(point) {
      const found = land(point)
      return found && { at: found.inverse([...point]), system: found.called }
    },
    turn: (point, called) => candidates.find((each) => each.called === called)!.inverse([...point]),
    isSwapped: ([x, y]) => land([y, x]) !== undefined,
  }
}

function roundDegrees(value: number): number {
  return Math.round(value * 1e7) / 1e7
}

interface Candidate {
  called: string
  /** Of the region, in this system. */
  box: DegreeBox
  inverse: (point: [number, number]) => LngLat
}

function holds([west, south, east, north]: DegreeBox, [x, y]: Pair): boolean {
  if (y < south || y > north) return false
  return west <= east ? x >= west && x <= east : x >= west || x <= east
}

/** Points along the edge of a box: its straight sides are curves in another system. */
function edge([west, south, east, north]: DegreeBox): [number, number][] {
  const width = east >= west ? east - west : east + 360 - west
  const steps = [0, 0.25, 0.5, 0.75, 1]
  return steps.flatMap((a): [number, number][] => [
    [west + a * width, south],
    [west + a * width, north],
    [west, south + a * (north - south)],
    [west + width, south + a * (north - south)],
  ])
}

function boxOf(points: number[][]): DegreeBox {
  const xs = points.map(([x = NaN]) => x)
  const ys = points.map(([, y = NaN]) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** Systems in use where the middle of the region lies. */
function usedAt([west, south, east, north]: DegreeBox): System[] {
  const lng = west <= east ? (west + east) / 2 : west
  const lat = (south + north) / 2
  const zone = Math.floor((lng + 180) / 6) + 1
  const zones = [zone, zone - 1, zone + 1].filter((number) => number >= 1 && number <= 60)
  const all = [...SYSTEMS, ...zones.map((number) => utm(number, { south: lat < 0, codes: [] }))]
  return all.filter(({ area }) => holds(area, [lng, lat]))
}

function knownSystem(written: string, name: string): System {
  const code = systemCode(written)
  const known = SYSTEMS.find(({ codes }) => codes.includes(code)) ?? utmOf(code)
  if (known) return known
  throw new VisibleError(
    'input',
    'table.system',
    `${name}: its coordinates are in ${code}, which is not read. Read are ${SYSTEMS_READ}. Write it in degrees: ${inDegrees(name)}`,
  )
}

/** What makes a CSV in degrees of a file. */
export function inDegrees(name: string): string {
  const file = name.replace(/^--\S+ /, '')
  return `ogr2ogr -f CSV -t_srs EPSG:4326 -lco GEOMETRY=AS_WKT out.csv ${JSON.stringify(file)}`
}
