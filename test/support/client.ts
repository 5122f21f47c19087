/** The client on the API of a test, in this process: what the contract promises of problems is checked on the way. */
import { type Doorwalk, createDoorwalk } from '@doorwalk/client'
import type { TestApi } from './servers/api.ts'

export function clientOf(api: Pick<TestApi, 'call'>, key: string): Doorwalk {
  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init)
    const { pathname, search } = new URL(request.url)
    const { method, signal } = request
    const body = await request.text()
    const { 'content-type': type, ...headers } = Object.fromEntries(request.headers)
    return api.call(pathname + search, {
      method,
      headers: { ...headers, ...(type !== undefined && { 'Content-Type': type }) },
      signal,
      ...(body !== '' && { body }),
    })
  }
  // What a test provokes is to be seen as it came.
  return createDoorwalk({ url: 'http://api.test', key, fetch, retries: 0 })
}
