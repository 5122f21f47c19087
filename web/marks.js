/** Numbers on the map: stops behind one door share one ("3–5"), neighbours move apart. */

/**
 * @typedef {{ properties: { kind: string, label?: string, stop?: number, key?: boolean }, at: [number, number],
 *   title: string }} Numbered
 * @typedef {{ text: string, kind: string, at: [number, number], title: string, first: number, last: number }} Mark
 * @typedef {{ x: number, y: number }} Pixel
 */

/** About a metre. */
const SAME_DEGREES = 1e-5
const HEIGHT_PX = 21
const ROUNDS = 80

/** @param {Numbered[]} numbered in walking order @returns {Mark[]} */
export function marksOf(numbered) {
  /** @type {Mark[]} */
  const marks = []
  for (const { properties, at, title } of numbered) {
    const { kind, label = '', stop = 0, key = false } = properties
    const before = marks.at(-1)
    if (kind === 'target' && before && before.first > 0 && isSame(before.at, at)) {
      before.last = stop
      before.text = before.first === stop ? String(stop) : `${before.first}–${stop}`
      before.title += `\n${title}`
      if (key) before.kind = 'key'
    } else if (kind === 'target') {
      marks.push({ text: label, kind: key ? 'key' : 'stop', at, title, first: stop, last: stop })
    } else marks.push({ text: kind === 'start' ? '★' : label, kind, at, title, first: 0, last: 0 })
  }
  return marks
}

/** Where to draw the marks so that none covers another. @param {Mark[]} marks @param {Pixel[]} wanted @returns {[number, number][]} */
export function spread(marks, wanted) {
  const at = wanted.map(({ x, y }) => ({ x, y }))
  const widths = marks.map(({ text }) => Math.max(22, text.length * 7 + 10))
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false
    for (const [i, a] of at.entries()) {
      for (let j = i + 1; j < at.length; j++) {
        const b = /** @type {Pixel} */ (at[j])
        const overlapX = ((widths[i] ?? 0) + (widths[j] ?? 0)) / 2 + 1 - Math.abs(b.x - a.x)
        const overlapY = HEIGHT_PX + 1 - Math.abs(b.y - a.y)
        if (overlapX <= 0 || overlapY <= 0) continue
        moved = true
        const axis = overlapX < overlapY ? 'x' : 'y'
        const push = (Math.min(overlapX, overlapY) / 2) * (b[axis] < a[axis] ? -1 : 1)
        a[axis] -= push
        b[axis] += push
      }
    }
    if (!moved) break
  }
  return at.map(({ x, y }) => [x, y])
}

/** @param {[number, number]} a @param {[number, number]} b */
function isSame(a, b) {
  return Math.abs(a[0] - b[0]) < SAME_DEGREES && Math.abs(a[1] - b[1]) < SAME_DEGREES
}
