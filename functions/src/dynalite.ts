/** The embedded database: dynalite, a DynamoDB API on LevelDB, in this process and on loopback only. */
import { CreateTableCommand, DynamoDBClient, ResourceInUseException } from '@aws-sdk/client-dynamodb'
import dynalite from 'dynalite'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

export interface EmbeddedDatabase {
  client: DynamoDBClient
  close(): Promise<void>
}

/**
 * Opens the database in a folder, or in memory. Acknowledged writes survive kill -9.
 *
 * @throws Error when another process has the folder open: LevelDB lets in one at a time
 */
export async function openEmbeddedDatabase(folder?: string): Promise<EmbeddedDatabase> {
  const path = folder === undefined ? undefined : join(folder, 'table')
  if (path !== undefined) await mkdir(path, { recursive: true })
  const server = dynalite({ ...(path && { path }), createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })
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

/** Makes the table where it is missing; on AWS the infrastructure makes it. */
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
}
