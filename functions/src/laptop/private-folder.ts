/** The data folder is for its owner's eyes: what an earlier version left open to other users is closed at start. */
import { chmod, lstat, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { explainOpening } from './table/files.ts'

const FOLDER_MODE = 0o700
const FILE_MODE = 0o600
const OTHERS = 0o077
/** What we make in the data folder; what else lies there is not ours to change. */
const OURS = /^(table|blobs|demo-key)(\.|$)/

export interface PrivateFolder {
  /** Files and folders that other users could read until now. */
  closed: number
  /** … and that this process may not close: somebody else owns them, or the disk knows no owners. */
  open: number
}

/**
 * Makes the folder where there is none, closes it and all that is ours in it to other users, and removes what a killed
 * process had not finished writing.
 *
 * @throws VisibleError store.unwritable, store.full
 */
export async function makePrivate(data: string): Promise<PrivateFolder> {
  const tally: PrivateFolder = { closed: 0, open: 0 }
  try {
    await mkdir(data, { recursive: true, mode: FOLDER_MODE })
    const names = await readdir(data)
    // A folder with other things in it may be somebody's home.
    if (names.every((name) => OURS.test(name))) await close(data, FOLDER_MODE, tally)
    for (const name of names.filter((each) => OURS.test(each))) await closeAll(join(data, name), tally)
  } catch (error) {
    throw explainOpening(error, data)
  }
  return tally
}

/** Follows no link. */
async function closeAll(path: string, tally: PrivateFolder): Promise<void> {
  const entry = await lstat(path)
  if (entry.isFile()) return close(path, FILE_MODE, tally)
  if (!entry.isDirectory()) return
  await close(path, FOLDER_MODE, tally)
  for (const child of await readdir(path, { withFileTypes: true })) {
    const place = join(path, child.name)
    if (child.isDirectory()) await closeAll(place, tally)
    else if (child.name.endsWith('~')) await rm(place, { force: true })
    else if (child.isFile()) await close(place, FILE_MODE, tally)
  }
}

async function close(path: string, mode: number, tally: PrivateFolder): Promise<void> {
  if (((await lstat(path)).mode & OTHERS) === 0) return
  try {
    await chmod(path, mode)
    tally.closed++
  } catch {
    tally.open++
  }
}
