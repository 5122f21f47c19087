/** The OpenAPI document is served, and names what it should; `npm run lint:api` asks its linters. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createApp } from '@doorwalk/functions/app'
import { type TestApi, openTestApi } from '../../support/servers/api.ts'

interface Operation {
  summary?: string
  description?: string
  parameters: (Told & { name?: string })[]
  tags: string[]
  security?: unknown[]
  responses: Record<string, unknown>
}

let api: TestApi
let text: string
let document: {
  openapi: string
  tags: { name: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown> }
}

beforeAll(async () => {
  api = await openTestApi()
  text = await (await api.call('/openapi.json')).text()
  document = JSON.parse(text) as typeof document
})
afterAll(() => api.close())

it('is written once, however many ask', async () => {
  const app = createApp(api.world)
  const reading = vi.spyOn(app.openAPIRegistry, 'definitions', 'get')
  const answers = await Promise.all(Array.from({ length: 20 }, async () => app.request('/openapi.json')))
  for (const answer of answers) expect(await answer.text()).toBe(text)
  expect(reading).toHaveBeenCalledTimes(1)
})

it('is OpenAPI 3.1 and names the schemas that callers share', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(['AreaRequest', 'Problem']))
})

it('describes every group of calls, and no other', () => {
  const used = Object.values(document.paths).flatMap((calls) =>
    Object.values(calls).flatMap(({ tags }) => tags),
  )
  expect(new Set(document.tags.map(({ name }) => name))).toEqual(new Set(used))
})

it('asks for a key in every call below /v1', () => {
  for (const [path, calls] of Object.entries(document.paths)) {
    for (const [method, call] of Object.entries(calls)) {
      const isOpen = call.security?.length === 0
      expect(isOpen, `${method} ${path}`).toBe(!path.startsWith('/v1/'))
    }
  }
})

/** Every schema of the document, with where it stands. */
function schemasIn(value: unknown, at = ''): { at: string; schema: Record<string, unknown> }[] {
  if (typeof value !== 'object' || value === null) return []
  const isData = /\/(example|examples|default|x-default|x-enumDescriptions|enum)$/.test(at)
  if (isData) return []
  const inner = Object.entries(value).flatMap(([key, each]) => schemasIn(each, `${at}/${key}`))
  const isSchema = 'type' in value || 'anyOf' in value || 'oneOf' in value || '$ref' in value
  const isName = /\/properties$/.test(at)
  return isSchema && !isName ? [{ at, schema: value }, ...inner] : inner
}

const isMoment = /(At|Until|Since|^at|^until|^since|timestamp)$/

it.each<[string, (schema: Record<string, unknown>, at: string) => boolean]>([
  [
    'names every schema with fields',
    ({ properties }, at) => !properties || /^\/components\/schemas\/\w+$/.test(at) || isEmpty(properties),
  ],
  ['has no `default`, after which fields would be required', (schema) => !('default' in schema)],
  ['tells what lists hold', ({ type, items }) => type !== 'array' || items !== undefined],
  ['has no kind that is anything', (schema) => ![schema['anyOf'], schema['oneOf']].flat().some(isAnything)],
  ['tells null by a kind of its own', (schema) => !('nullable' in schema)],
])('%s', (_, holds) => {
  const wrong = schemasIn(JSON.parse(text)).filter(({ schema, at }) => !holds(schema, at))
  expect(wrong.map(({ at }) => at)).toEqual([])
})

const isEmpty = (properties: unknown): boolean => Object.keys(properties as object).length === 0

/** `crs` of a drawn shape apart: whatever it holds, it is looked at as a whole. */
function isAnything(branch: unknown): boolean {
  if (typeof branch !== 'object' || branch === null) return false
  const { type, properties, $ref, description } = branch as Record<string, unknown>
  return type === undefined
    ? !$ref
    : type === 'object' && isEmpty(properties ?? {}) && description === undefined
}

it('tells the form of every moment', () => {
  const { schemas } = document.components as {
    schemas: Record<string, { properties?: Record<string, { type?: unknown; format?: string }> }>
  }
  const wrong = Object.entries(schemas).flatMap(([name, { properties = {} }]) =>
    Object.entries(properties)
      .filter(
        ([field, { type, format }]) =>
          isMoment.test(field) && [type].flat().includes('string') && format !== 'date-time',
      )
      .map(([field]) => `${name}.${field}`),
  )
  expect(wrong).toEqual([])
})

it('has 304 for every call that reads, and headers for every answer', () => {
  for (const [path, calls] of Object.entries(document.paths)) {
    for (const [method, { responses }] of Object.entries(calls)) {
      expect('304' in responses, `${method} ${path}`).toBe(method === 'get')
      for (const [status, answer] of Object.entries(responses))
        if (Number(status) < 300)
          expect(answer, `${method} ${path}`).toHaveProperty(['headers', 'X-Request-Id'])
    }
  }
})

it('has words for every call, schema, field and parameter', () => {
  const { schemas } = document.components as {
    schemas: Record<string, Told & { properties?: Record<string, Told> }>
  }
  const isTold = ({ description, $ref }: Told): boolean => {
    const other = $ref === undefined ? undefined : schemas[$ref.split('/').at(-1)!]
    return (description ?? other?.description ?? '') !== ''
  }
  const silent = Object.entries(schemas).flatMap(([name, schema]) => [
    ...(isTold(schema) ? [] : [name]),
    ...Object.entries(schema.properties ?? {}).flatMap(([field, told]) =>
      isTold(told) ? [] : [`${name}.${field}`],
    ),
  ])
  for (const [path, calls] of Object.entries(document.paths)) {
    for (const [method, { description, summary, parameters }] of Object.entries(calls)) {
      if (!description || !summary) silent.push(`${method} ${path}`)
      for (const each of parameters)
        if (!each.$ref && !each.description) silent.push(`${method} ${path} ${each.name}`)
    }
  }
  expect(silent).toEqual([])
})

interface Told {
  description?: string
  $ref?: string
}
