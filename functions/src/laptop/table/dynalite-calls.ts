/**
 * DynamoDB's calls answered in this process: the client's requests go to dynalite's actions, not to its HTTP server.
 * So nothing listens, nobody else reaches the table, and an error of the disk is an answer instead of the end.
 */
import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import batchGetItem from 'dynalite/actions/batchGetItem.js'
import batchWriteItem from 'dynalite/actions/batchWriteItem.js'
import createTable from 'dynalite/actions/createTable.js'
import deleteItem from 'dynalite/actions/deleteItem.js'
import describeTable from 'dynalite/actions/describeTable.js'
import getItem from 'dynalite/actions/getItem.js'
import putItem from 'dynalite/actions/putItem.js'
import query from 'dynalite/actions/query.js'
import scan from 'dynalite/actions/scan.js'
import type { DynaliteStore } from 'dynalite/db/index.js'
import validations from 'dynalite/validations/index.js'
import batchGetItemCheck from 'dynalite/validations/batchGetItem.js'
import batchWriteItemCheck from 'dynalite/validations/batchWriteItem.js'
import createTableCheck from 'dynalite/validations/createTable.js'
import deleteItemCheck from 'dynalite/validations/deleteItem.js'
import describeTableCheck from 'dynalite/validations/describeTable.js'
import getItemCheck from 'dynalite/validations/getItem.js'
import putItemCheck from 'dynalite/validations/putItem.js'
import queryCheck from 'dynalite/validations/query.js'
import scanCheck from 'dynalite/validations/scan.js'

/** What the store calls, each with its action and its check. */
const CALLS = {
  BatchGetItem: { action: batchGetItem, check: batchGetItemCheck },
  BatchWriteItem: { action: batchWriteItem, check: batchWriteItemCheck },
  CreateTable: { action: createTable, check: createTableCheck },
  DeleteItem: { action: deleteItem, check: deleteItemCheck },
  DescribeTable: { action: describeTable, check: describeTableCheck },
  GetItem: { action: getItem, check: getItemCheck },
  PutItem: { action: putItem, check: putItemCheck },
  Query: { action: query, check: queryCheck },
  Scan: { action: scan, check: scanCheck },
}
type Call = (typeof CALLS)[keyof typeof CALLS]

/** A call as DynamoDB's JSON protocol has it. */
interface DynamoRequest {
  headers: Record<string, string | undefined>
  body?: unknown
}

interface DynamoAnswer {
  statusCode: number
  headers: Record<string, string>
  body: Uint8Array
}

export interface CallOptions {
  store: DynaliteStore
  /** What the caller is told of an error that is not DynamoDB's. */
  explain: (error: unknown) => unknown
}

/** @throws what `explain` makes of an error of the disk */
export type DynamoHandler = (request: DynamoRequest) => Promise<DynamoAnswer>

export function dynaliteCalls({ store, explain }: CallOptions): DynamoHandler {
  async function run(call: Call, text: string): Promise<unknown> {
    const data = validations.checkTypes(JSON.parse(text), call.check.types)
    validations.checkValidations(data, call.check.types, call.check.custom, store)
    return new Promise((done, failed) => {
      call.action(store, data, (error, answer) => (error ? failed(error) : done(answer)))
    })
  }

  return async ({ headers, body }) => {
    const name = headers['x-amz-target']?.split('.')[1] ?? ''
    const call = (CALLS as Record<string, Call | undefined>)[name]
    if (!call) throw new Error(`the embedded database does not answer ${name}`)
    try {
      return answerOf(200, await run(call, textOf(body)))
    } catch (error) {
      const refused = asRefusal(error)
      if (refused) return answerOf(refused.statusCode, refused.body)
      throw explain(error)
    }
  }
}

/** For the client of the SDK, in place of connections. */
export function asRequestHandler(
  handler: DynamoHandler,
): NonNullable<DynamoDBClientConfig['requestHandler']> {
  return {
    metadata: { handlerProtocol: 'none' },
    handle: async (request: DynamoRequest) => ({ response: await handler(request) }),
    destroy: () => undefined,
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  }
}

function textOf(body: unknown): string {
  if (typeof body === 'string') return body
  if (body instanceof Uint8Array) return new TextDecoder().decode(body)
  throw new Error('a call of DynamoDB without a body')
}

function answerOf(statusCode: number, body: unknown): DynamoAnswer {
  const bytes = Buffer.from(JSON.stringify(body))
  return { statusCode, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: bytes }
}

/** DynamoDB's own refusals, such as a condition that does not hold. */
function asRefusal(error: unknown): { statusCode: number; body: unknown } | undefined {
  if (!(error instanceof Error) || !('statusCode' in error) || !('body' in error)) return undefined
  return typeof error.statusCode === 'number' ? { statusCode: error.statusCode, body: error.body } : undefined
}
