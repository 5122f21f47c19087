/** Changing one item under the eyes of others: what is kept, how often it is tried, and what is said in the end. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from '@hono/zod-openapi'
import {
  type EmbeddedDatabase,
  createTable,
  openEmbeddedDatabase,
} from '@doorwalk/functions/laptop/table/dynalite'
import { openStore } from '@doorwalk/functions/store/store'
import { changeItem } from '@doorwalk/functions/store/change-item'
import type { Store } from '@doorwalk/functions/ports/store'

const Count = z.object({ count: z.number() })
const clock = { now: () => 1_000_000_000_000 }
const later = clock.now() / 1000 + 60
let database: EmbeddedDatabase
let store: Store

beforeAll(async () => {
  database = await openEmbeddedDatabase()
  await createTable(database.client, 'doorwalk')
  store = openStore({ client: database.client, table: 'doorwalk', clock })
})
afterAll(() => database.close())

const add = (key: { pk: string; sk: string }, more = {}) =>
  changeItem(store, {
    key,
    schema: Count,
    change: (value) => ({ count: (value?.count ?? 0) + 1 }),
    ...more,
  })

it('makes what is not there, changes what is, and counts its writes', async () => {
  const key = { pk: 'change', sk: 'one' }
  expect(await add(key)).toEqual({ value: { count: 1 }, version: 1, isChanged: true })
  expect(await add(key)).toEqual({ value: { count: 2 }, version: 2, isChanged: true })
  expect(await store.get(key)).toEqual({ ...key, version: 2, data: { count: 2 } })
})

it('leaves what it is given back, be it there or not', async () => {
  const key = { pk: 'leave', sk: 'one' }
  const leave = () => changeItem(store, { key, schema: Count, change: (value) => value })
  expect(await leave()).toEqual({ value: undefined, version: 0, isChanged: false })
  await add(key)
  expect(await leave()).toEqual({ value: { count: 1 }, version: 1, isChanged: false })
})

it('keeps the expiry unless it is told another', async () => {
  const key = { pk: 'expiry', sk: 'one' }
  await store.create({ ...key, data: { count: 0 }, expiresAt: later })
  await add(key)
  expect((await store.get(key))?.expiresAt).toBe(later)
  await add(key, { expiresAt: later + 1 })
  expect((await store.get(key))?.expiresAt).toBe(later + 1)
  await add(key, { expiresAt: null })
  expect((await store.get(key))?.expiresAt).toBeUndefined()
})

it('sees the new value when somebody else was faster, after the pause it is told', async () => {
  const key = { pk: 'race', sk: 'one' }
  const pauses: number[] = []
  let others = 2
  const { value } = await changeItem(store, {
    key,
    schema: Count,
    pause(failed) {
      pauses.push(failed)
      return 1
    },
    async change(before) {
      if (others-- > 0) await add(key)
      return { count: (before?.count ?? 0) + 10 }
    },
  })
  expect(value).toEqual({ count: 12 })
  expect(pauses).toEqual([1, 2])
})

it('gives up after its tries, in the words it was given', async () => {
  const key = { pk: 'busy', sk: 'one' }
  let calls = 0
  const lose = (more: { tries?: number; busy?: () => Error }) =>
    changeItem(store, {
      key,
      schema: Count,
      ...more,
      async change() {
        calls++
        await add(key)
        return { count: -1 }
      },
    })
  await expect(lose({ tries: 3, busy: () => new Error('come back later') })).rejects.toThrow(
    'come back later',
  )
  expect(calls).toBe(3)
  await expect(lose({})).rejects.toThrow('item one changed 10 times while it was changed')
  expect(calls).toBe(13)
})

it('ends with what the change throws', async () => {
  const change = (): { count: number } => {
    throw new Error('not this one')
  }
  await expect(changeItem(store, { key: { pk: 'throw', sk: 'one' }, schema: Count, change })).rejects.toThrow(
    'not this one',
  )
})
