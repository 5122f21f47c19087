/**
 * How far off doors are by each method, every source withheld in turn: against the register and the grid of Bondy, the
 * grid of Paris, and the people of places in further extracts. `DOORWALK_SHARED=… npm run bench:doors [FILE.osm.pbf …]`
 */
import { basename } from 'node:path'
import { checkAgainstRegister, type RegisterCheck } from '@doorwalk/prepare/doors/evaluate'
import { MEASURES } from '@doorwalk/prepare/doors/expected'
import { shared, SHARED_MISSING } from '../../test/support/worlds/shared.ts'
import { fittedFlat } from './fit.ts'
import { readSubject, totalOf, type Subject } from './subject.ts'

const percent = (share: number) => `${share >= 0 ? '+' : '−'}${Math.abs(100 * share).toFixed(0)} %`
const row = (...cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`)

function totals({ name, grid, register, read, places }: Subject): void {
  const { households } = grid ?? {}
  const by = (label: string, sources: Parameters<typeof totalOf>[1]) => {
    const total = totalOf(read, sources)
    if (households)
      row(name, label, total, Math.round(households.total), percent(total / households.total - 1))
  }
  by('nothing but the map and addresses', {})
  if (register) by('the register', { dwellings: register })
  if (households) by('the grid', { households })
  if (households && register) by('the register and the grid', { households, dwellings: register })
  for (const place of places) {
    const inPlace = (sources: Parameters<typeof totalOf>[1]) =>
      totalOf(read, sources, (home) => place.has(home.structure.centre))
    const wanted = place.people / place.householdSize
    for (const [label, total] of [
      ['nothing but the map and addresses', inPlace({})],
      ['people of places', inPlace({ places })],
    ] as const)
      row(`${name}: ${place.name}`, label, total, Math.round(wanted), percent(total / wanted - 1))
  }
}

function entrances({
  method,
  entrances: count,
  counted,
  estimated,
  medianError,
  inInterval,
  width,
}: RegisterCheck): void {
  const share = `${Math.round((100 * inInterval) / count)} %`
  row(
    method,
    count,
    estimated,
    counted,
    percent(estimated / counted - 1),
    percent(medianError).slice(1),
    share,
    width.toFixed(1),
  )
}

/** The one measure that is fitted, on each grid, held against the others. */
function crossFit(subjects: Subject[]): void {
  const gridded = subjects.filter(({ grid }) => grid)
  for (const from of gridded) {
    const flatM2 = fittedFlat(from)
    const errors = gridded.map(({ name, read, grid }) => {
      const total = totalOf(read, { measures: { flatM2 } })
      return `${name} ${percent(total / grid!.households.total - 1)}`
    })
    row(from.name, flatM2.toFixed(0), errors.join(', '))
  }
  row(
    'as shipped',
    MEASURES.flatM2,
    gridded
      .map(({ name, read, grid }) => `${name} ${percent(totalOf(read, {}) / grid!.households.total - 1)}`)
      .join(', '),
  )
}

const data = (path: string) => shared(`data/${path}`)
const osm = { paris: data('paris-9e-10e/paris-9e-10e.osm.pbf'), bondy: data('bondy-nord/bondy-nord.osm.pbf') }
if (!osm.paris || !osm.bondy) throw new Error(SHARED_MISSING)
const paris = await readSubject('Paris 9e/10e', {
  osm: osm.paris,
  households: data('paris-9e-10e/filosofi-200m-2021.geojson'),
})
const bondy = await readSubject('Bondy nord', {
  osm: osm.bondy,
  addresses: data('bondy-nord/adresses-ban.csv'),
  households: data('bondy-nord/filosofi-200m.geojson'),
  dwellings: data('bondy-nord/logements-sociaux-rpls-2022.geojson'),
})
const others: Subject[] = []
for (const file of process.argv.slice(2))
  others.push(await readSubject(basename(file).replace(/\..*$/, ''), { osm: file }))

row('place', 'doors from', 'doors', 'held against', 'error')
row('---', '---', '--:', '--:', '--:')
for (const subject of [paris, bondy, ...others]) totals(subject)

console.log()
row(
  'at register entrances of Bondy by',
  'entrances',
  'doors',
  'counted',
  'error',
  'median error',
  'in the interval',
  'high ÷ low',
)
row('---', '--:', '--:', '--:', '--:', '--:', '--:', '--:')
const known = new Set(bondy.read.doors.map(({ id }) => id))
const drawn = new Map([...bondy.register!].filter(([id]) => known.has(id)))
const all = checkAgainstRegister(bondy.read.doors, {
  dwellings: bondy.register!,
  households: bondy.grid?.households,
})
const ofDrawn = checkAgainstRegister(bondy.read.doors, { dwellings: drawn, households: undefined })
;[
  ...ofDrawn.map((check) => ({ ...check, method: 'floor area, those that map or addresses know' })),
  ...all,
].forEach(entrances)

console.log()
row('fitted on the grid of', 'm² a flat', 'errors with every count withheld')
row('---', '--:', '---')
crossFit([paris, bondy])
