/** Where the large shared data sets lie: DOORWALK_SHARED, or `../shared` beside the repository. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const folder = process.env['DOORWALK_SHARED'] ?? resolve(import.meta.dirname, '../../../../shared')

/** Path of a shared file, or null when this machine does not have it. */
export function shared(path: string): string | null {
  const full = resolve(folder, path)
  return existsSync(full) ? full : null
}

/** Said by tests that skip. */
export const SHARED_MISSING = 'shared data absent: set DOORWALK_SHARED'
