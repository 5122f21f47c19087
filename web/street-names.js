/** Street names along their streets on screen: one per street in view, where it is straight and nothing is in the way. */

/** @typedef {[number, number]} Pixel */

const LETTER_PX = 5.9
const STRAIGHTNESS = 0.98
const STEP_PX = 24
const MOST_NAMES = 120

/**
 * @param {Map<string, [number, number][][]>} streets lines in degrees by name
 * @param {{ toPixels: (at: [number, number]) => Pixel, width: number, height: number }} screen
 * @returns {{ text: string, middle: Pixel, angle: number }[]}
 */
export function placeNames(streets, { toPixels, width, height }) {
  /** @type {{ text: string, middle: Pixel, angle: number }[]} */
  const placed = []
  /** @type {Pixel[]} */
  const taken = []
  const inView = (/** @type {Pixel} */ [x, y]) => x > 0 && y > 0 && x < width && y < height
  for (const [text, lines] of streets) {
    if (placed.length >= MOST_NAMES) break
    const visible = lines.map((line) => line.map(toPixels)).filter((line) => line.some(inView))
    const chains = join(visible).sort((a, b) => lengthOf(b) - lengthOf(a))
    const found = chains
      .flatMap((chain) => candidates(chain, text.length * LETTER_PX))
      .filter(({ from, to }) => inView(from) && inView(to))
      .map((candidate) => ({ ...candidate, dots: dotsOf(candidate) }))
      .find(({ dots }) => !dots.some((dot) => taken.some((other) => distance(dot, other) < 13)))
    if (!found) continue
    taken.push(...found.dots)
    const [left, right] = found.from[0] <= found.to[0] ? [found.from, found.to] : [found.to, found.from]
    const angle = Math.atan2(right[1] - left[1], right[0] - left[0])
    placed.push({ text, middle: found.middle, angle })
  }
  return placed
}

/** @param {Pixel[]} chain @param {number} width */
function candidates(chain, width) {
  const found = []
  const total = lengthOf(chain)
  for (let start = 0; start + width <= total; start += STEP_PX) {
    const from = along(chain, start)
    const middle = along(chain, start + width / 2)
    const to = along(chain, start + width)
    if (distance(from, to) >= width * STRAIGHTNESS)
      found.push({ from, middle, to, off: Math.abs(start + width / 2 - total / 2) })
  }
  return found.sort((a, b) => a.off - b.off)
}

/** @param {{ from: Pixel, to: Pixel }} name @returns {Pixel[]} */
function dotsOf({ from, to }) {
  const count = Math.max(2, Math.ceil(distance(from, to) / 11))
  return Array.from({ length: count + 1 }, (_, i) => {
    const t = i / count
    return [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t]
  })
}

/** Pieces of a street cut at its corners, end to end again. @param {Pixel[][]} pieces */
function join(pieces) {
  const open = [...pieces]
  /** @type {Pixel[][]} */
  const chains = []
  for (let chain = open.pop(); chain !== undefined; chain = open.pop()) {
    for (let index = 0; index < open.length; index++) {
      const longer = attach(chain, /** @type {Pixel[]} */ (open[index]))
      if (longer === null) continue
      chain = longer
      open.splice(index, 1)
      index = -1
    }
    chains.push(chain)
  }
  return chains
}

/** @param {Pixel[]} a @param {Pixel[]} b @returns {Pixel[] | null} */
function attach(a, b) {
  const meets = (/** @type {Pixel | undefined} */ p, /** @type {Pixel | undefined} */ q) =>
    p && q && distance(p, q) < 1
  if (meets(a.at(-1), b[0])) return [...a, ...b.slice(1)]
  if (meets(a.at(-1), b.at(-1))) return [...a, ...[...b].reverse().slice(1)]
  if (meets(a[0], b.at(-1))) return [...b, ...a.slice(1)]
  if (meets(a[0], b[0])) return [...[...b].reverse(), ...a.slice(1)]
  return null
}

/** @param {Pixel[]} line @param {number} length @returns {Pixel} */
function along(line, length) {
  let left = length
  for (let i = 1; i < line.length; i++) {
    const a = /** @type {Pixel} */ (line[i - 1])
    const b = /** @type {Pixel} */ (line[i])
    const step = distance(a, b)
    if (left <= step && step > 0)
      return [a[0] + ((b[0] - a[0]) * left) / step, a[1] + ((b[1] - a[1]) * left) / step]
    left -= step
  }
  return line.at(-1) ?? [0, 0]
}

/** @param {Pixel[]} line */
function lengthOf(line) {
  let total = 0
  for (let i = 1; i < line.length; i++) {
    total += distance(/** @type {Pixel} */ (line[i - 1]), /** @type {Pixel} */ (line[i]))
  }
  return total
}

/** @param {Pixel} a @param {Pixel} b */
function distance(a, b) {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}
