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
}

export async function sendPlan<Status extends 200 | 201>(
  c: Call,
  desk: Desk,
  { found, status, headers = {} }: PlanToSend<Status>,
) {
  const { replacedBy } = found.head
  const plan = { ...planToWrite(c.get('caller').campaign, found), replacedBy }
  const body = await desk.ask('planAnswer', plan, c.req.raw.signal)
  return sendJson<PlanAnswer, Status>(c, { body, status, headers })
}
