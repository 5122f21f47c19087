/** Where arrows stand along a line on the screen, so that its direction can be seen. */

export interface Arrow {
  x: number
  y: number
  /** Radians from the x axis, clockwise on screen. */
  angle: number
}

/** Pieces shorter than this bear no arrow, pixels: it would not fit, or point aside at a corner. */
const SHORTEST_PIXELS = 14

/** In the first third of its share: a way out and back has both its arrows beside each other, not on one spot. */
const PLACE = 0.34

/** About one each `every` pixels, on pieces long enough; at least one where any piece is. */
export function arrowsAlong(line: readonly number[], every: number): Arrow[] {
  const arrows: Arrow[] = []
  let since = every / 2
  for (let at = 2; at + 1 < line.length; at += 2) {
    const [x, y] = [line[at - 2]!, line[at - 1]!]
    const [dx, dy] = [line[at]! - x, line[at + 1]! - y]
    const length = Math.hypot(dx, dy)
    if (length >= SHORTEST_PIXELS && since + length >= every) {
      const count = Math.max(1, Math.floor(length / every))
      for (let each = 0; each < count; each++) {
        const part = (each + PLACE) / count
        arrows.push({ x: x + dx * part, y: y + dy * part, angle: Math.atan2(dy, dx) })
      }
      since = length / count / 2
    } else since += length
  }
  return arrows
}
