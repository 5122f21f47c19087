/** Every place that a plan asks walking times for: both ends of each stop, and where walkers set out and end. */
import type { Snap } from '../graph/route/snap.ts'
import type { Stop } from '../grouping/stop.ts'

/** Where a walker sets out and ends on the street; null: anywhere. */
export interface WalkerPlace {
  start: Snap | null
  end: Snap | null
}

/** Every point of the matrix once, and who stands where. */
export interface Points {
  snaps: Snap[]
  first: number[]
  last: number[]
  /** Per walker; -1: anywhere. */
  starts: number[]
  ends: number[]
}

export function pointsOf(stops: Stop[], places: WalkerPlace[]): Points {
  const snaps: Snap[] = []
  const known = new Map<string, number>()
  const indexOf = (snap: Snap): number => {
    const key = `${snap.edge} ${snap.position} ${snap.from.join(' ')}`
    const index = known.get(key) ?? snaps.push(snap) - 1
    known.set(key, index)
    return index
  }
  return {
    first: stops.map((stop) => indexOf(stop.first)),
    last: stops.map((stop) => indexOf(stop.last)),
    starts: places.map(({ start }) => (start ? indexOf(start) : -1)),
    ends: places.map(({ end }) => (end ? indexOf(end) : -1)),
    snaps,
  }
}
