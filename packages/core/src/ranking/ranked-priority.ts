/**
 * From area to building: what a door counts by a ranking, so that areas and buildings follow one score. Precincts share
 * it out over their squares where both were ranked.
 */
import type { Polygonal } from '../area/polygon.ts'
import { precinctFinder } from '../area/precinct-finder.ts'
import { TOP_PRIORITY } from '../building/priority.ts'
import type { RankedPriority, RankingRef } from '../request/priority.ts'
import type { LngLat } from '../units.ts'

/** What of a ranking decides what a door counts. */
interface RankedAreas {
  areas: readonly {
    code: string
    score: number
    inRegion?: number | undefined
    geometry?: Polygonal | undefined
  }[]
}

/** A building, wherever its entrances are. */
export interface PlacedDoors {
  precinct?: string | undefined
  location: LngLat
  doors: number
}

interface RankedPriorityInput {
  of: RankingRef
  precincts?: RankedAreas | undefined
  squares?: RankedAreas | undefined
  /** Of the region; asked for where both were ranked. */
  doors: () => Iterable<PlacedDoors>
}

/** So many times as much as the lowest a door of the highest area counts at most. */
const WIDEST = 100

/**
 * Weights above 0 in the order of the scores, the highest 1. Where the lowest is a hundredth of the highest or more
 * they are in proportion, a door with twice the score counts twice; else, as of standardised scores below 0, the lowest
 * counts a hundredth and the others lie between in proportion to their distances. Equal scores: 1 each.
 */
export function positiveWeights(scores: readonly number[]): (score: number) => number {
  const highest = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const lowest = scores.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  if (scores.length === 0 || highest === lowest) return () => 1
  if (highest <= WIDEST * lowest) return (score) => score / highest
  return (score) => (1 + ((WIDEST - 1) * (score - lowest)) / (highest - lowest)) / WIDEST
}

/**
 * What a door counts in each area, the most 100. Of a precinct with squares the doors together count as much as without
 * them: a door counts weight of precinct × weight of square ÷ mean of the squares over the precinct's doors. A door in
 * no square counts as its precinct says. Squares alone count as they are.
 *
 * Time O(n log n) in the areas, and of a look at each building where both were ranked.
 */
export function rankedPriority({ of, precincts, squares, doors }: RankedPriorityInput): RankedPriority {
  const areas = precincts?.areas ?? []
  const cells = (squares?.areas ?? []).flatMap(({ geometry, ...square }) =>
    geometry ? [{ ...square, geometry }] : [],
  )
  const ofPrecinct = positiveWeights(areas.map(({ score }) => score))
  const ofSquare = positiveWeights(cells.map(({ score }) => score))
  const weighed = cells.map(({ geometry, score }) => ({ geometry, weight: ofSquare(score) }))
  if (areas.length === 0) {
    const lowest = weighed.reduce((least, { weight }) => Math.min(least, weight), 1)
    return { of, precincts: [], ...scaledBy(TOP_PRIORITY, { squares: weighed, lowest }) }
  }
  const spread = cells.length === 0 ? undefined : spreadOver(weighed, doors())
  const shared = areas.map(({ code, score, inRegion }) => {
    const weight = ofPrecinct(score)
    const inside = spread?.get(code)
    return {
      ...{ code, score, weight },
      ...(inside && { ofSquares: weight / inside.mean }),
      most: inside ? Math.max(weight, (weight * inside.most) / inside.mean) : weight,
      least: inside ? Math.min(weight, (weight * inside.least) / inside.mean) : weight,
      ...(inRegion === undefined ? {} : { isPartial: true as const }),
    }
  })
  // Of two scales one: the door that counts most counts 100.
  const scale = TOP_PRIORITY / shared.reduce((most, each) => Math.max(most, each.most), 0)
  return {
    of,
    precincts: shared.map(({ most: _most, least: _least, weight, ofSquares, ...each }) => ({
      ...{ ...each, weight: weight * scale },
      ...(ofSquares === undefined ? {} : { ofSquares: ofSquares * scale }),
    })),
    squares: weighed,
    lowest: scale * shared.reduce((least, each) => Math.min(least, each.least), Number.POSITIVE_INFINITY),
  }
}

function scaledBy(
  scale: number,
  { squares, lowest }: Pick<RankedPriority, 'squares' | 'lowest'>,
): Pick<RankedPriority, 'squares' | 'lowest'> {
  const scaled = squares.map(({ geometry, weight }) => ({ geometry, weight: weight * scale }))
  return { squares: scaled, lowest: lowest * scale }
}

interface Spread {
  /** Of the squares, over the doors that lie in any. */
  mean: number
  most: number
  least: number
}

/** By precinct; none for one without doors in a square. */
function spreadOver(
  squares: RankedPriority['squares'],
  buildings: Iterable<PlacedDoors>,
): Map<string, Spread> {
  const find = precinctFinder(
    squares.map(({ geometry }, at) => ({ code: String(at), geometry, properties: {} })),
  )
  const sums = new Map<string, { doors: number; weight: number; most: number; least: number }>()
  for (const { precinct, location, doors } of buildings) {
    if (precinct === undefined || doors === 0) continue
    const found = find(location)
    if (!found) continue
    const { weight } = squares[Number(found.code)]!
    const sum = sums.get(precinct) ?? { doors: 0, weight: 0, most: weight, least: weight }
    sums.set(precinct, {
      doors: sum.doors + doors,
      weight: sum.weight + doors * weight,
      most: Math.max(sum.most, weight),
      least: Math.min(sum.least, weight),
    })
  }
  return new Map(
    [...sums].map(([code, { doors, weight, most, least }]) => [code, { mean: weight / doors, most, least }]),
  )
}
