/** The client on the API of a test, in this process: what the contract promises of problems is checked on the way. */
import { type Doorwalk, createDoorwalk } from '@doorwalk/client'
import type { TestApi } from './servers/api.ts'

export function clientOf(api: Pick<TestApi, 'call'>, key: string): Doorwalk {
  const fetch = async (address: string, init: RequestInit): Promise<Response> => {
    const request = new Request(address, init)
    const { pathname, search } = new URL(address)
    const { method, signal } = request
    const body = new Uint8Array(await request.arrayBuffer())
    const { 'content-type': type, ...headers } = Object.fromEntries(request.headers)
    return api.call(pathname + search, {
      method,
      headers: { ...headers, ...(type !== undefined && { 'Content-Type': type }) },
      signal,
      ...(body.length > 0 && { body }),
    })
  }
  // What a test provokes is to be seen as it came.
  return createDoorwalk({ url: 'http://api.test', key, fetch, retries: 0 })
}
