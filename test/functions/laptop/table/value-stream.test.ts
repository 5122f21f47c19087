/** Ranges of the embedded database: read view by view, and whoever reads lets go of what it read with. */
import { QueryCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, expect, it, vi } from 'vitest'
import { ClassicLevel } from 'classic-level'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTable, openEmbeddedDatabase } from '@doorwalk/functions/laptop/table/dynalite'
import { openStore } from '@doorwalk/functions/store/store'
import type { Store } from '@doorwalk/functions/ports/store'
import { until } from '../../../support/until.ts'

afterEach(() => vi.restoreAllMocks())

async function openOnDisk() {
  const database = await openEmbeddedDatabase(await mkdtemp(join(tmpdir(), 'doorwalk-streams-')))
  await createTable(database.client, 'doorwalk')
  const store = openStore({ client: database.client, table: 'doorwalk', clock: { now: () => Date.now() } })
  return { database, store }
}

const numbered = (count: number, data: Record<string, unknown> = {}) =>
  Array.from({ length: count }, (_, index) => ({ pk: 'A', sk: String(index).padStart(4, '0'), data }))

/** Counts what is read with at this moment; each get and each iterator holds a snapshot. */
function watchSnapshots(): { open: number; duringWrites: number } {
  const seen = { open: 0, duringWrites: 0 }
  /* eslint-disable @typescript-eslint/unbound-method -- called with the database they are of */
  const { iterator, get, batch } = ClassicLevel.prototype
  /* eslint-enable @typescript-eslint/unbound-method */
  vi.spyOn(ClassicLevel.prototype, 'iterator').mockImplementation(function (this: ClassicLevel, ...range) {
    const made = iterator.apply(this, range as never)
    const close = made.close.bind(made)
    seen.open++
    made.close = async () => {
      await close()
      seen.open--
    }
    return made as never
  })
  vi.spyOn(ClassicLevel.prototype, 'get').mockImplementation(async function (this: ClassicLevel, ...args) {
    seen.open++
    return (get.apply(this, args as never) as Promise<never>).finally(() => seen.open--)
  })
  vi.spyOn(ClassicLevel.prototype, 'batch').mockImplementation(function (this: ClassicLevel, ...args) {
    const note = (): void => void (seen.duringWrites += seen.open)
    note()
    return (batch.apply(this, args as never) as unknown as Promise<void>).finally(note) as never
  })
  return seen
}

it('closes the iterator of every query, also of one that stops early', async () => {
  const seen = watchSnapshots()
  const { database, store } = await openOnDisk()
  await store.putMany(numbered(60))
  const page = await store.query({ pk: 'A', prefix: '', limit: 5 })
  expect(page.items).toHaveLength(5)
  expect(page.next).toBeDefined()
  for await (const _ of store.all({ pk: 'A', prefix: '' })) break
  await database.client.send(
    new QueryCommand({
      TableName: 'doorwalk',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'nobody' } },
    }),
  )
  await until(() => seen.open === 0)
  await database.close()
})

async function readAndWrite(store: Store, turn: number): Promise<void> {
  const key = { pk: 'A', sk: String(turn % 7).padStart(4, '0') }
  const item = await store.get(key)
  if (item) await store.replace({ ...key, data: { turn } }, item.version)
  await store.query({ pk: 'A', prefix: '', limit: 20 })
  await store.getMany([key, { ...key, sk: '0050' }])
}

it('has no snapshot open while it writes, whoever reads and writes at once', async () => {
  const seen = watchSnapshots()
  const { database, store } = await openOnDisk()
  await store.putMany(numbered(60, { text: 'x'.repeat(10_000) }))
  await Promise.all(Array.from({ length: 60 }, (_, turn) => readAndWrite(store, turn)))
  expect(seen.duringWrites).toBe(0)
  expect(seen.open).toBe(0)
  await database.close()
})

it('reads ranges of many views whole, in both directions and from the middle', async () => {
  const { database, store } = await openOnDisk()
  const items = numbered(1_200, { text: 'x'.repeat(700) })
  await store.putMany(items)
  const skOf = ({ sk }: { sk: string }): string => sk
  const all = items.map(skOf)
  const page = (range: object) => store.query({ pk: 'A', prefix: '', limit: 1_100, ...range })
  expect((await page({})).items.map(skOf)).toEqual(all.slice(0, 1_100))
  expect((await page({ newestFirst: true })).items.map(skOf)).toEqual([...all].reverse().slice(0, 1_100))
  expect((await page({ after: '0300' })).items.map(skOf)).toEqual(all.slice(301))
  expect((await page({ after: '1100', newestFirst: true })).items.map(skOf)).toEqual(
    all.slice(0, 1_100).reverse(),
  )
  expect((await page({ prefix: '07' })).items.map(skOf)).toEqual(all.slice(700, 800))
  await database.close()
})
