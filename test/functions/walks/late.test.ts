/** A walk now that is not planned in time. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type TestApi, openTestApi } from '../../support/servers/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi({ regionRoots: [join(import.meta.dirname, '../../../data')] })
})
afterAll(() => api.close())

it('is refused, to be asked for again, and nothing of it is left', async () => {
  // The queue takes it, and its time is over before anybody has begun.
  vi.spyOn(api.world.jobs, 'submit').mockResolvedValue()
  const key = await api.key('late', 'reporter', 'read')
  const body = { region: 'paris-9e-10e', start: [2.3475, 48.8791], minutes: 30 }
  const answer = await api.call('/v1/walks', { key, method: 'POST', body })
  expect(answer.status).toBe(503)
  expect(answer.headers.get('Retry-After')).toBe('5')
  expect(await answer.json()).toMatchObject({ code: 'walk.late' })
  const { plans } = (await (await api.call('/v1/plans', { key })).json()) as { plans: { status: string }[] }
  expect(plans.filter(({ status }) => status !== 'cancelled')).toEqual([])
})
