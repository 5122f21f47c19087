/** A plan that is done, on its way to its caller: written by the desk, whichever call brought it. */
import type { PlanAnswer } from './answer.ts'
import { type FoundPlan, planToWrite } from './calls.ts'
import type { Call } from '../http/env.ts'
import { sendJson } from '../http/send-json.ts'
import type { Desk } from '../ports/desk.ts'

interface PlanToSend<Status> {
  found: FoundPlan
  status: Status
  headers?: Record<string, string>
  /** Of the query. */
  timings?: 'true' | 'false' | undefined
}

export async function sendPlan<Status extends 200 | 201>(
  c: Call,
  desk: Desk,
  { found, status, headers = {}, timings }: PlanToSend<Status>,
) {
  const { head } = found
  const plan = {
    ...planToWrite(c.get('caller').campaign, found),
    area: head.area,
    streets: head.streets,
    replacedBy: head.replacedBy,
    stale: head.stale,
    ...(timings === 'true' && { timings: head.timings ?? null }),
  }
  const body = await desk.ask('planAnswer', plan, c.req.raw.signal)
  return sendJson<PlanAnswer, Status>(c, { body, status, headers })
}
