/** Numbers and lines as SVG writes them. */
import type { Point } from './map-frame.ts'

/** Mean of the points. */
export function middleOf(points: Point[]): Point {
  const sum = points.reduce((total, [x, y]): Point => [total[0] + x, total[1] + y], [0, 0])
  return [sum[0] / Math.max(1, points.length), sum[1] / Math.max(1, points.length)]
}

/** `d` of an open line. */
export function path(points: Point[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')
}

/** Hundredths of a millimetre: finer than any printer. */
export function round(value: number): number {
  return Math.round(value * 100) / 100
}
