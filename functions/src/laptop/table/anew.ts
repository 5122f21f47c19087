/**
 * Writes a database anew, each key once and with its newest value. Folders of earlier releases may hold older values
 * that LevelDB comes back to when it merges its tables (docs/decisions/0071-no-snapshot-beside-a-write.md), and its own
 * repair puts tables side by side without regard to their age. An iterator finds the newest value all the same.
 */
import { ClassicLevel } from 'classic-level'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkFree, explainOpening } from './files.ts'

/** In the folder of a database that needs it no more. LevelDB leaves files alone whose names it does not know. */
const MARK = 'written-anew'
/** Copied in one write. */
const GROUP_BYTES = 1024 * 1024

interface Places {
  /** Being written. */
  half: string
  /** Whole; takes the place of the database as the next thing that is done. */
  whole: string
  /** Was the database. */
  old: string
}
const beside = (path: string): Places => ({
  half: `${path}.new~`,
  whole: `${path}.new`,
  old: `${path}.old~`,
})

/**
 * For a folder that nobody has open. Cost: the first time one copy of all there is, and room for it.
 *
 * @throws VisibleError store.full, store.unwritable, store.damaged; the database is then as it was
 */
export async function writeAnewOnce(path: string): Promise<void> {
  try {
    const names = await readdir(path)
    if (names.includes(MARK)) return
    if (names.includes('CURRENT')) await writeAnew(path)
    else await writeFile(join(path, MARK), '', { mode: 0o600 })
  } catch (error) {
    throw explainOpening(error, path)
  }
}

export async function writeAnew(path: string): Promise<void> {
  const { half, whole } = beside(path)
  await rm(half, { recursive: true, force: true })
  await mkdir(half, { mode: 0o700 })
  try {
    await copyAll(path, half)
    await writeFile(join(half, MARK), '', { mode: 0o600 })
    await rename(half, whole)
  } catch (error) {
    await rm(half, { recursive: true, force: true })
    throw error
  }
  await finishAnew(path)
}

/**
 * Ends what a process that died had begun: whole copies take their place, others go.
 *
 * @throws VisibleError store.locked when a process that lives is at it
 */
export async function finishAnew(path: string): Promise<void> {
  const { half, whole, old } = beside(path)
  if (![half, whole, old].some((place) => existsSync(place))) return
  if (existsSync(path)) await checkFree(path)
  for (const place of [half, old]) await rm(place, { recursive: true, force: true })
  if (!existsSync(whole)) return
  if (existsSync(path)) await rename(path, old)
  await rename(whole, path)
  await rm(old, { recursive: true, force: true })
}

async function copyAll(path: string, half: string): Promise<void> {
  const bytes = { keyEncoding: 'buffer', valueEncoding: 'buffer' } as const
  const from = new ClassicLevel<Buffer, Buffer>(path, { ...bytes, createIfMissing: false })
  const to = new ClassicLevel<Buffer, Buffer>(half, bytes)
  try {
    await Promise.all([from.open(), to.open()])
    let group: { type: 'put'; key: Buffer; value: Buffer }[] = []
    let size = 0
    for await (const [key, value] of from.iterator()) {
      group.push({ type: 'put', key, value })
      size += key.length + value.length
      if (size < GROUP_BYTES) continue
      await to.batch(group)
      ;[group, size] = [[], 0]
    }
    // The last one reaches the disk before the copy counts; those before it are in the same log, or in tables.
    await to.batch(group, { sync: true })
  } finally {
    await Promise.allSettled([from.close(), to.close()])
  }
}
