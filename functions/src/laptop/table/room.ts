/** Whether there is room for a database to be opened: it writes its log into a table, and begins another log. */
import { randomBytes } from 'node:crypto'
import { open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { storageFull } from '../../store/disk-trouble.ts'

/** Beside a table as large as the log: a new log, a list of tables, and what the file system keeps for itself. */
const SPARE_FILES = Array.from({ length: 8 }, () => 32 * 1024)
/** Tried at most so often. */
const PAUSE_MILLISECONDS = 500

/** A check for one folder; it writes what it asks for and removes it, since limits and quotas are told nowhere. */
export function roomIn(folder: string): () => Promise<void> {
  let triedAt = -Infinity
  return async () => {
    if (performance.now() - triedAt < PAUSE_MILLISECONDS) throw storageFull()
    try {
      await tryToWrite(folder, [await logBytes(folder), ...SPARE_FILES])
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

/** Files of these sizes, all at once. LevelDB leaves files alone whose names it does not know. */
async function tryToWrite(folder: string, sizes: number[]): Promise<void> {
  const name = `room.${randomBytes(6).toString('hex')}`
  const paths = sizes.map((_, index) => join(folder, `${name}.${index}~`))
  try {
    for (const [index, bytes] of sizes.entries()) {
      const file = await open(paths[index]!, 'wx', 0o600)
      try {
        await file.writeFile(Buffer.alloc(bytes, 1))
        await file.sync()
      } finally {
        await file.close()
      }
    }
  } finally {
    for (const path of paths) await rm(path, { force: true })
  }
}
