/** The calls below `/v1/webhooks`: what they show, what they refuse, and what is left when a webhook goes. */
import { describe, expect, it } from 'vitest'
import type { TestApi } from '../../support/servers/api.ts'
import { arrived, openScene, sendTest } from '../../support/scenes/webhook-scene.ts'

describe('the calls', () => {
  it('keeps the secret to itself', async () => {
    const { api, key, hook } = await openScene()
    for (const path of ['/v1/webhooks', `/v1/webhooks/${hook.id}`]) {
      const text = await (await api.call(path, { key })).text()
      expect(text).toContain(hook.id)
      expect(text).not.toContain('whsec_')
    }
    const stranger = await api.key('beta', 'organiser')
    expect((await api.call(`/v1/webhooks/${hook.id}`, { key: stranger })).status).toBe(404)
    const reader = await api.key('alpha', 'read')
    expect((await api.call('/v1/webhooks', { key: reader })).status).toBe(403)
  })

  it('say what is wrong by a code', async () => {
    const { api, key, hook, receiver } = await openScene()
    const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
      const answer = await api.call(path, { key, method, ...(body !== undefined && { body }) })
      return ((await answer.json()) as { code?: string }).code
    }
    const wish = { url: `${receiver.origin}/more`, label: 'more' }
    expect(await ask('POST', '/v1/webhooks', { ...wish, url: 'https://10.0.0.1/' })).toBe('webhook.url')
    expect(await ask('GET', '/v1/webhooks/whk_none')).toBe('webhook.unknown')
    expect(await ask('POST', '/v1/webhooks/whk_none/test')).toBe('webhook.unknown')
    expect(await ask('POST', `/v1/webhooks/${hook.id}/deliveries/evt_none/replay`)).toBe('delivery.unknown')
    for (let count = 1; count < 20; count++) await ask('POST', '/v1/webhooks', wish)
    expect(await ask('POST', '/v1/webhooks', wish)).toBe('webhook.too_many')
    expect((await api.call(`/v1/webhooks/${hook.id}`, { key, method: 'DELETE' })).status).toBe(204)
    expect(await ask('GET', `/v1/webhooks/${hook.id}`)).toBe('webhook.unknown')
  })
})

describe('what was sent', () => {
  const left = async (api: TestApi, id: string): Promise<number> =>
    (await api.world.store.query({ pk: `C#alpha#HOOK#${id}`, prefix: '', limit: 10 })).items.length

  it('goes with its webhook, and with its campaign', async () => {
    const scene = await openScene()
    const { api, key, hook, receiver } = scene
    await sendTest(scene)
    await arrived(receiver, 1)
    expect(await left(api, hook.id)).toBe(1)
    await api.call(`/v1/webhooks/${hook.id}`, { key, method: 'DELETE' })
    expect(await left(api, hook.id)).toBe(0)

    const again = await scene.post('/v1/webhooks', { url: `${receiver.origin}/again`, label: 'again' })
    await scene.post(`/v1/webhooks/${String(again['id'])}/test`)
    await arrived(receiver, 2)
    expect(await left(api, String(again['id']))).toBe(1)
    expect((await api.call('/v1/campaigns/alpha', { key, method: 'DELETE' })).status).toBe(204)
    expect(await left(api, String(again['id']))).toBe(0)
  })
})
