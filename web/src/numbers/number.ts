/** Numbers as people type and paste them: "1 200", "1,5", "4.000"; and their bounds. */

export interface Bounds {
  from: number
  to: number
}

/**
 * Null: nothing is typed; NaN: no number.
 *
 * @param isWhole  a comma or a point before three digits parts thousands; else it is always that of decimals
 */
export function readNumber(text: string, isWhole = true): number | null {
  const bare = text.replaceAll(/[\s'’_]/g, '').replace('−', '-')
  if (bare === '') return null
  const joined = isWhole && /^-?\d{1,3}([.,]\d{3})+$/.test(bare) ? bare.replaceAll(/[.,]/g, '') : bare
  return /^-?\d+([.,]\d+)?$/.test(joined) ? Number(joined.replace(',', '.')) : Number.NaN
}

/** Neither empty, nor what is no number, nor a part of one. */
export function isWithin(value: number | null, { from, to }: Bounds): value is number {
  return value !== null && Number.isInteger(value) && value >= from && value <= to
}
