/** How far the doors can be trusted: the same estimate with a source withheld, held against that source. */
import { estimateDoors, type DoorEstimates, type DoorSources } from './doors.ts'
import type { Households } from './households.ts'
import { isInside, type XY } from '../geometry/plane.ts'
import type { StreetDoor } from '../homes/street-doors.ts'
import type { Counted } from '../registers/match.ts'

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
  /** high ÷ low of the interval, median over the entrances; a low of 0 counts as 1. */
  width: number
  /** 10 % and 90 % points of counted ÷ estimated. */
  ratios: [low: number, high: number]
}

interface GridRun {
  sources: DoorSources
  estimates: DoorEstimates
  households: Households
}

/** All doors with the grid and without it, against the households that the grid counts. */
export function checkAgainstGrid(doors: StreetDoor[], run: GridRun): DoorCheck {
  const { sources, estimates, households } = run
  const withheld = { ...(sources.dwellings ? { dwellings: sources.dwellings } : {}) }
  return {
    households: households.total,
    total: totalOf(estimates),
    withheld: totalOf(estimateDoors(doors, withheld)),
    unplaced: estimates.unplaced,
  }
}

/**
 * Each method by itself at the entrances that the register counts; a home that only the register knows counts as 0.
 * The grid is also held against the entrances in cells wholly inside: a cut cell's share by area says little about
 * where in it people live.
 */
export function checkAgainstRegister(
  doors: StreetDoor[],
  { dwellings: all, households }: { dwellings: Map<string, Counted>; households: Households | undefined },
): RegisterCheck[] {
  // A class tells no error.
  const dwellings = new Map([...all].filter(([, { low, high }]) => low === high))
  if (dwellings.size === 0) return []
  const floorArea = check('floor area', { dwellings, estimates: estimateDoors(doors, {}) })
  if (!households) return [floorArea]
  const estimates = estimateDoors(doors, { households })
  const byId = new Map(doors.map((door) => [door.id, door]))
  const whole = [...dwellings].filter(([id]) => {
    const door = byId.get(id)
    return door !== undefined && isInWholeCell(door.home.structure.centre, households)
  })
  return [
    check('grid', { dwellings, estimates }),
    check('grid, in cells wholly inside', { dwellings: new Map(whole), estimates }),
    floorArea,
  ]
}

/** Cells are cut by the box at any angle: one that is inside but for a sliver counts as whole. */
const WHOLE_SHARE = 0.95

function isInWholeCell(point: XY, households: Households): boolean {
  const around = [...households.near([...point, ...point])]
  return around.some((cell) => cell.shareInside >= WHOLE_SHARE && isInside(point, [cell.ring]))
}

function check(
  method: string,
  { dwellings, estimates }: { dwellings: Map<string, Counted>; estimates: DoorEstimates },
): RegisterCheck {
  const pairs = [...dwellings].map(([id, { low: counted }]) => {
    const { doors: estimated, low, high } = estimates.byDoor.get(id) ?? { doors: 0, low: 0, high: 0 }
    return {
      counted,
      estimated,
      inside: counted >= low && counted <= high,
      width: high / Math.max(1, low),
      error: Math.abs(estimated - counted),
    }
  })
  const ratios = pairs.filter(({ estimated }) => estimated > 0).map((pair) => pair.counted / pair.estimated)
  return {
    method,
    entrances: pairs.length,
    counted: sum(pairs.map(({ counted }) => counted)),
    estimated: sum(pairs.map(({ estimated }) => estimated)),
    medianError: quantile(
      pairs.map(({ error, counted }) => error / Math.max(1, counted)),
      0.5,
    ),
    meanError: sum(pairs.map(({ error }) => error)) / Math.max(1, pairs.length),
    inInterval: pairs.filter(({ inside }) => inside).length,
    width: quantile(
      pairs.map(({ width }) => width),
      0.5,
    ),
    ratios: [quantile(ratios, 0.1), quantile(ratios, 0.9)],
  }
}

function totalOf({ byDoor }: DoorEstimates): number {
  return sum([...byDoor.values()].map((estimate) => estimate.doors))
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}
