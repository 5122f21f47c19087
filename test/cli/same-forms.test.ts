/** One plan, written by the command and told by the API: the same bytes. */
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { main } from '@doorwalk/cli/main'
import { Plan } from '@doorwalk/core/walk/answer'
import { DEFAULTS } from '@doorwalk/functions/config'
import { planForm, walkForm } from '@doorwalk/functions/plans/forms'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { BUNDLED } from '../support/worlds/regions.ts'

const world = { regions: diskRegions([BUNDLED]), config: DEFAULTS }
const WISH = ['--precinct', '0921', '--volunteers', '2', '--minutes', '45', '--iterations', '200']
const START_AT = '2026-03-14T18:00:00+01:00'
const ASKED = ['plan', '--region', BUNDLED, ...WISH, '--start-at', START_AT]
const IO = { out: () => undefined, err: () => undefined, isTerminal: false }
let folder: string
let plan: Plan
const written = (name: string): Promise<string> => readFile(join(folder, name), 'utf8')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorwalk-forms-'))
  expect(await main([...ASKED, '--out', folder], IO)).toBe(0)
  plan = Plan.parse(JSON.parse(await written('plan.json')))
  expect(plan.walks.flatMap(({ reserves }) => reserves).length).toBeGreaterThan(0)
})

it('the paper, with streets and buildings around reserves too', async () => {
  const { body } = await planForm(world, { plan, form: 'html' })
  expect(await written('print.html')).toBe(body)
})

it('the paper in large print', async () => {
  const large = await mkdtemp(join(tmpdir(), 'doorwalk-large-'))
  expect(await main([...ASKED, '--large-print', '--out', large], IO)).toBe(0)
  const { body } = await planForm(world, { plan, form: 'html', print: 'large' })
  expect(await readFile(join(large, 'print.html'), 'utf8')).toBe(body)
  expect(body).not.toBe(await written('print.html'))
})

it('the GeoJSON, but for the line break at the end of a file', async () => {
  const { body } = await planForm(world, { plan, form: 'geojson' })
  expect(await written('plan.geojson')).toBe(`${body}\n`)
})

it('the GPX of each walk', async () => {
  for (const walk of plan.walks) {
    const { body } = await walkForm(world, { stored: { plan, walk }, form: 'gpx' })
    expect(await written(`walk-${String(walk.number).padStart(2, '0')}.gpx`)).toBe(body)
  }
})
