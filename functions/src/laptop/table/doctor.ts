/** Looks at the database of a data folder, repairs it by LevelDB's own means, and tells what can be read of it. */
import { VisibleError } from '@doorwalk/core/error'
import { ClassicLevel } from 'classic-level'
import { copyFile, link, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { finishAnew, writeAnew } from './anew.ts'
import { checkFree, findDamages } from './files.ts'

/** Keys of our items begin so; the others are dynalite's own. */
const ITEM = /^item-/

export interface TableReport {
  /** The folder of the database. */
  path: string
  /** A sentence each; none: all of it can be read. */
  damages: string[]
  /** Number that can be read, after a repair if one is needed. */
  items: number
}

/**
 * Changes nothing: what it opens and repairs is a copy, which shares the tables' files.
 *
 * @throws VisibleError doctor.no_database, store.locked, store.unwritable, store.full
 */
export async function examineTable(data: string): Promise<TableReport> {
  const path = await tableIn(data)
  const damages = await findDamages(path)
  if (damages.length === 0) {
    try {
      return { path, damages, items: await countItems(path, 'as it is') }
    } catch (error) {
      damages.push(`a table cannot be read: ${reasonOf(error)}`)
    }
  }
  return { path, damages, items: await countItems(path, 'repaired') }
}

/**
 * Keeps the database as it was beside it, under the name that is returned, and repairs it.
 *
 * @throws VisibleError as {@link examineTable}
 */
export async function repairTable(data: string): Promise<{ report: TableReport; before: string }> {
  const path = await tableIn(data)
  const before = `${path}.before-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`
  await copyTable(path, before)
  await ClassicLevel.repair(path)
  // A repair takes the newest file for the newest value.
  await writeAnew(path)
  return { report: await examineTable(data), before }
}

/**
 * Every item that can be read, as one line of JSON each: `{"Item": …}` in DynamoDB's own form, which an import from S3
 * and `aws dynamodb put-item` take.
 *
 * @throws VisibleError as {@link examineTable}
 */
export async function* exportTable(data: string): AsyncGenerator<string> {
  const path = await tableIn(data)
  const { damages } = await examineTable(data)
  const copy = await openCopy(path, damages.length === 0 ? 'as it is' : 'repaired')
  try {
    for await (const item of copy.items()) yield JSON.stringify({ Item: item })
  } finally {
    await copy.close()
  }
}

async function tableIn(data: string): Promise<string> {
  const path = join(data, 'table')
  await finishAnew(path)
  const names = await readdir(path).catch(() => [])
  if (names.length === 0) {
    throw new VisibleError('input', 'doctor.no_database', `--data: there is no database in ${path}`)
  }
  await checkFree(path)
  return path
}

type State = 'as it is' | 'repaired'

async function countItems(path: string, state: State): Promise<number> {
  const copy = await openCopy(path, state)
  try {
    let count = 0
    for await (const _ of copy.items()) count++
    return count
  } finally {
    await copy.close()
  }
}

interface Copy {
  /** @throws Error where a table cannot be read */
  items(): AsyncGenerator<unknown>
  close(): Promise<void>
}

async function openCopy(path: string, state: State): Promise<Copy> {
  const copy = `${path}.copy~`
  await rm(copy, { recursive: true, force: true })
  await copyTable(path, copy)
  let table: ClassicLevel
  try {
    if (state === 'repaired') await ClassicLevel.repair(copy)
    // It begins to open as soon as it is made.
    table = new ClassicLevel(copy)
    await table.open()
  } catch (error) {
    await rm(copy, { recursive: true, force: true })
    throw error
  }
  return {
    async *items() {
      for await (const [key, value] of table.iterator()) {
        const item = ITEM.test(key) ? parsed(value) : undefined
        if (item === undefined && state === 'as it is' && ITEM.test(key))
          throw new Error('an item is no JSON')
        if (item !== undefined) yield item
      }
    },
    async close() {
      await table.close()
      await rm(copy, { recursive: true, force: true })
    },
  }
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}

/** LevelDB never changes a table that is written, so a copy may share its file; lists and logs it does change. */
async function copyTable(path: string, copy: string): Promise<void> {
  await mkdir(copy, { mode: 0o700 })
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const { name } = entry
    if (!entry.isFile() || name === 'LOCK') continue
    const [from, to] = [join(path, name), join(copy, name)]
    const isShared = /\.(ldb|sst)$/.test(name) && (await link(from, to).then(yes, no))
    if (!isShared) await copyFile(from, to)
  }
}
const yes = (): boolean => true
const no = (): boolean => false

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
