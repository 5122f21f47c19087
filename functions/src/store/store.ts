/**
 * One DynamoDB table, spoken to through the document client: on AWS the service, on a laptop dynalite.
 * Every write is conditional on a version; no transactions, no streams, and an expired item does not exist,
 * whether or not the database has already deleted it. Keys: docs/decisions/0011-table-keys.md.
 */
import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/lib-dynamodb'
import { randomUUID } from 'node:crypto'
import type { Clock } from '@doorwalk/core/ports'
import { type Table, deleteAll, getAll, putAll } from './bulk.ts'
import { readItem, writeItem } from './stored-item.ts'
import type { Item, KeyRange, Page, Range, Store } from '../ports/store.ts'

export interface TableOptions {
  client: DynamoDBClient
  table: string
  clock: Clock
}

/**
 * Items read at once by `all`: few round trips for 100,000 targets, and not much in vain where the caller stops early.
 */
const PAGE = 500

export function openStore({ client, table: name, clock }: TableOptions): Store {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
  const table: Table = { documents, name }
  const seconds = (): number => Math.floor(clock.now() / 1000)
  const isLive = (item: Item): boolean => item.expiresAt === undefined || item.expiresAt * 1000 > clock.now()
  const query = (range: Range): Promise<Page> => readPage(table, range, isLive)

  return {
    async get({ pk, sk }) {
      const { Item: raw } = await documents.send(
        new GetCommand({ TableName: name, Key: { pk, sk }, ConsistentRead: true }),
      )
      const item = raw && readItem(raw)
      return item && isLive(item) ? item : undefined
    },
    async getMany(keys) {
      return (await getAll(table, keys)).filter(isLive)
    },
    create: (item) =>
      putIf(
        table,
        { ...item, version: 1 },
        { expression: 'attribute_not_exists(pk) OR expiresAt <= :now', values: { ':now': seconds() } },
      ),
    replace: (item, version) =>
      putIf(
        table,
        { ...item, version: version + 1 },
        { expression: 'version = :version', values: { ':version': version } },
      ),
    putMany: (items) =>
      putAll(
        table,
        items.map((item) => ({ ...item, version: 1 })),
      ),
    remove({ pk, sk }, version) {
      const condition = version !== undefined && {
        ConditionExpression: 'attribute_not_exists(pk) OR version = :version',
        ExpressionAttributeValues: { ':version': version },
      }
      return unlessRefused(
        documents.send(new DeleteCommand({ TableName: name, Key: { pk, sk }, ...condition })),
      )
    },
    removeMany: (keys) => deleteAll(table, keys),
    query,
    all: (range) => allOf(query, range),
    async sweep(time) {
      const gone = await readExpired(table, Math.floor(time / 1000))
      await deleteAll(table, gone)
      return gone
    },
  }
}

interface Condition {
  expression: string
  values: Record<string, unknown>
}

/**
 * Each write bears a mark of its own. The client sends a write again whose answer it did not get, and is refused where
 * the first one was done: then what stands there is ours.
 */
async function putIf(
  { documents, name }: Table,
  item: Item,
  { expression, values }: Condition,
): Promise<boolean> {
  const mark = randomUUID()
  const put = new PutCommand({
    TableName: name,
    Item: { ...writeItem(item), mark },
    ConditionExpression: expression,
    ExpressionAttributeValues: values,
  })
  return unlessRefused(documents.send(put), async () => {
    const { pk, sk } = item
    const found = await documents.send(
      new GetCommand({ TableName: name, Key: { pk, sk }, ConsistentRead: true }),
    )
    return found.Item?.['mark'] === mark
  })
}

/**
 * False when the condition of a write did not hold.
 *
 * @param isDone  asked where the write was sent more than once: was an earlier one of them done?
 */
async function unlessRefused(write: Promise<unknown>, isDone = async () => false): Promise<boolean> {
  try {
    await write
    return true
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
    return (error.$metadata.attempts ?? 1) > 1 && isDone()
  }
}

/** DynamoDB counts expired items towards its limit: they are left out here, and the page is filled up. */
async function readPage(
  { documents, name }: Table,
  { pk, prefix, after, limit, newestFirst = false }: Range,
  isLive: (item: Item) => boolean,
): Promise<Page> {
  const items: Item[] = []
  let start = after === undefined ? undefined : { pk, sk: after }
  do {
    const answer = await documents.send(
      new QueryCommand({
        TableName: name,
        ...(prefix === ''
          ? { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } }
          : {
              KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
              ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
            }),
        ConsistentRead: true,
        ScanIndexForward: !newestFirst,
        Limit: limit - items.length,
        ...(start && { ExclusiveStartKey: start }),
      }),
    )
    items.push(...(answer.Items ?? []).map(readItem).filter(isLive))
    const last = answer.LastEvaluatedKey
    start = last === undefined ? undefined : { pk, sk: String(last['sk']) }
  } while (start !== undefined && items.length < limit)
  return { items, next: start?.sk }
}

async function* allOf(query: Store['query'], range: KeyRange): AsyncGenerator<Item> {
  let after: string | undefined
  do {
    const page = await query({ ...range, after, limit: PAGE })
    yield* page.items
    after = page.next
  } while (after !== undefined)
}

async function readExpired({ documents, name }: Table, now: number): Promise<Item[]> {
  const gone: Item[] = []
  let start: Record<string, unknown> | undefined
  do {
    const answer = await documents.send(
      new ScanCommand({
        TableName: name,
        FilterExpression: 'expiresAt <= :now',
        ExpressionAttributeValues: { ':now': now },
        ...(start && { ExclusiveStartKey: start }),
      }),
    )
    gone.push(...(answer.Items ?? []).map(readItem))
    start = answer.LastEvaluatedKey
  } while (start !== undefined)
  return gone
}
