/** Durations between locations behind one shape, so that the hot loops are written once. */
import type { Deciseconds } from '../../units.ts'
import type { DurationFunction, Problem } from './problem.ts'

/**
 * `between(from, to)`; `into(to, from)` is the same duration, looked up so that one `to` stays in one row of memory.
 * Location `elsewhere` (= number of locations) is 0 from and to everything: the free end of an open walk.
 */
export interface Durations {
  between(from: number, to: number): Deciseconds
  into(to: number, from: number): Deciseconds
}

/** The matrix with one more row and column of zeros, and its transpose where it is not symmetric. */
class MatrixDurations implements Durations {
  private readonly cells: Int32Array
  private readonly turned: Int32Array
  private readonly stride: number

  constructor(locations: number, durations: Int32Array) {
    const stride = locations + 1
    const cells = new Int32Array(stride * stride)
    let symmetric = true
    for (let from = 0; from < locations; from++) {
      for (let to = 0; to < locations; to++) {
        const value = durations[from * locations + to]!
        cells[from * stride + to] = value
        symmetric = symmetric && value === durations[to * locations + from]!
      }
    }
    this.stride = stride
    this.cells = cells
    this.turned = symmetric ? cells : transposed(cells, stride)
  }

  between(from: number, to: number): Deciseconds {
    return this.cells[from * this.stride + to]!
  }

  into(to: number, from: number): Deciseconds {
    return this.turned[to * this.stride + from]!
  }
}

/** On demand, symmetric: no memory, and about the price of a cache miss. */
class OnDemandDurations implements Durations {
  private readonly locations: number
  private readonly duration: DurationFunction

  constructor(locations: number, duration: DurationFunction) {
    this.locations = locations
    this.duration = duration
  }

  between(from: number, to: number): Deciseconds {
    return from === this.locations || to === this.locations ? 0 : this.duration(from, to)
  }

  into(to: number, from: number): Deciseconds {
    return this.between(from, to)
  }
}

export function durationsOf(problem: Problem): Durations {
  return typeof problem.durations === 'function'
    ? new OnDemandDurations(problem.locations, problem.durations)
    : new MatrixDurations(problem.locations, problem.durations)
}

function transposed(cells: Int32Array, stride: number): Int32Array {
  const turned = new Int32Array(cells.length)
  for (let i = 0; i < stride; i++)
    for (let j = 0; j < stride; j++) turned[j * stride + i] = cells[i * stride + j]!
  return turned
}
