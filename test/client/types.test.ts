/** Programs with the client compile as strictly as it goes: those of our pages and examples; wrong ones do not. */
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { type Complaint, WITH_CLIENT, complaintsOf } from '../support/compiled.ts'
import { programOf } from '../support/page-programs.ts'

const ROOT = join(import.meta.dirname, '../..')

/** What must not compile, a line each. */
const WRONG: Record<string, string> = {
  'a field that is misspelt': `void doorwalk.POST('/v1/areas', { body: { region: 'a', lable: 'b', label: 'b', area: { precincts: [] } } })`,
  'a field of a plan that is misspelt': `void doorwalk.makePlan({ region: 'a', volunteer: 4, volunteers: 4 })`,
  'a field of an area that is misspelt': `void doorwalk.makePlan({ region: 'a', area: { precincts: ['1'], precint: ['2'] }, volunteers: 4 })`,
  'a field of a feature that is misspelt': `void doorwalk.makePlan({ region: 'a', area: { type: 'Feature', geometri: 1, geometry: { type: 'Polygon', coordinates: [] } } })`,
  'a field of a volunteer that is misspelt': `void doorwalk.makePlan({ region: 'a', volunteers: [{ id: 'a', minuts: 30 }] })`,
  'a field of a target in a table that is misspelt': `void doorwalk.POST('/v1/buildings', { params: { query: { region: 'a' } }, body: { targets: [{ id: 'a', door: 3 }] } })`,
  'a field that is missing': `void doorwalk.POST('/v1/areas', { body: { region: 'a' } })`,
  'a field of another type': `void doorwalk.makePlan({ region: 'a', volunteers: 'four' })`,
  'no body where there has to be one': `void doorwalk.POST('/v1/areas')`,
  'no id in the path': `void doorwalk.GET('/v1/walks/{walkId}')`,
  'a path that is not there': `void doorwalk.GET('/v1/walk/{walkId}', { params: { path: { walkId: 'x' } } })`,
  'another method': `void doorwalk.PUT('/v1/areas', {})`,
  'a query that is not there': `void doorwalk.GET('/v1/areas', { params: { query: { cursors: 'x' } } })`,
  'a form that there is not': `void doorwalk.GET('/v1/walks/{walkId}', { params: { path: { walkId: 'x' } }, as: 'image/png' })`,
  'a list that is none': `void doorwalk.each('/v1/regions')`,
  'a code that there is not': `if (problem.code === 'plan.conflct') {}`,
  'a message that there is not': `if (message.type === 'plan.complete') {}`,
  'what another message carries': `if (message.type === 'plan.failed') void message.data.summary`,
  'a text for what is JSON': `void (doorwalk.GET('/v1/regions') satisfies Promise<string>)`,
}
const HEAD = `import { type Doorwalk, type ProblemError, type WebhookMessage } from '@doorwalk/client'
declare const doorwalk: Doorwalk; declare const problem: ProblemError; declare const message: WebhookMessage
`

const GUIDES = (await readdir(join(ROOT, 'docs'))).filter((name) => name.startsWith('guide-'))
const EXAMPLES = (await readdir(join(ROOT, 'examples'))).filter((name) => name.endsWith('.ts'))

let complaints: Complaint[]
beforeAll(async () => {
  const guides = GUIDES.map(async (name) => [`${name}.mjs`, await programOf(`docs/${name}`)] as const)
  const examples = EXAMPLES.map(
    async (name) => [name, await readFile(join(ROOT, 'examples', name), 'utf8')] as const,
  )
  const files = Object.fromEntries(await Promise.all([...guides, ...examples]))
  complaints = complaintsOf(
    {
      ...files,
      'sandbox.mjs': await programOf('docs/guide-first-walk.md', 'ts sandbox'),
      'readme.mts': await programOf('README.md'),
      'client.mts': `declare const body: string; declare const headers: Headers
${await programOf('packages/client/README.md')}`,
      'wrong.ts': HEAD + Object.values(WRONG).join('\n'),
    },
    WITH_CLIENT,
  )
})

it('what stands in guides, README and examples compiles', () => {
  expect(GUIDES).toHaveLength(4)
  expect(complaints.filter(({ file }) => file !== 'wrong.ts')).toEqual([])
})

it.each(Object.keys(WRONG))('%s does not', (what) => {
  const line = Object.keys(WRONG).indexOf(what) + HEAD.split('\n').length
  expect(complaints.filter((each) => each.file === 'wrong.ts' && each.line === line)).not.toEqual([])
})
