/** The embedded database: dynalite, a DynamoDB API on LevelDB, in this process and on loopback only. */
import {
  CreateTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import { VisibleError } from '@doorwalk/core/error'
import dynalite from 'dynalite'
import { Level } from 'level'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

export interface EmbeddedDatabase {
  client: DynamoDBClient
  close(): Promise<void>
}

/**
 * Opens the database in a folder, or in memory. Acknowledged writes survive kill -9.
 *
 * @throws VisibleError store.locked when another process has the folder open: LevelDB lets in one at a time
 */
export async function openEmbeddedDatabase(folder?: string): Promise<EmbeddedDatabase> {
  const path = folder === undefined ? undefined : join(folder, 'table')
  if (path !== undefined) await checkFree(path)
  // The pinned SDK runs on Node 20; its advice about later versions would greet everybody at the first start.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'
  const server = dynalite({ ...(path && { path }), createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })
  // Never closed while idle: a request on a connection that is being closed fails, and none is tried twice.
  server.keepAliveTimeout = 0
  await new Promise<void>((done, failed) => {
    server.once('error', failed)
    server.listen(0, '127.0.0.1', done)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('dynalite has no port')
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${address.port}`,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  })
  return {
    client,
    async close() {
      client.destroy()
      server.closeAllConnections()
      await new Promise<void>((done, failed) => {
        server.close((error) => (error ? failed(error) : done()))
      })
    },
  }
}

/** dynalite would throw where nobody can catch it; so the lock is tried first. */
async function checkFree(path: string): Promise<void> {
  await mkdir(path, { recursive: true })
  const probe = new Level(path)
  try {
    await probe.open()
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined
    if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'LEVEL_LOCKED') throw error
    throw new VisibleError(
      'conflict',
      'store.locked',
      `another server has ${path} open; stop it, or choose another --data`,
    )
  }
  await probe.close()
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
