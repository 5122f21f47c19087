/** Reads a campaign's list to its end: targets and faults into files, counts and the first faults for the terminal. */
import type { Language } from '@doorwalk/core/words/languages'
import { say } from '@doorwalk/prepare/list-words/say'
import { IssueTable } from '@doorwalk/prepare/target-lists/list-report'
import { saysNothing } from '@doorwalk/functions/imports/place-row'
import type { RegionTargets } from '@doorwalk/functions/imports/region-targets'
import type { ListLine, ListRow, TargetList } from '@doorwalk/prepare/target-lists/target-list'
import { progressLine, type Io } from '../terminal/io.ts'
import { targetsOf } from './own-target.ts'
import { openSayings, type Sayings } from './sayings.ts'
import type { TargetFile } from './target-file.ts'
import type { WholeFile } from './whole-file.ts'

export interface Imported {
  lines: number
  taken: number
  /** Lines that were put right. */
  repaired: number
  refused: number
  /** Lines taken whose doors are far from what the region expects. */
  unlikely: number
  /** Lines whose address was found in the region. */
  found: number
  /** Lines taken that say nothing of the building they name. */
  silent: number
  /** Lines with an address that may be one or another: nothing of them is taken. */
  doubtful: number
  /** Name a building that a line before named. */
  replaced: number
  /** The first, in words. */
  said: string[]
}

/** Faults on the terminal. */
const SAID = 20
/** Lines between two signs of life. */
const STEP = 5_000

export interface ImportPorts {
  targets: TargetFile
  report: WholeFile | undefined
  io: Io
  /** Reads the region, once. */
  open: () => Promise<RegionTargets>
  language: Language
}

/** @throws VisibleError list.damaged */
export async function importList(
  { mapping, lines }: TargetList,
  { targets, report, io, open, language }: ImportPorts,
): Promise<Imported> {
  const table = new IssueTable(mapping, language)
  const all: Imported = {
    ...{ lines: 0, taken: 0, repaired: 0, refused: 0, unlikely: 0 },
    ...{ found: 0, silent: 0, doubtful: 0, replaced: 0 },
    said: [],
  }
  const taking: Taking = { all, targets, open, sayings: openSayings() }
  const progress = progressLine(io)
  await report?.add(table.header())
  try {
    for await (const read of lines) {
      const line = read.row ? await take(read, { ...taking, row: read.row }) : read
      count(all, line, language)
      if (report && (line.refusal || line.warning || line.repairs.length > 0))
        await report.add(table.rows(line))
      if (all.lines % STEP === 0) progress.show(`${all.lines} lines read, ${all.refused} refused`)
    }
  } finally {
    progress.clear()
  }
  return all
}

function count(all: Imported, { line, repairs, refusal, warning }: ListLine, language: Language): void {
  all.lines++
  for (const { field, came, became } of repairs)
    note(all, `line ${line}, ${field}: "${say(came, language)}" read as "${say(became, language)}"`)
  if (repairs.length > 0) all.repaired++
  if (warning) {
    all.unlikely++
    note(
      all,
      `line ${line}, ${warning.field}: ${say(warning.came, language)}, expected ${say(warning.expected, language)}`,
    )
  }
  if (refusal) {
    all.refused++
    note(
      all,
      `line ${line}, ${refusal.field}: refused ${say(refusal.came, language)}, expected ${say(refusal.expected, language)}`,
    )
  } else all.taken++
}

interface Taking {
  all: Imported
  targets: TargetFile
  open: () => Promise<RegionTargets>
  sayings: Sayings
}

/** @returns the line with what finding its address brought */
async function take(
  line: ListLine,
  { all, row, targets, open, sayings }: Taking & { row: ListRow },
): Promise<ListLine> {
  const refuse = (refusal: Omit<NonNullable<ListLine['refusal']>, 'line'>): ListLine => {
    const { row: _row, ...rest } = line
    return { ...rest, repairs: [], refusal: { line: line.line, ...refusal } }
  }
  const placed = await targetsOf(row, open)
  if ('refusal' in placed) {
    if (placed.candidates && placed.refusal.field === 'address') all.doubtful++
    return refuse(placed.refusal)
  }
  const { targets: overrides, respelt, unlikely } = placed
  const isOfRegion = overrides.every(({ location }) => location === undefined) && row.address !== undefined
  if (isOfRegion) {
    const other = sayings.contradicted(row, overrides)
    if (other !== undefined)
      return refuse({
        ...{ field: 'address', came: overrides.map(({ id }) => id).join(', ') },
        expected: { code: 'oneLineEach', line: other },
      })
    sayings.take(row, overrides)
    all.found++
    if (saysNothing(row)) all.silent++
  }
  let isReplaced = false
  for (const target of overrides) isReplaced = (await targets.add(target)) || isReplaced
  if (isReplaced) all.replaced++
  const respelling = respelt ? [{ line: line.line, field: 'address', ...respelt }] : []
  const warning = unlikely && { line: line.line, field: 'doors', came: String(row.doors), expected: unlikely }
  return { ...line, repairs: [...line.repairs, ...respelling], ...(warning && { warning }) }
}

function note({ said }: Imported, words: string): void {
  if (said.length < SAID) said.push(words)
}

/** One line of sums, then what needs a look. */
export function importLines(all: Imported, report: string | undefined): string[] {
  const { lines, taken, repaired, refused, unlikely, found, silent, doubtful, replaced, said } = all
  const issues = repaired + refused + unlikely
  return [
    `${lines} lines: ${taken} taken, ${repaired} of them put right, ${refused} refused`,
    ...said.map((words) => `  ${words}`),
    ...(issues > said.length
      ? [`  ${report === undefined ? 'all of them: --report FILE.csv' : `all of them: ${report}`}`]
      : []),
    ...(replaced > 0
      ? [`Lines that name a building which a line before them names: ${replaced}; the last one counts`]
      : []),
    ...(found > 0
      ? [`Addresses found in the region: ${found}; what is said of them is said of its buildings`]
      : []),
    ...(silent > 0
      ? [
          `Of these say nothing of the building: ${silent}; they change no plan, add doors, floors, priority, key or exclude`,
        ]
      : []),
    ...(doubtful > 0
      ? [`Addresses that may be one or another: ${doubtful}; none of them is taken, choose and import again`]
      : []),
  ]
}
