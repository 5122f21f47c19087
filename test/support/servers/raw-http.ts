/** A request with any headers at all: fetch keeps Host to itself. */
import { request } from 'node:http'
import { text } from 'node:stream/consumers'

export interface RawAnswer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

export function rawCall(
  url: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string | Uint8Array } = {},
): Promise<RawAnswer> {
  return new Promise((done, failed) => {
    const asked = request(url, { method, headers, agent: false }, (answer) => {
      text(answer).then(
        (body) => done({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
        failed,
      )
    })
    asked.once('error', failed)
    asked.end(body)
  })
}
