/** The embedded database behind a port, for functions that speak to DynamoDB over HTTP. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { EmbeddedDatabase } from '@doorwalk/functions/laptop/table/dynalite'

export interface DynamoServer {
  url: string
  close(): Promise<void>
}

export async function serveDynamo(answer: EmbeddedDatabase['answer']): Promise<DynamoServer> {
  const server = createServer((request, response) => {
    const headers = { 'x-amz-target': String(request.headers['x-amz-target']) }
    void buffer(request)
      .then((body) => answer({ headers, body }))
      .then(({ statusCode, headers, body }) => response.writeHead(statusCode, headers).end(body))
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })
  // Never closed while idle: a request on a connection that is being closed fails, and none is tried twice.
  server.keepAliveTimeout = 0
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
