/** Whether there is room for a database to be opened: it writes its log into a table, and begins another log. */
import { randomBytes } from 'node:crypto'
import { open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { storageFull } from '../../store/disk-trouble.ts'

/** Beside the log: a new log, a list of tables, and what the file system keeps for itself. */
const SPARE_BYTES = 256 * 1024
/** Tried at most so often. */
const PAUSE_MILLISECONDS = 500

/** A check for one folder; it writes what it asks for and removes it, since limits and quotas are told nowhere. */
export function roomIn(folder: string): () => Promise<void> {
  let triedAt = -Infinity
  return async () => {
    if (performance.now() - triedAt < PAUSE_MILLISECONDS) throw storageFull()
    try {
      await tryToWrite(folder, await logBytes(folder))
      await tryToWrite(folder, SPARE_BYTES)
    } catch {
      triedAt = performance.now()
      throw storageFull()
    }
  }
}

async function logBytes(folder: string): Promise<number> {
  const logs = (await readdir(folder)).filter((name) => name.endsWith('.log'))
  const sizes = await Promise.all(logs.map(async (name) => (await stat(join(folder, name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** LevelDB leaves files alone whose names it does not know. */
async function tryToWrite(folder: string, bytes: number): Promise<void> {
  const path = join(folder, `room.${randomBytes(6).toString('hex')}~`)
  try {
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(Buffer.alloc(bytes, 1))
      await file.sync()
    } finally {
      await file.close()
    }
  } finally {
    await rm(path, { force: true })
  }
}
