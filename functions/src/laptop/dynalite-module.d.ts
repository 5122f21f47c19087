/** dynalite ships no types; these are the options in use. */
declare module 'dynalite' {
  import type { Server } from 'node:http'

  export interface DynaliteOptions {
    /** LevelDB folder; in memory when left out. */
    path?: string
    createTableMs?: number
    deleteTableMs?: number
    updateTableMs?: number
  }
  export default function dynalite(options: DynaliteOptions): Server
}
