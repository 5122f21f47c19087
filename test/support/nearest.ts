/** The nearest points by a full table, for comparison. */
import type { Matrix } from '@doorwalk/core/matrix/matrix'
import { UNREACHABLE } from '@doorwalk/core/units'

export function nearestOf({ size, durations }: Matrix, from: number, count: number) {
  const row = Array.from(durations.subarray(from * size, (from + 1) * size))
    .map((time, to) => ({ time, to }))
    .filter(({ time, to }) => to !== from && time < UNREACHABLE)
    .sort((a, b) => a.time - b.time || a.to - b.to)
    .slice(0, count)
  return { points: row.map(({ to }) => to), times: row.map(({ time }) => time) }
}
