import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { main } from '@doorwalk/cli/main'
import type { Plan } from '@doorwalk/core/walk/answer'

const REGION = join(import.meta.dirname, '../../../data/paris-9e-10e')
const AREA = ['--precinct', '0925', '--volunteers', '8', '--minutes', '200', '--iterations', '500']
let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'doorwalk-targets-'))))

async function run(args: string[]): Promise<{ code: number; text: string }> {
  let text = ''
  const say = (line: string): void => void (text += `${line}\n`)
  const code = await main(args, { out: say, err: say, isTerminal: false })
  return { code, text }
}

it(
  'plans with own targets of a CSV file, and says what it made of each line',
  { timeout: 60_000 },
  async () => {
    const plain = join(folder, 'plain')
    expect((await run(['plan', '--region', REGION, ...AREA, '--out', plain])).code).toBe(0)
    const before = JSON.parse(await readFile(join(plain, 'plan.json'), 'utf8')) as Plan
    const [lng, lat] = before.walks[0]!.stops[0]!.targets[0]!.location
    const file = join(folder, 'own.csv')
    const rows = [
      'id;lng;lat;doors;priority;key;street',
      `hall;${lng};${lat};10;100;oui;Allée à nous`,
      'far;9;9;1;;;',
    ]
    // As a spreadsheet of Windows writes it.
    await writeFile(file, rows.join('\n'), 'latin1')
    const own = join(folder, 'own')
    const { code, text } = await run(['plan', '--region', REGION, ...AREA, '--targets', file, '--out', own])
    expect(code, text).toBe(0)
    expect(text).toContain('1 targets accepted, 1 repairs, 1 refused')
    expect(text).toContain('line 2, key: "oui" read as "true"')
    expect(text).toMatch(/line 3, lng, lat: refused "9, 9", expected a place in the region/)
    const after = JSON.parse(await readFile(join(own, 'plan.json'), 'utf8')) as Plan
    const planned = after.walks.flatMap(({ stops }) => stops.flatMap(({ targets }) => targets))
    expect(planned.find(({ id }) => id === 'hall')).toMatchObject({
      address: 'Allée à nous',
      doors: 10,
      doorsSource: 'client',
      key: true,
    })
  },
)

it('says what a file must be', async () => {
  const { code, text } = await run([
    'plan',
    '--region',
    REGION,
    ...AREA,
    '--targets',
    'a.xlsx',
    '--out',
    folder,
  ])
  expect(code).toBe(2)
  expect(text).toContain('got "a.xlsx", expected a file that ends in .csv')
})
