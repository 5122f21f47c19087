/** The way to a server, which may be cut: what comes then gets no answer, as on a phone without a network. */
import { once } from 'node:events'
import { type AddressInfo, type Socket, connect, createServer } from 'node:net'

export interface Road {
  url: string
  /** True: every connection is cut, and so is each that comes. */
  cut(isCut: boolean): void
  close(): Promise<void>
}

export async function openRoad(to: string): Promise<Road> {
  const { hostname, port } = new URL(to)
  const sockets = new Set<Socket>()
  let isCut = false
  const server = createServer((phone) => {
    if (isCut) return phone.destroy()
    const far = connect(Number(port), hostname)
    for (const [one, other] of [
      [phone, far],
      [far, phone],
    ] as const) {
      sockets.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => sockets.delete(one))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const drop = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut(now) {
      isCut = now
      if (isCut) drop()
    },
    async close() {
      drop()
      await new Promise((done) => server.close(done))
    },
  }
}
