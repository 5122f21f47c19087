/** Databases in which LevelDB would come back to older values: opened, repaired, and killed while they are mended. */
import { ClassicLevel } from 'classic-level'
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openEmbeddedDatabase } from '@doorwalk/functions/laptop/table/dynalite'
import { repairTable } from '@doorwalk/functions/laptop/table/doctor'

let home: string
let data: string
let table: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'doorwalk-anew-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))
beforeEach(async () => {
  data = await mkdtemp(join(home, 'data-'))
  table = join(data, 'table')
})

/** A table that is younger than another holds an older value of `item-k`. */
async function makeOldOverNew(): Promise<void> {
  const db = new ClassicLevel(table)
  // Each of these becomes a table: two lie side by side, the next overlaps both, the last is merged with the first.
  for (const [from, to, value, merged] of [
    ['item-a', 'item-k', '"older"', 'nothing'],
    ['item-m', 'item-z', '"older"', 'nothing'],
    ['item-k', 'item-m', '"newer"', 'nothing'],
    ['item-a', 'item-b', '"newer"', 'item-b'],
  ] as const) {
    await db.batch([from, to].map((key) => ({ type: 'put', key, value })))
    await db.compactRange(merged === 'nothing' ? merged : from, merged)
  }
  await db.close()
}

async function read(key: string): Promise<string | undefined> {
  const db = new ClassicLevel(table)
  const value = await db.get(key)
  await db.close()
  return value
}

it('repairs a database so that the newest values are read', async () => {
  await makeOldOverNew()
  const copy = join(home, 'repaired-by-level')
  await cp(table, copy, { recursive: true })
  await ClassicLevel.repair(copy)
  const alone = new ClassicLevel(copy)
  expect(await alone.get('item-k'), 'what its own repair makes of it').toBe('"older"')
  await alone.close()

  await repairTable(data)
  expect(await read('item-k')).toBe('"newer"')
  expect(await read('item-a')).toBe('"newer"')
})

it('opens the folder of an earlier release with the newest values, and copies it once', async () => {
  await makeOldOverNew()
  await ClassicLevel.repair(table)
  expect(await read('item-k')).toBe('"older"')
  await (await openEmbeddedDatabase(data)).close()
  expect(await read('item-k')).toBe('"newer"')
  expect(await readdir(data)).toEqual(['table'])

  await writeFile(join(table, 'here'), '')
  await (await openEmbeddedDatabase(data)).close()
  expect(await readdir(table)).toContain('here')
})

it('copies no database that it has made itself', async () => {
  await (await openEmbeddedDatabase(data)).close()
  await writeFile(join(table, 'here'), '')
  await (await openEmbeddedDatabase(data)).close()
  expect(await readdir(table)).toContain('here')
})

/** What a process leaves behind that is killed between two steps; the copy is told by a key of its own. */
const KILLED: { when: string; leave: () => Promise<void>; isCopy: boolean }[] = [
  { when: 'while it copied', leave: () => mkdir(`${table}.new~`), isCopy: false },
  { when: 'when the copy was whole', leave: () => makeCopy(), isCopy: true },
  {
    when: 'when the database had made room',
    leave: async () => {
      await makeCopy()
      await rename(table, `${table}.old~`)
    },
    isCopy: true,
  },
  {
    when: 'when the copy had taken its place',
    leave: async () => {
      await makeCopy()
      await rename(table, `${table}.old~`)
      await rename(`${table}.new`, table)
    },
    isCopy: true,
  },
]

async function makeCopy(): Promise<void> {
  await cp(table, `${table}.new`, { recursive: true })
  const copy = new ClassicLevel(`${table}.new`)
  await copy.put('item-copy', '"here"')
  await copy.close()
}

it.each(KILLED)('goes on where a process was killed $when', async ({ leave, isCopy }) => {
  await makeOldOverNew()
  await leave()
  await (await openEmbeddedDatabase(data)).close()
  expect(await readdir(data)).toEqual(['table'])
  expect(await read('item-k')).toBe('"newer"')
  expect(await read('item-copy')).toBe(isCopy ? '"here"' : undefined)
})

it('takes nothing away from a process that is at it', async () => {
  const first = await openEmbeddedDatabase(data)
  await mkdir(`${table}.new~`)
  await expect(openEmbeddedDatabase(data)).rejects.toMatchObject({ code: 'store.locked' })
  expect(await readdir(data)).toContain('table.new~')
  await first.close()
})
