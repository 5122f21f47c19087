/** Typed arrays of counts and of numbers in a row. */

/** In place, each value and all before it: what begins where, from how many there are; values from their differences. */
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
