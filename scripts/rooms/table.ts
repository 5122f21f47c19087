/**
 * The rooms of the house, lowest first. A row says what a room may import besides itself: rooms above it in this table,
 * and packages. A new room gets a row; docs/decisions/0060-rooms.md says what stands in each.
 */
import type { Direction } from './check.ts'

/** Room, rooms of the same package, packages. A name that ends in `.ts` is a file at the root of its package. */
type Row = [room: string, rooms: string, packages?: string]

/** Our own packages by the first word of a name. */
const OWN: Readonly<Record<string, string>> = {
  core: 'packages/core/src',
  prepare: 'packages/prepare/src',
  functions: 'functions/src',
  client: 'packages/client/src',
}

const CORE: Row[] = [
  ['error.ts', ''],
  ['units.ts', ''],
  ['id.ts', ''],
  ['parallel.ts', ''],
  ['h3.ts', 'units.ts', 'h3-js'],
  ['letters.ts', ''],
  ['words', 'error.ts units.ts', 'osrm-text-instructions'],
  ['region', 'error.ts units.ts', 'zod'],
  ['ports.ts', 'region units.ts'],
  // The graph knows no buildings. Its profiles are named by requests, so they stand below them.
  ['graph/hours', 'units.ts'],
  ['graph/osm', 'units.ts graph/hours'],
  ['request', 'error.ts units.ts words graph/osm', 'zod'],
  ['graph/tile', 'error.ts units.ts h3.ts graph/hours graph/osm'],
  ['graph/gates', 'graph/osm graph/tile'],
  ['graph/network', 'error.ts units.ts h3.ts region ports.ts graph/hours graph/osm graph/tile graph/gates'],
  ['graph/route', 'units.ts letters.ts graph/osm graph/tile graph/network'],
  ['area', 'error.ts units.ts h3.ts words region request', '@turf/turf flatbush robust-predicates'],
  ['building', 'error.ts units.ts h3.ts words region ports.ts request area', 'zod'],
  // Beside the pipeline.
  ['evaluation', 'error.ts request', 'zod'],
  ['ledger', 'units.ts h3.ts id.ts request building', 'zod'],
  ['listing', 'words region ports.ts request area building ledger', 'zod'],
  [
    'ranking',
    'error.ts units.ts letters.ts words region ports.ts request area building ledger',
    'flatbush zod',
  ],
  ['matching', 'units.ts letters.ts graph/route building'],
  // The pipeline goes on.
  ['grouping', 'units.ts h3.ts words request building graph/route', 'flatbush'],
  ['matrix', 'error.ts units.ts region ports.ts graph/osm graph/tile graph/network graph/route'],
  ['reach', 'error.ts units.ts h3.ts request graph/route area building matrix'],
  // The solver knows indices, integers and prizes: no building, no place, no word.
  ['solver/chance', ''],
  ['solver/problem', 'error.ts units.ts'],
  ['solver/state', 'solver/chance solver/problem'],
  ['solver/moves', 'solver/chance solver/state'],
  ['solver/search', 'solver/chance solver/problem solver/state solver/moves'],
  ['solver', 'units.ts solver/problem solver/search'],
  ['walk', 'units.ts words region request graph/osm graph/route building grouping matrix', 'zod'],
  ['comparison', 'id.ts walk', 'zod'],
  ['sheet', 'words walk'],
  [
    'paper',
    'error.ts units.ts words region ports.ts request graph/osm graph/tile graph/network area building walk sheet',
    'qrcode-generator',
  ],
  ['formats', 'units.ts words ports.ts walk sheet paper'],
  // The steps put together.
  [
    'assembly',
    'error.ts units.ts id.ts h3.ts words region ports.ts request graph/route area building grouping matrix reach solver/problem solver walk',
  ],
  [
    'estimate',
    'units.ts words ports.ts request area building matrix reach solver/problem solver walk assembly',
    'zod',
  ],
  [
    'proposal',
    'error.ts units.ts h3.ts region request graph/route area building ranking grouping matrix reach solver assembly estimate',
    'zod',
  ],
  ['partition', 'units.ts h3.ts words request building grouping matrix assembly'],
  ['replan', 'error.ts units.ts request building grouping matrix solver/problem solver walk assembly'],
  ['plan.ts', 'h3.ts request building matrix solver/problem walk assembly'],
  [
    'edit',
    'error.ts units.ts request building grouping solver/problem solver walk assembly replan plan.ts',
    'zod',
  ],
  [
    'suggestion',
    'error.ts units.ts words request building matrix solver/problem solver walk assembly replan',
    'zod',
  ],
  ['price', 'error.ts request building grouping matrix solver walk assembly replan suggestion', 'zod'],
]

/** All of them may import core and Node. */
const PREPARE: Row[] = [
  ['lists', ''],
  ['geometry', ''],
  ['osm/file', ''],
  ['osm', 'geometry osm/file'],
  ['structures', 'lists geometry osm'],
  ['streets', 'osm', '@photostructure/tz-lookup'],
  ['tables', 'geometry', 'csv-parse hyparquet hyparquet-compressors node-sqlite3-wasm proj4'],
  ['addresses', 'lists geometry osm structures tables'],
  ['homes', 'lists geometry osm structures tables addresses'],
  ['registers', 'lists geometry structures tables addresses homes'],
  ['doors', 'lists geometry osm structures tables addresses homes registers'],
  ['region', 'lists geometry structures tables homes doors'],
  ['versions', 'lists geometry addresses region'],
  // A campaign's own list, for the command and for the API alike.
  // What is said of it, in each language.
  ['list-words', ''],
  ['sheets', 'tables list-words', 'csv-parse hucre'],
  ['target-lists', 'tables sheets list-words'],
  ['.', 'lists osm structures streets tables addresses homes registers doors region versions'],
]

/** All of them may import core, Node and `@hono/zod-openapi`. */
const FUNCTIONS: Row[] = [
  // What the machine underneath gives to everything here.
  ['ports', '', 'prepare/list-words'],
  ['world.ts', 'ports'],
  ['config.ts', 'ports'],
  ['threads', 'ports'],
  ['waiting', ''],
  ['store', 'ports threads', '@aws-sdk/*'],
  // What a request under a name of its own is to do; it outlives the process that began it.
  ['errands', 'ports world.ts'],
  ['osrm', '', 'zod'],
  ['planner', 'ports store osrm threads', 'prepare/region tsx'],
  ['document', '', 'hono'],
  // The frame of HTTP knows no room above it; app.ts hands in what it must know of campaigns.
  ['http', 'ports world.ts errands threads store document', 'hono @hono/node-server'],
  ['lists', 'ports http', 'hono'],
  ['areas', 'ports world.ts errands threads store document http lists'],
  ['buildings', 'ports world.ts errands threads store document http lists', 'prepare/tables csv-parse'],
  ['campaigns', 'ports world.ts store document http'],
  // Tokens that open one walk; what they may do is declared by the routes.
  ['links', 'ports world.ts store document http campaigns'],
  ['regions', 'world.ts threads document http'],
  // What leases, visits and coverage keep about blocks.
  ['ledger', 'ports world.ts threads store document buildings campaigns regions'],
  ['rankings', 'ports world.ts errands threads store document http lists buildings campaigns regions ledger'],
  // What is told of targets and of what was done there, by a stored ranking where one is named.
  ['listing', 'ports world.ts errands store document http lists areas buildings campaigns ledger rankings'],
  ['coverage', 'ports world.ts errands threads store document http areas campaigns regions ledger rankings'],
  [
    'plans',
    'ports world.ts errands threads waiting store document http lists areas rankings buildings links ledger',
  ],
  // A plan that is made asks what others of its batch hold.
  [
    'batches',
    'ports world.ts errands waiting store document http lists areas ledger links rankings plans',
    'fflate',
  ],
  ['comparisons', 'world.ts document http plans'],
  ['replans', 'ports world.ts errands waiting store document http buildings campaigns ledger plans'],
  ['edits', 'ports world.ts errands waiting store document http ledger planner plans replans'],
  ['suggestions', 'ports world.ts document http batches buildings ledger plans replans'],
  ['prices', 'ports world.ts waiting document http plans suggestions'],
  ['leases', 'ports world.ts errands store document http lists campaigns ledger plans replans'],
  ['drafts', 'ports world.ts store ledger plans leases'],
  [
    'walks',
    'world.ts errands waiting store document http areas buildings campaigns links regions ledger plans replans leases',
  ],
  [
    'invitations',
    'ports world.ts threads store document http areas campaigns links regions ledger plans leases walks',
  ],
  [
    'visits',
    'ports world.ts store threads document http lists buildings campaigns ledger plans leases walks',
    'prepare/tables',
  ],
  ['corrections', 'ports world.ts store document http buildings plans visits'],
  ['imports/entries', 'ports store buildings', 'prepare/target-lists'],
  [
    'imports',
    'ports world.ts errands threads store document http buildings imports/entries',
    'prepare/region prepare/sheets prepare/target-lists prepare/list-words hono tsx',
  ],
  [
    'jobs',
    'ports world.ts store threads waiting planner batches buildings imports listing ledger plans replans edits leases',
  ],
  ['retention', 'ports world.ts store campaigns coverage rankings'],
  // Webhooks hear what is announced; only the wiring knows them.
  ['webhooks', 'ports world.ts store document http lists imports plans'],
  ['inbound', 'ports world.ts store document http visits webhooks'],
  // Writes what is asked for at the desk (ports), whatever room it is of.
  [
    'clerk',
    'ports world.ts store threads buildings regions listing rankings plans walks batches',
    'prepare/region tsx',
  ],
  ['wiring.ts', 'ports world.ts batches coverage drafts webhooks'],
  [
    'app.ts',
    'world.ts document http areas buildings imports campaigns links regions listing rankings coverage plans comparisons replans edits suggestions prices leases walks invitations visits corrections batches webhooks inbound',
    'hono',
  ],
  [
    'lambda',
    'ports world.ts config.ts app.ts wiring.ts store planner clerk http regions imports listing jobs retention batches drafts webhooks',
    'hono @aws-sdk/*',
  ],
  // The embedded database, which nothing but this process reaches.
  ['laptop/table', 'store', '@aws-sdk/client-dynamodb dynalite classic-level'],
  [
    'laptop',
    'ports world.ts config.ts app.ts wiring.ts threads store planner clerk http campaigns imports listing jobs retention batches drafts webhooks laptop/table',
    'prepare/region hono @hono/node-server esbuild',
  ],
]

/** All of them may import core, prepare, functions and Node. */
const CLI: Row[] = [
  ['terminal', ''],
  ['plan', 'terminal'],
  ['rank', 'terminal', 'zod'],
  ['import', 'terminal'],
  ['evaluate', 'terminal'],
  ['instance', 'terminal', 'tsx zod'],
  ['commands', 'terminal import plan rank evaluate instance', 'zod'],
  ['.', 'terminal commands'],
]

/** What programs of others load, in Node and browsers: nothing of ours but what is made of the contract. */
const CLIENT: Row[] = [
  ['generated', ''],
  ['.', 'generated', 'openapi-fetch'],
]

/** What a browser loads: of core only what draws and says. */
const WEB: Row[] = [
  ['api', '', 'client core/area core/words'],
  ['problems', '', 'client'],
  ['problems/fr', 'problems', ''],
  ['problems/en', 'problems problems/fr', ''],
  ['words', 'problems/en problems/fr', 'core/words'],
  ['map', 'api', 'core/area core/units.ts core/paper leaflet'],
  // What every page uses.
  ['parts', '', 'preact'],
  ['numbers', '', 'preact'],
  // The page of volunteers.
  ['volunteer/model', '', 'client core/units.ts'],
  ['volunteer/words', 'problems problems/en problems/fr volunteer/model', 'client core/words'],
  ['volunteer/device', 'volunteer/model', 'client core/units.ts idb workbox-precaching'],
  [
    'volunteer/parts',
    'api map numbers parts volunteer/model volunteer/words volunteer/device',
    'client core/paper core/units.ts core/walk core/words leaflet preact',
  ],
  [
    'volunteer/views',
    'numbers volunteer/model volunteer/words volunteer/device volunteer/parts',
    'client core/ledger core/walk preact',
  ],
  ['volunteer', 'volunteer/words volunteer/device volunteer/parts volunteer/views', 'client preact'],
  // The console of organisers. A view of its own files is a room `console/views/NAME`; it may import what stands above.
  ['console/model/people', '', 'client core/units.ts'],
  ['console/model', 'numbers console/model/people', 'client core/area core/building core/units.ts'],
  ['console/model/plans', '', 'client'],
  ['console/model/areas', 'console/model', 'client core/area'],
  ['console/model/weekend', 'numbers console/model console/model/people', 'client'],
  ['console/words/en/plan', 'words'],
  ['console/model/action', '', 'client'],
  ['console/words/en', 'words'],
  ['console/words/fr/plan', 'words console/words/en/plan'],
  ['console/words/fr', 'words console/words/en'],
  ['console/words', 'words console/words/*', 'core/words'],
  // The map of a plan; its model is pure. It speaks no language.
  ['console/map/model', 'api', 'core/units.ts core/walk core/words flatbush'],
  [
    'console/map',
    'api map console/map/model',
    'core/area core/paper core/units.ts core/walk flatbush leaflet',
  ],
  ['console/state', 'api problems console/model console/model/people words console/words', 'client preact'],
  // Where the focus goes, and what keys do.
  ['console/parts/keys', '', 'preact'],
  [
    'console/parts/places',
    'api console/model console/model/areas words console/words console/state',
    '@tmcw/togeojson client core/area core/units.ts fflate preact',
  ],
  [
    'console/parts',
    'numbers api parts map console/model console/model/people console/map console/map/model words console/words console/state console/parts/places console/parts/keys',
    'client core/units.ts core/walk core/words preact',
  ],
  // Who goes out, and names between browsers.
  [
    'console/parts/people',
    'console/model console/model/people words console/words console/state console/parts',
    'preact',
  ],
  // What is done with walks that are planned or to be planned.
  [
    'console/parts/walks',
    'api console/model console/model/weekend words console/words console/state console/parts',
    'client core/paper preact',
  ],
  [
    'console/views/plan/advice',
    'numbers api console/model words console/words console/state console/parts console/parts/walks',
    'client preact',
  ],
  [
    'console/views/plan',
    'numbers console/views/plan/advice api console/model console/map/model words console/words console/state console/parts console/parts/places console/parts/walks console/parts/keys console/parts/people console/model/people',
    'client core/building core/units.ts core/words preact',
  ],
  [
    'console/views/compare',
    'api console/model console/model/plans console/map/model words console/words console/state console/parts',
    'client core/units.ts core/words preact',
  ],
  [
    'console/views/live',
    'parts api console/model console/map/model words console/words console/state console/parts console/parts/walks console/model/action',
    'client preact',
  ],
  [
    'console/views/coverage',
    'api console/model words console/words console/state console/parts console/model/action',
    'client core/units.ts core/words preact',
  ],
  [
    'console/views/corrections',
    'api console/model console/map/model words console/words console/state console/parts',
    'client preact',
  ],
  [
    'console/views/holdouts',
    'api console/model console/model/areas words console/words console/state console/parts',
    'client preact',
  ],
  [
    'console/views/settings',
    'parts numbers api console/model words console/words console/state console/parts',
    'client preact',
  ],
  [
    'console/views/plans',
    'api map console/model console/model/plans words console/words console/state console/parts',
    'client core/units.ts preact',
  ],
  [
    'console/views/areas',
    'parts api console/model console/model/areas words console/words console/state console/parts console/parts/places',
    'client preact',
  ],
  [
    'console/views/hand-out',
    'parts numbers api console/model console/model/people console/model/weekend words console/words console/state console/parts console/parts/walks console/parts/people',
    'client core/walk core/words preact',
  ],
  [
    'console/views/weekend',
    'api console/model console/model/areas console/model/weekend words console/words console/state console/parts console/parts/places console/parts/walks console/parts/people console/model/people',
    'client preact',
  ],
  [
    'console/views',
    'api words console/model console/words/* console/state console/parts console/views/* console/parts/keys',
    'client core/words preact',
  ],
  ['console', 'words console/words console/views', 'preact'],
  // The page that imports lists.
  ['lists/model', 'api', 'client core/words'],
  ['lists/words', 'words', 'core/words'],
  ['lists/views', 'api parts problems words lists/model lists/words', 'client core/words preact'],
  ['lists', 'words lists/words lists/views', 'preact'],
  // Printed pages; names are what the console keeps in this browser.
  ['.', 'api console/state', ''],
]

export const DIRECTIONS: readonly Direction[] = [
  ...directions('packages/core/src', CORE, ''),
  ...directions('packages/prepare/src', PREPARE, 'core/* node:*'),
  ...directions('functions/src', FUNCTIONS, 'core/* node:* @hono/zod-openapi'),
  ...directions('packages/cli/src', CLI, 'core/* prepare/* functions/* node:*'),
  { room: 'packages/cli/bin', may: ['packages/cli/src'], packages: ['tsx'] },
  ...directions('packages/client/src', CLIENT, ''),
  ...directions('web/src', WEB, ''),
  { room: 'infra', may: [], packages: [] },
  { room: 'sst.config.ts', may: ['infra'], packages: [] },
]

/** Files at the root of a package. */
export const MOST_AT_ROOT: Readonly<Record<string, number>> = { 'functions/src': 4, 'packages/core/src': 8 }

function directions(root: string, rows: readonly Row[], all: string): Direction[] {
  const inside = (name: string) => (name === '.' ? root : `${root}/${name}`)
  return rows.map(([room, rooms, packages = '']) => {
    const others = [...words(all), ...words(packages)]
    const ours = others.filter((name) => name.split('/')[0]! in OWN)
    return {
      room: inside(room),
      may: [...words(rooms).map(inside), ...ours.map(withRoot)],
      packages: others.filter((name) => !ours.includes(name)),
    }
  })
}

function withRoot(name: string): string {
  const [own, ...rest] = name.split('/')
  return [OWN[own!], ...rest].join('/')
}

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '')
}
