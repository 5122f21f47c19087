/** The draw and the results put together: each pair or stratum with the shares of those held out and of the others. */

/** A unit as it was drawn. */
export interface DrawnUnit {
  unit: string
  /** Of its pair or stratum. */
  stratum: number
  heldOut: boolean
}

/** Shares in per cent of one precinct. */
export interface Result {
  precinct: string
  share: number
  /** At the vote before. */
  last?: number | undefined
}

export interface Group {
  stratum: number
  heldOut: Result[]
  canvassed: Result[]
  /** Drawn, and without a result. */
  missing: string[]
}

/** By number of the group, in each by the order of the draw. */
export function groupsOf(units: readonly DrawnUnit[], results: ReadonlyMap<string, Result>): Group[] {
  const groups = new Map<number, Group>()
  for (const { unit, stratum, heldOut } of units) {
    const group = groups.get(stratum) ?? { stratum, heldOut: [], canvassed: [], missing: [] }
    groups.set(stratum, group)
    const result = results.get(unit)
    if (result) group[heldOut ? 'heldOut' : 'canvassed'].push(result)
    else group.missing.push(unit)
  }
  return [...groups.values()].sort((a, b) => a.stratum - b.stratum)
}

/** One held out in each: a matched draw, whose variance is seen between the groups. */
export function isPaired(units: readonly DrawnUnit[]): boolean {
  const held = new Map<number, number>()
  for (const { stratum, heldOut } of units) held.set(stratum, (held.get(stratum) ?? 0) + (heldOut ? 1 : 0))
  return held.size > 1 && [...held.values()].every((count) => count === 1)
}
