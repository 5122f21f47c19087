/** What the visits of a region have taught about doors, for each time of day. */
import { type Assumptions, DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import { calibrate } from '@doorwalk/core/ledger/calibration'
import { ledgerToday } from '@doorwalk/core/ledger/today'
import { phaseOf } from '../campaigns/phase.ts'
import { type LedgerRef, allBlocks } from '../ledger/blocks.ts'
import { censusFor } from '../ledger/census.ts'
import { ledgerGate } from '../ledger/gate.ts'
import type { LedgerWorld } from '../ledger/snapshot.ts'

/** An hour of each time of day. */
const HOURS = ['09', '15', '20']

/**
 * A few at a time.
 *
 * @param signal  nobody waits for it any more
 * @returns       morning, afternoon, evening; none: fewer than 11 doors were knocked on, or the last ballot is over
 */
export async function learntIn(
  world: LedgerWorld,
  ref: LedgerRef,
  signal?: AbortSignal,
): Promise<Assumptions[]> {
  // Not before it: an unknown region is one at all times.
  await world.regions.manifest(ref.region)
  const { phase } = await phaseOf(world, ref.campaign)
  return phase === 'running' ? ledgerGate(() => learntNow(world, ref), signal) : []
}

async function learntNow(world: LedgerWorld, ref: LedgerRef): Promise<Assumptions[]> {
  const [{ aliases }, blocks] = await Promise.all([
    censusFor(world, { ...ref, targets: [] }),
    allBlocks(world, ref),
  ])
  const ledger = ledgerToday(blocks.values(), aliases)
  return HOURS.map((hour) => calibrate(DEFAULT_ASSUMPTIONS, ledger, `2000-01-01T${hour}:00:00Z`)).filter(
    ({ calibration }) => calibration !== undefined,
  )
}
