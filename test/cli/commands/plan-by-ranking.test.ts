/** `rank --out` and `plan --ranking`: the walks follow the score that was ranked, and what is no ranking is refused. */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { main } from '@doorwalk/cli/main'
import type { Ranking } from '@doorwalk/core/ranking/ranking'
import type { Plan } from '@doorwalk/core/walk/answer'
import { BUNDLED } from '../../support/worlds/regions.ts'

let folder: string
const at = (name: string) => join(folder, name)
const ranked = async () =>
  JSON.parse(await readFile(at('r.json'), 'utf8')) as { precincts: Ranking; squares: Ranking }

async function run(...args: string[]): Promise<{ code: number; err: string }> {
  let err = ''
  const code = await main(args, { out: () => {}, err: (text) => (err += text + '\n'), isTerminal: false })
  return { code, err }
}

const when = ['--start-at', '2026-03-14T14:00:00+01:00', '--iterations', '300', '--minutes', '45']
async function plan(...args: string[]): Promise<Plan> {
  const told = await run(
    'plan',
    '--region',
    BUNDLED,
    '--out',
    at('out'),
    '--volunteers',
    '3',
    ...when,
    ...args,
  )
  expect(told).toEqual({ code: 0, err: '' })
  return JSON.parse(await readFile(at('out/plan.json'), 'utf8')) as Plan
}

/** Four squares in a row through the region, the first the poorest. */
const features = [0, 1, 2, 3].map((i) => {
  const [west, south] = [2.3432 + 0.003 * i, 48.876]
  const ring = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]].map(([x, y]) => [west + 0.003 * x!, south + 0.006 * y!]) // prettier-ignore
  const properties = { idcar_200m: `S${i}`, ind: 200, men: 100, men_pauv: 10 + 20 * i }
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } }
})

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorwalk-plan-rank-'))
  await writeFile(at('grid.geojson'), JSON.stringify({ type: 'FeatureCollection', features }))
  await writeFile(at('none.json'), '{"x":1}')
  await writeFile(at('elsewhere.json'), '{"precincts":{"areas":[{"code":"9999","score":1}]}}')
  await writeFile(at('bare.json'), '{"squares":{"areas":[{"code":"S1","score":1}]}}')
})

describe('plan --ranking', () => {
  it('gives a door the score of its precinct, of the best 100, and names the ranking', async () => {
    const formula = ['--preset', 'mobilise', '--own', 'pct_gregoire']
    expect((await run('rank', '--region', BUNDLED, ...formula, '--out', at('r.json'))).code).toBe(0)
    const { precincts } = await ranked()
    const best = precincts.areas[0]!
    const made = await plan('--ranking', at('r.json'))
    expect(made.ranking).toEqual({ name: 'r' })
    expect(made.warnings.join(' ')).toContain('dépassent de la région')
    const stops = made.walks.flatMap(({ stops }) => stops.flatMap(({ targets }) => targets))
    const said = stops.flatMap(({ why = '', doors, prize, access }) => {
      const code = /au bureau (\d+)$/.exec(why)?.[1]
      return code === undefined
        ? []
        : [{ code, why, worth: prize / doors / made.assumptions.entryProbability[access] }]
    })
    expect(said.length).toBeGreaterThan(1)
    for (const { code, why, worth } of said) {
      const { score } = precincts.areas.find((area) => area.code === code)!
      expect(worth).toBeCloseTo((2 * score) / best.score, 2)
      expect(why).toContain(`score ${String(Math.round(score * 10) / 10).replace('.', ',')} (r)`)
    }
  })

  it('goes where squares are best, inside of precincts or without them', async () => {
    const formula = ['--weight', 'men_pauv/men=1', '--standardise', 'none', '--smooth-below', '0']
    expect((await run('rank', '--squares', at('grid.geojson'), ...formula, '--out', at('r.json'))).code).toBe(
      0,
    )
    expect((await ranked()).squares.areas[0]).toMatchObject({
      code: 'S3',
      geometry: { coordinates: [features[3]!.geometry.coordinates] },
    })
    const eastOf = ({ walks }: Plan) => {
      const all = walks.flatMap(({ stops }) => stops.flatMap(({ targets }) => targets))
      return all.reduce((sum, { location }) => sum + location[0], 0) / all.length
    }
    const plain = eastOf(await plan())
    expect(eastOf(await plan('--ranking', at('r.json')))).toBeGreaterThan(plain)
  })

  it.each([
    ['none.json', /holds no ranked area; expected the JSON that "doorwalk rank --out/],
    ['elsewhere.json', /none of its precincts, such as "9999", is one of region/],
    ['bare.json', /\/squares\/areas\/0\/geometry: missing/],
  ])('refuses %s', async (file, says) => {
    const told = await run(
      'plan',
      '--region',
      BUNDLED,
      '--out',
      at('no'),
      '--volunteers',
      '1',
      '--ranking',
      at(file),
    )
    expect([told.code, told.err]).toEqual([2, expect.stringMatching(says)])
  })

  it('refuses a priority beside it', async () => {
    const both = await run('plan', '--region', BUNDLED, '--out', at('no'), '--volunteers', '1', '--priority', 'taux_abstention', '--ranking', at('r.json')) // prettier-ignore
    expect([both.code, both.err]).toEqual([2, expect.stringContaining('a priority or --ranking, not both')])
  })
})
