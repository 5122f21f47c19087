/** Blobs on disk: one file per key, written beside and renamed, so that a reader never sees half of one. */
import type { Blobs } from '@doorwalk/core/ports'
import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { explainDisk } from './disk-trouble.ts'

/** Segments of letters, digits, `_`, `-`, `.` and `=`, none of them starting with a dot: no key leaves its folder. */
const KEY = /^[A-Za-z0-9_=-][A-Za-z0-9_.=-]*(\/[A-Za-z0-9_=-][A-Za-z0-9_.=-]*)*$/

/** Ends the name of a file that is being written; no key ends so. */
const HALF = '~'

export function checkBlobKey(key: string): string {
  if (!KEY.test(key) || key.length > 500) throw new Error(`not a blob key: ${key.slice(0, 80)}`)
  return key
}

export function diskBlobs(folder: string): Blobs {
  const pathOf = (key: string): string => join(folder, checkBlobKey(key))
  const replaceBy = async (key: string, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> => {
    const path = pathOf(key)
    const beside = `${path}.${randomBytes(6).toString('hex')}${HALF}`
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await writeWhole(beside, content)
      await rename(beside, path)
    } catch (error) {
      // What is half there takes room from what comes next.
      await rm(beside, { force: true }).catch(() => undefined)
      throw explainDisk(error)
    }
  }
  return {
    put: replaceBy,

    putStream: replaceBy,

    async get(key) {
      try {
        return await readFile(pathOf(key))
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },

    async getStream(key) {
      const file = await open(pathOf(key)).catch(noneIfMissing)
      // Of a folder it tells when it is read; no key of ours is one.
      return file && file.createReadStream()
    },

    async remove(key) {
      await rm(pathOf(key), { force: true })
    },

    async list(prefix) {
      const slash = prefix.lastIndexOf('/')
      const start = slash < 0 ? '' : checkBlobKey(prefix.slice(0, slash))
      try {
        const entries = await readdir(join(folder, start), { recursive: true, withFileTypes: true })
        return entries
          .filter((entry) => entry.isFile() && !entry.name.endsWith(HALF))
          .map((entry) =>
            join(entry.parentPath, entry.name)
              .slice(folder.length + 1)
              .replaceAll('\\', '/'),
          )
          .filter((key) => key.startsWith(prefix))
          .sort()
      } catch (error) {
        if (isMissing(error)) return []
        throw error
      }
    },
  }
}

async function writeWhole(path: string, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await writeFile(file, content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** What processes that died have left half written: nobody reads it, and nobody else would ever erase it. */
export async function removeHalves(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(noneIfMissing)
  const halves = (entries ?? []).filter((entry) => entry.isFile() && entry.name.endsWith(HALF))
  for (const { parentPath, name } of halves) await rm(join(parentPath, name), { force: true })
}

function noneIfMissing(error: unknown): undefined {
  if (isMissing(error)) return undefined
  throw error
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR'
}
