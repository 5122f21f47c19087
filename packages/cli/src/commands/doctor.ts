/** `doorwalk doctor`: what is wrong with the database of a data folder, its repair, and what can be read of it. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { VisibleError } from '@doorwalk/core/error'
import { command } from '../terminal/command.ts'
import type { Io } from '../terminal/io.ts'

const HELP = `doorwalk doctor: the database of a data folder, looked at, repaired, exported

  --data DIR     the data folder of a server that is not running (default .doorwalk)
  --repair       repair it by the database's own means; as it was, it is kept beside as table.before-TIME
  --export FILE  write every item that can be read, a line of JSON each, with secrets: keep the file to yourself

Without --repair nothing is changed. It needs little room: tables are shared with its working copy, not copied.
Exit codes: 0 all can be read, 1 something is damaged or another server has the folder open, 2 wrong options.`

const OPTIONS = {
  data: { type: 'string' },
  repair: { type: 'boolean' },
  export: { type: 'string' },
} as const

/** @throws VisibleError doctor.damaged, doctor.no_database, store.* */
export const doctorCommand = command({
  help: HELP,
  options: OPTIONS,
  async run({ values }, io) {
    const data = resolve(values.data ?? '.doorwalk')
    const { examineTable, repairTable } = await import('@doorwalk/functions/laptop/table/doctor')
    if (values.repair === true) {
      const { report, before } = await repairTable(data)
      io.out(`Repaired: ${report.items} items can be read. As it was, the database is kept in ${before}.`)
      io.out(
        'What was damaged may be missing, and what was deleted shortly before may be back: look at your walks.',
      )
    }
    const report = await examineTable(data)
    if (values.export !== undefined) await exportTo(resolve(values.export), data, io)
    if (report.damages.length > 0) throw damagedError(report)
    io.out(`${report.path}: ${report.items} items, all can be read.`)
  },
})

/** The file is there whole, or not at all. */
async function exportTo(path: string, data: string, io: Io): Promise<void> {
  const { exportTable } = await import('@doorwalk/functions/laptop/table/doctor')
  const beside = `${path}.new`
  let count = 0
  try {
    const file = createWriteStream(beside, { mode: 0o600 })
    await once(file, 'open')
    for await (const line of exportTable(data)) {
      count++
      if (!file.write(`${line}\n`)) await once(file, 'drain')
    }
    file.end()
    await once(file, 'finish')
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  io.out(`${path}: ${count} items, a line each.`)
}

interface Report {
  path: string
  damages: string[]
  items: number
}

function damagedError({ path, damages, items }: Report): VisibleError {
  return new VisibleError(
    'conflict',
    'doctor.damaged',
    [
      `the database in ${path} is damaged:`,
      ...damages.map((each) => `  - ${each}`),
      `${items} items can be read. Nothing was changed. --export FILE writes them down; --repair repairs it.`,
    ].join('\n'),
  )
}
