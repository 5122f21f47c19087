/** Messages of webhooks: those that Doorwalk signs are believed, and nothing else. */
import { Webhook } from 'standardwebhooks'
import { expect, it } from 'vitest'
import { WebhookError, verifyWebhook } from '@doorwalk/client'
import { signatureHeaders } from '@doorwalk/functions/webhooks/sign'

const SECRET = `whsec_${Buffer.from('a secret of twenty-four b').toString('base64')}`
const OTHER = `whsec_${Buffer.from('another one, as good as it').toString('base64')}`
const AT = Date.parse('2026-03-14T13:00:00Z')
const SENT = { type: 'webhook.test', timestamp: '2026-03-14T13:00:00.000Z', data: { webhookId: 'whk_é' } }
const body = JSON.stringify(SENT)

const signed = (secrets = [SECRET], at = AT) => ({
  body,
  headers: signatureHeaders({ id: 'evt_1', at, body, secrets }),
  secret: SECRET,
  now: AT,
})

it('believes what Doorwalk signs, as text, as bytes, with headers of fetch', async () => {
  const expected = { ...SENT, id: 'evt_1' }
  expect(await verifyWebhook(signed())).toEqual(expected)
  expect(await verifyWebhook({ ...signed(), body: new TextEncoder().encode(body) })).toEqual(expected)
  expect(await verifyWebhook({ ...signed(), headers: new Headers(signed().headers) })).toEqual(expected)
})

it('believes what the library of Standard Webhooks signs', async () => {
  const signature = new Webhook(SECRET).sign('evt_1', new Date(AT), body)
  const headers = { ...signed().headers, 'webhook-signature': signature }
  expect(await verifyWebhook({ ...signed(), headers })).toMatchObject({ id: 'evt_1' })
})

it('believes either secret while one is being replaced', async () => {
  expect(await verifyWebhook(signed([OTHER, SECRET]))).toMatchObject({ id: 'evt_1' })
  expect(await verifyWebhook({ ...signed([SECRET]), secret: [OTHER, SECRET] })).toMatchObject({ id: 'evt_1' })
})

it('tells messages apart by their type', async () => {
  const message = await verifyWebhook(signed())
  // Compiles: `data` is that of the type.
  if (message.type === 'plan.completed') expect(message.data.summary.doors).toBeGreaterThan(0)
  if (message.type === 'webhook.test') expect(message.data.webhookId).toBe('whk_é')
})

it.each<[what: string, change: object]>([
  ['another body', { body: `${body} ` }],
  ['another secret', { secret: OTHER }],
  ['no secret at all', { secret: [] }],
  ['another id', { headers: { ...signed().headers, 'webhook-id': 'evt_2' } }],
  ['another time', { headers: { ...signed().headers, 'webhook-timestamp': String(AT / 1000 + 1) } }],
  ['an old message', { now: AT + 301_000 }],
  ['one from the future', { now: AT - 301_000 }],
  ['a time that is none', { headers: { ...signed().headers, 'webhook-timestamp': 'NaN' } }],
  ['a signature that is no base64', { headers: { ...signed().headers, 'webhook-signature': 'v1,%%%' } }],
  ['a signature of another version', { headers: { ...signed().headers, 'webhook-signature': 'v2,AAAA' } }],
  ['no signature', { headers: { ...signed().headers, 'webhook-signature': undefined } }],
  ['no headers', { headers: {} }],
])('does not believe %s', async (_what, change) => {
  await expect(verifyWebhook({ ...signed(), ...change })).rejects.toThrow(WebhookError)
})

it('takes an old message when told so', async () => {
  const late = { ...signed(), now: AT + 3_600_000, toleranceSeconds: 4_000 }
  expect(await verifyWebhook(late)).toMatchObject({ id: 'evt_1' })
})

it.each(['', 'whsec_', 'whsec_%', 'secret'])('says that %o is no secret', async (secret) => {
  await expect(verifyWebhook({ ...signed(), secret })).rejects.toThrow(TypeError)
})
