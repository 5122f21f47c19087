/** Where in the console one is: the part of the address after `#`, such as `#/plans/pln_1?walk=3`. */

export interface Address {
  /** Parts of the path: `['plans', 'pln_1']`; none: the first view. */
  path: readonly string[]
  query: Readonly<Record<string, string>>
}

/** What cannot be read is left out: an address typed by hand opens something all the same. */
export function addressOf(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?')
  return {
    path: path
      .split('/')
      .filter((part) => part !== '')
      .map(plain),
    query: Object.fromEntries(new URLSearchParams(query)),
  }
}

/** With `#` in front, for a link; values that are undefined are left out. */
export function hashOf(
  path: readonly string[],
  query: Record<string, string | number | undefined> = {},
): string {
  const said = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString()
  return `#/${path.map(encodeURIComponent).join('/')}${search === '' ? '' : `?${search}`}`
}

/** The walk that is in focus, by its number; null: none. */
export function walkOf({ query }: Address): number | null {
  const text = query['walk']
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : null
}

function plain(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
