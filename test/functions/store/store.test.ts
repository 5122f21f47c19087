/**
 * What every store promises. A further one is a line in `stores`; the calls that go to dynalite here go to DynamoDB on
 * AWS, see docs/decisions/0011-table-keys.md.
 */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTable, openEmbeddedDatabase } from '@doorwalk/functions/laptop/table/dynalite'
import { asRequestHandler } from '@doorwalk/functions/laptop/table/dynalite-calls'
import { openStore } from '@doorwalk/functions/store/store'
import type { Store } from '@doorwalk/functions/ports/store'

const clock = { time: 1_000_000_000_000, now: () => clock.time }

interface OpenedStore {
  store: Store
  close: () => Promise<void>
}

/** Each opens an empty one that goes by `clock`. */
const stores: { name: string; open: () => Promise<OpenedStore> }[] = [
  {
    name: 'dynalite',
    async open() {
      const database = await openEmbeddedDatabase()
      await createTable(database.client, 'doorwalk')
      return {
        store: openStore({ client: database.client, table: 'doorwalk', clock }),
        close: () => database.close(),
      }
    },
  },
]

const soon = (seconds: number): number => clock.time / 1000 + seconds

describe.each(stores)('a store on $name', ({ open }) => {
  let store: Store
  let close: () => Promise<void>
  beforeAll(async () => ({ store, close } = await open()))
  afterAll(() => close())

  it('creates once', async () => {
    const key = { pk: 'create', sk: 'one' }
    expect(await store.create({ ...key, data: { name: 'first' } })).toBe(true)
    expect(await store.create({ ...key, data: { name: 'second' } })).toBe(false)
    expect(await store.get(key)).toEqual({ ...key, version: 1, data: { name: 'first' } })
  })

  it('replaces only the version that was read', async () => {
    const key = { pk: 'replace', sk: 'one' }
    await store.create({ ...key, data: { count: 0 } })
    expect(await store.replace({ ...key, data: { count: 1 } }, 1)).toBe(true)
    expect(await store.replace({ ...key, data: { count: 9 } }, 1)).toBe(false)
    expect(await store.get(key)).toMatchObject({ version: 2, data: { count: 1 } })
  })

  it('never replaces what is not there', async () => {
    expect(await store.replace({ pk: 'nobody', sk: 'one', data: {} }, 1)).toBe(false)
  })

  it('lets exactly one of twenty writers win, and loses no count when all try again', async () => {
    const key = { pk: 'race', sk: 'one' }
    await store.create({ ...key, data: { count: 0 } })
    const first = await Promise.all(
      Array.from({ length: 20 }, () => store.replace({ ...key, data: { count: 1 } }, 1)),
    )
    expect(first.filter(Boolean)).toHaveLength(1)
    const add = async (): Promise<void> => {
      for (;;) {
        const item = await store.get(key)
        const count = Number(item?.data['count']) + 1
        if (await store.replace({ ...key, data: { count } }, item?.version ?? 0)) return
      }
    }
    await Promise.all(Array.from({ length: 10 }, add))
    expect((await store.get(key))?.data).toEqual({ count: 11 })
  })

  it('forgets what has expired, in every kind of read, and lets its key be taken again', async () => {
    const key = { pk: 'expiry', sk: 'one' }
    await store.create({ ...key, data: { name: 'old' }, expiresAt: soon(10) })
    await store.create({ pk: 'expiry', sk: 'two', data: {} })
    clock.time += 9_000
    expect(await store.get(key)).toBeDefined()
    expect(await store.create({ ...key, data: { name: 'new' } })).toBe(false)
    clock.time += 1_000
    expect(await store.get(key)).toBeUndefined()
    expect(await store.getMany([key, { pk: 'expiry', sk: 'two' }])).toHaveLength(1)
    expect((await store.query({ pk: 'expiry', prefix: 'o', limit: 10 })).items).toEqual([])
    expect(await store.create({ ...key, data: { name: 'new' } })).toBe(true)
    expect(await store.get(key)).toMatchObject({ version: 1, data: { name: 'new' } })
  })

  it('removes by version', async () => {
    const key = { pk: 'remove', sk: 'one' }
    await store.create({ ...key, data: {} })
    expect(await store.remove(key, 7)).toBe(false)
    expect(await store.remove(key, 1)).toBe(true)
    expect(await store.remove(key, 1)).toBe(true)
    expect(await store.get(key)).toBeUndefined()
  })

  it('pages through a partition in both directions, one prefix only', async () => {
    const names = Array.from({ length: 25 }, (_, index) => `item#${String(index).padStart(2, '0')}`)
    await store.putMany([...names, 'other#1'].map((sk) => ({ pk: 'pages', sk, data: {} })))
    for (const newestFirst of [false, true]) {
      const seen: string[] = []
      let after: string | undefined
      let pages = 0
      do {
        const page = await store.query({ pk: 'pages', prefix: 'item#', limit: 10, after, newestFirst })
        seen.push(...page.items.map(({ sk }) => sk))
        after = page.next
        pages++
      } while (after !== undefined)
      expect(seen).toEqual(newestFirst ? [...names].reverse() : names)
      expect(pages).toBe(3)
    }
  })

  it('reads all of a range one by one, however many pages that takes, and no more of them than it is asked for', async () => {
    const names = Array.from({ length: 1_203 }, (_, index) => `item#${String(index).padStart(4, '0')}`)
    await store.putMany([...names, 'other#1'].map((sk) => ({ pk: 'all', sk, data: {} })))
    const seen: string[] = []
    for await (const { sk } of store.all({ pk: 'all', prefix: 'item#' })) {
      // What is read on the way may be taken away on the way.
      if (seen.push(sk) % 100 === 0) await store.remove({ pk: 'all', sk })
    }
    expect(seen).toEqual(names)
    for await (const { sk } of store.all({ pk: 'all', prefix: '' })) {
      expect(sk).toBe(names[0])
      break
    }
  })

  it('fills a page although expired items lie in between', async () => {
    await store.putMany(
      Array.from({ length: 30 }, (_, index) => ({
        pk: 'holes',
        sk: `item#${String(index).padStart(2, '0')}`,
        data: {},
        ...(index < 20 && { expiresAt: soon(-1) }),
      })),
    )
    const page = await store.query({ pk: 'holes', prefix: 'item#', limit: 5 })
    expect(page.items.map(({ sk }) => sk)).toEqual(['item#20', 'item#21', 'item#22', 'item#23', 'item#24'])
  })

  it('reads and writes more than one batch at a time', async () => {
    const keys = Array.from({ length: 130 }, (_, index) => ({
      pk: `batch#${index % 7}`,
      sk: `item#${index}`,
    }))
    await store.putMany(keys.map((key, index) => ({ ...key, data: { index } })))
    const found = await store.getMany([...keys, { pk: 'batch#0', sk: 'missing' }])
    expect(found.map(({ data }) => Number(data['index'])).sort((a, b) => a - b)).toEqual(
      keys.map((_, index) => index),
    )
    await store.removeMany(keys)
    expect(await store.getMany(keys)).toEqual([])
  })

  it('sweeps what has expired and nothing else', async () => {
    await store.create({ pk: 'sweep', sk: 'old', data: { blob: 'x' }, expiresAt: soon(-1) })
    await store.create({ pk: 'sweep', sk: 'live', data: {}, expiresAt: soon(100) })
    const gone = await store.sweep(clock.now())
    expect(gone.filter(({ pk }) => pk === 'sweep')).toMatchObject([{ sk: 'old', data: { blob: 'x' } }])
    expect(await store.sweep(clock.now())).toEqual([])
    expect(await store.get({ pk: 'sweep', sk: 'live' })).toBeDefined()
  })

  it('keeps what JSON can say: tiny numbers, deep lists, empty texts', async () => {
    const deep = JSON.parse('['.repeat(60) + ']'.repeat(60)) as unknown
    const item = {
      pk: 'json',
      sk: 'one',
      data: { tiny: 5e-324, long: 0.1 + 0.2, deep, empty: '', none: null, nul: '\u0000' },
    }
    await store.create(item)
    expect(await store.get(item)).toEqual({ ...item, version: 1 })
  })
})

it('the embedded database keeps a folder over a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'doorwalk-table-'))
  const first = await openEmbeddedDatabase(folder)
  await createTable(first.client, 'doorwalk')
  const item = { pk: 'restart', sk: 'one', data: { list: [1, 'two', null, { three: true }] } }
  await openStore({ client: first.client, table: 'doorwalk', clock }).create(item)
  await first.close()
  const second = await openEmbeddedDatabase(folder)
  await createTable(second.client, 'doorwalk')
  const again = openStore({ client: second.client, table: 'doorwalk', clock })
  expect(await again.get(item)).toEqual({ ...item, version: 1 })
  await second.close()
})

it('takes a write for done whose answer was lost, and for refused what others have written', async () => {
  const database = await openEmbeddedDatabase()
  await createTable(database.client, 'doorwalk')
  let losing = 0
  const client = new DynamoDBClient({
    requestHandler: asRequestHandler(async (request) => {
      const answer = await database.answer(request)
      if (losing-- > 0) throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
      return answer
    }),
    endpoint: 'http://in.this.process',
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 3,
  })
  const store = openStore({ client, table: 'doorwalk', clock })
  const item = { pk: 'lost', sk: 'answer', data: { count: 1 } }
  for (const lost of [0, 1, 2]) {
    const mine = { ...item, pk: `lost ${lost}` }
    losing = lost
    expect(await store.create(mine), `${lost} answers to create lost`).toBe(true)
    losing = lost
    expect(await store.replace(mine, 1), `${lost} answers to replace lost`).toBe(true)
    losing = lost
    expect(await store.create(mine), 'it is there').toBe(false)
    losing = lost
    expect(await store.replace(mine, 1), 'it has changed').toBe(false)
    expect(await store.get(mine)).toMatchObject({ version: 2 })
  }
  client.destroy()
  await database.close()
})
