/** Sends webhooks from this process, on a laptop: at once when rung, and what came due every second. */
import type { Deliverer } from './deliveries.ts'
import { deliver, takeDue } from './events.ts'
import type { DeliveryRef, RingDelivery } from '../ports/deliveries.ts'

export interface WebhookLoop {
  ring: RingDelivery
  /** Waits for what is being sent. */
  close(): Promise<void>
}

const POLL_MILLISECONDS = 1_000

/** @param options.pollMilliseconds  how often it looks for what came due */
export function openWebhookLoop(
  deliverer: Deliverer,
  { pollMilliseconds = POLL_MILLISECONDS }: { pollMilliseconds?: number } = {},
): WebhookLoop {
  const sending = new Set<Promise<void>>()
  let isClosed = false

  /** Not awaited by who rings: an event must not wait for its receivers. */
  const ring = async (ref: DeliveryRef): Promise<void> => {
    if (isClosed) return
    const sent = deliver({ ...deliverer, ring }, ref)
      .catch((error: unknown) => {
        deliverer.log({ level: 'error', event: 'webhook.failed', error: String(error) })
      })
      .finally(() => sending.delete(sent))
    sending.add(sent)
  }

  let polling = Promise.resolve()
  const timer = setInterval(() => {
    polling = polling
      .then(async () => {
        if (!isClosed) await takeDue(deliverer.storage, ring)
      })
      .catch((error: unknown) => {
        deliverer.log({ level: 'error', event: 'webhook.failed', error: String(error) })
      })
  }, pollMilliseconds)

  return {
    ring,
    async close() {
      isClosed = true
      clearInterval(timer)
      await polling
      await Promise.all(sending)
    },
  }
}
