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

/**
 * Rounds for fast-check, from a seed that is always the same; `DOORWALK_TESTS_SEED=7` takes another for the long ones.
 * What fails tells its seed.
 */
export function runs(both: Rounds): { numRuns: number; seed: number } {
  if (!IS_LONG) return { numRuns: both.short, seed: 20_260_314 }
  return { numRuns: both.long, seed: Number(process.env['DOORWALK_TESTS_SEED'] ?? 20_261_125) }
}
