/**
 * A campaign with one webhook, whose receiver on this machine does as it is told; signatures read by another library.
 */
import { Webhook } from 'standardwebhooks'
import { expect, onTestFinished } from 'vitest'
import { VisibleError } from '@doorwalk/core/error'
import type { Delivery } from '@doorwalk/functions/webhooks/deliveries'
import { type TestApi, type TestSettings, openTestApi } from '../servers/api.ts'
import { fixturePlan } from '../worlds/plan-fixture.ts'
import { planOnly } from '../servers/planner.ts'
import { type Received, type Receiver, openReceiver } from '../servers/receiver.ts'
import { until } from '../until.ts'
import type { PlanTask } from '@doorwalk/functions/ports/planner'

export const HOUR = 3_600_000

export interface Scene {
  api: TestApi
  key: string
  receiver: Receiver
  hook: { id: string; secret: string }
  /** Moves the clock and waits until the delivery has had its attempt. */
  attempt: (eventId: string, milliseconds?: number) => Promise<Delivery>
  deliveries: () => Promise<Delivery[]>
  post: (path: string, body?: unknown) => Promise<Record<string, unknown>>
}

/** One walk of one stop; seed 99 fails. */
const planner = planOnly(async ({ planId, request }: PlanTask) => {
  if (request.seed === 99) throw new VisibleError('unprocessable', 'area.empty', 'nothing stands there')
  return { ...fixturePlan({ walks: 1, stops: 1 }), id: planId }
})

/** Closes itself after the test. */
export async function openScene(settings: TestSettings = {}): Promise<Scene> {
  const receiver = await openReceiver()
  const api = await openTestApi({ planner, webhookAllow: [receiver.origin], ...settings })
  onTestFinished(async () => {
    await api.close()
    await receiver.kill().catch(() => undefined)
  })
  // The other library compares with the time of the machine.
  api.clock.time = Date.now()
  const key = await api.key('alpha', 'organiser')
  const post = async (path: string, body?: unknown): Promise<Record<string, unknown>> => {
    const answer = await api.call(path, { key, method: 'POST', ...(body !== undefined && { body }) })
    expect(answer.status).toBeLessThan(300)
    return (await answer.json()) as Record<string, unknown>
  }
  const made = await post('/v1/webhooks', { url: `${receiver.origin}/hook`, label: 'crm' })
  const hook = { id: String(made['id']), secret: String(made['secret']) }
  const deliveries = async (): Promise<Delivery[]> => {
    const answer = await api.call(`/v1/webhooks/${hook.id}/deliveries`, { key })
    return ((await answer.json()) as { deliveries: Delivery[] }).deliveries
  }
  const find = async (eventId: string): Promise<Delivery> => {
    const found = (await deliveries()).find((each) => each.eventId === eventId)
    if (!found) throw new Error(`no delivery of ${eventId}`)
    return found
  }
  return {
    api,
    key,
    receiver,
    hook,
    deliveries,
    post,
    async attempt(eventId, milliseconds = 0) {
      const before = (await find(eventId)).attempts.length
      api.clock.time += milliseconds
      return until(async () => {
        const now = await find(eventId)
        return (now.attempts.length > before || now.state === 'delivered') && now
      })
    },
  }
}

export const arrived = (receiver: Receiver, count: number): Promise<Received[]> =>
  until(() => receiver.received.length >= count && receiver.received)

export const verify = ({ body, headers }: Received, secret: string): unknown =>
  new Webhook(secret).verify(body, headers)

/** Asks for a `webhook.test`; its event id. */
export async function sendTest({ post, hook }: Scene): Promise<string> {
  return String((await post(`/v1/webhooks/${hook.id}/test`))['eventId'])
}
