/** A damaged database: what a server says of it, and what `doorwalk doctor` finds, repairs and saves. */
import { cp, mkdtemp, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { createTable, openEmbeddedDatabase } from '@doorwalk/functions/laptop/table/dynalite'
import { examineTable } from '@doorwalk/functions/laptop/table/doctor'
import { checkTable, findDamages } from '@doorwalk/functions/laptop/table/files'
import { runCommand } from '../../support/servers/serve.ts'

const ITEMS = 60

let home: string
/** A data folder with tables and a log, and what the files in it are called. */
let whole: string
let files: string[]

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'doorwalk-doctor-'))
  whole = join(home, 'whole')
  // Each start writes the log before into a table.
  for (let start = 0; start < 3; start++) {
    const database = await openEmbeddedDatabase(whole)
    await createTable(database.client, 'doorwalk')
    for (let item = 0; item < ITEMS / 3; item++) {
      const Item = { pk: { S: `p${start}` }, sk: { S: `s${item}` }, data: { S: 'x'.repeat(500) } }
      await database.client.send(new PutItemCommand({ TableName: 'doorwalk', Item }))
    }
    await database.close()
  }
  files = await readdir(join(whole, 'table'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

const one = (end: RegExp): string => files.find((name) => end.test(name))!

async function flip(path: string, from: number): Promise<void> {
  const bytes = await readFile(path)
  for (let at = from; at < Math.min(bytes.length, from + 40); at++) bytes[at]! ^= 0x55
  await writeFile(path, bytes)
}
const half = async (path: string): Promise<void> => truncate(path, Math.floor((await stat(path)).size / 2))

/** @param keeps  items that can be read afterwards, at least */
const DAMAGES: { what: string; damage: (table: string) => Promise<void>; says: RegExp; keeps: number }[] = [
  {
    what: 'an empty list of tables',
    damage: (table) => truncate(join(table, one(/^MANIFEST/)), 0),
    says: /MANIFEST-\d+, the list of tables, is cut off/,
    keeps: ITEMS,
  },
  {
    what: 'a list of tables that was cut off',
    damage: (table) => half(join(table, one(/^MANIFEST/))),
    says: /MANIFEST-\d+.* is cut off/,
    keeps: ITEMS,
  },
  {
    what: 'a list of tables with something else in it',
    damage: (table) => flip(join(table, one(/^MANIFEST/)), 20),
    says: /MANIFEST-\d+, the list of tables, is damaged at byte 0/,
    keeps: ITEMS,
  },
  {
    what: 'a missing list of tables',
    damage: (table) => rm(join(table, one(/^MANIFEST/))),
    says: /MANIFEST-\d+, the list of tables, is missing/,
    keeps: ITEMS,
  },
  {
    what: 'garbage in CURRENT',
    damage: (table) => writeFile(join(table, 'CURRENT'), 'garbage'),
    says: /CURRENT, which names the list of tables, holds something else/,
    keeps: ITEMS,
  },
  {
    what: 'an empty CURRENT',
    damage: (table) => truncate(join(table, 'CURRENT'), 0),
    says: /CURRENT/,
    keeps: ITEMS,
  },
  {
    what: 'a missing CURRENT, where LevelDB would begin anew',
    damage: (table) => rm(join(table, 'CURRENT')),
    says: /CURRENT.* is missing/,
    keeps: ITEMS,
  },
  {
    what: 'a table that was cut off',
    damage: (table) => half(join(table, one(/\.ldb$/))),
    says: /the table \d+\.ldb has \d+ bytes; \d+ were written/,
    keeps: ITEMS / 3,
  },
  {
    what: 'a missing table',
    damage: (table) => rm(join(table, one(/\.ldb$/))),
    says: /the table \d+\.ldb is missing/,
    keeps: ITEMS / 3,
  },
  {
    what: 'a missing log',
    damage: (table) => rm(join(table, one(/\.log$/))),
    says: /the log \d+\.log is missing/,
    keeps: (ITEMS / 3) * 2,
  },
  {
    what: 'a log with a damaged write',
    damage: (table) => flip(join(table, one(/\.log$/)), 2_000),
    says: /the log \d+\.log, which has the newest writes, is damaged at byte \d+/,
    keeps: (ITEMS / 3) * 2,
  },
]

async function damagedCopy(damage: (table: string) => Promise<void>): Promise<string> {
  const data = await mkdtemp(join(home, 'copy-'))
  await cp(whole, data, { recursive: true })
  await damage(join(data, 'table'))
  return data
}

/** Bytes of every file, to see that nothing was touched. LOG and LOCK are LevelDB's diary and its lock. */
async function contents(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).filter((name) => !/^LO(G|CK)/.test(name)).sort()
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(folder, name), 'base64')] as [string, string]),
    ),
  )
}

it.each(DAMAGES)('finds $what, and changes nothing', async ({ damage, says, keeps }) => {
  const data = await damagedCopy(damage)
  const table = join(data, 'table')
  const before = await contents(table)
  await expect(checkTable(table)).rejects.toMatchObject({ code: 'store.damaged' })
  const { damages, items } = await examineTable(data)
  expect(damages.join('\n')).toMatch(says)
  expect(items).toBeGreaterThanOrEqual(keeps)
  expect(await contents(table)).toEqual(before)
  expect(await readdir(data)).toEqual(['table'])
})

it('finds nothing where a process was killed while it wrote', async () => {
  const data = await damagedCopy(async (table) => {
    const log = join(table, one(/\.log$/))
    await truncate(log, (await stat(log)).size - 20)
  })
  expect(await findDamages(join(data, 'table'))).toEqual([])
  // The last write was never acknowledged.
  expect((await examineTable(data)).items).toBe(ITEMS - 1)
})

it('is what a server sends one to, which exports, repairs and keeps what was', async () => {
  const data = await damagedCopy((table) => truncate(join(table, one(/^MANIFEST/)), 0))
  const refused = await runCommand(['serve', '--port', '0', '--data', data])
  expect(refused.text).toMatch(/is damaged, and was left as it is:\n {2}- MANIFEST-\d+/)
  expect(refused.text).toContain('doorwalk doctor --data DIR --repair')
  expect(refused.text).not.toContain('bug')
  expect(refused.code).toBe(1)

  const file = join(home, 'items.ndjson')
  const found = await runCommand(['doctor', '--data', data, '--export', file])
  expect(found.text).toContain(`${ITEMS} items can be read. Nothing was changed.`)
  expect(found.code).toBe(1)
  const lines = (await readFile(file, 'utf8')).trim().split('\n')
  expect(lines).toHaveLength(ITEMS)
  expect(JSON.parse(lines[0]!)).toMatchObject({ Item: { pk: { S: expect.any(String) as string } } })
  expect((await stat(file)).mode & 0o077).toBe(0)

  const repaired = await runCommand(['doctor', '--data', data, '--repair'])
  expect(repaired.text).toContain(`Repaired: ${ITEMS} items can be read.`)
  expect(repaired.text).toContain('all can be read.')
  expect(repaired.code).toBe(0)
  const kept = (await readdir(data)).find((name) => name.startsWith('table.before-'))!
  expect(await readFile(join(data, kept, one(/^MANIFEST/)), 'utf8')).toBe('')
  const database = await openEmbeddedDatabase(data)
  await database.close()
})

it('looks at no database that is open, and says where there is none', async () => {
  const data = await damagedCopy(async () => undefined)
  const database = await openEmbeddedDatabase(data)
  await expect(examineTable(data)).rejects.toMatchObject({ code: 'store.locked' })
  await database.close()
  expect(await examineTable(data)).toMatchObject({ damages: [], items: ITEMS })
  await expect(examineTable(home)).rejects.toMatchObject({ code: 'doctor.no_database' })
})
