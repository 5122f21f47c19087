/** Typed arrays that grow. */

/** A copy with room for twice as many, and a few more. */
export function doubled(column: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * column.length + 16)
  larger.set(column)
  return larger
}
