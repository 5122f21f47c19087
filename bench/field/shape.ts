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

/** One coloured line per walk, from the meeting point; north up. */
export function pictureOf(walks: Point[][], all: Point[]): string {
  const xs = all.map(([x]) => x)
  const ys = all.map(([, y]) => y)
  const [minX, maxX, minY, maxY] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const scale = 800 / Math.max(maxX - minX, maxY - minY)
  const at = ([x, y]: Point): string =>
    `${((x - minX) * scale + 20).toFixed(1)},${((maxY - y) * scale + 20).toFixed(1)}`
  const dots = all.map((p) => `<circle cx="${at(p).replace(',', '" cy="')}" r="1.5" fill="#bbb"/>`)
  const lines = walks.map((walk, w) => {
    const colour = `hsl(${Math.round((w * 360) / walks.length)} 70% 45%)`
    return `<polyline points="${walk.map(at).join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 840 840">\n${[...dots, ...lines].join('\n')}\n</svg>\n`
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
