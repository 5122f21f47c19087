import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { main } from '@doorwalk/cli/main'
import { pbf, pbfFile, World } from '../../support/worlds/osm-fixture.ts'
import { oneStreet } from '../../support/worlds/osm-worlds.ts'
import { fileWith } from '../../support/worlds/prepared.ts'

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const io = {
    out: (text: string) => void (said.out += `${text}\n`),
    err: (text: string) => void (said.err += `${text}\n`),
    isTerminal: false,
  }
  return { code: await main(['prepare', ...args], io), ...said }
}

const outFolder = async () => join(await mkdtemp(join(tmpdir(), 'doorwalk-test-')), 'place')

describe('doorwalk prepare', () => {
  it('says what it read, kept and dropped', async () => {
    const { code, out, err } = await run('--osm', await pbfFile(oneStreet()), '--out', await outFolder())
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('Read 45 nodes, 11 ways, 0 relations')
    expect(out).toContain('Buildings: 10 read (0 multipolygons), 10 inside the box kept')
    expect(out).toContain('Doors: 10 (floor_area 10)')
    expect(out).toMatch(/Region place, version [0-9a-f]{16} → /)
  })

  it('explains itself', async () => {
    const { code, out } = await run('--help')
    expect(code).toBe(0)
    for (const option of [
      'osm',
      'out',
      'addresses',
      'households',
      'dwellings',
      'dwellings-as',
      'precincts',
      'attribution',
      'previous',
    ]) {
      expect(out).toContain(`--${option}`)
    }
  })

  const good = async () => pbfFile(oneStreet())
  const bad: [string, () => Promise<string[]>, string][] = [
    [
      'a truncated extract',
      async () => ['--osm', await fileWith('x.pbf', pbf(oneStreet()).slice(0, -9))],
      'x.pbf',
    ],
    ['an empty extract', async () => ['--osm', await pbfFile(new World('void'))], 'no place to prepare'],
    ['an empty file', async () => ['--osm', await fileWith('x.pbf', '')], 'it is empty'],
    ['a CSV as extract', async () => ['--osm', await fileWith('x.csv', 'id,lon,lat\n'.repeat(99))], 'x.csv'],
    ['a missing extract', async () => ['--osm', '/nowhere/x.pbf'], 'no such file'],
    ['no extract', async () => [], '--osm is missing'],
    [
      'a grid that is none',
      async () => ['--osm', await good(), '--households', await fileWith('g', '[]')],
      'no "features"',
    ],
    ['a missing grid', async () => ['--osm', await good(), '--households', '/nowhere/g'], 'no such file'],
    ['precincts that are a PBF', async () => ['--osm', await good(), '--precincts', await good()], 'no JSON'],
    [
      'missing addresses',
      async () => ['--osm', await good(), '--addresses', '/nowhere/a.csv'],
      'no such file',
    ],
    [
      'addresses that are a PBF',
      async () => ['--osm', await good(), '--addresses', await good()],
      'cannot be read',
    ],
    [
      'a register that is none',
      async () => ['--osm', await good(), '--dwellings', await fileWith('d', '{}')],
      'features',
    ],
    [
      'a register of another place',
      async () => [
        '--osm',
        await good(),
        '--dwellings',
        await fileWith('r.csv', 'logements,lon,lat\n3,5.4,43.3'),
      ],
      'none of 1 rows lies in the region',
    ],
    [
      'a column that is not there',
      async () => [
        ...['--osm', await good(), '--dwellings', await fileWith('r.csv', 'nb,id\n3,w1')],
        ...['--dwellings-as', 'dwellings=nbr'],
      ],
      'did you mean "nb"',
    ],
    [
      'no register to explain',
      async () => ['--osm', await good(), '--dwellings-as', 'gwr'],
      'without --dwellings',
    ],
    ['no earlier region', async () => ['--osm', await good(), '--previous', '/nowhere'], 'current.json'],
    [
      'an empty attribution',
      async () => ['--osm', await good(), '--attribution', ' '],
      '1 to 200 characters',
    ],
    ['an unknown option', async () => ['--osm', await good(), '--loud'], '--loud'],
    [
      'an unknown source',
      async () => ['--osm', await good(), '--withhold', 'osm'],
      'households, dwellings, population',
    ],
  ]

  it.each(bad)('%s ends with code 2 and a clear word', async (_, args, word) => {
    const { code, err } = await run(...(await args()), '--out', await outFolder())
    expect(code).toBe(2)
    expect(err).toContain(word)
    expect(err).not.toMatch(/\n\s+at |bug/)
  })
})
