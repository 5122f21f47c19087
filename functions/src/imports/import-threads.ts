/** Imports in a thread of their own, one at a time, so that the server answers meanwhile. */
import type { ImportTasks, Importer } from '../ports/imports.ts'
import type { LoadCode } from '../threads/code.ts'
import { openThreads } from '../threads/pool.ts'
import { openTurns } from '../threads/turns.ts'

const ENTRY = new URL('./import-thread.mjs', import.meta.url)

/** Half a million lines need 40, a region of a whole city some hundreds; without a limit garbage is left lying. */
const HEAP_MEGABYTES = 512

interface ThreadImporterOptions {
  blobFolder: string
  regionRoots: string[]
  /** Of {@link openThreads}. */
  code?: LoadCode
}

interface ThreadImporter {
  importer: Importer
  close(): Promise<void>
}

export function threadImporter({ code, ...settings }: ThreadImporterOptions): ThreadImporter {
  // None stays when it has nothing to do: what it holds is large, and imports are rare.
  const threads = openThreads<ImportTasks>({
    ...{ entry: ENTRY, settings, most: 0, turns: openTurns(1), heapMegabytes: HEAP_MEGABYTES },
    ...(code && { code }),
  })
  return {
    importer: (order, signal) =>
      threads.ask('importList', order, { signal, turn: { campaign: order.campaign, lane: 'long' } }),
    close: () => threads.close(),
  }
}
