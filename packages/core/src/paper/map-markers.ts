/** Moves the numbers on a map apart until they can be read. */
import type { Point, Size } from './map-frame.ts'

export interface Marker {
  text: string
  /** What it stands for, in the unit of the paper or screen. */
  anchor: Point
  /** Where its middle is drawn. */
  at: Point
  /** Half of its width and height. */
  half: { width: number; height: number }
}

/** Where markers may go. */
interface MarkerRoom {
  /** Stays free between two markers. */
  gap: number
  /** They stay inside, from 0; null: without bounds */
  inside: Size | null
}

const ROUNDS = 240
/** How much of its way back a marker goes each round; small, so that neighbours come to rest apart. */
const PULL = 0.02

/**
 * Moves markers apart until none covers another, each staying as near to its anchor as the others let it.
 *
 * Deterministic; markers on exactly the same spot leave in the order they came. Cost: O(rounds · n²).
 */
export function spreadMarkers(markers: Marker[], { gap, inside }: MarkerRoom): void {
  const wanted = markers.map(({ at }): Point => [at[0], at[1]])
  for (let round = 0; round < ROUNDS; round++) {
    // The last rounds only push, so that the pull leaves no overlap behind.
    const pull = round < ROUNDS - 60 ? PULL : 0
    let moved = false
    for (const [i, marker] of markers.entries()) {
      marker.at[0] += (wanted[i]![0] - marker.at[0]) * pull
      marker.at[1] += (wanted[i]![1] - marker.at[1]) * pull
      for (const other of markers.slice(i + 1)) if (pushApart(marker, other, gap)) moved = true
    }
    if (inside !== null) for (const marker of markers) keepInside(marker, inside, gap)
    if (!moved && pull === 0) return
  }
}

/** Boxes that overlap leave each other along the axis of the smaller overlap, half each. */
function pushApart(a: Marker, b: Marker, gap: number): boolean {
  const dx = b.at[0] - a.at[0]
  const dy = b.at[1] - a.at[1]
  const overlapX = a.half.width + b.half.width + gap - Math.abs(dx)
  const overlapY = a.half.height + b.half.height + gap - Math.abs(dy)
  if (overlapX <= 0 || overlapY <= 0) return false
  const axis = overlapX < overlapY ? 0 : 1
  const push = (axis === 0 ? overlapX : overlapY) / 2
  const sign = (axis === 0 ? dx : dy) < 0 ? -1 : 1
  a.at[axis] -= sign * push
  b.at[axis] += sign * push
  return true
}

export function overlaps(a: Marker, b: Marker): boolean {
  return (
    Math.abs(a.at[0] - b.at[0]) < a.half.width + b.half.width &&
    Math.abs(a.at[1] - b.at[1]) < a.half.height + b.half.height
  )
}

function keepInside({ at, half }: Marker, { width, height }: Size, gap: number): void {
  at[0] = clamp(at[0], half.width + gap, width - half.width - gap)
  at[1] = clamp(at[1], half.height + gap, height - half.height - gap)
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high))
}
