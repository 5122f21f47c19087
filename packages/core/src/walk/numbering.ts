/** The numbers volunteers see: stops 1, 2, 3 … in walking order; the doors of a row of houses 4a, 4b, 4c … */
import type { LngLat } from '../units.ts'
import type { Walk, WalkStop, WalkTarget } from './answer.ts'

export interface NumberedTarget {
  /** "7", or "7b" when the stop has several targets. */
  label: string
  /** 1-based place of the stop on the walk. */
  number: number
  stop: WalkStop
  target: WalkTarget
}

/** All targets of the walk in walking order. */
export function numberedTargets(walk: Walk): NumberedTarget[] {
  return walk.stops.flatMap((stop, index) =>
    stop.targets.map((target, place) => ({
      label: targetLabel(stop, { index, place }),
      number: index + 1,
      stop,
      target,
    })),
  )
}

/** Of the target at this place of the stop at this index of the walk, both from 0. */
export function targetLabel(stop: WalkStop, at: { index: number; place: number }): string {
  return labelAt(stop.targets.length, at)
}

function labelAt(targets: number, { index, place }: { index: number; place: number }): string {
  return targets === 1 ? String(index + 1) : `${index + 1}${letters(place)}`
}

/** Reserves are R1, R2 …, nearest first. */
export function reserveLabel(index: number): string {
  return `R${index + 1}`
}

/** All targets by what is printed beside them: stops in walking order, then reserves. A walk or what tells as much. */
export function printedTargets<Target>({
  stops,
  reserves,
}: Labelled<Target>): { label: string; target: Target }[] {
  const onWay = stops.flatMap(({ targets }, index) =>
    targets.map((target, place) => ({ label: labelAt(targets.length, { index, place }), target })),
  )
  return [...onWay, ...reserves.map((target, index) => ({ label: reserveLabel(index), target }))]
}

interface Labelled<Target> {
  stops: readonly { targets: readonly Target[] }[]
  reserves: readonly Target[]
}

/** The whole way of the walk as one line; empty when there is nothing to walk. */
export function walkLine(walk: Walk): LngLat[] {
  const line: LngLat[] = []
  for (const leg of walk.legs) {
    for (const point of leg.geometry.coordinates) {
      const last = line.at(-1)
      if (last === undefined || last[0] !== point[0] || last[1] !== point[1]) line.push(point)
    }
  }
  return line.length < 2 ? [] : line
}

/** a … z, aa, ab … */
function letters(place: number): string {
  const last = String.fromCharCode(97 + (place % 26))
  return place < 26 ? last : letters(Math.floor(place / 26) - 1) + last
}
