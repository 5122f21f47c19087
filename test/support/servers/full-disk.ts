/** A disk without room, for the store and the blobs of a test: writes are refused until there is room again. */
import { storageFull } from '@doorwalk/functions/store/disk-trouble'
import type { Storage } from '@doorwalk/functions/world'

const WRITES = new Set(['create', 'replace', 'putMany', 'put'])

export interface FullDisk {
  /** Refused so far. */
  refused: () => number
  clear: () => void
}

/**
 * Takes the place of the methods that write.
 *
 * @param input.after   so many writes are done first
 * @param input.isFull  which writes are refused from then on; default: all
 */
export function fillDisk(
  storage: Pick<Storage, 'store' | 'blobs'>,
  { after = 0, isFull = () => true }: { after?: number; isFull?: (method: string) => boolean } = {},
): FullDisk {
  let left = after
  let refused = 0
  const undo = [storage.store, storage.blobs].map((port: object) => {
    const methods = port as Record<string, (...args: unknown[]) => unknown>
    const kept = { ...methods }
    for (const name of Object.keys(kept).filter((each) => WRITES.has(each))) {
      methods[name] = async (...args) => {
        if (left > 0) left--
        else if (isFull(name)) {
          refused++
          throw storageFull()
        }
        return kept[name]!(...args)
      }
    }
    return () => void Object.assign(methods, kept)
  })
  return {
    refused: () => refused,
    clear() {
      for (const each of undo) each()
    },
  }
}
