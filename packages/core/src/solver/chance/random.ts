/** Seeded random integers, equal on every machine: xoshiro128** on 32-bit integers, seeded by splitmix32. */

const TO_UNIT = 1 / 4294967296

/**
 * Source: Blackman, Vigna (2021), Scrambled linear pseudorandom number generators, ACM TOMS 47(4),
 * https://doi.org/10.1145/3460772
 */
export class Random {
  private a: number
  private b: number
  private c: number
  private d: number

  constructor(seed: number) {
    let z = seed | 0
    const word = (): number => {
      z = (z + 0x9e3779b9) | 0
      let t = z ^ (z >>> 16)
      t = Math.imul(t, 0x21f0aaad)
      t ^= t >>> 15
      t = Math.imul(t, 0x735a2d97)
      return t ^ (t >>> 15)
    }
    this.a = word()
    this.b = word()
    this.c = word()
    this.d = word() | 1
  }

  /** Any 32-bit integer, signed. */
  word(): number {
    const s = Math.imul(this.b, 5)
    const result = Math.imul((s << 7) | (s >>> 25), 9)
    const t = this.b << 9
    this.c ^= this.a
    this.d ^= this.b
    this.b ^= this.c
    this.a ^= this.d
    this.c ^= t
    this.d = (this.d << 11) | (this.d >>> 21)
    return result
  }

  /** 0 ≤ value < 1, a multiple of 2⁻³². */
  unit(): number {
    return (this.word() >>> 0) * TO_UNIT
  }

  /** Integer, 0 ≤ value < bound; bound ≥ 1 and below 2²¹, so that the product is exact. */
  below(bound: number): number {
    return Math.floor((this.word() >>> 0) * TO_UNIT * bound)
  }
}
