/** JSON that somebody else has written: sent as it is, without being read. */
import type { TypedResponse } from 'hono'
import type { Call } from './env.ts'
import type { Bytes } from '../ports/planner.ts'

interface WrittenJson<Status> {
  body: Bytes
  status: Status
  headers?: Record<string, string>
}

/** @typeParam Value  what the bytes are JSON of: the document promises it, nobody looks again */
export function sendJson<Value, Status extends 200 | 201>(
  c: Call,
  { body, status, headers = {} }: WrittenJson<Status>,
): Response & TypedResponse<Value, Status, 'json'> {
  const answer: Response = c.body(body, status, { 'Content-Type': 'application/json', ...headers })
  return answer as Response & TypedResponse<Value, Status, 'json'>
}
