// A thread for tests of the pool. Node 20 cannot run TypeScript by itself, so tsx translates the sources.
import { register } from 'tsx/esm/api'

register()
await import('./some-thread.ts')
