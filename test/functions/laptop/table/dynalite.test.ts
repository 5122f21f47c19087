/** The embedded database as its client sees it: no network, one writer, and errors that are answers. */
import { GetItemCommand, ListTablesCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { expect, it } from 'vitest'
import type { DynaliteLevel, WriteOperation } from 'dynalite/db/index.js'
import { createTable, openEmbeddedDatabase } from '@doorwalk/functions/laptop/table/dynalite'
import { oneWriter } from '@doorwalk/functions/laptop/table/one-writer'
import { listeningPorts } from '../../../support/servers/listeners.ts'

it.runIf(process.platform === 'linux')('opens no port', async () => {
  const before = listeningPorts(process.pid)
  const database = await openEmbeddedDatabase()
  await createTable(database.client, 'doorwalk')
  expect(listeningPorts(process.pid)).toEqual(before)
  await database.close()
})

it('answers as DynamoDB does, refusals too, and says which call it does not know', async () => {
  const database = await openEmbeddedDatabase()
  await createTable(database.client, 'doorwalk')
  const item = { pk: { S: 'a' }, sk: { S: 'b' }, version: { N: '1' } }
  const put = (): Promise<unknown> =>
    database.client.send(
      new PutItemCommand({
        TableName: 'doorwalk',
        Item: item,
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    )
  await put()
  await expect(put()).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' })
  const { Item } = await database.client.send(
    new GetItemCommand({ TableName: 'doorwalk', Key: { pk: { S: 'a' }, sk: { S: 'b' } } }),
  )
  expect(Item).toEqual(item)
  await expect(database.client.send(new ListTablesCommand())).rejects.toThrow('does not answer')
  await database.close()
})

/** A database whose writes end when they are told to. */
function slowDatabase() {
  const ends: { operations: WriteOperation[]; end: (error?: Error) => void }[] = []
  const opened: string[] = []
  const read: string[] = []
  const db = {
    status: 'open',
    get: async (key: string) => void read.push(key),
    put: () => undefined,
    del: () => undefined,
    batch: (operations: WriteOperation[]) =>
      new Promise<void>((done, failed) => {
        ends.push({ operations, end: (error) => (error ? failed(error) : done()) })
      }),
    open: async () => void opened.push('open'),
    close: Object.assign(async () => undefined, { _original: async () => void opened.push('close') }),
  } as unknown as DynaliteLevel
  return { db, ends, opened, read }
}

const turn = (): Promise<void> => new Promise((done) => setTimeout(done))

it('has one write under way at a time, and lets those that wait go together', async () => {
  const { db, ends } = slowDatabase()
  oneWriter(db, { checkRoom: async () => undefined })
  const done: string[] = []
  for (const key of ['a', 'b', 'c']) db.put(key, key, (error) => done.push(`${key} ${String(error)}`))
  await turn()
  expect(ends.map(({ operations }) => operations.length)).toEqual([1])
  ends[0]!.end()
  await turn()
  expect(ends.map(({ operations }) => operations.length)).toEqual([1, 2])
  ends[1]!.end()
  await turn()
  expect(done).toEqual(['a null', 'b null', 'c null'])
})

it('reads nothing while it writes, and lets reads in before it writes again', async () => {
  const { db, ends, read } = slowDatabase()
  oneWriter(db, { checkRoom: async () => undefined })
  const done: string[] = []
  const put = (key: string): void => db.put(key, key, () => done.push(key))
  put('a')
  put('b')
  db.get('one', () => done.push('one'))
  db.get('two', () => done.push('two'))
  await turn()
  expect(read).toEqual([])
  ends[0]!.end()
  await turn()
  expect(read).toEqual(['one', 'two'])
  db.get('three', () => done.push('three'))
  await turn()
  expect(read, 'b is being written').toEqual(['one', 'two'])
  ends[1]!.end()
  await turn()
  expect(done.sort()).toEqual(['a', 'b', 'one', 'three', 'two'])
})

it('opens the database anew after a failed write before it acknowledges another', async () => {
  const { db, ends, opened } = slowDatabase()
  let hasRoom = false
  const writer = oneWriter(db, {
    checkRoom: async () => {
      if (!hasRoom) throw new Error('no room')
    },
  })
  const done: string[] = []
  const put = (key: string): void =>
    db.put(key, key, (error) => done.push(`${key} ${error?.message ?? 'kept'}`))
  put('a')
  ends[0]!.end(new Error('full'))
  await turn()
  put('b')
  await turn()
  expect(done).toEqual(['a full', 'b no room'])
  expect(ends).toHaveLength(1)

  hasRoom = true
  let endRead = (): void => undefined
  const read = writer.reading(() => new Promise<void>((end) => (endRead = end)))
  put('c')
  await turn()
  expect(opened, 'a read is under way').toEqual([])
  endRead()
  await read
  await turn()
  expect(opened).toEqual(['close', 'open'])
  ends[1]!.end()
  await turn()
  expect(done.at(-1)).toBe('c kept')
})
