/** `doorwalk evaluate` as a person uses it: files in, the difference out, and what it says of files that do not fit. */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { main } from '@doorwalk/cli/main'
import type { Evaluation } from '@doorwalk/core/evaluation/answer'

let folder: string
const at = (name: string) => join(folder, name)

async function evaluate(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const code = await main(['evaluate', ...args], {
    out: (text) => (said.out += text + '\n'),
    err: (text) => (said.err += text + '\n'),
    isTerminal: false,
  })
  return { code, ...said }
}
const withFile = (name: string, ...more: string[]) =>
  evaluate('--assignment', at('assignment.json'), '--results', at(name), ...more)

/** Held out, canvassed: 2, 4 and 3 points apart. */
const SHARES: [number, number][] = [
  [20, 22],
  [30, 34],
  [40, 43],
]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorwalk-evaluate-'))
  const units = SHARES.flatMap((_, stratum) => [
    { unit: `0${stratum}a`, stratum, heldOut: true, doors: 50 },
    { unit: `0${stratum}b`, stratum, heldOut: false, doors: 60 },
  ])
  const rows = SHARES.flatMap(([a, b], pair) => [[`0${pair}a`, a] as const, [`0${pair}b`, b] as const])
  const table = (head: string, line: (code: string, share: number) => string) =>
    [head, ...rows.map(([code, share]) => line(code, share))].join('\r\n')
  const results = rows.map(([precinct, share]) => ({ precinct, share, last: share / 2 }))
  await writeFile(at('assignment.json'), JSON.stringify({ units }))
  await writeFile(
    at('counted.csv'),
    table('code_bv;inscrits;voix', (code, share) => `${code};1000;${share * 10}`),
  )
  await writeFile(
    at('shares.csv'),
    table('Bureau\tpct_x', (code, share) => `${code}\t${share},0 %`),
  )
  await writeFile(
    at('gap.csv'),
    table('code,share', (code, share) => `${code},${code === '01a' ? 'n.c.' : share}`),
  )
  await writeFile(
    at('bad.csv'),
    table('code,votes,registered', (code, share) => `${code},${share},10`),
  )
  await writeFile(at('body.json'), JSON.stringify({ results }))
  await writeFile(at('field.json'), JSON.stringify({ results, lastField: 'pct_x' }))
})

describe('doorwalk evaluate', () => {
  it.each([
    ['counted.csv', [], 'votes is "voix"'],
    ['shares.csv', ['--share', 'pct_x', '--precinct', 'bureau'], 'share is "pct_x"'],
    ['body.json', [], ''],
  ])('reads %s', async (file, options, told) => {
    const { code, out, err } = await withFile(file, ...options, '--out', at('out.json'))
    expect([code, err]).toEqual([0, expect.stringContaining(told)])
    expect(out).toContain('+3.00 points, 95 % interval +0.52 to +5.48')
    expect(out).toContain('Do not compare before and after')
    const { difference } = JSON.parse(await readFile(at('out.json'), 'utf8')) as Evaluation
    expect(difference).toMatchObject({ points: 3, precincts: 6 })
  })

  it('names lines without a number, and the pair that they break', async () => {
    const { code, err } = await withFile('gap.csv')
    expect([code, err]).toEqual([2, expect.stringContaining('2 of 3 pairs have a result on both sides')])
    expect(err).toContain('codes without a result begin with 01a')
  })

  it.each([
    ['gap.csv', ['--share', 'nowhere'], 'has no column "nowhere"; it has code, share'],
    ['shares.csv', [], 'name the columns with --votes and --registered, or --share'],
    [
      'bad.csv',
      [],
      'bad.csv, line 2 refused: /votes: got {"precinct":"00a","votes":20,"registered":10}; more votes',
    ],
    ['body.json', ['--last', 'x'], '--last names a column of a table'],
    ['field.json', [], '/lastField names a property that a server looks up'],
    ['missing.csv', [], 'no such file'],
    ['body.json', ['--out', 'x.txt'], '--out: got "x.txt", expected a name that ends in .json'],
  ])('refuses %s with %j', async (file, options, words) => {
    const { code, err } = await withFile(file, ...options)
    expect([code, err]).toEqual([2, expect.stringContaining(words)])
  })

  it('refuses what is no assignment', async () => {
    const { code, err } = await evaluate('--assignment', at('body.json'), '--results', at('counted.csv'))
    expect([code, err]).toEqual([2, expect.stringContaining('/units: missing')])
  })
})
