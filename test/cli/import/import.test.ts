/** `doorwalk import` as a person uses it: what it shows, what it writes, and what it says to lists that are none. */
import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { writeXlsx } from 'hucre/xlsx'
import { main } from '@doorwalk/cli/main'
import { loadBuildings } from '@doorwalk/core/building/load'
import { plainNumber, plainStreet } from '@doorwalk/core/matching/street-name'
import { Random } from '@doorwalk/core/solver/chance/random'
import { damagedAddress } from '../../support/spelling-damage.ts'
import { BUNDLED, bundledRegion } from '../../support/worlds/regions.ts'

let folder: string
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorwalk-import-'))
})

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const code = await main(['import', ...args], {
    out: (text) => (said.out += text + '\n'),
    err: (text) => (said.err += text + '\n'),
    isTerminal: false,
  })
  return { code, ...said }
}

const LIST = `Immeubles du quartier;;;;
Adresse;Lon;Lat;Logements;Priorité
12 rue Condorcet, 75009 Paris;2,3475;48,8791;24 logements;80
14 rue Condorcet;2,3476;48,8791;beaucoup;
12, RUE CONDORCET 75009 Paris;2,3475;48,8791;30;
16 rue Condorcet;;;3;
`

test('A list becomes targets that a plan takes, and a table of what needs a look', async () => {
  await writeFile(at('list.csv'), LIST)
  const { code, out } = await run(
    at('list.csv'),
    ...['--region', BUNDLED, '--out', at('targets.json'), '--report', at('faults.csv')],
  )
  expect(code).toBe(0)
  expect(out).toContain('cells parted by semicolons, names of columns in line 2, coordinates in degrees')
  expect(out).toContain('4 lines: 3 taken, 1 of them put right, 1 refused')
  expect(out).toContain('line 3, doors: "24 logements" read as "24"')
  expect(out).toContain('line 4, doors: refused a text of 8 letters, expected a whole number of doors')
  expect(out).toContain('Lines that name a building which a line before them names: 1; the last one counts')
  expect(JSON.parse(await readFile(at('targets.json'), 'utf8'))).toEqual({
    targets: [
      {
        id: 'osm:w68925943',
        doors: 30,
      },
      { id: 'osm:w68926013!n1235277382', doors: 3 },
    ],
  })
  expect((await readFile(at('faults.csv'), 'utf8')).split('\r\n')).toEqual([
    'line,status,field,came,became,expected,address,lng,lat,doors,priority',
    '3,repaired,doors,24 logements,24,,"12 rue Condorcet, 75009 Paris","2,3475","48,8791",24 logements,80',
    '4,refused,doors,a text of 8 letters,,a whole number of doors,14 rue Condorcet,"2,3476","48,8791",a text of 8 letters,',
    '',
  ])
  const plan = await main(
    [
      ...['plan', '--region', BUNDLED, '--volunteers', '1', '--minutes', '30', '--iterations', '50'],
      ...['--targets', at('targets.json'), '--out', at('plan'), '--start-at', '2026-03-14T14:00:00+01:00'],
    ],
    { out: () => {}, err: () => {}, isTerminal: false },
  )
  expect(plan).toBe(0)
})

test('Addresses become targets of the region however they are spelt; what may be another is told, not taken', async () => {
  const { regions, region } = bundledRegion()
  const manifest = await regions.manifest(region)
  const addressed = (await loadBuildings(regions, manifest, manifest.bbox))
    .flatMap(({ targets }) => targets)
    .filter(({ address }) => address?.number && address.street)
  const nameOf = ({ number, street }: { number: string; street: string }) =>
    `${plainNumber(number)} ${plainStreet(street)}`
  const byName = new Map<string, typeof addressed>()
  for (const target of addressed) {
    const name = nameOf(target.address!)
    byName.set(name, [...(byName.get(name) ?? []), target])
  }
  // One target each: what is said of it is said of nothing else.
  const single = [...byName.values()].flatMap((targets) => (targets.length === 1 ? targets : []))
  const random = new Random(7)
  const wanted = Array.from({ length: 200 }, () => single[random.below(single.length)]!).filter(
    ({ id }, at, all) => all.findIndex((other) => other.id === id) === at,
  )
  const lines = wanted.map(({ address }, at) => {
    const { number, street } = at % 2 === 0 ? address! : damagedAddress(address!, () => random.unit())
    return `"${number} ${street}, Paris",${at + 1}`
  })
  await writeFile(at('spelt.csv'), ['Adresse,Logements', ...lines, ''].join('\n'))
  const { code, out } = await run(
    at('spelt.csv'),
    ...['--region', BUNDLED, '--out', at('spelt.json'), '--report', at('spelt-faults.csv')],
  )
  expect(code).toBe(0)
  const { targets } = JSON.parse(await readFile(at('spelt.json'), 'utf8')) as {
    targets: { id: string; doors: number }[]
  }
  expect(out).toContain(`Addresses found in the region: ${targets.length}`)
  const told = new Map(targets.map(({ id, doors }) => [doors, id]))
  const faults = await readFile(at('spelt-faults.csv'), 'utf8')
  const refused = new Set([...faults.matchAll(/^(\d+),refused/gm)].map(([, line]) => Number(line)))
  let [exact, right, damaged] = [0, 0, 0]
  wanted.forEach(({ id }, index) => {
    const found = told.get(index + 1)
    // Nothing is lost: a line is taken, or it is in the report.
    expect(found === undefined).toBe(refused.has(index + 2))
    if (index % 2 === 0 && found === id) exact++
    else if (index % 2 === 1 && found !== undefined)
      [damaged, right] = [damaged + 1, right + Number(found === id)]
  })
  expect(exact).toBe(Math.ceil(wanted.length / 2))
  expect(right / damaged).toBeGreaterThan(0.97)
  expect(damaged / (wanted.length / 2)).toBeGreaterThan(0.7)
})

test('Two lines of one building that say different things, and numbers that a street lacks, are refused by line', async () => {
  await writeFile(
    at('doubt.csv'),
    `Adresse;Entrée;Logements
12 rue Condorcet;A;24
12 rue Condorcet;B;20
15 bis rue Condorcet;;3
16 r. condorset;;3
5 rue Xyzzyplugh;;8
14 rue Condorcet;;
`,
  )
  const args = ['--region', BUNDLED, '--out', at('doubt.json'), '--report', at('doubt-faults.csv')]
  const { code, out } = await run(at('doubt.csv'), ...args)
  expect(code).toBe(0)
  expect(out).toContain('6 lines: 3 taken, 1 of them put right, 3 refused')
  expect(out).toContain('one line for each building: line 2 says something else of it')
  expect(out).toContain('Of these say nothing of the building: 1')
  expect(out).toContain('Addresses that may be one or another: 1')
  const faults = await readFile(at('doubt-faults.csv'), 'utf8')
  expect(faults).toContain(
    '4,refused,address,15 bis rue Condorcet,,"the street of the region has no such number; is it 15 Rue Condorcet, or',
  )
  expect(faults).toContain('6,refused,address,5 rue Xyzzyplugh,,"a number and a street of the region')
})

test('A dry run shows the same and writes nothing', async () => {
  await writeFile(at('list.csv'), LIST)
  const before = await readdir(folder)
  const { code, out } = await run(at('list.csv'), '--region', BUNDLED, '--dry-run')
  expect(code).toBe(0)
  expect(out).toContain('4 lines: 3 taken')
  expect(await readdir(folder)).toEqual(before)
})

test('A column is read as the caller says, of the sheet that the caller names', async () => {
  const rows = [
    ['A', 'B', 'C'],
    ['12 rue Condorcet', '48.8791, 2.3475', 7],
  ]
  await writeFile(
    at('book.xlsx'),
    await writeXlsx({
      sheets: [
        { name: 'X', rows: [['rien']] },
        { name: 'Y', rows },
      ],
    }),
  )
  const { code, out } = await run(
    at('book.xlsx'),
    ...['--region', BUNDLED, '--dry-run', '--sheet', 'Y', '--as', 'doors=C', '--as', 'place=B'],
  )
  expect(out).toContain('doors      "C" (as asked)')
  expect(out).toContain('Only the sheet "Y" is read, not "X"')
  expect(code).toBe(0)
})

/** Somebody who must be nowhere. */
const PLANTED = [
  'Zebulon',
  'Quarksilber',
  'zeb@quark.example',
  '06 98 76 54 32',
  '0698765432',
  '17/03/1961',
  'grincheux',
]

const PLACES: Record<string, string> = {
  'in columns by their names': `Adresse,Lon,Lat,Nom,Prénom,Mail,Tél,Né le,Remarques
12 rue Condorcet,2.3475,48.8791,Quarksilber,Zebulon,zeb@quark.example,06 98 76 54 32,17/03/1961,grincheux
14 rue Condorcet,oops,48.8791,Quarksilber,Zebulon,zeb@quark.example,0698765432,17/03/1961,grincheux
`,
  'in columns without names': `12 rue Condorcet;2,3475;48,8791;Pierre Quarksilber;zeb@quark.example;06 98 76 54 32;17/03/1961
14 rue Condorcet;2,3475;48,8791;Zebulon Marie;zeb@quark.example;0698765432;17/03/1961
16 rue Condorcet;9,9;48,8791;Marie Quarksilber;zeb@quark.example;0698765432;17/03/1961
`,
  'in the wrong cells': `Adresse,Lon,Lat,Logements,Priorité,Clé,N°,Ref
"Mme Quarksilber, 12 rue Condorcet",2.3475,48.8791,Quarksilber,1,,,
12 rue Condorcet chez Zebulon Quarksilber,2.3475,48.8791,3,Zebulon,,,
"12 rue Condorcet, 06 98 76 54 32",2.3475,48.8791,3,1,Zebulon,,
14 rue Condorcet,2.3475,48.8791,zeb@quark.example,1,,,
16 rue Condorcet,0698765432,48.8791,3,1,,,
18 rue Condorcet,2.3475,17/03/1961,3,1,oui,,
20 rue Condorcet,2.3475,48.8791,3,1,non,Quarksilber,
Zebulon Quarksilber,,,,,,,
,,,,,,,zeb@quark.example
22 rue Condorcet,2.3475,48.8791,3,1,,,zeb@quark.example
`,
  'in cells of texts': `Ref,Adresse,Lon,Lat,Ville,Entrée
A1,12 rue Condorcet,2.3475,48.8791,Mme Quarksilber,B
A2,14 rue Condorcet,2.3475,48.8791,Paris,Marie Quarksilber
zeb@quark.example,16 rue Condorcet,2.3475,48.8791,Paris,A
A4,18 rue Condorcet,2.3475,48.8791,Paris,A
A5,20 rue Condorcet,2.3475,48.8791,Paris,A
`,
  'in a header': `Adresse,Lon,Lat,zeb@quark.example,06 98 76 54 32
12 rue Condorcet,2.3475,48.8791,oui,non
13 rue Condorcet,2.3475,nord,oui,non
`,
}

test.each(Object.entries(PLACES))(
  'Somebody planted %s is in no file, no line and no table',
  async (_, text) => {
    await writeFile(at('planted.csv'), text)
    const { code, out, err } = await run(
      at('planted.csv'),
      ...['--region', BUNDLED, '--out', at('planted.json'), '--report', at('planted-faults.csv')],
    )
    expect(code).toBe(0)
    const files = await Promise.all(
      [at('planted.json'), at('planted-faults.csv')].map((file) => readFile(file, 'utf8')),
    )
    for (const all of [out, err, ...files]) for (const planted of PLANTED) expect(all).not.toContain(planted)
    expect(files.every((file) => file.split('\n').length > 2)).toBe(true)
  },
)

test.each<[string, string[], RegExp]>([
  ['no file', ['--dry-run'], /FILE is missing/],
  ['neither out nor dry run', ['list.csv'], /--out FILE is missing; with --dry-run/],
  ['both', ['list.csv', '--dry-run', '--out', 'x.json'], /leave one of them out/],
  ['a file that is not there', ['none.csv', '--dry-run'], /none.csv: there is no such file/],
  ['a folder', ['.', '--dry-run'], /it is a folder/],
  ['the list itself', ['list.csv', '--out', 'list.csv'], /--out: got the list itself/],
  ['one file for both', ['list.csv', '--out', 'x', '--report', 'x'], /the same file/],
  ['a field that is none', ['list.csv', '--dry-run', '--as', 'rue=Rue'], /fields are id, address/],
  [
    'a column that is none',
    ['list.csv', '--dry-run', '--as', 'street=Rue'],
    /there is no column "Rue". The columns are "Adresse"/,
  ],
  ['a sheet of a text', ['list.csv', '--dry-run', '--sheet', 'A'], /no sheet "A"; it has no sheets/],
  [
    'a place that is none',
    ['list.csv', '--report', 'ok.csv', '--out', 'none/t.json'],
    /none.t\.json lies in a folder that does not exist/,
  ],
  ['a PDF', ['pdf.csv', '--dry-run'], /it is a PDF/],
  [
    'a list of which nothing can be used',
    ['far.csv', '--out', 'far.json'],
    /none of 1 lines can be used; the first is line 2, lng/,
  ],
])('%s: exit code 2 and words', async (_, args, words) => {
  await writeFile(at('list.csv'), LIST)
  await writeFile(at('pdf.csv'), '%PDF-1.4')
  await writeFile(at('far.csv'), 'id,lon,lat\na,4.8,45.7\n')
  const before = await readdir(folder)
  const isPath = (arg: string) => arg === '.' || /^(?:x|.*\.\w+)$/.test(arg)
  const { code, err } = await run(...args.map((arg) => (isPath(arg) ? at(arg) : arg)), '--region', BUNDLED)
  expect(err).toMatch(words)
  expect(code).toBe(2)
  expect(await readdir(folder)).toEqual(before)
})
