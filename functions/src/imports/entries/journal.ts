/**
 * What an import found where it wrote, so that it can be taken back: for each key, what was said under it before. It
 * lies with the report of the import, and ends with it.
 */
import type { Blobs } from '@doorwalk/core/ports'
import type { ListEntry } from '../../buildings/imported-lists.ts'
import type { ImportRef, Layer } from '../../ports/imports.ts'
import { decodeJson, encodeJson } from '../../store/json.ts'

/** Null: there was none. */
type Note = [key: string, before: ListEntry | null]

/** About 500 KB. */
const PART_NOTES = 4_000

interface JournalOf extends ImportRef {
  /** The import that wrote it: itself, or a later one that was taken back from under it. */
  writer: string
}

export const importsFolder = (campaign: string): string => `imports/${campaign}`
export const importFolder = ({ campaign, importId }: ImportRef): string =>
  `${importsFolder(campaign)}/${importId}`
export const journalsFolder = (ref: ImportRef): string => `${importFolder(ref)}/before`

function partBlob({ writer, ...ref }: JournalOf, part: number): string {
  return `${journalsFolder(ref)}/${writer}/${String(part).padStart(5, '0')}.json`
}

export interface Journal {
  note(...note: Note): Promise<void>
  /** The number of its parts. */
  end(): Promise<number>
}

export function openJournal(blobs: Pick<Blobs, 'put'>, of: JournalOf): Journal {
  let notes: Note[] = []
  let parts = 0
  const flush = async (): Promise<void> => {
    await blobs.put(partBlob(of, parts++), encodeJson(notes))
    notes = []
  }
  return {
    async note(...note) {
      notes.push(note)
      if (notes.length === PART_NOTES) await flush()
    },
    async end() {
      if (notes.length > 0) await flush()
      return parts
    },
  }
}

/** @throws Error as writeList: it has ended meanwhile */
export async function* readJournal(
  blobs: Pick<Blobs, 'get'>,
  { campaign, layer: { importId, writer, parts } }: { campaign: string; layer: Layer },
): AsyncGenerator<Note> {
  for (let part = 0; part < parts; part++) {
    const bytes = await blobs.get(partBlob({ campaign, importId, writer }, part))
    if (!bytes) throw new Error(`the journal of ${importId} was replaced while it was read`)
    yield* decodeJson(bytes) as Note[]
  }
}
