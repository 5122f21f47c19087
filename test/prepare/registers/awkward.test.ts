import { reportLines } from '@doorwalk/prepare/report'
import { describe, expect, it } from 'vitest'
import { place } from '../../support/worlds/osm-fixture.ts'
import { oneStreet } from '../../support/worlds/osm-worlds.ts'
import { collection, fileWith, prepareWorld, rectangle } from '../../support/worlds/prepared.ts'
import { csvOf } from '../../support/worlds/registers.ts'

async function prepared(lines: string[], dwellingsAs?: string) {
  const dwellings = await csvOf(lines)
  const made = await prepareWorld(oneStreet(), { dwellings, ...(dwellingsAs ? { dwellingsAs } : {}) })
  const counted = made.buildings
    .flatMap(({ targets }) => targets)
    .filter(({ doorsSource }) => doorsSource === 'dwellings')
  const doors: Record<string, number> = {}
  for (const { address, doors: own } of counted)
    doors[address?.number ?? '?'] = (doors[address?.number ?? '?'] ?? 0) + own
  return { ...made, doors, told: made.report.dwellings!, text: reportLines(made.report).join('\n') }
}

const refusal = (code: string, words: RegExp) => ({ code, message: expect.stringMatching(words) as string })
const AT = place(60, -13).join(';')

describe('rows that come twice', () => {
  it('are one entrance where they agree in all, and are added where they differ', async () => {
    const rows = [`3 rue droite;4;${AT}`, `3 RUE DROITE;4;${AT}`, `3 rue droite;5;${AT}`]
    const { doors, told } = await prepared(['adresse;logements;lon;lat', ...rows])
    expect(doors).toEqual({ 3: 9 })
    expect(told.counts).toMatchObject({ read: 3, accepted: 2, repeated: 1 })
  })

  it('are one building by their id; of two counts the larger is kept and both are told', async () => {
    const head = 'cleabs;nombre_de_logements;nombre_d_etages;lon;lat'
    const rows = [`A;4;1;${AT}`, `A;4;1;${AT}`, `A;6;1;${AT}`, `A;5;3;${AT}`]
    const { doors, told, text } = await prepared([head, ...rows])
    expect(doors).toEqual({ 3: 6 })
    expect(told.counts.repeated).toBe(3)
    expect(text).toContain(
      'line 4, A: 6 dwellings, but 4 in line 2; the larger is kept (rows=parts adds them)',
    )
    const back = await prepared([head, ...[...rows].reverse()])
    expect(back.doors).toEqual({ 3: 6 })
  })

  it('are one of which the larger is kept where a table has ids, and all meet one door', async () => {
    const rows = [`A;4;${AT}`, `A;6;${AT}`, `A;4;${AT}`]
    const { doors, text } = await prepared(['id;logements;lon;lat', ...rows])
    expect(doors).toEqual({ 3: 6 })
    expect(text).toContain('line 3, A: 6 dwellings, but 4 in line 2')
    const added = await prepared(['id;logements;lon;lat', ...rows], 'rows=parts')
    expect(added.doors).toEqual({ 3: 14 })
  })

  it('are all added where they are parts: floors, stairs, entrances', async () => {
    const rows = [`A;3 rue droite;2;0`, `A;3 rue droite;2;1`, `A;3 rue droite;2;2`, `A;3 rue droite;2;2`]
    const { doors, told, buildings } = await prepared(
      ['id;adresse;logements;etage', ...rows],
      'rows=parts, storeys=etage',
    )
    expect(doors).toEqual({ 3: 8 })
    expect(told.counts).toMatchObject({ accepted: 1, repeated: 0 })
    expect(buildings.find(({ doors: own }) => own === 8)?.levels).toBe(2)
  })

  it('by floor are added without being told so, since they differ', async () => {
    const rows = ['3 rue droite;2;RDC', '3 rue droite;2;1', '3 rue droite;2;2']
    const { doors } = await prepared(['adresse;logements;etage', ...rows])
    expect(doors).toEqual({ 3: 6 })
  })

  it('are dwellings where each row is one', async () => {
    const rows = ['3 rue droite;0', '3 rue droite;0', '3 rue droite;1', '1 rue droite;0']
    const { doors } = await prepared(['adresse;etage', ...rows], 'rows=dwellings')
    expect(doors).toEqual({ 3: 3, 1: 1 })
  })
})

describe('counts', () => {
  it('are read as people write them; what is none is refused by line, what is empty is told', async () => {
    const counts = ['12,0', '', 'NA', '-2', '2,5', 'four', '99999']
    const numbers = ['1', '2', '3', '4', '5', '6', '7']
    const rows = numbers.map((number, i) => `${number} rue droite;${counts[i]}`)
    const { doors, told, text } = await prepared(['adresse;logements', ...rows])
    expect(doors).toEqual({ 1: 12 })
    expect(told.counts).toMatchObject({ read: 7, accepted: 1, countless: 2 })
    expect(told.counts.refused.map(({ line, field, came }) => [line, field, came])).toEqual([
      [5, 'logements', '-2'],
      [6, 'logements', '2,5'],
      [7, 'logements', 'four'],
      [8, 'logements', '99999'],
    ])
    expect(text).toContain('7 rows, 1 entrances in the region; 2 without a count, 4 refused')
    expect(text).toContain('line 5, logements: "-2" came, a whole number from 0 to 2000 expected')
  })

  it.each([
    [
      'all empty',
      ['1 rue droite;', '2 rue droite;NA'],
      'dwellings.countless',
      /none of 2 rows says how many/,
    ],
    [
      'all wrong',
      ['1 rue droite;q', '2 rue droite;r'],
      'dwellings.refused',
      /none of 2 rows can be used \(2 are refused\): line 2, logements: "q"/,
    ],
    ['no rows', [], 'dwellings.empty', /has no rows/],
  ])('%s are refused', async (_, rows, code, words) => {
    await expect(prepared(['adresse;logements', ...rows])).rejects.toMatchObject(refusal(code, words))
  })

  it('that are mostly refused are a warning of the region, too', async () => {
    const { manifest } = await prepared([
      'adresse;logements',
      '1 rue droite;2',
      '2 rue droite;q',
      '3 rue droite;q',
    ])
    expect(manifest.warnings.join('\n')).toMatch(
      /register\.csv: 2 of 3 rows are refused\. line 3, logements: "q"/,
    )
  })

  it('may be bounds in two columns', async () => {
    const rows = ['1 rue droite;2;4', '3 rue droite;5;4', '5 rue droite;;']
    const { told, buildings } = await prepared(['adresse;logements_min;logements_max', ...rows])
    expect(buildings.flatMap(({ targets }) => targets)).toContainEqual(
      expect.objectContaining({ doorsLow: 2, doorsHigh: 4 }),
    )
    expect(told.counts).toMatchObject({ accepted: 1, countless: 1, refused: [{ line: 3, came: '5 to 4' }] })
  })

  it('may be codes that the caller explains', async () => {
    const { buildings } = await prepared(['adresse;t', '1 rue droite;B'], 'class=t, classes=A:1|B:2-4')
    expect(buildings.flatMap(({ targets }) => targets)).toContainEqual(
      expect.objectContaining({ doorsLow: 2, doorsHigh: 4 }),
    )
  })
})

describe('places', () => {
  it('that are broken are refused by line; without one the address counts', async () => {
    const rows = ['1 rue droite;2;north;48.88', '3 rue droite;2;2.35;', `5 rue droite;2;;`, ';2;;']
    const { doors, told } = await prepared(['adresse;logements;lon;lat', ...rows])
    expect(doors).toEqual({ 5: 2 })
    expect(told.counts.refused.map(({ line, field }) => [line, field])).toEqual([
      [2, 'lon'],
      [3, 'lat'],
      [5, 'lon'],
    ])
  })

  it('that are lines are refused by what they are', async () => {
    const line: GeoJSON.LineString = { type: 'LineString', coordinates: [place(60, -13), place(61, -13)] }
    const dwellings = await fileWith('r', collection([[{ logements: 3 }, line]]))
    await expect(prepareWorld(oneStreet(), { dwellings })).rejects.toMatchObject(
      refusal('dwellings.refused', /geometry: "LineString" came, a point or an outline expected/),
    )
  })

  it('in another system than the others are refused', async () => {
    const rows = [`2;${AT}`, `2;${place(20, -13).join(';')}`, '2;652389;6864625.5']
    const { told } = await prepared(['logements;x;y', ...rows])
    expect(told.counts.refused).toMatchObject([{ line: 4, field: 'x', came: 'Lambert-93' }])
  })

  it('in Lambert-93, LV95-like numbers, Web Mercator: told apart or refused with what to do', async () => {
    expect((await prepared(['logements;x;y', '2;652389;6864625,5'])).doors).toEqual({ 3: 2 })
    expect((await prepared(['logements;x;y', '2;652 389,0;6 864 625,5'])).doors).toEqual({ 3: 2 })
    await expect(prepared(['logements;x;y', '2;2500016;1117821'])).rejects.toMatchObject(
      refusal(
        'dwellings.elsewhere',
        /none of 1 rows lies in the region.*2500016, 1117821.*Lambert-93 \(EPSG:2154\).*LV95.*ogr2ogr/s,
      ),
    )
    await expect(prepared(['logements;x;y', '2;652389;6864625'], 'crs=EPSG:5514')).rejects.toMatchObject(
      refusal('table.system', /EPSG:5514, which is not read/),
    )
    await expect(prepared(['logements;x;y', '2;652389;6864625'], 'crs=4326')).rejects.toMatchObject(
      refusal('dwellings.elsewhere', /none of 1 rows lies/),
    )
  })
})

describe('a column', () => {
  it('that is not there is refused with those that are, and the nearest', async () => {
    const lines = ['adresse;nb_logement_total;lon;lat', `3 rue droite;4;${AT}`]
    await expect(prepared(lines)).rejects.toMatchObject(
      refusal(
        'table.columns',
        /no column says how many dwellings.*\(did you mean "nb_logement_total"\?\).*"adresse", "nb_logement_total", "lon", "lat".*--dwellings-as/s,
      ),
    )
    await expect(prepared(lines, 'dwellings=nb_logements_total')).rejects.toMatchObject(
      refusal(
        'table.columns',
        /no column "nb_logements_total" for dwellings \(did you mean "nb_logement_total"\?\).*The columns are "adresse"/s,
      ),
    )
    expect((await prepared(lines, 'dwellings=NB_LOGEMENT_TOTAL')).doors).toEqual({ 3: 4 })
  })

  it('for the place is wanted, too', async () => {
    await expect(prepared(['logements;commune', '4;Paris'])).rejects.toMatchObject(
      refusal('table.columns', /no column says where a row is/),
    )
  })

  it.each([
    ['dwelings=n', /"dwelings" is unknown \(did you mean "dwellings"\?\)/],
    ['bdtop', /"bdtop" is no preset \(did you mean "bdtopo"\?\)/],
    [
      'rows=entrance',
      /"rows=entrance" \(did you mean "entrances"\?\); expected entrances, buildings, parts, dwellings/,
    ],
    ['dwellings=', /names nothing/],
    ['classes=A', /A:1\|B:2-11/],
    ['', /it is empty/],
    [',', /it is empty/],
  ])('described as "%s" is refused', async (as, words) => {
    const dwellings = await csvOf(['adresse;logements', '3 rue droite;4'])
    await expect(prepareWorld(oneStreet(), { dwellings, dwellingsAs: as })).rejects.toMatchObject(
      refusal('dwellings.as', words),
    )
  })

  it('described without a table is refused', async () => {
    await expect(prepareWorld(oneStreet(), { dwellingsAs: 'gwr' })).rejects.toMatchObject(
      refusal('dwellings.as', /without --dwellings/),
    )
  })
})

describe('a table of another place', () => {
  it('is refused as a register', async () => {
    await expect(prepared(['adresse;logements;lon;lat', '3 rue droite;4;5.37;43.3'])).rejects.toMatchObject(
      refusal(
        'dwellings.elsewhere',
        /none of 1 rows lies in the region \(west.*the first is at 5\.37, 43\.3\. Expected the table of the place/,
      ),
    )
    await expect(prepared(['id;logements', 'AB12CD34EF56;4'])).rejects.toMatchObject(
      refusal('dwellings.elsewhere', /none of 1 rows has an id or an address that the region has/),
    )
    const [lng, lat] = place(60, -13)
    await expect(prepared(['logements;lon;lat', `4;${lat};${lng}`])).rejects.toMatchObject(
      refusal('dwellings.elsewhere', /Turned round it would/),
    )
  })

  it('is refused as GeoJSON', async () => {
    const dwellings = await fileWith(
      'r',
      collection([[{ logements: 3 }, { type: 'Point', coordinates: [5.37, 43.3] }]]),
    )
    await expect(prepareWorld(oneStreet(), { dwellings })).rejects.toMatchObject({
      code: 'dwellings.elsewhere',
    })
  })

  it('of which most meet no building is a warning', async () => {
    const rows = Array.from({ length: 6 }, (_, i) => `${i} rue neuve;4;${place(40 * i, 46).join(';')}`)
    const { manifest } = await prepared(['adresse;logements;lon;lat', ...rows, `3 rue droite;4;${AT}`])
    expect(manifest.warnings.join('\n')).toMatch(/6 of 7 entries in the region meet no building/)
  })
})

it('nothing of a table stays but counts: no other column, no id, no dwelling', async () => {
  const dwellings = await fileWith(
    'r',
    collection([
      [{ logements: 3, proprietaire: 'SECRET NAME', telephone: '0612345678' }, rectangle([50, -18, 10, 10])],
    ]),
  )
  const { buildings, report, manifest } = await prepareWorld(oneStreet(), { dwellings })
  const kept = JSON.stringify([buildings, manifest]) + reportLines(report).join('\n')
  expect(kept).not.toMatch(/SECRET|0612345678/)
  const single = await csvOf([
    'adresse;occupant;etage',
    '3 rue droite;SECRET NAME;0',
    '3 rue droite;SECRET TOO;1',
  ])
  const made = await prepareWorld(oneStreet(), { dwellings: single, dwellingsAs: 'rows=dwellings' })
  expect(JSON.stringify([made.buildings, made.manifest]) + reportLines(made.report).join('\n')).not.toContain(
    'SECRET',
  )
})
