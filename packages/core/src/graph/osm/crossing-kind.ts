/** How one crosses at a node, or along a way drawn across a street, by its tags. */
import type { Crossing } from './flags.ts'
import type { StreetTags } from './tags.ts'

/** Signals at a junction let people cross there too. */
export function nodeCrossing(tags: StreetTags): Crossing {
  if (tags['highway'] === 'traffic_signals') return tags['crossing'] === 'no' ? 'none' : 'signals'
  return tags['highway'] === 'crossing' ? crossingKind(tags) : 'none'
}

/** How a crossing, drawn as a node or as a way, may be crossed: `crossing`, `crossing:signals`, `crossing:markings`. */
export function crossingKind(tags: StreetTags): Crossing {
  const kind = tags['crossing']
  if (kind === 'no') return 'none'
  if (kind === 'traffic_signals' || tags['crossing:signals'] === 'yes') return 'signals'
  if (kind === 'unmarked' || tags['crossing:markings'] === 'no') return 'unmarked'
  if (['marked', 'zebra', 'uncontrolled', 'island'].includes(kind ?? '')) return 'marked'
  return tags['crossing:markings'] !== undefined || tags['crossing_ref'] !== undefined ? 'marked' : 'unmarked'
}
