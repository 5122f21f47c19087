/**
 * Receives webhooks: takes what Doorwalk signed, once, answers at once, and works afterwards.
 *
 * DOORWALK_WEBHOOK_SECRET=whsec_… PORT=8080 npx tsx examples/webhook-receiver.ts
 */
import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { type VerifiedMessage, WebhookError, verifyWebhook } from '@doorwalk/client'

const { DOORWALK_WEBHOOK_SECRET: secret = '', PORT = '8080' } = process.env
/** Ids of events that were dealt with; an event may come twice. Yours belong into your database. */
const known = new Set<string>()

const server = createServer((request, response) => {
  void (async () => {
    try {
      const body = await buffer(request)
      const message = await verifyWebhook({ body, headers: request.headers, secret })
      // Within 15 seconds, or it is sent again: what takes longer comes after the answer.
      response.writeHead(204).end()
      if (known.has(message.id)) return
      known.add(message.id)
      work(message)
    } catch (error) {
      const status = error instanceof WebhookError ? 401 : 500
      console.error(error instanceof Error ? error.message : error)
      response.writeHead(status).end()
    }
  })()
})
server.listen(Number(PORT), () => {
  const address = server.address()
  console.log(`listens on port ${typeof address === 'object' ? address?.port : PORT}`)
})

function work(message: VerifiedMessage): void {
  switch (message.type) {
    case 'plan.completed':
      console.log(`plan ${message.data.planId}: ${message.data.summary.doors} doors`)
      break
    case 'plan.failed':
      console.log(`plan ${message.data.planId} failed: ${message.data.error.detail}`)
      break
    case 'walk.started':
    case 'walk.completed':
      console.log(`${message.type} ${message.data.walkId}: ${message.data.targets} targets`)
      break
    case 'batch.completed':
      console.log(`batch ${message.data.batchId}: fetch ${message.data.pack}`)
      break
    default:
      // A newer server may tell of more.
      console.log(message.type)
  }
}
