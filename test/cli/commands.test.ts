/** The command as a person uses it: what it prints and writes, and what it answers to broken input. */
import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { main } from '@doorwalk/cli/main'
import { PLAN_FILES } from '@doorwalk/cli/plan/write-plan'
import { Plan } from '@doorwalk/core/walk/answer'
import { pbf } from '../support/worlds/osm-fixture.ts'
import { oneStreet } from '../support/worlds/osm-worlds.ts'
import { BUNDLED } from '../support/worlds/regions.ts'

let folder: string
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorwalk-cli-'))
  const bytes = pbf(oneStreet())
  await writeFile(at('world.osm.pbf'), bytes)
  await writeFile(at('cut.osm.pbf'), bytes.subarray(0, bytes.length - 40))
  await writeFile(at('words.txt'), 'hello')
  await writeFile(at('empty.geojson'), JSON.stringify({ type: 'FeatureCollection', features: [] }))
  await writeFile(at('elsewhere.geojson'), JSON.stringify(square(6.1, 46.2)))
  await writeFile(at('swapped.geojson'), JSON.stringify(square(48.879, 2.345)))
  await writeFile(at('unknown-field.json'), JSON.stringify({ volunteers: 2, voluntears: 3 }))
  await writeFile(at('half.json'), '{"volunteers":')
  await writeFile(
    at('visits.json'),
    JSON.stringify({ visits: [{ id: 'v-1', target: 'osm:w1', name: 'Ada' }] }),
  )
})

function square(lng: number, lat: number) {
  const [east, north] = [lng + 0.002, lat + 0.002]
  return {
    type: 'Polygon',
    coordinates: [
      [
        [lng, lat],
        [east, lat],
        [east, north],
        [lng, north],
        [lng, lat],
      ],
    ],
  }
}

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const code = await main(args, {
    out: (text) => (said.out += text + '\n'),
    err: (text) => (said.err += text + '\n'),
    isTerminal: false,
  })
  return { code, ...said }
}

describe('broken input is answered in words, with exit code 2', () => {
  const plan = (...more: string[]) => [
    'plan',
    '--region',
    BUNDLED,
    '--minutes',
    '60',
    '--out',
    'OUT',
    ...more,
  ]
  it.each<[string, string[], string]>([
    ['no command at all', [], 'Usage'],
    ['an unknown command', ['plna'], 'there is no command "plna"'],
    ['a truncated PBF', ['prepare', '--osm', 'cut.osm.pbf', '--out', 'OUT'], 'cannot be read'],
    ['a file that is no PBF', ['prepare', '--osm', 'words.txt', '--out', 'OUT'], 'cannot be read'],
    ['no file', ['prepare', '--osm', 'none.pbf', '--out', 'OUT'], 'no such file'],
    [
      'an empty area',
      plan('--volunteers', '2', '--area', 'empty.geojson'),
      'got []; expected at least one feature',
    ],
    ['an area outside', plan('--volunteers', '2', '--area', 'elsewhere.geojson'), 'but region'],
    ['swapped coordinates', plan('--volunteers', '2', '--area', 'swapped.geojson'), 'look swapped'],
    [
      'a start far from any street',
      plan('--volunteers', '2', '--start', '2.40,48.80'),
      'too far from any street',
    ],
    ['0 volunteers', plan('--volunteers', '0'), '/volunteers: got 0'],
    ['10,001 volunteers', plan('--volunteers', '10001'), '/volunteers: got 10001'],
    [
      'an unknown language',
      plan('--volunteers', '2', '--language', 'xx'),
      '/language: got "xx"; expected one of "fr" or "en',
    ],
    ['NaN', plan('--volunteers', 'NaN'), 'got "NaN", expected a number'],
    ['an unknown option', plan('--volunteers', '2', '--wat'), "Unknown option '--wat'"],
    ['an unknown field', plan('--request', 'unknown-field.json'), '/voluntears: unknown field'],
    ['half a JSON file', plan('--request', 'half.json'), 'is not JSON'],
    [
      'a name among visits',
      plan('--volunteers', '2', '--visits', 'visits.json'),
      '/visits/0/name: unknown field',
    ],
    ['an unknown precinct', plan('--volunteers', '2', '--precinct', '9999'), 'expected one of 0918'],
    [
      'area and precinct',
      plan('--volunteers', '2', '--precinct', '0925', '--area', 'empty.geojson'),
      'not both',
    ],
    ['no region', ['plan', '--region', 'none', '--volunteers', '2', '--out', 'OUT'], 'no region'],
    ['a missing option', ['plan', '--region', BUNDLED], '--out is missing'],
    [
      'an unwritable place',
      plan('--volunteers', '1').map((word) => (word === 'OUT' ? 'words.txt' : word)),
      'choose another',
    ],
    [
      'no points',
      ['matrix', '--region', BUNDLED, '--points', 'none', '--out', 'OUT'],
      'there is no such file',
    ],
    [
      'no time of a matrix',
      ['matrix', '--region', BUNDLED, '--points', 'words.txt', '--at', 'yesterday', '--out', 'OUT'],
      '--at',
    ],
    [
      'no number of neighbours',
      ['matrix', '--region', BUNDLED, '--points', 'words.txt', '--nearest', 'x', '--out', 'OUT'],
      '--nearest',
    ],
    [
      'points that are none',
      ['matrix', '--region', BUNDLED, '--points', 'words.txt', '--out', 'OUT'],
      'line 1',
    ],
    ['no instance', ['solve', 'words.txt', '--format', 'top', '--seconds', '1'], 'cannot be read'],
    ['no time limit', ['solve', 'words.txt', '--format', 'top'], 'either --seconds or --iterations'],
  ])('%s', async (_, words, says) => {
    const files = await readdir(folder)
    const args = words.map((word) =>
      files.includes(word) || word === 'OUT' || /^none/.test(word) ? at(word) : word,
    )
    const { code, err, out } = await run(...args)
    expect(code).toBe(2)
    expect(err + out).toContain(says)
    expect(err).not.toMatch(/\n\s+at /)
  })
})

describe('help', () => {
  it.each(['prepare', 'plan', 'matrix', 'solve', 'serve', 'demo', 'rank'])(
    '%s --help explains itself',
    async (command) => {
      const { code, out } = await run(command, '--help')
      expect(code).toBe(0)
      expect(out).toContain(`doorwalk ${command}`)
      expect(out).toContain('--')
    },
  )
})

describe('a plan on the command line', () => {
  it('writes the plan in every form, prints a table, and is the same each time', async () => {
    const args = ['--region', BUNDLED, '--precinct', '0921', '--volunteers', '3', '--minutes', '60']
    const fixed = [...args, '--start-at', '2026-03-14T14:00:00+01:00', '--iterations', '5000', '--seed', '7']
    const { code, out } = await run('plan', ...fixed, '--out', at('a'))
    expect(code).toBe(0)
    // All in the language of the plan, in which its reasons are.
    expect(out).toMatch(/tournée +étapes +portes +valeur +minutes +mètres +première +dernière/)
    expect(out).toMatch(/^Laissé de côté\u00a0: \d+ /m)
    expect(out).not.toMatch(/walks?\b|Left out|Note:/)
    const files = await readdir(at('a'))
    const walks = ['01', '02', '03']
    const named = PLAN_FILES.flatMap((name) => walks.map((number) => name.replace('NN', number)))
    expect(files.sort()).toEqual([...new Set(named)].sort())
    expect(files).toEqual(expect.arrayContaining(['plan.geojson', 'plan.json', 'print.html', 'walk-03.gpx']))
    const text = await readFile(at('a/plan.json'), 'utf8')
    expect(Plan.parse(JSON.parse(text)).walks).toHaveLength(3)
    await run('plan', ...fixed, '--out', at('b'))
    expect(await readFile(at('b/plan.json'), 'utf8')).toBe(text)
  })

  it('leaves out what was visited', async () => {
    const plan = async (out: string, ...more: string[]) => {
      await run('plan', '--region', BUNDLED, '--volunteers', '2', '--minutes', '60', '--iterations', '2000',
        '--start-at', '2026-03-14T14:00:00+01:00', '--out', at(out), ...more) // prettier-ignore
      return Plan.parse(JSON.parse(await readFile(at(`${out}/plan.json`), 'utf8')))
    }
    const targets = (made: Plan) => made.walks.flatMap((walk) => walk.stops.flatMap((stop) => stop.targets))
    const first = targets(await plan('first'))
    const visits = first.map(({ id, doors }, index) => ({
      ...{ id: `visit-${index}-0000`, target: id, at: '2026-03-14T13:00:00+01:00', knocked: doors },
    }))
    await writeFile(at('done.json'), JSON.stringify({ visits }))
    const second = await plan('second', '--visits', at('done.json'))
    expect(targets(second).filter(({ id }) => first.some((target) => target.id === id))).toEqual([])
    expect(second.summary.leftOut.visited).toBe(first.length)
  })

  it('prepares, plans and measures a region of its own', async () => {
    expect((await run('prepare', '--osm', at('world.osm.pbf'), '--out', at('region'))).code).toBe(0)
    expect((await run('plan', '--region', at('region'), '--volunteers', '1', '--out', at('c'))).code).toBe(0)
    const plan = Plan.parse(JSON.parse(await readFile(at('c/plan.json'), 'utf8')))
    const points = plan.walks[0]!.stops.map(({ location }) => location.join(',')).join('\n')
    await writeFile(at('points'), points + '\n')
    expect(
      (await run('matrix', '--region', at('region'), '--points', at('points'), '--out', at('m.json'))).code,
    ).toBe(0)
    const matrix = JSON.parse(await readFile(at('m.json'), 'utf8')) as {
      durations: number[][]
      sources: unknown[]
    }
    expect(matrix.durations).toHaveLength(plan.walks[0]!.stops.length)
    expect(matrix.durations.every((row, index) => row[index] === 0)).toBe(true)
    const near = ['--points', at('points'), '--nearest', '1', '--out', at('n.json')]
    expect((await run('matrix', '--region', at('region'), ...near)).code).toBe(0)
    const { nearest } = JSON.parse(await readFile(at('n.json'), 'utf8')) as { nearest: [number, number][][] }
    nearest.forEach(([first], from) => {
      const others = matrix.durations[from]!.filter((_, to) => to !== from)
      expect(first?.[1]).toBe(Math.min(...others))
    })
  })
})
