/** Coverage as a map and as a table for spreadsheets. */
import type { Schemas } from '@doorwalk/client'

type Total = Schemas['CoverageTotal']

/** From 0 to 1; null: no door stands there. Doors of hold-outs are nobody's. */
export function shareDone({
  doors,
  done,
  heldOut,
}: Pick<Total, 'doors' | 'done' | 'heldOut'>): number | null {
  const open = doors - heldOut
  return open <= 0 ? null : done / open
}

/** Rows as CSV with a header, by RFC 4180; no cell of it is run as a formula. */
export function csvOf(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n'
}

function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
