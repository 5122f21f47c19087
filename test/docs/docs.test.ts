/** docs/api.md is run: its examples are sent, its tables compared with the contract. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FORMATS } from '@doorwalk/core/formats/formats'
import { ALLOWED } from '@doorwalk/functions/http/guard'
import { SCOPES } from '@doorwalk/functions/http/admission'
import { Problem } from '@doorwalk/functions/http/problem'
import { currentDocument } from '../../scripts/document/current.ts'
import { madePages } from '../../scripts/document/page.ts'
import { examplesOf, pageExamples } from '../support/page-examples.ts'
import { type TestApi, openTestApi } from '../support/servers/api.ts'

const ROOT = join(import.meta.dirname, '../..')
const HINT = 'npm run docs:api writes its tables anew'
const page = await readFile(join(ROOT, 'docs/api.md'), 'utf8')

const examples = await pageExamples()

/** Ids, versions, moments, counts and texts of the data differ from run to run; names and kinds do not. */
function shapeOf(documented: unknown, real: unknown, path: string): void {
  if (Array.isArray(documented)) {
    expect(Array.isArray(real), path).toBe(true)
    const list = real as unknown[]
    if (documented.length > 0 && typeof documented[0] === 'object') {
      expect(list.length, `${path} is empty`).toBeGreaterThan(0)
      shapeOf(documented[0], list[0], `${path}/0`)
    }
    return
  }
  if (typeof documented === 'object' && documented !== null) {
    for (const [key, value] of Object.entries(documented)) {
      expect(real, path).toHaveProperty([key])
      shapeOf(value, (real as Record<string, unknown>)[key], `${path}/${key}`)
    }
    return
  }
  if (documented !== null && real !== null) expect(typeof real, path).toBe(typeof documented)
}

describe('examples', () => {
  let api: TestApi
  let key: string
  const known: Record<string, string> = {}
  beforeAll(async () => {
    api = await openTestApi({ regionRoots: [join(ROOT, 'data')] })
    key = await api.key('demo', 'organiser')
  })
  afterAll(() => api.close())

  it('are many, each request with an answer', () => {
    expect(examples.length).toBe(page.match(/^```http$/gm)!.length)
    const [one, two] = ['GET /v1/one', 'GET /v1/two'].map((request) => `\`\`\`http\n${request}\n\`\`\`\n\n`)
    const answer = '```json 200\n{ "is": "two" }\n```\n'
    expect(() => examplesOf(one! + two! + answer)).toThrow('no answer follows this request: GET /v1/one')
    expect(examplesOf(two! + answer)).toMatchObject([{ path: '/v1/two', status: 200, answer: { is: 'two' } }])
  })

  it.each(examples)('$name', { timeout: 60_000 }, async ({ method, path, headers, body, status, answer }) => {
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? `unknown-${name}`)
    // A plan that an example names is another one here.
    const sent = body.replace(/pln_[0-9A-Z]{26}/g, (id) => known['planId'] ?? id)
    const response = await api.call(filled, { key, method, headers, ...(sent !== '' && { body: sent }) })
    const text = await response.text()
    expect(response.status, text).toBe(status)
    if (answer === undefined) return expect(text).toBe('')
    const real = JSON.parse(text) as Record<string, unknown> & { walks?: { walkId: string }[] }
    shapeOf(answer, real, path)
    if (path === '/v1/areas' && typeof real['id'] === 'string') known['areaId'] = real['id']
    if (path === '/v1/holdouts') known['holdoutId'] = String(real['id'])
    if (typeof real['keyId'] === 'string') known['keyId'] = real['keyId']
    if (real.walks?.[0] && typeof real['id'] === 'string') {
      known['planId'] = real['id']
      known['walkId'] = real.walks[0].walkId
    }
  })

  it('of an error tell the very words', async () => {
    const example = examples.find(({ status }) => status === 400)!
    const answer = await api.call(example.path, { key, method: 'POST', body: example.body })
    const { detail, code, errors } = Problem.parse(await answer.json())
    const documented = example.answer as Problem
    expect({ detail, code }).toEqual({ detail: documented.detail, code: documented.code })
    expect(errors[0]).toEqual(documented.errors[0])
  })
})

function tableBelow(heading: string): string[][] {
  const section =
    page.slice(page.indexOf(`\n${heading}\n`) + heading.length + 2).split(/\n#{2,3} |<!-- end -->/)[0] ?? ''
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .slice(2)
}

describe('tables', () => {
  it('are those of the OpenAPI document, in api.md and in schemas.md', async () => {
    const file = join(ROOT, 'docs/api.md')
    const { api, schemas } = await madePages(page, await currentDocument(), file)
    expect(page, HINT).toBe(api)
    expect(await readFile(join(ROOT, 'docs/schemas.md'), 'utf8'), HINT).toBe(schemas)
  })

  it('of calls names those of the OpenAPI document, with their scopes', async () => {
    const api = await openTestApi()
    const document = (await (await api.call('/openapi.json')).json()) as { paths: Record<string, object> }
    const served = Object.entries(document.paths).flatMap(([path, calls]) =>
      Object.keys(calls).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const rows = tableBelow('## Calls')
    const named = rows.map(([call = '']) => call.replaceAll('`', ''))
    expect(named.sort(), 'docs/api.md, "## Calls"').toEqual(served.sort())
    // Each row is tried with a key of every single scope: 403 exactly where the table does not list it.
    const keys = await Promise.all(
      SCOPES.map(async (scope) => ({ scope, key: await api.key('table', scope) })),
    )
    for (const [call = '', scopes = ''] of rows) {
      if (scopes === 'none') continue
      const [method = '', path = ''] = call.replaceAll('`', '').split(' ')
      for (const { scope, key } of keys) {
        const { status } = await api.call(path.replace(/\{\w+\}/g, 'x'), { key, method })
        expect(status === 403, `${call} as ${scope}: ${status}`).toBe(!scopes.split(' ').includes(scope))
      }
    }
    await api.close()
  })

  it('of forms names those of a walk, with their media types', () => {
    const forms = Object.entries(FORMATS).map(([name, { type }]) => `.${name} ${type}`)
    const named = tableBelow('## Walks').map(([form = '']) => form.replaceAll('`', ''))
    expect(named.sort()).toEqual(['.json application/json', ...forms].sort())
  })

  it('of scopes is complete', () => {
    expect(SCOPES.every((scope) => page.includes(`| \`${scope}\``))).toBe(true)
    expect(Object.keys(ALLOWED)).toEqual(['read', 'walk', 'report', 'write', 'manage'])
  })
})
