/** What a running server writes down of the secrets that pass through it: nothing, in its log and in its errors. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ServerProcess, startServerProcess } from '../../support/servers/serve.ts'
import { until } from '../../support/until.ts'

const OPERATOR_KEY = 'dw_operator-key-of-this-test-0123456789'
/** Port 9 discards: nobody listens there. */
const RECEIVER = 'http://127.0.0.1:9'

let server: ServerProcess
beforeAll(async () => {
  const data = join(await mkdtemp(join(tmpdir(), 'doorwalk-secrets-')), 'data')
  const env = { DOORWALK_OPERATOR_KEY: OPERATOR_KEY, DOORWALK_WEBHOOK_ALLOW: RECEIVER }
  server = await startServerProcess(data, { env })
})
afterAll(() => server.stop())

interface CallInit {
  key?: string
  body?: unknown
  headers?: Record<string, string>
}

async function post(
  path: string,
  { key = OPERATOR_KEY, body, headers }: CallInit,
): Promise<Record<string, string>> {
  const answer = await fetch(server.url + path, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return (await answer.json()) as Record<string, string>
}

it('logs no key, no token, no secret and no address of a receiver', async () => {
  const { key = '' } = await post('/v1/keys', { body: { campaign: 'c', scopes: ['organiser'], label: 'l' } })
  expect(key).toMatch(/^dw_/)
  const address = `${RECEIVER}/hook?token=token-of-the-receiver`
  const hook = await post('/v1/webhooks', { key, body: { url: address, label: 'crm' } })
  expect(hook['secret'], JSON.stringify(hook)).toMatch(/^whsec_/)
  const source = await post('/v1/inbound/sources', { key, body: { label: 'CRM' } })
  expect(source['secret'], JSON.stringify(source)).toMatch(/^whsec_/)
  const unknown = 'dw_0123456789012345678901234567890123456789012'

  // A plan that ends, so that the receiver is called, and calls that fail with a secret in each place.
  const plan = {
    region: 'paris-9e-10e',
    area: { precincts: ['0925'] },
    volunteers: 1,
    minutes: 30,
    iterations: 100,
  }
  const { walks } = (await post('/v1/plans', { key, body: plan })) as unknown as {
    walks: { walkId: string }[]
  }
  const at = `/v1/walks/${walks[0]!.walkId}`
  const { token: link = '' } = await post(`${at}/links`, { key, body: {} })
  expect(link).toMatch(/^dwl_c\./)
  // Opened, refused, and put where it must not be.
  const headers = { Referer: `${server.url}/w/`, 'Idempotency-Key': 'start' }
  await post(`${at}/start`, { key: link, body: {}, headers })
  await post('/v1/plans', { key: link, body: plan })
  await post(`${at}/finish?token=${link}`, { key: `${link}x`, body: {} })
  const until20 = new Date(Date.now() + 3_600_000).toISOString()
  const offer = { region: 'paris-9e-10e', start: [2.3475, 48.8791], most: 2, until: until20 }
  const invitation = await post('/v1/invitations', { key, body: offer })
  expect(invitation['token'], JSON.stringify(invitation)).toMatch(/^dwi_c\./)
  const path = `/v1/invitations/${invitation['id']}/walks`
  await post(path, { key: invitation['token']!, body: { minutes: 20 }, headers: { 'Idempotency-Key': 'me' } })
  await post('/v1/plans', { key: unknown, body: plan })
  await post(`/v1/plans?key=${key}&token=token-in-the-query`, { key, body: '{' })
  await post(`/v1/keys/${unknown}/token-in-the-path`, { key, body: {} })
  await post('/v1/areas', { key, body: { label: key, region: source['secret'], area: {} } })
  const message = JSON.stringify({ region: 'paris-9e-10e', visits: [] })
  const signature = new Webhook(source['secret']!).sign('msg_1', new Date(), message)
  await post(`/v1/inbound/visits?source=${source['id']}`, {
    body: message,
    headers: {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
      'webhook-signature': signature,
    },
  })
  await until(() => server.log().includes('"event":"webhook.attempt"'))

  const written = server.log()
  const secrets = {
    key,
    OPERATOR_KEY,
    unknown,
    hook: hook['secret']!,
    source: source['secret']!,
    signature: signature.split(',')[1]!,
    link: link.split('.').at(-1)!,
    invitation: invitation['token']!.split('.').at(-1)!,
    receiver: 'token-of-the-receiver',
    query: 'token-in-the-query',
    path: 'token-in-the-path',
  }
  for (const [name, secret] of Object.entries(secrets)) {
    expect(written.includes(secret), `${name} stands in the log`).toBe(false)
    expect(written.includes(secret.replace(/^(dw|whsec)_/, '')), `${name} stands in the log`).toBe(false)
  }
})
