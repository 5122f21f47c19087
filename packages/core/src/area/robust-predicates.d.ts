/** The part of robust-predicates 2.0 that `ring-crossing.ts` and `shape.ts` use; the package ships no types. */
declare module 'robust-predicates/umd/orient2d.js' {
  /** Positive where a, b, c turn clockwise (y up), negative counter-clockwise, 0 on one line: the sign is exact. */
  export function orient2d(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number
}
