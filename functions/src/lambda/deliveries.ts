/** Takes webhook deliveries from the queue. */
import { type SqsAnswer, SqsEvent, readMessage } from './event.ts'
import { openLambdaWorld } from './world.ts'
import { DeliveryMessage, deliver } from '../webhooks/events.ts'
import { makeSend } from '../webhooks/send.ts'

const { storage, config, log, ringDelivery } = openLambdaWorld(process.env)
const deliverer = { storage, log, ring: ringDelivery, send: makeSend({ allow: config.webhookAllow }) }

/** All at once: a receiver that hangs holds up no other. */
export async function handler(event: unknown): Promise<SqsAnswer> {
  const results = await Promise.all(
    SqsEvent.parse(event).Records.map(async ({ messageId, body }) => {
      const ref = readMessage(DeliveryMessage, body)
      try {
        if (!ref) throw new Error('the message cannot be read')
        await deliver(deliverer, ref)
        return undefined
      } catch (error) {
        log({ level: 'error', event: 'webhook.failed', messageId, error: String(error) })
        return { itemIdentifier: messageId }
      }
    }),
  )
  return { batchItemFailures: results.filter((each) => each !== undefined) }
}
