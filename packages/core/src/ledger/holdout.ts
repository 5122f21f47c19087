/** Draws units at random to hold them out, within strata or pairs, so that anybody with the seed draws the same. */
import { stableId } from '../id.ts'

export interface DrawUnit {
  id: string
  doors: number
  /** What strata are made by. */
  value: number
}

export interface Drawn extends DrawUnit {
  stratum: number
  heldOut: boolean
}

/**
 * Every unit with its stratum and whether it is held out, in the order of the input.
 *
 * Units are sorted by value and cut into strata of equal number; within each, those with the smallest hash of seed
 * and id are held out: a random order that does not depend on the order of the input. The rest of share × size is
 * carried to the next stratum, so that the whole share is met to within one unit. Cost: O(units log units).
 */
export function drawHoldout(
  units: DrawUnit[],
  { seed, share, strata }: { seed: string; share: number; strata: number },
): Drawn[] {
  const byValue = inOrder(units)
  const result = new Map<string, Drawn>()
  let owed = 0
  for (let stratum = 0; stratum < strata; stratum++) {
    const from = Math.floor((byValue.length * stratum) / strata)
    const to = Math.floor((byValue.length * (stratum + 1)) / strata)
    const members = shuffled(byValue.slice(from, to), seed)
    owed += members.length * share
    const count = Math.min(members.length, Math.round(owed))
    owed -= count
    members.forEach((unit, index) => result.set(unit.id, { ...unit, stratum, heldOut: index < count }))
  }
  return units.map(({ id }) => result.get(id)!)
}

/**
 * Every unit with its pair and whether it is held out, in the order of the input.
 *
 * Units are sorted by value, and cut into as many pieces of neighbours as are to be held out, in each of which the one
 * with the smallest hash of seed and id is: pairs at a share of one half, one against four at a fifth. Sizes differ by
 * one at most, and no piece has fewer than two. Cost: O(units log units).
 */
export function drawPairs(units: DrawUnit[], { seed, share }: { seed: string; share: number }): Drawn[] {
  const byValue = inOrder(units)
  const pairs = Math.min(Math.round(byValue.length * share), Math.floor(byValue.length / 2))
  const result = new Map<string, Drawn>()
  for (let stratum = 0; stratum < pairs; stratum++) {
    const from = Math.floor((byValue.length * stratum) / pairs)
    const to = Math.floor((byValue.length * (stratum + 1)) / pairs)
    shuffled(byValue.slice(from, to), seed).forEach((unit, index) =>
      result.set(unit.id, { ...unit, stratum, heldOut: index === 0 }),
    )
  }
  return units.flatMap(({ id }) => result.get(id) ?? [])
}

function inOrder(units: readonly DrawUnit[]): DrawUnit[] {
  return [...units].sort((a, b) => a.value - b.value || (a.id < b.id ? -1 : 1))
}

/** In a random order that follows from seed and ids alone. */
function shuffled(units: readonly DrawUnit[], seed: string): DrawUnit[] {
  return units
    .map((unit) => ({ unit, order: stableId('draw', `${seed} ${unit.id}`) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ unit }) => unit)
}
