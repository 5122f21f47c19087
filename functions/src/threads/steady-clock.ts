/** A clock for lengths of time: it only goes on, whatever the machine's clock is set to. */

import type { Clock } from '@doorwalk/core/ports'

/** Milliseconds since some moment, the same in all threads of this process. */
export function steadyNow(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

/** Begins at the time of the machine, and runs as steadily as time whatever that is set to: for searches that end. */
export function steadyClock(): Clock {
  const origin = Date.now() - steadyNow()
  return { now: () => origin + steadyNow() }
}
