/** What stays in its order between two lists: the longest part of one that is a part of the other. */
import { stableDraw } from '../id.ts'

/** Above every draw, so that length decides and draws only choose among equals. */
const EACH = 2 ** 53

/** The heaviest part so far that ends here: how many, the sum of their draws, and where it goes on. */
interface Chain {
  length: number
  draws: number
  before: number
}

/**
 * Of names that both lists hold, those that stand in the same order in both, as many as possible. Whichever list comes
 * first, they are the same: among equals a draw by the names decides. Cost: square of the number of names.
 */
export function keptInOrder(first: readonly string[], second: readonly string[]): ReadonlySet<string> {
  const placeOf = new Map(second.map((name, place) => [name, place]))
  const names = first.filter((name) => placeOf.has(name))
  const chains: Chain[] = []
  for (const [index, name] of names.entries()) {
    const own: Chain = { length: 1, draws: stableDraw(name) / EACH, before: -1 }
    for (let earlier = 0; earlier < index; earlier++) {
      const chain = chains[earlier]!
      if (placeOf.get(names[earlier]!)! > placeOf.get(name)!) continue
      const grown: Chain = {
        length: chain.length + 1,
        draws: chain.draws + stableDraw(name) / EACH,
        before: earlier,
      }
      if (isHeavier(grown, own)) Object.assign(own, grown)
    }
    chains.push(own)
  }
  const kept = new Set<string>()
  let at = chains.reduce(
    (best, chain, index) => (best < 0 || isHeavier(chain, chains[best]!) ? index : best),
    -1,
  )
  while (at >= 0) {
    kept.add(names[at]!)
    at = chains[at]!.before
  }
  return kept
}

function isHeavier(a: Chain, b: Chain): boolean {
  return a.length > b.length || (a.length === b.length && a.draws > b.draws)
}
