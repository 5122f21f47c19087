/** An errand over several processes: one begins it, dies or not, and others come with the same request. */
import { beforeEach, expect, it } from 'vitest'
import { type HeldErrand, beginErrand, rememberedId } from '@doorwalk/functions/errands/errand'
import { createTable, openEmbeddedDatabase } from '@doorwalk/functions/laptop/table/dynalite'
import { IDEMPOTENCY } from '@doorwalk/functions/store/keys'
import { openStore } from '@doorwalk/functions/store/store'
import type { Store } from '@doorwalk/functions/ports/store'

const key = IDEMPOTENCY.key('alpha', 'name')
const MINUTE = 60_000
let store: Store
let now: number

beforeEach(async () => {
  now = Date.parse('2026-03-14T13:00:00Z')
  const { client } = await openEmbeddedDatabase()
  await createTable(client, 'doorwalk')
  store = openStore({ client, table: 'doorwalk', clock: { now: () => now } })
})

/** A request that comes to one run of a process. */
function begin(id: string, { isAlone = false, fingerprint = 'same' } = {}) {
  return beginErrand({ store, clock: { now: () => now }, run: { id, isAlone } }, { key, fingerprint })
}

async function ours(id: string, options = {}): Promise<HeldErrand> {
  const begun = await begin(id, options)
  if (begun.state !== 'ours') throw new Error(`it is ${begun.state}`)
  return begun.errand
}

it('is taken up by the next process at once where none can live beside it', async () => {
  const dead = await ours('one', { isAlone: true })
  await dead.remember('pln_1')
  expect(await begin('one', { isAlone: true })).toEqual({ state: 'running' })
  const taken = await ours('two', { isAlone: true })
  expect(await rememberedId(taken, { id: () => 'pln_2' }, 'pln')).toBe('pln_1')
})

it('is taken up after a minute without a word where others may live', async () => {
  await (await ours('one')).remember('pln_1')
  now += MINUTE - 1
  expect(await begin('two')).toEqual({ state: 'running' })
  now += 1
  expect((await ours('two')).remembered).toBe('pln_1')
})

it('stays with whoever says that he lives', async () => {
  const alive = await ours('one')
  now += MINUTE - 1
  await alive.renew()
  now += MINUTE - 1
  expect(await begin('two')).toEqual({ state: 'running' })
})

it('waits for no time that the clock was set back from', async () => {
  await ours('one')
  now -= 10 * MINUTE
  expect((await ours('two')).remembered).toBeUndefined()
})

it('is not forgotten while it runs, when the clock was a year behind', async () => {
  const alive = await ours('one')
  await alive.remember('pln_1')
  now += 365 * 24 * 60 * MINUTE
  expect((await ours('two')).remembered).toBe('pln_1')
  await expect(alive.remember('pln_2')).rejects.toMatchObject({ code: 'idempotency.in_progress' })
})

it('is forgotten a day after it was let go of', async () => {
  const broken = await ours('one')
  await broken.remember('pln_1')
  await broken.letGo()
  now += 24 * 60 * MINUTE
  expect((await ours('two', { fingerprint: 'other' })).remembered).toBeUndefined()
})

it('belongs to one of those who come for it at the same moment', async () => {
  await ours('one')
  now += MINUTE
  const begun = await Promise.all(['two', 'three', 'four'].map((id) => begin(id)))
  expect(begun.map(({ state }) => state).sort()).toEqual(['ours', 'running', 'running'])
})

it('makes nothing for who has lost it, and does not let him end it', async () => {
  const slow = await ours('one')
  now += MINUTE
  const next = await ours('two')
  await expect(slow.remember('pln_1')).rejects.toMatchObject({ code: 'idempotency.in_progress' })
  await slow.forget()
  await slow.finish({ status: 201, headers: {}, body: 'late' })
  await slow.letGo()
  expect(await begin('three')).toEqual({ state: 'running' })
  await next.finish({ status: 201, headers: { Location: '/x' }, body: 'first' })
  const answer = { status: 201, headers: { Location: '/x' }, body: 'first' }
  expect(await begin('three')).toEqual({ state: 'done', answer })
})

it('goes on with what was remembered after it was let go of, and forgets it when nothing came of it', async () => {
  const broken = await ours('one')
  await broken.remember({ planId: 'pln_1', walker: '2' })
  await broken.letGo()
  const again = await ours('one')
  expect(again.remembered).toEqual({ planId: 'pln_1', walker: '2' })
  await again.forget()
  expect((await ours('one')).remembered).toBeUndefined()
})

it('is that of one request for a day', async () => {
  await (await ours('one')).finish({ status: 200, headers: {}, body: '' })
  expect(await begin('one', { fingerprint: 'other' })).toEqual({ state: 'other request' })
  now += 24 * 60 * MINUTE
  expect((await ours('one', { fingerprint: 'other' })).remembered).toBeUndefined()
})

it('reads records of old', async () => {
  const expiresAt = Math.floor(now / 1000) + 60
  await store.create({ ...key, data: { fingerprint: 'same', state: 'running' }, expiresAt })
  expect(await begin('one')).toEqual({ state: 'running' })
  await ours('one', { isAlone: true })
  await store.remove(key)
  const done = { fingerprint: 'same', state: 'done', status: 201, headers: { Location: '/x' }, body: '{}' }
  await store.create({ ...key, data: done })
  const { status, headers, body } = done
  expect(await begin('one')).toEqual({ state: 'done', answer: { status, headers, body } })
})

it('draws anew each time for who has no errand', async () => {
  let count = 0
  const draw = () => rememberedId(undefined, { id: (prefix) => `${prefix}_${++count}` }, 'bat')
  expect([await draw(), await draw()]).toEqual(['bat_1', 'bat_2'])
})
