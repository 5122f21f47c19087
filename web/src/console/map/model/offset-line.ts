/** The line of a way on the screen: beside the middle of the street, in its lane. */
import type { Lanes } from './lanes.ts'
import type { Point } from './mercator.ts'

/** Corners closer than this are drawn as one, pixels. */
const TELLABLE_PIXELS = 0.8
/** Sharper turns than this (1 + cosine) get two corners instead of a spike. */
const SHARPEST = 0.4

interface Scale {
  /** Pixels of the screen for one of the world at zoom 0. */
  scale: number
  /** The world's point that is 0, 0 on the screen. */
  origin: Point
  /** Between the middles of two lanes, pixels. */
  lanePixels: number
  /** To the right of each direction where a walk passes in both, pixels. */
  apartPixels: number
}

/** x and y in turns, in pixels; empty for a way of fewer than two corners. */
export function offsetLine(line: readonly Point[], lanes: Lanes, view: Scale): number[] {
  const { xs, ys, aside } = onScreen(line, lanes, view)
  const drawn: number[] = []
  for (let at = 0; at < xs.length; at++) {
    const [x, y] = [xs[at]!, ys[at]!]
    const before = at > 0 ? rightOf(xs[at]! - xs[at - 1]!, ys[at]! - ys[at - 1]!) : null
    const after = at + 1 < xs.length ? rightOf(xs[at + 1]! - xs[at]!, ys[at + 1]! - ys[at]!) : null
    const [in_, out] = [aside[at - 1] ?? 0, aside[at] ?? 0]
    if (before !== null && after !== null && Math.abs(in_ - out) < 0.01) {
      const turn = 1 + before.x * after.x + before.y * after.y
      if (turn > SHARPEST) {
        drawn.push(x + ((before.x + after.x) * in_) / turn, y + ((before.y + after.y) * in_) / turn)
        continue
      }
    }
    if (before !== null) drawn.push(x + before.x * in_, y + before.y * in_)
    if (after !== null) drawn.push(x + after.x * out, y + after.y * out)
  }
  return drawn
}

/** Corners that can be told apart, and how far aside each piece between them is drawn. */
function onScreen(line: readonly Point[], { aside: lanes, bothWays }: Lanes, view: Scale) {
  const { scale, origin, lanePixels, apartPixels } = view
  const [xs, ys, aside]: [number[], number[], number[]] = [[], [], []]
  for (const [at, corner] of line.entries()) {
    const [x, y] = [(corner.x - origin.x) * scale, (corner.y - origin.y) * scale]
    const last = xs.length - 1
    const isNear = at > 0 && lengthOf(x - xs[last]!, y - ys[last]!) < TELLABLE_PIXELS
    if (isNear && at + 1 < line.length) continue
    if (at > 0) {
      if (isNear && last > 0) {
        // The last corner takes the place of one that is as good as there.
        xs[last] = x
        ys[last] = y
        continue
      }
      aside.push(lanes[at - 1]! * lanePixels + bothWays[at - 1]! * apartPixels)
    }
    xs.push(x)
    ys.push(y)
  }
  return { xs, ys, aside }
}

/** Unit vector to the right of a direction, on a screen whose y grows downwards. */
function rightOf(x: number, y: number): Point {
  const length = lengthOf(x, y) || 1
  return { x: -y / length, y: x / length }
}

/** `Math.hypot` guards against overflow, which costs ten times as much. */
function lengthOf(x: number, y: number): number {
  return Math.sqrt(x * x + y * y)
}
