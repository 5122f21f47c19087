/** A receiver of webhooks on this machine that behaves as badly as it is told to. */
import { once } from 'node:events'
import { type IncomingHttpHeaders, type Server, type ServerResponse, createServer } from 'node:http'

export interface Received {
  path: string
  headers: Record<string, string>
  body: string
}

export interface Receiver {
  origin: string
  received: Received[]
  /** What to do with the next request, and all after it. */
  answer: (response: ServerResponse) => void
  /** Nobody listens on its port any more. */
  kill(): Promise<void>
  restart(): Promise<void>
}

export const status =
  (code: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(code, headers).end('answer')
  }

export async function openReceiver(): Promise<Receiver> {
  let server: Server
  let port = 0
  const receiver: Receiver = {
    origin: '',
    received: [],
    answer: status(204),
    async kill() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
    async restart() {
      server = createServer((request, response) => {
        let body = ''
        request.on('data', (chunk: Buffer) => (body += chunk.toString()))
        request.on('end', () => {
          receiver.received.push({ path: request.url ?? '', headers: plain(request.headers), body })
          receiver.answer(response)
        })
      })
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
      const address = server.address()
      if (address === null || typeof address === 'string') throw new Error('no port')
      port = address.port
    },
  }
  await receiver.restart()
  receiver.origin = `http://127.0.0.1:${port}`
  return receiver
}

function plain(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}
