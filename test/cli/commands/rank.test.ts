/** `doorwalk rank` as a person uses it: table, JSON and CSV, what it refuses, and the same order in the demo. */
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { main } from '@doorwalk/cli/main'
import type { Proposal } from '@doorwalk/core/proposal/answer'
import type { Ranking } from '@doorwalk/core/ranking/ranking'
import { BUNDLED } from '../../support/worlds/regions.ts'

let folder: string
const at = (name: string) => join(folder, name)

async function rank(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const code = await main(['rank', ...args], {
    out: (text) => (said.out += text + '\n'),
    err: (text) => (said.err += text + '\n'),
    isTerminal: false,
  })
  return { code, ...said }
}

/** Squares of 0.002° in a row through the region. */
function grid(properties: (at: number) => object) {
  const features = [0, 1, 2, 3].map((i) => {
    const [west, south] = [2.3452 + 0.002 * i, 48.8782]
    const ring = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]].map(([x, y]) => [west + 0.002 * x!, south + 0.002 * y!]) // prettier-ignore
    return { type: 'Feature', properties: properties(i), geometry: { type: 'Polygon', coordinates: [ring] } }
  })
  return JSON.stringify({ type: 'FeatureCollection', features })
}

/** As Paris draws the station of voters without an address: 1 m across. */
function withDot(text: string): string {
  const collection = JSON.parse(text) as { features: unknown[] }
  const ring = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]].map(([x, y]) => [2.4624 + 0.00001 * x!, 48.8194 + 0.00001 * y!]) // prettier-ignore
  collection.features.push({ type: 'Feature', properties: { code: 'dot', ind: 900 }, geometry: { type: 'Polygon', coordinates: [ring] } }) // prettier-ignore
  return JSON.stringify(collection)
}

const visit = (target: string, knocked: number) => ({
  ...{ id: `visit-${target}`, target, at: '2026-03-07T15:00:00+01:00' },
  knocked,
})

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorwalk-rank-'))
  await writeFile(at('grid.geojson'), grid((i) => ({ idcar_200m: `S${i}`, ind: 100 * (i + 1), men: 50, men_pauv: 5 * i, imputed: i === 1 ? 1 : 0 }))) // prettier-ignore
  await writeFile(at('stations.geojson'), withDot(grid((i) => ({ code: `S${i}`, ind: i })))) // prettier-ignore
  await writeFile(
    at('twice.geojson'),
    grid(() => ({ id: 'S' })),
  )
  await writeFile(
    at('refused.geojson'),
    grid((i) => ({ code: `S${i}`, pct_etrangers: 5 * i, ind: 100 })),
  )
  await writeFile(at('visits.json'), JSON.stringify({ visits: [visit('nowhere', 4)] }))
  await writeFile(at('no-visits.json'), JSON.stringify({ visits: [{ ...visit('a', 4), name: 'Ada' }] }))
})

const readRanking = async (file: string, kind = 'precincts') =>
  (JSON.parse(await readFile(at(file), 'utf8')) as Record<string, Ranking>)[kind]!

describe('doorwalk rank', () => {
  it('prints a table and writes JSON and CSV with the same rows', async () => {
    const { code, out, err } = await rank(
      ...['--region', BUNDLED, '--preset', 'mobilise', '--own', 'pct_gregoire', '--top', '2'],
      ...['--out', at('r.json'), '--out', at('r.csv')],
    )
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('14 of 14 precincts by score: mobilise = taux_abstention × pct_gregoire ÷ 100')
    expect(out).toMatch(/rank +range +precinct +score +stands for +inscrits +abstention % +own share %/)
    // 40.34 × 45.72 ÷ 100 = 18.44; of 1,532 registered 283
    expect(out).toMatch(/\n +1 +1–1 +1034 +18\.44 +283 +1532 +40\.34 +45\.72\n/)
    expect(out).toContain('and 12 more')
    const { areas } = await readRanking('r.json')
    const lines = (await readFile(at('r.csv'), 'utf8')).trim().split('\r\n')
    expect(lines[0]).toMatch(/^kind,code,rank,bestRank,worstRank,score,amount,people,abstention,/)
    expect(lines.slice(1).map((line) => line.split(',')[1])).toEqual(areas.map(({ code: name }) => name))
    expect(lines[1]!.split(',').slice(0, 3)).toEqual(['precinct', '1034', '1'])
  })

  it('ranks squares by their own numbers and by those of the precincts below', async () => {
    const both = await rank(
      ...['--region', BUNDLED, '--squares', at('grid.geojson'), '--out', at('s.json')],
      ...['--weight', 'taux_abstention=1', '--weight', 'men_pauv/men=2', '--standardise', 'range'],
    )
    expect([both.code, both.err]).toEqual([0, ''])
    const squares = await readRanking('s.json', 'squares')
    expect(squares.areas.map(({ code }) => code).sort()).toEqual(['S0', 'S1', 'S2', 'S3'])
    expect(squares.areas[0]).toMatchObject({ code: 'S3', people: 400, parts: [{ source: 'precincts' }, {}] })
    expect(squares.areas.filter(({ imputed }) => imputed).map(({ code }) => code)).toEqual(['S1'])
    // Precincts have no men_pauv: they are not ranked by half a formula.
    expect(await readRanking('s.json')).toBeUndefined()
  })

  it('ranks every precinct of a file, also one that is drawn as a dot', async () => {
    const { code, out } = await rank(
      '--precincts',
      at('stations.geojson'),
      '--weight',
      'ind=1',
      '--smooth-below',
      '0',
    )
    expect(code).toBe(0)
    expect(out).toMatch(/\n +1 +1–1 +dot .*nowhere to go\n/)
    expect(out).toMatch(/\n +2 +2–2 +S3 /)
  })

  it('counts doors that nobody has knocked at', async () => {
    const first = await rank(
      '--region',
      BUNDLED,
      '--preset',
      'cover',
      '--visits',
      at('visits.json'),
      '--out',
      at('c.json'),
    )
    expect(first.code).toBe(0)
    expect(first.err).toContain('1 visits are of targets that the region does not have')
    const before = await readRanking('c.json')
    expect(before.order).toBe('amount')
    expect(before.areas[0]!.score).toBe(100)
    const fresh = await rank(
      '--region',
      BUNDLED,
      '--preset',
      'fresh',
      '--visits',
      at('visits.json'),
      '--at',
      '2026-03-01T12:00:00+01:00',
    )
    expect(fresh.err).toContain('1 visits are later than 2026-03-01T12:00:00+01:00 and do not count')
  })

  it('is what the demo goes by: most abstainers first', async () => {
    const said: string[] = []
    await main(['demo', '--out', at('demo')], {
      out: (text) => said.push(text),
      err: () => {},
      isTerminal: false,
    })
    const stations = [...said.join('\n').matchAll(/^(\d{4}) +\d+ +[\d.]+ % +(\d+)$/gm)].map(
      ([, code, count]) => [code, count],
    )
    expect(stations).toEqual([['0925', '642'], ['0921', '599'], ['0919', '575'], ['0922', '484'], ['1029', '475'], ['1031', '468']]) // prettier-ignore
  })
})

describe('refused, with what came and what to do, and nothing written', () => {
  const region = ['--region', BUNDLED]
  const mobilise = [...region, '--preset', 'mobilise', '--own', 'pct_gregoire']
  it.each([
    [[], '--preset mobilise|persuade|cover|fresh'],
    [['--preset', 'mobilise'], '--region, --precincts or --squares is missing'],
    [[...region, '--preset', 'best'], 'got "best", expected one of mobilise'],
    [[...region, '--preset', 'mobilise'], '--own is missing'],
    [[...region, '--preset', 'cover'], '--visits is missing'],
    [[...mobilise, '--visits', 'visits.json'], '--visits changes nothing of mobilise'],
    [[...mobilise, '--weight', 'inscrits=1'], 'give --preset'],
    [[...region, '--weight', 'inscrits=1', '--own', 'pct_dati'], '--own changes nothing of weights'],
    [[...region, '--weight', 'inscrits'], 'expected FIELD=NUMBER'],
    [[...region, '--weight', 'inscrits=many'], 'expected a number'],
    [[...region, '--weight', 'inscrits=0'], 'expected a number that is not 0'],
    [[...region, '--weight', 'voters=1'], 'expected a field with numbers: abstentions'],
    [[...region, '--weight', 'inscrits=1', '--standardise', 'log'], 'expected one of z, range, none'],
    [[...region, '--weight', 'inscrits=1', '--by', 'amount'], 'expected "score"'],
    [[...region, '--weight', 'prénoms=1'], 'first names'],
    [['--squares', 'refused.geojson', '--weight', 'pct_etrangers=1'], 'origin'],
    [[...mobilise, '--people', 'voter_id'], 'single persons'],
    [[...region, '--preset', 'mobilise', '--own', 'revenu_median'], 'expected per cent'],
    [[...mobilise, '--top', 'all'], 'expected a number'],
    [[...mobilise, '--smooth-below', '0.5'], 'expected a whole number, 0 or more'],
    [[...mobilise, '--by', 'size'], 'expected score or amount'],
    [[...mobilise, '--out', 'ranking.xlsx'], 'ends in .json or .csv'],
    [[...mobilise, '--precincts', 'grid.geojson'], 'give --region or --precincts'],
    [[...mobilise, '--square-people', 'ind'], 'changes nothing without --squares'],
    [['--squares', 'twice.geojson', '--weight', 'ind=1'], 'two features are "S"'],
    [[...region, '--preset', 'fresh', '--visits', 'no-visits.json'], '/visits/0/name: unknown field'],
    [[...region, '--preset', 'fresh', '--visits', 'visits.json', '--at', 'today'], '--at: got "today"'],
  ])('%j', async (args, says) => {
    const files = await readdir(folder)
    const there = args.map((word) => (files.includes(word) ? at(word) : word))
    const { code, out, err } = await rank(
      ...there,
      ...(args.includes('--out') ? [] : ['--out', at('never.json')]),
    )
    expect(out).toBe('')
    expect(err).toContain(says)
    expect(err).not.toMatch(/\n\s+at /)
    expect(code).toBe(2)
    expect(await readdir(folder)).not.toContain('never.json')
  })
})

describe('a proposal of areas', () => {
  const base = ['--region', BUNDLED, '--preset', 'mobilise', '--own', 'pct_gregoire']
  const people = [
    '--volunteers',
    '4',
    '--minutes',
    '45',
    '--evenings',
    '2',
    '--start-at',
    '2026-03-14T14:00:00+01:00',
  ]

  it('is a table, JSON and a map, and each evening a plan', async () => {
    const outs = ['--out', at('where.json'), '--out', at('where.geojson'), '--out', at('where.csv')]
    const { code, out, err } = await rank(...base, ...people, ...outs)
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/score per volunteer-hour/)
    expect(out).toMatch(/Next best near evening 1: \d+/)
    const { proposal } = JSON.parse(await readFile(at('where.json'), 'utf8')) as { proposal: Proposal }
    expect(proposal.evenings.map(({ number }) => number)).toEqual([1, 2])
    expect(proposal.scorePerHour).toBeGreaterThanOrEqual(proposal.oneByOne)
    const map = JSON.parse(await readFile(at('where.geojson'), 'utf8')) as {
      features: { properties: { kind: string } }[]
    }
    expect(map.features.filter(({ properties }) => properties.kind === 'meeting_point')).toHaveLength(2)
    const [evening] = proposal.evenings
    await writeFile(at('evening.json'), JSON.stringify(evening!.plan))
    const said = { out: '', err: '' }
    const io = {
      out: (text: string) => void (said.out += text),
      err: (text: string) => void (said.err += text),
      isTerminal: false,
    }
    const planned = [
      'plan',
      '--region',
      BUNDLED,
      '--request',
      at('evening.json'),
      '--iterations',
      '500',
      '--out',
      at('evening'),
    ]
    expect([await main(planned, io), said.err]).toEqual([0, ''])
    const plan = JSON.parse(await readFile(join(at('evening'), 'plan.json'), 'utf8')) as {
      summary: { doors: number }
    }
    expect(Math.abs(plan.summary.doors / evening!.reached.doors - 1)).toBeLessThan(0.35)
    expect(await rank(...base, ...people)).toMatchObject({ code: 0 })
  })

  it.each<[string, string[], string]>([
    ['evenings without volunteers', ['--evenings', '2'], '--evenings changes nothing without --volunteers'],
    ['a reach without volunteers', ['--reach', '9'], '--reach changes nothing without --volunteers'],
    ['nobody', ['--volunteers', '0'], '/volunteers: got 0'],
    ['half a person', ['--volunteers', '1.5'], '/volunteers: got 1.5'],
    ['no number', ['--volunteers', 'many'], '--volunteers: got "many", expected a number'],
    ['too short a walk', ['--volunteers', '2', '--minutes', '5'], '/minutes: got 5'],
    ['too many evenings', ['--volunteers', '2', '--evenings', '15'], '/evenings: got 15'],
    ['no place', ['--volunteers', '2', '--start', 'here'], '--start: got "here", expected lng,lat'],
    [
      'a place far away',
      ['--volunteers', '2', '--start', '2.1,48.5'],
      '/start: got [2.1, 48.5], which is too far from any street',
    ],
    ['no time', ['--volunteers', '2', '--start-at', 'noon'], '/startAt: got "noon"'],
    ['a map of nothing', ['--out', 'where.geojson'], 'only a proposal is a map'],
  ])('refuses %s', async (_, args, says) => {
    const { code, err } = await rank(...base, ...args)
    expect([code, err]).toEqual([2, expect.stringContaining(says)])
  })

  it('needs a region, with its buildings and streets', async () => {
    const args = ['--precincts', at('stations.geojson'), '--weight', 'ind=1', '--volunteers', '2']
    expect(await rank(...args)).toMatchObject({
      code: 2,
      err: expect.stringContaining('--volunteers needs --region') as string,
    })
  })
})
