/** Results of polling stations as typed or pasted: one a line, by counts or by share. */

interface PrecinctResult {
  precinct: string
  votes?: number
  registered?: number
  /** Per cent, or fractions of 1 where none is above 1. */
  share?: number
}

export interface ResultFault {
  /** From 1. */
  line: number
  text: string
  fault: 'cells' | 'figure' | 'votes' | 'share' | 'twice' | 'unknown' | 'mixed'
}

export interface ReadResults {
  results: PrecinctResult[]
  faults: ResultFault[]
  /** Every share is a fraction of 1. */
  areFractions: boolean
}

/**
 * A line with a code alone has no result yet; a first line without figures is a heading. Codes are found without
 * their leading zeros, too.
 *
 * @param codes  of the polling stations that there are
 */
export function readResults(text: string, codes: readonly string[]): ReadResults {
  const known = new Map(codes.flatMap((code) => [[bare(code), code] as const]))
  for (const code of codes) known.set(code, code)
  const results: PrecinctResult[] = []
  const faults: ResultFault[] = []
  const seen = new Set<string>()
  let isFirst = true
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const [code = '', ...cells] = cellsOf(line)
    const isHeading = isFirst && cells.length > 0 && !/\d/.test(cells.join(''))
    if (code !== '') isFirst = false
    if (code === '' || cells.length === 0 || isHeading) continue
    const precinct = known.get(code) ?? known.get(bare(code))
    const read = readCells(cells)
    const fault =
      precinct === undefined
        ? 'unknown'
        : typeof read === 'string'
          ? read
          : seen.has(precinct)
            ? 'twice'
            : results[0] && 'share' in results[0] !== 'share' in read
              ? 'mixed'
              : undefined
    if (fault !== undefined) faults.push({ line: at + 1, text: line.trim(), fault })
    else if (precinct !== undefined && typeof read !== 'string') {
      seen.add(precinct)
      results.push({ precinct, ...read })
    }
  }
  const shares = results.flatMap(({ share }) => share ?? [])
  const areFractions = shares.some((share) => share > 0) && shares.every((share) => share <= 1)
  return { results, faults, areFractions }
}

function bare(code: string): string {
  return code.replace(/^0+(?=.)/, '')
}

/** By tab or semicolon; else by comma, or by spaces. Empty cells at the end are none. */
function cellsOf(line: string): string[] {
  const by = /[\t;]/.test(line) ? /[\t;]/ : /,\s|,.*,/.test(line) ? ',' : /[\s]+/
  const cells = (typeof by === 'string' || by.source !== '[\\s]+' ? line : line.trim().replace(/\s+%/g, '%'))
    .split(by)
    .map((cell) => cell.trim())
  while (cells.at(-1) === '') cells.pop()
  return cells
}

function readCells(
  cells: readonly string[],
): Pick<PrecinctResult, 'votes' | 'registered' | 'share'> | ResultFault['fault'] {
  const figures = cells.map(figureOf)
  const [first, second] = figures
  if (cells.length > 2) return 'cells'
  if (first === undefined || Number.isNaN(first)) return 'figure'
  if (cells.length === 1) return first > 100 ? 'share' : { share: first }
  if (second === undefined || Number.isNaN(second)) return 'figure'
  if (!Number.isInteger(first) || !Number.isInteger(second) || second < 1) return 'figure'
  return first > second ? 'votes' : { votes: first, registered: second }
}

/** "1 000", "41,2 %"; NaN: no figure of zero or more. */
function figureOf(cell: string): number {
  const plain = cell
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/%$/, '')
    .replace(',', '.')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
}
