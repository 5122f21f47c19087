// First file of a thread that imports. Node 20 cannot run TypeScript by itself, so tsx translates the sources.
import { register } from 'tsx/esm/api'

register()
await import('./import-thread.ts')
