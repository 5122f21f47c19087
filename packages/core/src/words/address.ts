/** Writes addresses in the order of their country. */

/** "12 bis rue Condorcet". */
export function writeAddress({ number, street }: { number: string; street: string }): string {
  return [number, street].filter((part) => part !== '').join(' ')
}
