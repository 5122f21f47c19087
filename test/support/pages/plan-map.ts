/** A page with nothing but the map of a plan, of a real server's origin and under its policy. */
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { BrowserContext, Page } from 'playwright-core'

const WEB = fileURLToPath(new URL('../../../web', import.meta.url))
const NAME = '/plan-map-alone'

const SCRIPT = `
import { createPlanMap } from './src/console/map/plan-map.ts'
import { reservesOf, walksOf } from './src/console/map/model/plan.ts'
const words = {
  name: 'Map of the plan', keys: 'n and p: next and previous target', zoomIn: 'Closer', zoomOut: 'Farther',
  target: (of) => [of.address || 'no address', of.doors + ' doors', 'walk' in of ? 'walk ' + of.walk + ', ' + of.label : 'on no walk'],
  spot: 'All here', walk: (number) => 'Walk ' + number, taken: 'Taken', dropOn: (walk) => 'To walk ' + walk, dropNowhere: 'Not here', kept: 'Kept',
}
const calls = []
const note = (name) => (...told) => void calls.push([name, ...told])
const map = createPlanMap(document.querySelector('#map'), {
  words, onSelect: note('select'), onFocus: note('focus'), onMove: note('move'), onKey: note('key'),
  onPoint: note('point'), onPrecinct: note('precinct'), onView: () => undefined,
})
async function load({ key, region, plan }) {
  const get = async (path) => (await fetch(path, { headers: { Authorization: 'Bearer ' + key } })).json()
  const [ground, drawn] = await Promise.all([get('/v1/regions/' + region + '/map.geojson'), get('/v1/plans/' + plan + '.geojson')])
  const began = performance.now()
  const walks = walksOf(drawn.features)
  map.setGround(ground.features)
  map.setPlan(walks, reservesOf(drawn.features))
  const milliseconds = performance.now() - began
  map.showWalk(null)
  const buildings = ground.features.filter(({ properties }) => properties.kind === 'building')
  Object.assign(globalThis, { walks, buildings })
  return { buildings: buildings.length, walks: walks.length, milliseconds }
}
const corner = ({ geometry }) => geometry.coordinates[0][0]
// Every building that bears no target of a walk, as one that was left out.
function leaveOut() {
  const planned = walks.flatMap(({ targets }) => targets)
  const has = new Set(planned.map(({ id }) => id.split('!')[0]))
  const loose = buildings.filter(({ properties }) => !has.has(properties.id)).map((building, index) => {
    const reason = ['not_selected', 'visited', 'unreachable', 'leased'][index % 4]
    return { id: building.properties.id, at: corner(building), address: '', doors: null, key: false, reason }
  })
  map.setPlan(walks, loose)
  return planned.length + loose.length
}
// How much is in view.
function inView() {
  const [west, south, east, north] = map.view().bbox
  const isIn = ([lng, lat]) => lng >= west && lng <= east && lat >= south && lat <= north
  return {
    buildings: buildings.filter((building) => isIn(corner(building))).length,
    walks: walks.filter(({ line }) => line.some(isIn)).length,
    zoom: map.view().zoom,
  }
}
Object.assign(globalThis, { map, calls, load, leaveOut, inView })
`

/** Bytes of what a browser loads of it, minified. */
interface MapFiles {
  script: Uint8Array
  style: Uint8Array
}

export async function buildMapPage(script = SCRIPT): Promise<MapFiles> {
  const built = await build({
    stdin: {
      contents: `import './plan-map.css'; import './base.css';\n${script}`,
      resolveDir: WEB,
      loader: 'ts',
    },
    outdir: WEB,
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    loader: { '.png': 'dataurl' },
    logLevel: 'error',
  })
  const bytesOf = (end: string) => built.outputFiles.find(({ path }) => path.endsWith(end))!.contents
  return { script: bytesOf('.js'), style: bytesOf('.css') }
}

export interface Planned {
  key: string
  region: string
  plan: string
}

/** Opens the page and shows the plan; `size` of the window is that of the map. */
export async function openMapPage(
  context: BrowserContext,
  url: string,
  planned: Planned,
): Promise<{ page: Page; loaded: { buildings: number; walks: number; milliseconds: number } }> {
  const { script, style } = await buildMapPage()
  const policy = (await fetch(`${url}/`)).headers.get('content-security-policy') ?? ''
  const answers: Record<string, { contentType: string; body: string }> = {
    [NAME]: {
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Map</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="${NAME}.css"></head><body><main><h1 class="hidden">Map</h1><div id="map" tabindex="0"></div></main><script type="module" src="${NAME}.js"></script></body></html>`,
    },
    [`${NAME}.js`]: { contentType: 'text/javascript', body: Buffer.from(script).toString() },
    [`${NAME}.css`]: {
      contentType: 'text/css',
      body: `${Buffer.from(style).toString()} main { display: block; padding: 0 } #map { height: 100vh }`,
    },
  }
  await context.route(`${url}${NAME}*`, async (route) => {
    const answer = answers[new URL(route.request().url()).pathname]!
    await route.fulfill({ ...answer, headers: { 'Content-Security-Policy': policy } })
  })
  const page = await context.newPage()
  await page.goto(`${url}${NAME}`)
  const loaded = await page.evaluate<{ buildings: number; walks: number; milliseconds: number }>(
    `load(${JSON.stringify(planned)})`,
  )
  return { page, loaded }
}
