/** The page of who walks without its views, in this process: its session on the API of a test, on and off line. */
import { vi } from 'vitest'
import { memoryShelf } from '../../../web/src/volunteer/device/memory-shelf.ts'
import type { Parcel } from '../../../web/src/volunteer/device/shelf.ts'
import { type SpillingShelf, spilling } from '../../../web/src/volunteer/device/spill.ts'
import type { WalkPack, WalkRecord } from '../../../web/src/volunteer/model/record.ts'
import type { TestApi } from '../servers/api.ts'

const HERE = 'http://api.test'

/** What of a session is used here; its own types are those of pages. */
export interface Session {
  view(): { record: WalkRecord; pack: WalkPack; outbox: Parcel[] }
  change(change: (record: WalkRecord) => WalkRecord): Promise<void>
  leave(target: string, how?: { noAccess?: boolean; never?: boolean }): Promise<void>
  takeBack(visit: string): Promise<boolean>
  start(): Promise<void>
  sync(): Promise<void>
  sendNow(): Promise<void>
  close(): void
}

interface Device {
  fetchWalk: (shelf: SpillingShelf, token: string, now: () => number) => Promise<string>
  openSession: (of: {
    shelf: SpillingShelf
    walkId: string
    now: () => number
  }) => Promise<Session | undefined>
}
/** By name, as the types of pages are not those of tests. */
const DEVICE: string[] = ['fetch-walk', 'open-session'].map(
  (name) => `../../../web/src/volunteer/device/${name}.ts`,
)

export interface Phone {
  /** By its link: what it keeps of the walk. */
  open(token: string): Promise<Session>
  close(): void
}

/** Whether there is a network, for all phones. */
export interface Network {
  isThere: boolean
}

/** What a page finds round it; of a browser nothing else is asked for. Undone by `vi.unstubAllGlobals`. */
export function standInForBrowser({ call }: Pick<TestApi, 'call'>): Network {
  const network: Network = { isThere: true }
  const Plain = Request
  const listen = { addEventListener: () => undefined, removeEventListener: () => undefined }
  vi.stubGlobal('location', { origin: HERE })
  vi.stubGlobal('navigator', {})
  vi.stubGlobal('document', { ...listen, visibilityState: 'visible' })
  for (const [name, value] of Object.entries(listen)) vi.stubGlobal(name, value)
  vi.stubGlobal(
    'Request',
    class extends Plain {
      constructor(input: string | URL | Request, init?: RequestInit) {
        super(typeof input === 'string' ? new URL(input, HERE) : input, init)
      }
    },
  )
  vi.stubGlobal('fetch', async (address: string, init: RequestInit): Promise<Response> => {
    if (!network.isThere) throw new TypeError('no network')
    const request = new Plain(new URL(address, HERE), init)
    const { pathname, search } = new URL(request.url)
    const body = new Uint8Array(await request.arrayBuffer())
    const { 'content-type': type, ...headers } = Object.fromEntries(request.headers)
    return call(pathname + search, {
      ...{ method: request.method, signal: request.signal },
      headers: { ...headers, ...(type !== undefined && { 'Content-Type': type }) },
      ...(body.length > 0 && { body }),
    })
  })
  return network
}

/** A phone of its own storage. @param now  milliseconds */
export function openPhone(now: () => number): Phone {
  const shelf = spilling(memoryShelf())
  let session: Session | undefined
  return {
    async open(token) {
      session?.close()
      const parts = await Promise.all(DEVICE.map((file) => import(file) as Promise<Partial<Device>>))
      const { fetchWalk, openSession } = Object.assign({}, ...parts) as Device
      const walkId = await fetchWalk(shelf, token, now)
      session = await openSession({ shelf, walkId, now })
      await session!.sync()
      return session!
    },
    close: () => session?.close(),
  }
}
