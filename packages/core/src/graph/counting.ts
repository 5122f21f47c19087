/** Typed arrays of counts and of numbers in a row. */

/** In place: what begins where, from how many there are. */
export function countsToStarts(counts: Uint32Array): Uint32Array {
  for (let i = 1; i < counts.length; i++) counts[i]! += counts[i - 1]!
  return counts
}

/** 0, 1, 2 … */
export function numbersBelow(count: number): Int32Array {
  const numbers = new Int32Array(count)
  for (let i = 1; i < count; i++) numbers[i] = i
  return numbers
}
