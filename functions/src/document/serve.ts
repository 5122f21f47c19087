/** `/openapi.json`: what writes the document is loaded when somebody asks for it. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from 'hono'
import type { MoreOfApi } from './openapi.ts'

/** Written once: it takes 150 ms, and nobody needs a key for it. The routes are there by then. */
export function serveDocument<E extends Env>(app: OpenAPIHono<E>, more: MoreOfApi): void {
  let document: Promise<string> | undefined
  const write = async (): Promise<string> => {
    const { describeApi } = await import('./openapi.ts')
    return JSON.stringify(await describeApi(app, more))
  }
  app.get('/openapi.json', async (c) => {
    document ??= write()
    return c.body(await document, 200, { 'Content-Type': 'application/json' })
  })
}
