/** A server in a process of its own that ends itself, as kill -9 does, right after one of its writes. */
import { DEFAULTS } from '@doorwalk/functions/config'
import { startServer } from '@doorwalk/functions/laptop/server'
import type { Storage } from '@doorwalk/functions/world'
import { planInline } from './plan-inline.ts'
import { settle } from './settle.ts'
import { afterEachWrite } from './writes.ts'

/** From the parent: start on this folder, and from then on die after so many writes. */
export interface CrashOrder {
  data: string
  regionRoots: string[]
  /** Counted from when the server listens; Infinity is null in a message. */
  writes: number | null
}

process.once('disconnect', () => process.exit())
process.once('message', ({ data, regionRoots, writes }: CrashOrder) => {
  let left = Infinity
  const dying = afterEachWrite(() => {
    if (--left === 0) process.kill(process.pid, 'SIGKILL')
  })
  const options = {
    host: '127.0.0.1',
    port: 0,
    data,
    regionRoots,
    config: { ...DEFAULTS, requestsPerMinute: 100_000, sync: { ...DEFAULTS.sync, milliseconds: 600_000 } },
    log: () => undefined,
    around: (kept: Pick<Storage, 'store' | 'blobs'>) => {
      process.once('message', () => void settle(kept).then(() => process.send?.('settled')))
      return dying(kept)
    },
    openPlanner: planInline,
  }
  void startServer(options).then(({ url }) => {
    left = writes ?? Infinity
    process.send?.({ url })
  })
})
