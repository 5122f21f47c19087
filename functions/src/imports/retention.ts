/** Reports end with their imports, and lists that were uploaded and never started: on AWS by rules of the bucket. */
import type { Storage } from '../world.ts'
import { importsFolder } from './entries/journal.ts'
import { uploadsFolder } from './import-files.ts'
import { findImport } from './imports.ts'

/** Cost: the files of all imports are listed, and each is asked for once. */
export async function sweepImports({ store, blobs }: Pick<Storage, 'store' | 'blobs'>): Promise<void> {
  for (const root of [importsFolder(''), uploadsFolder('')]) {
    const known = new Map<string, boolean>()
    for (const name of await blobs.list(root)) {
      const [campaign = '', importId = ''] = name.slice(root.length).split('/')
      const ref = `${campaign}/${importId}`
      const isThere = known.get(ref) ?? (await findImport({ store }, { campaign, importId })) !== undefined
      known.set(ref, isThere)
      if (!isThere) await blobs.remove(name)
    }
  }
}
