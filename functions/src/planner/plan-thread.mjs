// First file of a planning thread. Node 20 cannot run TypeScript by itself, so tsx translates the sources.
import { register } from 'tsx/esm/api'

register()
await import('./plan-thread.ts')
