/**
 * How long random runs are: short and always the same in `npm test`, long in `npm run test:long`, with the same
 * assertions. docs/testing.md lists them.
 */
export const IS_LONG = process.env['DOORWALK_TESTS'] === 'long'

interface Rounds {
  short: number
  long: number
}

export function rounds({ short, long }: Rounds): number {
  return IS_LONG ? long : short
}

/** Rounds for fast-check; the long ones begin anywhere, and what fails tells its seed. */
export function runs(both: Rounds): { numRuns: number; seed?: number } {
  return IS_LONG ? { numRuns: both.long } : { numRuns: both.short, seed: 20_260_314 }
}
