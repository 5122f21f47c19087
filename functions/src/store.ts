/**
 * One DynamoDB table, spoken to through the document client: on AWS the service, on a laptop dynalite.
 * Every write is conditional on a version; no transactions, no streams, and an expired item does not exist,
 * whether or not the database has already deleted it. Keys: docs/decisions/0011-table-keys.md.
 */
import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/lib-dynamodb'
import type { Clock } from '@doorwalk/core/ports'
import type { Item, Store } from './world.ts'

/** Limits of DynamoDB's batch calls. */
const BATCH_WRITE = 25
const BATCH_READ = 100
/** Unprocessed parts of a batch are sent again this often, with growing pauses. */
const BATCH_TRIES = 8

export function openStore({
  client,
  table,
  clock,
}: {
  client: DynamoDBClient
  table: string
  clock: Clock
}): Store {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
  const isLive = (item: Item): boolean => item.expiresAt === undefined || item.expiresAt * 1000 > clock.now()

  async function putIf(item: Item, condition: string, values?: Record<string, unknown>): Promise<boolean> {
    try {
      await documents.send(
        new PutCommand({
          TableName: table,
          Item: toRaw(item),
          ConditionExpression: condition,
          ...(values && { ExpressionAttributeValues: values }),
        }),
      )
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  }

  async function writeBatches(requests: Record<string, unknown>[]): Promise<void> {
    for (let from = 0; from < requests.length; from += BATCH_WRITE) {
      let rest = requests.slice(from, from + BATCH_WRITE)
      for (let attempt = 0; rest.length > 0; attempt++) {
        if (attempt === BATCH_TRIES) throw new Error(`batch write: ${rest.length} items not taken`)
        if (attempt > 0) await pause(attempt)
        const answer = await documents.send(new BatchWriteCommand({ RequestItems: { [table]: rest } }))
        rest = answer.UnprocessedItems?.[table] ?? []
      }
    }
  }

  return {
    async get({ pk, sk }) {
      const answer = await documents.send(
        new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }),
      )
      const item = readItem(answer.Item)
      return item && isLive(item) ? item : undefined
    },

    async getMany(keys) {
      const found: Item[] = []
      for (let from = 0; from < keys.length; from += BATCH_READ) {
        let rest: Record<string, unknown>[] = keys
          .slice(from, from + BATCH_READ)
          .map(({ pk, sk }) => ({ pk, sk }))
        for (let attempt = 0; rest.length > 0; attempt++) {
          if (attempt === BATCH_TRIES) throw new Error(`batch read: ${rest.length} items not answered`)
          if (attempt > 0) await pause(attempt)
          const answer = await documents.send(
            new BatchGetCommand({ RequestItems: { [table]: { Keys: rest, ConsistentRead: true } } }),
          )
          for (const raw of answer.Responses?.[table] ?? []) {
            const item = readItem(raw)
            if (item && isLive(item)) found.push(item)
          }
          rest = answer.UnprocessedKeys?.[table]?.Keys ?? []
        }
      }
      return found
    },

    create(item) {
      return putIf({ ...item, version: 1 }, 'attribute_not_exists(pk) OR expiresAt <= :now', {
        ':now': Math.floor(clock.now() / 1000),
      })
    },

    replace(item, version) {
      return putIf({ ...item, version: version + 1 }, 'version = :version', { ':version': version })
    },

    putMany(items) {
      return writeBatches(items.map((item) => ({ PutRequest: { Item: toRaw({ ...item, version: 1 }) } })))
    },

    async remove({ pk, sk }, version) {
      try {
        await documents.send(
          new DeleteCommand({
            TableName: table,
            Key: { pk, sk },
            ...(version !== undefined && {
              ConditionExpression: 'attribute_not_exists(pk) OR version = :version',
              ExpressionAttributeValues: { ':version': version },
            }),
          }),
        )
        return true
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false
        throw error
      }
    },

    removeMany(keys) {
      return writeBatches(keys.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })))
    },

    async query({ pk, prefix, after, limit, newestFirst = false }) {
      const items: Item[] = []
      let start = after === undefined ? undefined : { pk, sk: after }
      do {
        const answer = await documents.send(
          new QueryCommand({
            TableName: table,
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
        for (const raw of answer.Items ?? []) {
          const item = readItem(raw)
          if (item && isLive(item)) items.push(item)
        }
        const last = answer.LastEvaluatedKey
        start = last === undefined ? undefined : { pk, sk: String(last['sk']) }
      } while (start !== undefined && items.length < limit)
      return { items, next: start?.sk }
    },

    async sweep() {
      const gone: Item[] = []
      let start: Record<string, unknown> | undefined
      do {
        const answer = await documents.send(
          new ScanCommand({
            TableName: table,
            FilterExpression: 'expiresAt <= :now',
            ExpressionAttributeValues: { ':now': Math.floor(clock.now() / 1000) },
            ...(start && { ExclusiveStartKey: start }),
          }),
        )
        for (const raw of answer.Items ?? []) {
          const item = readItem(raw)
          if (item) gone.push(item)
        }
        start = answer.LastEvaluatedKey
      } while (start !== undefined)
      await writeBatches(gone.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })))
      return gone
    },
  }
}

/** `data` is stored as JSON text: DynamoDB's numbers and nesting end before those of JSON do. */
function toRaw({ data, ...item }: Item): Record<string, unknown> {
  return { ...item, data: JSON.stringify(data) }
}

function readItem(raw: Record<string, unknown> | undefined): Item | undefined {
  if (raw === undefined) return undefined
  const { pk, sk, version, expiresAt } = raw
  const data: unknown = typeof raw['data'] === 'string' ? JSON.parse(raw['data']) : undefined
  if (typeof pk !== 'string' || typeof sk !== 'string' || typeof version !== 'number' || !isRecord(data)) {
    throw new Error('an item of the table has no pk, sk, version or data')
  }
  return { pk, sk, version, data, ...(typeof expiresAt === 'number' && { expiresAt }) }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function pause(attempt: number): Promise<void> {
  return new Promise((done) => setTimeout(done, 25 * 2 ** attempt))
}
