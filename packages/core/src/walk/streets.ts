/** Where a plan is, told by its streets. */

/** "20 Rue Pétrelle", "7b High Street"; other forms have no street that can be told. */
const NUMBER_FIRST = /^\d+\s*(?:bis|ter|quater|[a-z])?[ ,]+(\p{L}.*)$/iu
/** "Rue Voltaire 12". */
const NUMBER_LAST = /^(\p{L}[^,°\d]*?),? +\d+\s*[a-z]?$/iu
const MOST_STREETS = 2

/** The streets with most of these addresses, the one with most first; of as many the one that came first. */
export function mainStreets(addresses: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const address of addresses) {
    const [, street] = NUMBER_FIRST.exec(address) ?? NUMBER_LAST.exec(address) ?? []
    if (street !== undefined) counts.set(street, (counts.get(street) ?? 0) + 1)
  }
  const ranked = [...counts].sort(([, a], [, b]) => b - a)
  return ranked.slice(0, MOST_STREETS).map(([street]) => street)
}
