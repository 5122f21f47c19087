/** `doorwalk import` as a person uses it: what it shows, what it writes, and what it says to lists that are none. */
import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { writeXlsx } from 'hucre/xlsx'
import { main } from '@doorwalk/cli/main'
import { BUNDLED } from '../../support/worlds/regions.ts'

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
        id: 'own:12-rue-condorcet-75009',
        location: [2.3475, 48.8791],
        address: { number: '12', street: 'RUE CONDORCET' },
        doors: 30,
      },
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
