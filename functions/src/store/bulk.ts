/** DynamoDB's batch calls: cut to the size they take, and sent again for what they did not take. */
import { BatchGetCommand, BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Item, Key } from '../ports/store.ts'
import { openSlices } from '../threads/slices.ts'
import { readItem, writeItem } from './stored-item.ts'

export interface Table {
  documents: DynamoDBDocumentClient
  name: string
}

type Part = Record<string, unknown>

/** Limits of DynamoDB's batch calls. */
const BATCH_WRITE = 25
const BATCH_READ = 100
/** Unprocessed parts of a batch are sent again this often, with growing pauses. */
const TRIES = 8

/** In any order; missing ones are left out, expired ones are not. */
export async function getAll({ documents, name }: Table, keys: Key[]): Promise<Item[]> {
  const found: Item[] = []
  await inBatches(keys, { size: BATCH_READ, doing: 'batch read', part: bare }, async (batch) => {
    const request = { RequestItems: { [name]: { Keys: batch, ConsistentRead: true } } }
    const answer = await documents.send(new BatchGetCommand(request))
    found.push(...(answer.Responses?.[name] ?? []).map(readItem))
    return answer.UnprocessedKeys?.[name]?.Keys ?? []
  })
  return found
}

export function putAll(table: Table, items: Item[]): Promise<void> {
  return writeAll(table, items, (item) => ({ PutRequest: { Item: writeItem(item) } }))
}

export function deleteAll(table: Table, keys: Key[]): Promise<void> {
  return writeAll(table, keys, (key) => ({ DeleteRequest: { Key: bare(key) } }))
}

function writeAll<Value>(
  { documents, name }: Table,
  values: Value[],
  part: (value: Value) => Part,
): Promise<void> {
  return inBatches(values, { size: BATCH_WRITE, doing: 'batch write', part }, async (batch) => {
    const answer = await documents.send(new BatchWriteCommand({ RequestItems: { [name]: batch } }))
    return answer.UnprocessedItems?.[name] ?? []
  })
}

interface Batches<Value> {
  size: number
  doing: string
  /** What is sent of a value. */
  part: (value: Value) => Part
}

/**
 * @param send  answers what was not taken
 * @throws Error when parts are left after all tries
 */
async function inBatches<Value>(
  values: Value[],
  { size, doing, part }: Batches<Value>,
  send: (batch: Part[]) => Promise<Part[]>,
): Promise<void> {
  const slice = openSlices()
  for (let from = 0; from < values.length; from += size) {
    // Of 50,000 items nobody waits for more than a batch.
    await slice()
    let rest = values.slice(from, from + size).map(part)
    for (let attempt = 0; rest.length > 0; attempt++) {
      if (attempt === TRIES) throw new Error(`${doing}: ${rest.length} items not taken`)
      if (attempt > 0) await pause(attempt)
      rest = await send(rest)
    }
  }
}

function bare({ pk, sk }: Key): Part {
  return { pk, sk }
}

function pause(attempt: number): Promise<void> {
  return new Promise((done) => setTimeout(done, 25 * 2 ** attempt))
}
