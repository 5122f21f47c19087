/** The OpenAPI document is served, and names what it should; `npm run lint:api` asks its linters. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createApp } from '@doorwalk/functions/app'
import { type TestApi, openTestApi } from '../../support/servers/api.ts'

interface Operation {
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
