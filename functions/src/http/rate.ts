/**
 * Requests a minute, in fixed windows, counted in this process; a clock that is set back begins a new one. Keys of a
 * campaign share one count. Each link has its own, so that no phone stops others, nor the organisers.
 * On AWS each Lambda instance counts for itself; there the API gateway's throttle is the hard limit.
 */
import type { Clock } from '@doorwalk/core/ports'
import type { Caller } from './admission.ts'
import { HttpProblem } from './problem.ts'

const WINDOW_SECONDS = 60
/** Counts that are remembered; those whose minute is over go first. */
const MAX_WINDOWS = 10_000
/** Of one link, or of one coming by an invitation. A phone in use sends a tenth of it. */
const PHONE_PER_MINUTE = 120

export interface RateLimit {
  /** @param coming  what tells one who comes by an invitation from another: his `Idempotency-Key` */
  count(caller: Pick<Caller, 'campaign' | 'link'>, coming?: string): Verdict
}

interface Verdict {
  policy: string
  state: string
  refusal: HttpProblem | undefined
}

interface Window {
  startedAt: number
  used: number
}

/** Whose requests are counted together, and how many of them are let through. */
interface Counted {
  name: 'campaign' | 'link' | 'invitation' | 'coming'
  id: string
  perMinute: number
}

/** What they are called in the sentence of a refusal. */
const WHOSE: Record<Counted['name'], string> = {
  campaign: 'this campaign',
  link: 'this link',
  invitation: 'this invitation',
  coming: 'one who comes by this invitation',
}

export function rateLimit({ clock, perMinute }: { clock: Clock; perMinute: number }): RateLimit {
  const windows = new Map<string, Window>()
  const ofPhone = Math.min(perMinute, PHONE_PER_MINUTE)

  const isLive = ({ startedAt }: Window): boolean => Math.abs(clock.now() - startedAt) < WINDOW_SECONDS * 1000

  function makeRoom(): void {
    if (windows.size < MAX_WINDOWS) return
    for (const [slot, window] of windows) if (!isLive(window)) windows.delete(slot)
    if (windows.size >= MAX_WINDOWS) windows.clear()
  }

  function windowOf(slot: string): Window {
    const known = windows.get(slot)
    if (known && isLive(known)) return known
    makeRoom()
    const window = { startedAt: clock.now(), used: 0 }
    windows.set(slot, window)
    return window
  }

  function isSpent({ name, id, perMinute: most }: Counted): boolean {
    const window = windows.get(`${name} ${id}`)
    return window !== undefined && isLive(window) && window.used >= most
  }

  function countIn(counted: Counted): Verdict {
    const { name, id, perMinute: most } = counted
    const window = windowOf(`${name} ${id}`)
    window.used++
    const left = Math.max(0, most - window.used)
    const seconds = Math.max(1, Math.ceil(WINDOW_SECONDS - (clock.now() - window.startedAt) / 1000))
    const refusal =
      window.used > most
        ? new HttpProblem(
            429,
            'rate.exceeded',
            `more than ${most} requests in a minute for ${WHOSE[name]}; wait ${seconds} seconds`,
            { headers: { 'Retry-After': String(seconds) } },
          )
        : undefined
    return {
      policy: `"${name}";q=${most};w=${WINDOW_SECONDS}`,
      state: `"${name}";r=${left};t=${seconds}`,
      refusal,
    }
  }

  return {
    count({ campaign, link }, coming) {
      if (!link) return countIn({ name: 'campaign', id: campaign, perMinute })
      if ('walkId' in link) return countIn({ name: 'link', id: link.linkId, perMinute: ofPhone })
      const all: Counted = { name: 'invitation', id: link.invitationId, perMinute }
      if (coming === undefined) return countIn(all)
      const one: Counted = { name: 'coming', id: `${link.invitationId} ${coming}`, perMinute: ofPhone }
      // What one of them sends too much is not counted against the others.
      if (isSpent(one)) return countIn(one)
      const verdict = countIn(all)
      return verdict.refusal ? verdict : countIn(one)
    },
  }
}
