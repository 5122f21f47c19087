/** How long a plan a key may ask for: who holds it decides how much of the machine one call may take. */
import { fieldError } from '@doorwalk/core/error'
import { LIMITS } from '@doorwalk/core/request/request'
import type { Scope } from '../http/admission.ts'

/** Seconds by scope; a key with several may ask for the most of them. */
const MOST_SECONDS: Record<Scope, number> = {
  operator: LIMITS.secondsMax,
  organiser: LIMITS.secondsMax,
  service: 120,
  reporter: 10,
  read: 10,
}

/** @throws VisibleError `plan.seconds` */
export function checkSeconds(scopes: Scope[], seconds: number | undefined): void {
  const most = Math.max(...scopes.map((scope) => MOST_SECONDS[scope]))
  if (seconds === undefined || seconds <= most) return
  const why = `got ${seconds}; a key of the scope ${scopes.join(', ')} may ask for at most ${most} seconds`
  throw fieldError('plan.seconds', '/seconds', why)
}
