/** How long a process has computed, all its threads together, as Linux tells it. */
import { readFileSync } from 'node:fs'

/** Of /proc/PID/stat; the same on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100

/** Seconds of processor so far. @throws Error when there is no such process, or no /proc */
export function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}
