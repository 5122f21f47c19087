/** By code units, never by the language of the machine: the same order everywhere, so the same bytes. */
export function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
