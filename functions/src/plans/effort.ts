/** How much of a search a key may ask for: who holds it decides how much of the machine one call may take. */
import { fieldError } from '@doorwalk/core/error'
import { LIMITS } from '@doorwalk/core/request/request'
import type { Scope } from '../http/admission.ts'

/** What a request says of its search. */
export interface Effort {
  seconds?: number | undefined
  iterations?: number | undefined
}

const ALL = { seconds: LIMITS.secondsMax, iterations: LIMITS.iterations }
const LITTLE = { seconds: 10, iterations: 1_000_000 }
/** A key with several scopes may ask for the most of them. */
const MOST: Record<Scope, { seconds: number; iterations: number }> = {
  operator: ALL,
  organiser: ALL,
  service: { seconds: 120, iterations: 20_000_000 },
  reporter: LITTLE,
  read: LITTLE,
}

/**
 * Seconds that the search is to end after: those asked for, or where iterations alone are named the most that the
 * scopes may ask for. Undefined: as any search does.
 *
 * @throws VisibleError `plan.seconds`, `plan.iterations`
 */
export function secondsFor(scopes: Scope[], effort: Effort): number | undefined {
  for (const name of ['seconds', 'iterations'] as const) {
    const [asked, most] = [effort[name], mostOf(scopes, name)]
    if (asked === undefined || asked <= most) continue
    const why = `got ${asked}; a key of the scope ${scopes.join(', ')} may ask for at most ${most} ${name}`
    throw fieldError(`plan.${name}`, `/${name}`, why)
  }
  if (effort.seconds !== undefined || effort.iterations === undefined) return effort.seconds
  const most = mostOf(scopes, 'seconds')
  return most < LIMITS.secondsMax ? most : undefined
}

function mostOf(scopes: Scope[], name: keyof Effort): number {
  return Math.max(...scopes.map((scope) => MOST[scope][name]))
}
