/** Walking times between all stop ends. */
import type { Deciseconds } from '../units.ts'

/**
 * Row-major, square: entry `from * size + to`. Not symmetric: one-way gates exist. 0 at one place;
 * unreachable pairs hold UNREACHABLE.
 */
export interface Matrix {
  size: number
  durations: Int32Array
}

/** UNREACHABLE where there is no walk. */
export function durationBetween(matrix: Matrix, from: number, to: number): Deciseconds {
  return matrix.durations[from * matrix.size + to]!
}
