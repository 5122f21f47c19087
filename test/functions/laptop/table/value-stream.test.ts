/** Ranges of the embedded database: whoever reads lets go of what it read with. */
import { QueryCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, expect, it, vi } from 'vitest'
import { ClassicLevel } from 'classic-level'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTable, openEmbeddedDatabase } from '@doorwalk/functions/laptop/table/dynalite'
import { openStore } from '@doorwalk/functions/store/store'
import { until } from '../../../support/until.ts'

afterEach(() => vi.restoreAllMocks())

it('closes the iterator of every query, also of one that stops early', async () => {
  let open = 0
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with the database it is of
  const { values } = ClassicLevel.prototype
  vi.spyOn(ClassicLevel.prototype, 'values').mockImplementation(function (this: ClassicLevel, ...range) {
    const iterator = values.apply(this, range as never)
    const close = iterator.close.bind(iterator)
    open++
    iterator.close = async () => {
      open--
      return close()
    }
    return iterator as never
  })
  const database = await openEmbeddedDatabase(await mkdtemp(join(tmpdir(), 'doorwalk-streams-')))
  await createTable(database.client, 'doorwalk')
  const store = openStore({ client: database.client, table: 'doorwalk', clock: { now: () => Date.now() } })
  const keys = Array.from({ length: 60 }, (_, index) => ({ pk: 'A', sk: String(index).padStart(3, '0') }))
  await store.putMany(keys.map((key) => ({ ...key, data: {} })))
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
  await until(() => open === 0)
  await database.close()
})
