/** What the OpenAPI document promises of every route, and whether an answer keeps it. */
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { expect } from 'vitest'
import type { Env } from '@doorwalk/functions/http/env'
import { Problem } from '@doorwalk/functions/http/problem'
import type { CallInit } from './servers/api.ts'

export interface Route {
  method: string
  path: string
  body: z.ZodType | undefined
  /** It reads a list as text, too. */
  isText: boolean
  responses: Record<string, { content?: Record<string, { schema?: unknown }>; 'x-codes'?: string[] }>
}

export interface Asked {
  /** "GET /v1/areas", also where another method is sent. */
  name: string
  url: string
  init: CallInit
}

export function routesOf(app: OpenAPIHono<Env>): Route[] {
  return app.openAPIRegistry.definitions.flatMap((definition): Route[] => {
    if (definition.type !== 'route') return []
    const { method, path, request, responses } = definition.route
    const content = request?.body?.content ?? {}
    const json = content['application/json']
    const schema = json && 'schema' in json ? json.schema : undefined
    return [
      {
        method: method.toUpperCase(),
        path,
        body: schema instanceof z.ZodType ? schema : undefined,
        isText: 'text/csv' in content,
        responses: responses as Route['responses'],
      },
    ]
  })
}

/** No 5xx; a problem where it is one; else the documented status, type and schema. */
export function keepsPromise(routes: readonly Route[], { name, url, init }: Asked, answer: Answered): void {
  const route = routes.find((each) => `${each.method} ${each.path}` === name)!
  const { status, text, type } = answer
  const about = `${init.method} ${url} → ${status} ${text.slice(0, 300)}`
  expect(status, about).toBeLessThan(500)
  if (status >= 400) {
    if (init.method === 'HEAD') return
    expect(type, about).toBe('application/problem+json')
    expect(Problem.strict().parse(JSON.parse(text)).status, about).toBe(status)
  }
  const isServed = init.method === route.method && !url.includes('..') && !url.includes('%2e%2e')
  if (!isServed || status === 304 || (status === 404 && text.includes('request.unknown_address'))) return
  const promised = route.responses[String(status)]
  expect(promised, `not documented: ${about}`).toBeDefined()
  if (text === '') {
    expect(promised?.content, about).toBeUndefined()
    return
  }
  expect(Object.keys(promised?.content ?? {}), about).toContain(type)
  const schema = promised?.content?.[type]?.schema
  if (schema instanceof z.ZodType) {
    const result = schema.safeParse(JSON.parse(text))
    expect(result.error?.message, about).toBeUndefined()
  }
}

/** Told wherever it may be asked: of no call in particular. */
const ANYWHERE = ['request.unknown_address', 'request.method']
/** Told to nobody but the log: the caller has gone. */
const ABANDONED = 499

/** Checks of every problem that the document names its code under its call and status. */
export function problemCheck(
  app: OpenAPIHono<Env>,
): (asked: { method: string; path: string }, answer: Response) => Promise<void> {
  const routes = routesOf(app).map((route) => ({
    ...route,
    address: new RegExp(`^${route.path.replace(/\{\w+\}/g, '[^/]+')}$`),
  }))
  return async ({ method, path }, answer) => {
    if (answer.status < 400 || answer.status === ABANDONED || method === 'HEAD') return
    const { code } = Problem.parse(await answer.clone().json())
    if (ANYWHERE.includes(code)) return
    const [address = ''] = path.split('?')
    // A fixed address comes before one with a name in it.
    const fits = routes.filter((route) => route.method === method && route.address.test(address))
    const route = fits.find((each) => each.path === address) ?? fits[0]
    const codes = route?.responses[String(answer.status)]?.['x-codes'] ?? []
    expect(codes, `${method} ${address} → ${answer.status}`).toContain(code)
  }
}

export interface Answered {
  status: number
  /** Media type. */
  type: string
  text: string
}

export async function readAnswer(answer: Response): Promise<Answered> {
  const type = answer.headers.get('Content-Type')?.split(';')[0] ?? ''
  return { status: answer.status, type, text: await answer.text() }
}
