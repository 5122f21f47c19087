/** Why targets are on no walk, in as few kinds as one tells apart on a map; each has a sign of its own. */

/** `key`: a key building that is not reached; `open`: nothing stands against it; `new`: another plan alone has it. */
export type LooseKind = 'open' | 'key' | 'done' | 'held' | 'barred' | 'new'
export type Sign = 'ring' | 'star' | 'tick' | 'square' | 'cross' | 'plus'

const KINDS: Readonly<Record<string, LooseKind>> = {
  not_selected: 'open',
  key_not_reached: 'key',
  visited: 'done',
  leased: 'held',
  hold_out: 'held',
  excluded: 'barred',
  unreachable: 'barred',
  no_doors: 'barred',
  exceeds_budget_alone: 'barred',
  outside_area: 'barred',
  outside_region: 'barred',
  // What became of it from one plan to another.
  left: 'barred',
  came: 'new',
  moved: 'open',
}

export const SIGNS: Readonly<Record<LooseKind, Sign>> = {
  open: 'ring',
  key: 'star',
  done: 'tick',
  held: 'square',
  barred: 'cross',
  new: 'plus',
}

/** A reason that came after this was written bars nothing we know of. */
export function kindOf(reason: string | null): LooseKind {
  return reason === null ? 'open' : (KINDS[reason] ?? 'open')
}

/** Radius of the sign of a target on no walk, from far and from near. */
export const LOOSE_SIGN_PIXELS = [1.5, 4] as const
