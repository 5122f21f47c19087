/** Shapes of walks: hulls, how much they overlap, and a picture. */

export type Point = readonly [x: number, y: number]

/** Convex hull, counter-clockwise (monotone chain; Andrew 1979). */
function hullOf(points: Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const half = (list: Point[]): Point[] => {
    const chain: Point[] = []
    for (const p of list) {
      while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, p) <= 0) chain.pop()
      chain.push(p)
    }
    return chain.slice(0, -1)
  }
  return sorted.length < 3 ? sorted : [...half(sorted), ...half([...sorted].reverse())]
}

function areaOf(polygon: Point[]): number {
  return (
    Math.abs(
      polygon.reduce((sum, [x, y], i) => {
        const [nextX, nextY] = polygon[(i + 1) % polygon.length]!
        return sum + x * nextY - nextX * y
      }, 0),
    ) / 2
  )
}

interface Overlap {
  /** Σ area that the hulls of two walks share, m². */
  shared: number
  /** `shared` ÷ Σ area of the hulls. */
  share: number
}

/** How much the convex hulls of the walks overlap. */
export function overlapOf(walks: Point[][]): Overlap {
  const hulls = walks.map(hullOf).filter((hull) => hull.length > 2)
  let shared = 0
  hulls.forEach((a, i) => hulls.slice(i + 1).forEach((b) => (shared += areaOf(clip(a, b)))))
  const area = hulls.reduce((sum, hull) => sum + areaOf(hull), 0)
  return { shared, share: shared / Math.max(1, area) }
}

/** Side of a picture, and round the walks, in its own units. */
const SIDE = 800
const MARGIN = 60

/** One coloured line per walk with a dot for each stop, among all there are nearby; north up. */
export function pictureOf(walks: Point[][], all: Point[]): string {
  const walked = walks.flat()
  const shown = walked.length > 0 ? walked : all
  const [xs, ys] = [shown.map(([x]) => x), shown.map(([, y]) => y)]
  const [minX, maxX, minY, maxY] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const scale = (SIDE - 2 * MARGIN) / Math.max(1, maxX - minX, maxY - minY)
  const at = ([x, y]: Point) =>
    [((x - minX) * scale + MARGIN).toFixed(1), ((maxY - y) * scale + MARGIN).toFixed(1)] as const
  const dot = (point: Point, radius: number, fill: string): string => {
    const [x, y] = at(point)
    return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`
  }
  const lines = walks.flatMap((walk, w) => {
    const colour = `hsl(${Math.round((w * 360) / walks.length)} 70% 45%)`
    const points = walk.map((point) => at(point).join()).join(' ')
    const line = `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"/>`
    return [line, ...walk.map((point) => dot(point, 4, colour))]
  })
  const grey = all.map((point) => dot(point, 2.5, '#bbb'))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}">\n${[...grey, ...lines].join('\n')}\n</svg>\n`
}

function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

/** Part of a convex polygon inside another (Sutherland, Hodgman 1974). */
function clip(subject: Point[], window: Point[]): Point[] {
  let result = subject
  window.forEach((a, i) => {
    const b = window[(i + 1) % window.length]!
    const input = result
    result = []
    input.forEach((p, k) => {
      const q = input[(k + 1) % input.length]!
      const [sideP, sideQ] = [turn(a, b, p), turn(a, b, q)]
      if (sideP >= 0) result.push(p)
      if (sideP >= 0 === sideQ >= 0) return
      const t = sideP / (sideP - sideQ)
      result.push([p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])])
    })
  })
  return result
}
