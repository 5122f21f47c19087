/** Draws units at random to hold them out, within strata, so that anybody with the seed draws the same. */
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
  const byValue = [...units].sort((a, b) => a.value - b.value || (a.id < b.id ? -1 : 1))
  const result = new Map<string, Drawn>()
  let owed = 0
  for (let stratum = 0; stratum < strata; stratum++) {
    const from = Math.floor((byValue.length * stratum) / strata)
    const to = Math.floor((byValue.length * (stratum + 1)) / strata)
    const members = byValue
      .slice(from, to)
      .map((unit) => ({ unit, order: stableId('draw', `${seed} ${unit.id}`) }))
      .sort((a, b) => (a.order < b.order ? -1 : 1))
    owed += members.length * share
    const count = Math.min(members.length, Math.round(owed))
    owed -= count
    members.forEach(({ unit }, index) => result.set(unit.id, { ...unit, stratum, heldOut: index < count }))
  }
  return units.map(({ id }) => result.get(id)!)
}
