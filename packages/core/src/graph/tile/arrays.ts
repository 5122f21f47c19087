/** Typed arrays: counts, numbers in a row, room for more. */

/**
 * In place, each value and all before it: what begins where, from how many there are; values from their differences.
 */
export function runningSums<T extends Int32Array | Uint32Array>(values: T): T {
  for (let i = 1; i < values.length; i++) values[i]! += values[i - 1]!
  return values
}

/** 0, 1, 2 … */
export function numbersBelow(count: number): Int32Array {
  const numbers = new Int32Array(count)
  for (let i = 1; i < count; i++) numbers[i] = i
  return numbers
}

/** A copy with room for twice as many, and a few more. */
export function grown(column: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * column.length + 16)
  larger.set(column)
  return larger
}
