/** Reads a campaign's list to its end: targets and faults into files, counts and the first faults for the terminal. */
import { IssueTable } from '@doorwalk/prepare/target-lists/list-report'
import type { ListLine, ListRow, TargetList } from '@doorwalk/prepare/target-lists/target-list'
import { progressLine, type Io } from '../terminal/io.ts'
import { ownTarget } from './own-target.ts'
import type { TargetFile } from './target-file.ts'
import type { WholeFile } from './whole-file.ts'

export interface Imported {
  lines: number
  taken: number
  /** Lines that were put right. */
  repaired: number
  refused: number
  /** Have an address and no place. */
  unplaced: number
  /** Name a building that a line before named. */
  replaced: number
  /** The first, in words. */
  said: string[]
}

/** Faults on the terminal. */
const SAID = 20
/** Lines between two signs of life. */
const STEP = 5_000

/** @throws VisibleError list.damaged */
export async function importList(
  { mapping, lines }: TargetList,
  { targets, report, io }: { targets: TargetFile; report: WholeFile | undefined; io: Io },
): Promise<Imported> {
  const table = new IssueTable(mapping)
  const all: Imported = {
    ...{ lines: 0, taken: 0, repaired: 0, refused: 0, unplaced: 0, replaced: 0 },
    said: [],
  }
  const progress = progressLine(io)
  await report?.add(table.header())
  try {
    for await (const line of lines) {
      count(all, line)
      if (line.row) await take(all, { row: line.row, targets })
      if (report && (line.refusal || line.repairs.length > 0)) await report.add(table.rows(line))
      if (all.lines % STEP === 0) progress.show(`${all.lines} lines read, ${all.refused} refused`)
    }
  } finally {
    progress.clear()
  }
  return all
}

function count(all: Imported, { line, repairs, refusal }: ListLine): void {
  all.lines++
  for (const { field, came, became } of repairs)
    say(all, `line ${line}, ${field}: "${came}" read as "${became}"`)
  if (repairs.length > 0) all.repaired++
  if (refusal) {
    all.refused++
    say(all, `line ${line}, ${refusal.field}: refused ${refusal.came}, expected ${refusal.expected}`)
  }
}

async function take(all: Imported, { row, targets }: { row: ListRow; targets: TargetFile }): Promise<void> {
  all.taken++
  const target = ownTarget(row)
  if (!target) all.unplaced++
  else if (await targets.add(target)) all.replaced++
}

function say({ said }: Imported, words: string): void {
  if (said.length < SAID) said.push(words)
}

/** One line of sums, then what needs a look. */
export function importLines(all: Imported, report: string | undefined): string[] {
  const { lines, taken, repaired, refused, unplaced, replaced, said } = all
  const issues = repaired + refused
  return [
    `${lines} lines: ${taken} taken, ${repaired} of them put right, ${refused} refused`,
    ...said.map((words) => `  ${words}`),
    ...(issues > said.length
      ? [`  ${report === undefined ? 'all of them: --report FILE.csv' : `all of them: ${report}`}`]
      : []),
    ...(replaced > 0
      ? [`Lines that name a building which a line before them names: ${replaced}; the last one counts`]
      : []),
    ...(unplaced > 0 ? [`Lines with an address and no coordinates: ${unplaced}; they are not written`] : []),
  ]
}
