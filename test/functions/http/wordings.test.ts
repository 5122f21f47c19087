/** What is said of a wrong value, of fields of every body and of every parameter: in our words, never a library's. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type ApiDocument,
  type Operation,
  type Schema,
  currentDocument,
} from '../../../scripts/document/current.ts'
import type { Problem } from '@doorwalk/functions/http/problem'
import { type TestApi, openTestApi } from '../../support/servers/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi({ requestsPerMinute: 1_000_000 })
})
afterAll(() => api.close())

/** One of each kind that a person or a program sends where something else belongs. */
const WRONG: unknown[] = [null, true, -1.5, 1e12, '', 'x'.repeat(3_000), [], { x: 1 }]
const WRONG_TEXTS = ['', 'x', '-1', '1.5', '1e12', '=1+1', 'x'.repeat(300)]
const PATHS: Record<string, string> = { campaign: 'alpha', name: 'tiny' }
/** Names of types and of checks, as zod says them. */
const FOREIGN =
  /Invalid|Too (big|small)|received|Unrecognized|undefined|NaN|expected (number|string|boolean|array|object|int|tuple|record|date|never)$/
/** What came where something came, then what is wrong or was expected. */
const OURS = /^(got .+; .+|got [^;]+, .+|missing; expected .+|unknown field; .+|(?!got )[^;]{10,}.*)$/s

/** Bodies with wrong values in all fields of one object, around the least that leads there. */
function* spoiltBodies(
  schema: Schema,
  named: ApiDocument['components']['schemas'],
  seen: Set<string>,
): Generator<unknown> {
  const name = schema.$ref?.split('/').at(-1)
  if (name !== undefined) {
    if (!seen.has(name)) yield* spoiltBodies(named[name]!, named, seen.add(name))
    return
  }
  for (const branch of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])])
    yield* spoiltBodies(branch, named, seen)
  if (schema.items) for (const inner of spoiltBodies(schema.items, named, seen)) yield [inner]
  const fields = Object.entries(schema.properties ?? {})
  if (fields.length > 0)
    for (const value of WRONG) yield Object.fromEntries(fields.map(([field]) => [field, value]))
  for (const [field, inner] of fields)
    for (const value of spoiltBodies(inner, named, seen)) yield { [field]: value }
}

/** What was said of each field, with the call that said it. */
async function saidBy(url: string, method: string, key: string, body?: unknown): Promise<string[]> {
  const answer = await api.call(url, {
    key,
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (answer.status !== 400) return []
  const { errors } = (await answer.json()) as Problem
  return errors.map(({ pointer, detail }) => `${method} ${url.slice(0, 60)} ${pointer}: ${detail}`)
}

it('names what came and what was expected', async () => {
  const document = await currentDocument()
  const key = await api.key('alpha', 'organiser', 'operator', 'reporter', 'service')
  const said: string[] = []
  const seen = new Set<string>()
  for (const [path, operations] of Object.entries(document.paths))
    for (const [verb, operation] of Object.entries<Operation>(operations)) {
      const method = verb.toUpperCase()
      const url = path.replace(/\{(\w+)\}/g, (_, name: string) => PATHS[name] ?? 'x')
      const queries = (operation.parameters ?? []).filter((one) => one.in === 'query')
      for (const text of queries.length > 0 && method === 'GET' ? WRONG_TEXTS : []) {
        const query = queries.map(({ name }) => `${name}=${encodeURIComponent(text)}`).join('&')
        said.push(...(await saidBy(`${url}?${query}`, method, key)))
      }
      const schema = operation.requestBody?.content['application/json']?.schema
      if (schema === undefined) continue
      for (const body of [...WRONG, ...spoiltBodies(schema, document.components.schemas, seen)])
        said.push(...(await saidBy(url, method, key, body)))
    }
  expect(said.length).toBeGreaterThan(1_000)
  const details = [...new Set(said)].map((line) => line.replace(/got ".*?(…|");/s, 'got "";'))
  expect(
    details.filter((line) => FOREIGN.test(line)),
    'words of the library',
  ).toEqual([])
  expect(
    details.filter((line) => !OURS.test(line.slice(line.indexOf(': ') + 2))),
    'no form',
  ).toEqual([])
})
