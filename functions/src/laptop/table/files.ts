/**
 * Looks at the files of the database before LevelDB does: it would make a new database where its first file is missing,
 * remove tables that a damaged list leaves out, and drop damaged writes, all without a word.
 */
import { VisibleError } from '@doorwalk/core/error'
import { ClassicLevel } from 'classic-level'
import { existsSync } from 'node:fs'
import { access, constants, mkdir, readFile, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isDamaged, isFull } from '../../store/disk-trouble.ts'
import { readManifest } from './level-manifest.ts'
import { readLevelRecords } from './level-records.ts'

/**
 * Returns when the database in the folder may be opened; makes the folder where there is none.
 *
 * @throws VisibleError as {@link explainOpening}, and store.damaged with what was found
 */
export async function checkTable(path: string): Promise<void> {
  try {
    await makeFolder(path)
    await checkFree(path)
  } catch (error) {
    throw explainOpening(error, path)
  }
  const damages = await findDamages(path)
  if (damages.length > 0) throw damaged(path, damages)
}

/**
 * What is wrong with the files of a database, a sentence each; none: LevelDB opens it and loses nothing. Tables are not
 * read: a wrong byte inside one shows when it is.
 */
export async function findDamages(path: string): Promise<string[]> {
  const names = new Set(await readdir(path))
  const isOurs = [...names].some((name) => /\.(ldb|sst|log)$|^MANIFEST-/.test(name))
  if (!names.has('CURRENT')) return isOurs ? ['CURRENT, which names the list of tables, is missing'] : []
  const current = (await readFile(join(path, 'CURRENT'), 'latin1')).trimEnd()
  if (!/^MANIFEST-\d+$/.test(current))
    return ['CURRENT, which names the list of tables, holds something else']
  if (!names.has(current)) return [`${current}, the list of tables, is missing`]
  return [...(await manifestDamages(path, { names, current })), ...(await logDamages(path, names))]
}

/** Node says of a disk that is mounted for reading that a folder is missing: so the disk is asked itself. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
  } catch (error) {
    let above = path
    while (!existsSync(above) && dirname(above) !== above) above = dirname(above)
    await access(above, constants.W_OK)
    throw error
  }
}

interface TableFolder {
  names: Set<string>
  current: string
}

async function manifestDamages(path: string, { names, current }: TableFolder): Promise<string[]> {
  const { records, damagedAt } = readLevelRecords(await readFile(join(path, current)))
  if (damagedAt !== undefined) return [`${current}, the list of tables, is damaged at byte ${damagedAt}`]
  const manifest = readableManifest(records)
  if (manifest?.log === undefined)
    return [`${current}, the list of tables, is cut off or holds something else`]
  const found: string[] = []
  const { log } = manifest
  // A list that a repair has written needs none.
  const hasLog = log === 0 || [...names].some((name) => name.endsWith('.log') && parseInt(name, 10) === log)
  if (!hasLog) {
    found.push(`the log ${fileName(log, 'log')} is missing, or ${current} is cut off`)
  }
  for (const [number, bytes] of manifest.tables) {
    const name = ['ldb', 'sst'].map((end) => fileName(number, end)).find((each) => names.has(each))
    if (name === undefined) found.push(`the table ${fileName(number, 'ldb')} is missing`)
    else {
      const { size } = await stat(join(path, name))
      if (size !== bytes) found.push(`the table ${name} has ${size} bytes; ${bytes} were written`)
    }
  }
  return found
}

function readableManifest(records: Uint8Array[]): ReturnType<typeof readManifest> | undefined {
  try {
    return readManifest(records)
  } catch {
    return undefined
  }
}

async function logDamages(path: string, names: Set<string>): Promise<string[]> {
  const found: string[] = []
  for (const name of [...names].filter((each) => each.endsWith('.log')).sort()) {
    const { damagedAt } = readLevelRecords(await readFile(join(path, name)))
    if (damagedAt !== undefined)
      found.push(`the log ${name}, which has the newest writes, is damaged at byte ${damagedAt}`)
  }
  return found
}

function fileName(number: number, end: string): string {
  return `${String(number).padStart(6, '0')}.${end}`
}

/** Takes the lock and opens nothing. @throws VisibleError store.locked, or what else keeps it from being taken */
export async function checkFree(path: string): Promise<void> {
  const probe = new ClassicLevel(path)
  // Refused either way, but only after the lock was taken, and let go of again.
  const error: unknown = await probe
    .open({ createIfMissing: false, errorIfExists: true })
    .catch((error: unknown) => error)
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof Error && /error_if_exists is true|create_if_missing is false/.test(cause.message))
    return
  throw explainOpening(error, path)
}

/** Why a database did not open, in words for whoever runs the server. */
export function explainOpening(error: unknown, path: string): unknown {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  if (error instanceof VisibleError || !(cause instanceof Error)) return error
  const code = 'code' in cause ? cause.code : undefined
  if (code === 'LEVEL_LOCKED') {
    return new VisibleError(
      'conflict',
      'store.locked',
      `another server has ${path} open; stop it, or choose another --data`,
    )
  }
  if (isFull(cause)) {
    return new VisibleError(
      'full',
      'store.full',
      `${path} cannot be opened: there is no room left on its disk; make room and start again, nothing is lost`,
    )
  }
  if (/EACCES|EPERM|EROFS|Permission denied|Read-only file system/.test(`${String(code)} ${cause.message}`)) {
    return new VisibleError(
      'conflict',
      'store.unwritable',
      `${path} may not be written by this user; give it write access, or choose another --data`,
    )
  }
  return isDamaged(cause) ? damaged(path, [cause.message]) : error
}

/** What to do about a database that is damaged. */
export function damaged(path: string, damages: string[]): VisibleError {
  return new VisibleError(
    'conflict',
    'store.damaged',
    `the database in ${path} is damaged, and was left as it is:\n${damages.map((each) => `  - ${each}`).join('\n')}\n` +
      'Nothing is lost by waiting. Copy the data folder, then see what can be read, and repair it:\n' +
      '  doorwalk doctor --data DIR\n  doorwalk doctor --data DIR --repair',
  )
}
