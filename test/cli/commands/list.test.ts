/** `doorwalk list` as a person uses it: a table and a map of a precinct, states by visits, and what it refuses. */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { main } from '@doorwalk/cli/main'
import { isInside } from '@doorwalk/core/area/polygon'
import { BUNDLED } from '../../support/worlds/regions.ts'

type Row = Record<string, string>

let folder: string
const at = (name: string) => join(folder, name)
const REGION = BUNDLED

async function list(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const code = await main(['list', ...args], {
    out: (text) => (said.out += text + '\n'),
    err: (text) => (said.err += text + '\n'),
    isTerminal: false,
  })
  return { code, ...said }
}
async function rows(...args: string[]): Promise<Row[]> {
  const { code, err } = await list('--region', REGION, ...args, '--out', at('out.csv'))
  expect([code, err]).toEqual([0, ''])
  return parse(await readFile(at('out.csv')), { columns: true }) as unknown as Row[]
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorwalk-list-'))
})

describe('doorwalk list', () => {
  it('writes the targets of a precinct as a table and as a map, with the score of a plan', async () => {
    const { code, out } = await list(
      ...['--region', REGION, '--precinct', '0925', '--precinct', '1034', '--priority', 'taux_abstention'],
      ...['--out', at('a.csv'), '--out', at('a.geojson')],
    )
    expect(code).toBe(0)
    const table = parse(await readFile(at('a.csv')), { columns: true }) as unknown as Row[]
    const map = JSON.parse(await readFile(at('a.geojson'), 'utf8')) as { features: { id: string }[] }
    expect(map.features.map(({ id }) => id)).toEqual(table.map(({ target }) => target))
    expect(out).toContain(
      `${table.length} targets, ${table.reduce((sum, row) => sum + Number(row['doors']), 0)} doors`,
    )
    // The highest abstention of the region is 100; that of 0925 is 38.03 of 40.34.
    const scores = new Map(table.map((row) => [row['precinct'], Number(row['score'])]))
    expect(scores).toEqual(new Map([['0925', 94.27], ['1034', 100]])) // prettier-ignore
    const ids = (await rows()).filter(({ precinct }) => precinct === '0925' || precinct === '1034')
    expect(new Set(ids.map(({ target }) => target))).toEqual(new Set(table.map(({ target }) => target)))
  })

  it('takes the scores of a ranking, which are those of a plan that follows it', async () => {
    const quiet = { out: () => undefined, err: () => undefined, isTerminal: false }
    const ranked = ['--preset', 'mobilise', '--own', 'pct_gregoire', '--out', at('ranking.json')]
    expect(await main(['rank', '--region', REGION, ...ranked], quiet)).toBe(0)
    const { precincts } = JSON.parse(await readFile(at('ranking.json'), 'utf8')) as {
      precincts: { areas: { code: string }[] }
    }
    const { code, err } = await list(
      '--region',
      REGION,
      '--ranking',
      at('ranking.json'),
      '--out',
      at('out.csv'),
    )
    expect([code, err]).toEqual([
      0,
      expect.stringContaining('14 precincts of the ranking reach out of the region'),
    ])
    const listed = parse(await readFile(at('out.csv')), { columns: true }) as unknown as Row[]
    const scores = new Map(listed.map((row) => [row['precinct'], Number(row['score'])]))
    const order = [...scores].toSorted((a, b) => b[1] - a[1]).map(([code]) => code)
    expect(order).toEqual(precincts.areas.map(({ code }) => code))
    expect(Math.max(...scores.values())).toBe(100)
  })

  it('tells states by the visits, from 11 doors up', async () => {
    const before = await rows('--precinct', '0925')
    const large = before.filter(({ doors }) => Number(doors) >= 11)
    const small = before.filter(({ doors }) => Number(doors) < 11)
    expect(large.every(({ state }) => state === 'free') && small.every(({ state }) => state === '')).toBe(
      true,
    )
    const visits = [large[0]!, small[0]!].map(({ target, doors }) => ({
      ...{ id: `visit-${target}`, target, at: '2026-03-07T15:00:00+01:00' },
      ...{ knocked: Number(doors), refused: Number(doors) },
    }))
    await writeFile(at('visits.json'), JSON.stringify({ visits }))
    const moment = ['--at', '2026-03-14T15:00:00+01:00']
    const after = await rows('--precinct', '0925', '--visits', at('visits.json'), ...moment)
    expect(after.filter(({ state }) => state === 'done').map(({ target }) => target)).toEqual([
      large[0]!['target'],
    ])
    expect(after.filter(({ state }) => state === '')).toHaveLength(small.length)
  })

  it('draws what lies within a walk as one shape that holds every target of it', async () => {
    const walk = ['--area-walk', '2.3488,48.8793,4']
    const { code, out } = await list(
      '--region',
      REGION,
      ...walk,
      '--out',
      at('w.geojson'),
      '--outline',
      at('o.geojson'),
    )
    expect([code, out]).toEqual([0, expect.stringContaining(`Written to ${at('o.geojson')}`)])
    const targets = JSON.parse(
      await readFile(at('w.geojson'), 'utf8'),
    ) as GeoJSON.FeatureCollection<GeoJSON.Point>
    const outline = JSON.parse(
      await readFile(at('o.geojson'), 'utf8'),
    ) as GeoJSON.Feature<GeoJSON.MultiPolygon>
    expect(outline.properties).toMatchObject({
      area: { walkFrom: { start: [2.3488, 48.8793], minutes: 4 } },
      targets: targets.features.length,
    })
    expect(targets.features.length).toBeGreaterThan(20)
    // Doors of one block may lie a few metres beside it.
    const outside = targets.features.filter(
      ({ geometry }) => !isInside(geometry.coordinates as [number, number], outline.geometry),
    )
    expect(outside.length / targets.features.length).toBeLessThan(0.1)
    // Blocks side by side are one ring.
    expect(outline.geometry.coordinates.length).toBeLessThanOrEqual(3)
  })

  it('takes what lies within a walk, and what is put together', async () => {
    const near = await rows('--area-walk', '2.3475,48.8791,3')
    await writeFile(at('area.json'), JSON.stringify({ all: [{ precincts: ['0925'] }, { walkFrom: { start: [2.3475, 48.8791], minutes: 3 } }] })) // prettier-ignore
    const both = await rows('--area', at('area.json'))
    expect(both.length).toBeGreaterThan(0)
    const common = near.filter(({ precinct }) => precinct === '0925').map(({ target }) => target)
    expect(both.map(({ target }) => target)).toEqual(common)
  })

  it.each([
    [['--out', 'x.xlsx'], '--out: got "x.xlsx", expected a name that ends in .csv or .geojson'],
    [[], '--out is missing'],
    [['--out', 'x.csv', '--at', '2026-03-07T15:00:00+01:00'], '--at changes nothing without --visits'],
    [['--out', 'x.csv', '--precinct', '9999'], '9999'],
    [['--out', 'x.csv', '--precinct', '0925', '--area-walk', '2,48,3'], 'give one of --area'],
    [
      ['--out', 'x.csv', '--priority', 'inscrits', '--ranking', 'x.json'],
      'give --priority or --ranking, not both',
    ],
    [['--out', 'x.csv', '--priority', 'names'], 'got "names", expected a numeric property'],
  ])('refuses %j', async (args, words) => {
    const { code, err } = await list('--region', REGION, ...args)
    expect([code, err]).toEqual([2, expect.stringContaining(words)])
  })
})
