// First file of a clerk's thread. Node 20 cannot run TypeScript by itself, so tsx translates the sources.
import { register } from 'tsx/esm/api'

register()
await import('./clerk-thread.ts')
