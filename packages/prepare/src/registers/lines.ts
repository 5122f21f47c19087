/** What `prepare` tells of a register: how its columns were read, what was left out, and how rows met buildings. */
import { listed } from '../lists/listed.ts'
import { refusedLine } from '../tables/refused.ts'
import { boundsWords } from './entries.ts'
import type { Lost, Matched } from './match.ts'
import type { Mapping } from './mapping.ts'
import type { Register } from './register.ts'

export type ToldRegister = Omit<Register, 'list'> & Omit<Matched, 'byDoor'>

export function registerLines(told: ToldRegister): string[] {
  const { counts, mapping, by, alone, lost, empty, slips } = told
  const left = [
    [counts.outside, 'outside'],
    [counts.repeated, 'repeated, read once'],
    [counts.countless, 'without a count'],
    [counts.other, 'of other kinds'],
    [counts.refused.length, 'refused'],
  ] as const
  const others = left.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  const met = `by id ${by.id}, by address ${by.address}, by position ${by.position}`
  const homes =
    alone.length > 0 ? `; ${alone.length} stand where no building is drawn, each is a home by itself` : ''
  const nowhere = lost.length > 0 ? `; ${lost.length} not joined` : ''
  const none = empty > 0 ? `; ${empty} of no dwelling met no building` : ''
  return [
    `--dwellings: ${counts.read} rows, ${counts.accepted} ${what(mapping)} in the region${others.length > 0 ? `; ${others.join(', ')}` : ''}`,
    `  read as ${columnWords(told)}`,
    `  joined ${met}${homes}${nowhere}${none}`,
    ...listed([
      ...counts.refused.map(refusedLine),
      ...counts.contradictory,
      ...slips,
      ...lost.map(lostWords),
      ...alone.map(lostWords),
    ]),
  ]
}

/** What must not be overlooked. */
export function registerWarnings({ counts, by, alone, lost, mapping }: ToldRegister): string[] {
  const { name } = mapping.table
  const warnings: string[] = []
  const joined = by.id + by.address + by.position
  const apart = alone.length + lost.length
  if (apart >= FEWEST && apart > joined) {
    warnings.push(
      `${name}: ${apart} of ${apart + joined} entries in the region meet no building. Perhaps its places are shifted, or it is of another year; each row is listed by prepare.`,
    )
  }
  const refused = counts.refused.length
  if (refused > counts.accepted) {
    warnings.push(
      `${name}: ${refused} of ${counts.read} rows are refused. ${refusedLine(counts.refused[0]!)}.`,
    )
  }
  return warnings
}

/** Fewer say nothing of a table. */
const FEWEST = 5

function what({ rows }: Mapping): string {
  return rows === 'buildings' ? 'buildings' : 'entrances'
}

/** "rpls, CSV: dwellings in "logements", x in "lon"; each row is an entrance". */
function columnWords({ mapping, system }: ToldRegister): string {
  const { table, preset, fields, rows } = mapping
  const columns = [...fields].map(
    ([field, names]) => `${field} in ${names.map((name) => `"${name}"`).join(', ')}`,
  )
  const layer = table.layer === undefined ? '' : ` table ${table.layer}`
  const place = system === undefined || system === 'degrees' ? '' : `, coordinates in ${system}`
  return `${preset.name}, ${table.format}${layer}: ${columns.join('; ')}${place}; rows are ${rows}`
}

function lostWords({ entry, why }: Lost): string {
  const { line, address, ids, key, location } = entry
  const name = address?.text ?? key ?? ids[0] ?? ''
  const at = location ? ` at ${location.map((degrees) => degrees.toFixed(6)).join(', ')}` : ''
  return `line ${line}, ${name}${at}, ${boundsWords(entry)}: ${why}`
}
