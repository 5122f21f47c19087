/**
 * Clients that others generate from the document, with the settings they come with: the requests of README, of
 * docs/api.md and of the document compile, and none of them with a field that is misspelt.
 */
import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@hey-api/openapi-ts'
import openapiTS, { astToString } from 'openapi-typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  type ApiDocument,
  type Operation,
  currentDocument,
  currentText,
} from '../../../scripts/document/current.ts'
import { complaintsOf } from '../../support/compiled.ts'
import { type PageExample, pageExamples } from '../../support/page-examples.ts'

const ROOT = join(import.meta.dirname, '../../..')

interface Sent {
  name: string
  method: string
  /** As the document writes it. */
  path: string
  operationId: string
  body: object
}

let document: ApiDocument
let text: string
let sent: Sent[]
beforeAll(async () => {
  text = await currentText()
  document = await currentDocument()
  const examples = [...(await ofReadme()), ...(await ofPage()), ...ofDocument()]
  sent = examples.filter(({ body }) => Object.keys(body).length > 0)
})

it('has many to compile', () => {
  expect(sent.length).toBeGreaterThan(20)
  expect(sent[0]).toMatchObject({ path: '/v1/plans', body: { volunteers: 4 } })
})

function ofCall(name: string, method: string, address: string, body: object): Sent {
  const [path = ''] = address.split('?')
  const fits = (pattern: string): boolean =>
    new RegExp(`^${pattern.replace(/\{\w+\}/g, '[^/]+')}$`).test(path) || pattern === path
  const found =
    Object.keys(document.paths).find((pattern) => pattern === path) ?? Object.keys(document.paths).find(fits)
  const operation = document.paths[found ?? '']?.[method.toLowerCase()]
  if (found === undefined || !operation) throw new Error(`${name}: the document has no ${method} ${path}`)
  return { name, method, path: found, operationId: operation.operationId, body }
}

/** What curl is told to send there. */
async function ofReadme(): Promise<Sent[]> {
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8')
  const bodies = [...readme.matchAll(/curl -s \$URL(\/v1\/[\w/]+) (?:[^\n]*\\\n)?[^\n]*-d '(\{[^']*\})'/g)]
  return bodies.map(([, path = '', body = '']) => ofCall('README', 'POST', path, JSON.parse(body) as object))
}

async function ofPage(): Promise<Sent[]> {
  const isJson = ({ body, headers }: PageExample): boolean =>
    body !== '' && headers['Content-Type'] === 'application/json'
  // One of them is wrong on purpose.
  const right = (await pageExamples()).filter((each) => isJson(each) && each.status < 400)
  return right.map(({ name, method, path, body }) => ofCall(name, method, path, JSON.parse(body) as object))
}

function ofDocument(): Sent[] {
  return Object.entries(document.paths).flatMap(([path, calls]) =>
    Object.entries(calls).flatMap(([method, { requestBody }]: [string, Operation]) => {
      const body = requestBody?.content['application/json']?.example
      return body === undefined
        ? []
        : [ofCall(`example of ${method} ${path}`, method.toUpperCase(), path, body as object)]
    }),
  )
}

/** What the call needs beside its body, by where it stands; nothing where it needs nothing. */
function required({ path, method }: Sent) {
  const parameters = document.paths[path]![method.toLowerCase()]!.parameters
  const of = <Place extends string>(place: Place) => {
    const found = parameters.filter((each) => each.in === place && each.required)
    const values = Object.fromEntries(found.map(({ name, example }) => [name, example]))
    return found.length > 0 ? ({ [place]: values } as Record<Place, typeof values>) : undefined
  }
  return { path: of('path'), query: of('query'), header: of('header') }
}

/** The body with one more field, whose name nearly is that of another: in each of its objects in turn. */
function misspelt(body: object): object[] {
  const [name = 'field'] = Object.keys(body)
  const here = Array.isArray(body)
    ? []
    : [{ ...body, [`${name.slice(0, -1)}_${name.slice(-1)}`]: Object.values(body)[0] as unknown }]
  const below = Object.entries(body).flatMap(([at, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null
      ? misspelt(inner).map((each) =>
          Array.isArray(body) ? body.with(Number(at), each) : { ...body, [at]: each },
        )
      : [],
  )
  return [...here, ...below]
}

/** Lines of a function each, so that the line of a complaint tells which. */
type Write = (sent: Sent, body: object) => string

function expectGood(files: Record<string, string>, head: string, write: Write): void {
  const wrong = sent.flatMap((each) => misspelt(each.body).map((body) => ({ ...each, body })))
  const lines = (all: Sent[]): string => [head, ...all.map((each) => write(each, each.body))].join('\n')
  const complaints = complaintsOf({ ...files, 'right.ts': lines(sent), 'wrong.ts': lines(wrong) })
  expect(complaints.filter(({ file }) => file !== 'wrong.ts')).toEqual([])
  const said = new Set(complaints.map(({ line }) => line))
  // The head is line 1.
  const taken = wrong.filter((_, index) => !said.has(index + 2))
  expect(taken.map(({ name, body }) => `${name}: ${JSON.stringify(body)}`)).toEqual([])
}

describe('openapi-typescript and openapi-fetch', () => {
  let schema: string
  beforeAll(async () => {
    schema = astToString(await openapiTS(text, { silent: true }))
  })

  it('compile every request, and no field that is misspelt', () => {
    const head = `import createClient from 'openapi-fetch'; import type { paths } from './schema'; const client = createClient<paths>(); type Body<Path extends keyof paths, Call extends keyof paths[Path]> = paths[Path][Call] extends { requestBody?: { content: { 'application/json': infer Json } } } ? Json : never`
    // The name of a type, not the call, finds what is misspelt: openapi-fetch takes the type of what it is given.
    expectGood({ 'schema.d.ts': schema }, head, (each, body) => {
      const { path, query, header } = required(each)
      const params = JSON.stringify({ ...path, ...query, ...header })
      const [call, address] = [each.method, JSON.stringify(each.path)]
      return `{ const body: Body<${address}, '${call.toLowerCase()}'> = ${JSON.stringify(body)}; void client.${call}(${address}, { params: ${params}, body }) }`
    })
  })

  it('know what is null and what is not, and what else may come', () => {
    const uses = `
import type { components, paths, webhooks } from './schema'
type Schemas = components['schemas']
declare const plan: Schemas['Plan']
declare const head: Schemas['PlanHead']
declare const problem: Schemas['Problem']
declare const answer: paths['/v1/plans']['post']['responses'][201]['content']['application/json']
declare const job: paths['/v1/plans']['post']['responses'][202]['content']['application/json']
declare const message: webhooks['plan.completed']['post']['requestBody']['content']['application/json']
export const place: [number, number] = plan.walks[0]!.stops[0]!.location
export const lng: number = plan.walks[0]!.legs[0]!.geometry.coordinates[0]![0]
export const start: [number, number] | null = plan.walks[0]!.start
export const doors: number | undefined = head.summary?.doors
export const stops: number = answer.detail === 'full' ? answer.walks[0]!.stops.length : answer.walks[0]!.stopCount
export const status: 'queued' | 'running' = job.status
export const told: number = message.data.summary.doors
if (problem.code === 'plan.conflict') console.log(problem.detail)
`
    expect(complaintsOf({ 'schema.d.ts': schema, 'uses.ts': uses })).toEqual([])
    const wrong = uses.replace("'plan.conflict'", "'plan.conflct'").replace('stopCount', 'stopcount')
    expect(complaintsOf({ 'schema.d.ts': schema, 'uses.ts': wrong })).toHaveLength(2)
  })
})

it('@hey-api/openapi-ts compiles every request, and no field that is misspelt', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'doorwalk-client-'))
  await writeFile(join(folder, 'openapi.json'), text)
  await createClient({
    input: join(folder, 'openapi.json'),
    output: { path: join(folder, 'client'), postProcess: [] },
    logs: { level: 'silent' },
  })
  const names = await readdir(join(folder, 'client'), { recursive: true })
  const sources = names.filter((name) => name.endsWith('.ts'))
  const files = await Promise.all(
    sources.map(
      async (name) => [`client/${name}`, await readFile(join(folder, 'client', name), 'utf8')] as const,
    ),
  )
  const head = `import * as api from './client'`
  expectGood(Object.fromEntries(files), head, (each, body) => {
    const { path, query, header } = required(each)
    const headers = header && { headers: header.header }
    return `void api.${each.operationId}(${JSON.stringify({ ...path, ...query, ...headers, body })})`
  })
})
