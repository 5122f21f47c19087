/** The embedded database: dynalite, a DynamoDB API on LevelDB, in this process, reachable by nobody else. */
import {
  CreateTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import db from 'dynalite/db/index.js'
import { join } from 'node:path'
import { explainDisk } from '../../store/disk-trouble.ts'
import { finishAnew, writeAnewOnce } from './anew.ts'
import { type DynamoHandler, asRequestHandler, dynaliteCalls } from './dynalite-calls.ts'
import { oneWriter } from './one-writer.ts'
import { roomIn } from './room.ts'
import { readByViews } from './value-stream.ts'
import { checkTable, explainOpening } from './files.ts'

export interface EmbeddedDatabase {
  client: DynamoDBClient
  /** What the client calls; for tests that put a server in front of it. */
  answer: DynamoHandler
  close(): Promise<void>
}

/**
 * Opens the database in a folder, or in memory. Acknowledged writes survive kill -9.
 *
 * @throws VisibleError store.locked when another process has the folder open: LevelDB lets in one at a time;
 *   store.damaged, store.full, store.unwritable
 */
export async function openEmbeddedDatabase(folder?: string): Promise<EmbeddedDatabase> {
  const path = folder === undefined ? undefined : join(folder, 'table')
  if (path !== undefined) {
    await finishAnew(path)
    await checkTable(path)
    await writeAnewOnce(path)
  }
  // The pinned SDK runs on Node 20; its advice about later versions would greet everybody at the first start.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'
  const store = db.create({ ...(path && { path }), createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })
  await store.db.open().catch((error: unknown) => {
    throw path === undefined ? error : explainOpening(error, path)
  })
  const checkRoom = path === undefined ? async () => undefined : roomIn(path)
  const writer = oneWriter(store.db, { checkRoom })
  readByViews(store.db, writer)
  const answer = dynaliteCalls({ store, explain: explainDisk })
  const client = new DynamoDBClient({
    requestHandler: asRequestHandler(answer),
    endpoint: 'http://in.this.process',
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  })
  return {
    client,
    answer,
    async close() {
      client.destroy()
      await writer.settle()
      await store.db.close()
    },
  }
}

/** Seconds until a table must be there, and between two looks; making one takes a turn of the event loop. */
const TABLE_WAIT = { maxWaitTime: 20, minDelay: 0.02, maxDelay: 1 }

/** Makes the table where it is missing, and returns once it takes items; on AWS the infrastructure makes it. */
export async function createTable(client: DynamoDBClient, name: string): Promise<void> {
  try {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'S' },
        ],
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
      }),
    )
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error
  }
  await waitUntilTableExists({ client, ...TABLE_WAIT }, { TableName: name })
}
