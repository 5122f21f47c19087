/** A clock for lengths of time: it only goes on, whatever the machine's clock is set to. */

/** Milliseconds since some moment, the same in all threads of this process. */
export function steadyNow(): number {
  return Number(process.hrtime.bigint()) / 1e6
}
