/** What the ledger of a campaign knows of doors that nobody has knocked at, by precinct and by square. */
import type { Precinct } from '@doorwalk/core/region/region'
import type { Tallies, Tally } from '@doorwalk/core/ranking/knocked'
import { ledgerToday } from '@doorwalk/core/ledger/today'
import { allBlocks } from '../ledger/blocks.ts'
import { censusFor } from '../ledger/census.ts'
import { ledgerGate } from '../ledger/gate.ts'
import { heldOutIn } from '../ledger/holdouts.ts'
import type { LedgerWorld } from '../ledger/snapshot.ts'
import { openSlices } from '../threads/slices.ts'

interface TalliesOf {
  campaign: string
  region: string
  version: string
  squares: readonly Precinct[]
  /** RFC 3339: what was reported up to then. */
  at: string
}

/**
 * Doors of hold-outs do not count: nobody is sent there. Same ledger, same moment: same tallies.
 *
 * @param signal  nobody waits for it any more
 */
export function talliesIn(world: LedgerWorld, of: TalliesOf, signal?: AbortSignal): Promise<Tallies> {
  return ledgerGate(() => countIn(world, of), signal)
}

async function countIn(
  world: LedgerWorld,
  { campaign, region, version, squares, at }: TalliesOf,
): Promise<Tallies> {
  // Not at the top: the API function starts without polygons.
  const { precinctFinder } = await import('@doorwalk/core/area/precinct-finder')
  const { addTally, NO_TALLY, tallyOf } = await import('@doorwalk/core/ranking/knocked')
  const ref = { campaign, region }
  const [census, heldOut, ledgers] = await Promise.all([
    censusFor(world, { ...ref, version }),
    heldOutIn(world, ref),
    allBlocks(world, ref),
  ])
  const { records } = ledgerToday(ledgers.values(), census.aliases)
  const find = precinctFinder(squares)
  const now = Date.parse(at)
  const tallies: Tallies = { at, precincts: new Map(), squares: new Map() }
  const slice = openSlices()
  for (const target of census.all()) {
    await slice()
    if (heldOut.holds(target)) continue
    const tally = tallyOf(target.doors, records.get(target.id), now)
    const add = (sums: Map<string, Tally>, code: string | undefined): void => {
      if (code !== undefined) sums.set(code, addTally(sums.get(code) ?? NO_TALLY, tally))
    }
    add(tallies.precincts, target.precinct)
    add(tallies.squares, find(target.location)?.code)
  }
  return tallies
}
