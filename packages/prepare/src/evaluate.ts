/** How far the doors can be trusted: the same estimate with a source withheld, held against that source. */
import { estimateDoors, type DoorEstimates, type DoorSources } from './doors.ts'
import type { Counted } from './dwellings.ts'
import type { Households } from './households.ts'
import type { StreetDoor } from './street-doors.ts'

export interface DoorCheck {
  /** Of the grid, over the box; a cut cell counts by its share of area inside. */
  households: number
  total: number
  /** Doors with the grid withheld. */
  withheld: number
  /** Households of cells where nobody seems to live. */
  unplaced: number
}

export interface RegisterCheck {
  method: string
  entrances: number
  counted: number
  estimated: number
  /** |estimated − counted| ÷ counted, median over the entrances. */
  medianError: number
  /** Doors. */
  meanError: number
  inInterval: number
  /** 10 % and 90 % points of counted ÷ estimated. */
  ratios: [low: number, high: number]
}

export function checkAgainstGrid(
  doors: StreetDoor[],
  {
    sources,
    estimates,
    households,
  }: { sources: DoorSources; estimates: DoorEstimates; households: Households },
): DoorCheck {
  const withheld = { ...(sources.dwellings ? { dwellings: sources.dwellings } : {}) }
  return {
    households: households.total,
    total: totalOf(estimates),
    withheld: totalOf(estimateDoors(doors, withheld)),
    unplaced: estimates.unplaced,
  }
}

/** Each method by itself at the entrances that the register counts; a home known from the register only counts as 0. */
export function checkAgainstRegister(
  doors: StreetDoor[],
  { dwellings, households }: { dwellings: Map<string, Counted>; households: Households | undefined },
): RegisterCheck[] {
  const methods: [string, DoorSources][] = [
    ...(households ? [['grid', { households }] as [string, DoorSources]] : []),
    ['floor area', {}],
  ]
  return methods.map(([method, sources]) => {
    const { byDoor } = estimateDoors(doors, sources)
    const pairs = [...dwellings].map(([id, counted]) => {
      const estimate = byDoor.get(id) ?? { doors: 0, low: 0, high: 0 }
      return { counted: counted.dwellings, ...estimate }
    })
    const errors = pairs.map(({ counted, doors: estimated }) => Math.abs(estimated - counted))
    const ratios = pairs.filter((pair) => pair.doors > 0).map((pair) => pair.counted / pair.doors)
    return {
      method,
      entrances: pairs.length,
      counted: sum(pairs.map((pair) => pair.counted)),
      estimated: sum(pairs.map((pair) => pair.doors)),
      medianError: quantile(
        pairs.map((pair, i) => errors[i]! / Math.max(1, pair.counted)),
        0.5,
      ),
      meanError: sum(errors) / Math.max(1, errors.length),
      inInterval: pairs.filter((pair) => pair.counted >= pair.low && pair.counted <= pair.high).length,
      ratios: [quantile(ratios, 0.1), quantile(ratios, 0.9)],
    }
  })
}

export function totalOf({ byDoor }: DoorEstimates): number {
  return sum([...byDoor.values()].map((estimate) => estimate.doors))
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}
