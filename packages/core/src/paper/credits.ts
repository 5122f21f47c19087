/** Whose data a sheet shows: in one line on each, with its licences on the last. */

/** "Polling-station areas: Ville de Paris, ODbL 1.0" → what it is of, and from whom. */
const LABEL = /^[^:]*: +/
/** Asks to be named with its licence wherever its data is seen (ODbL 1.0, 4.3). */
const OPEN_STREET_MAP = /^(.*OpenStreetMap[^,]*?)(?:, *(ODbL)[\d. ]*)?$/

/** Who is named, each once: the names before the first comma, without what it is of and under which licence. */
export function shortCredits(attribution: readonly string[]): string[] {
  const names = attribution.map((line) => {
    const [, name, licence] = OPEN_STREET_MAP.exec(line) ?? []
    if (name !== undefined) return licence === undefined ? name : `${name}, ${licence}`
    return line.replace(LABEL, '').split(',')[0]!.trim()
  })
  return [...new Set(names)].filter((name) => name !== '')
}
