/**
 * Requests a minute and campaign, in fixed windows, counted in this process; a clock that is set back begins a new one.
 * On AWS each Lambda instance counts for itself; there the API gateway's throttle is the hard limit.
 */
import type { Clock } from '@doorwalk/core/ports'
import { HttpProblem } from './problem.ts'

const WINDOW_SECONDS = 60
/** Campaigns remembered before the counts start afresh. */
const MAX_CAMPAIGNS = 10_000

export interface RateLimit {
  count(campaign: string): { policy: string; state: string; refusal: HttpProblem | undefined }
}

export function rateLimit({ clock, perMinute }: { clock: Clock; perMinute: number }): RateLimit {
  const windows = new Map<string, { startedAt: number; used: number }>()
  const policy = `"campaign";q=${perMinute};w=${WINDOW_SECONDS}`
  return {
    count(campaign) {
      const now = clock.now()
      let window = windows.get(campaign)
      const isOver = !window || Math.abs(now - window.startedAt) >= WINDOW_SECONDS * 1000
      if (!window || isOver) {
        if (windows.size >= MAX_CAMPAIGNS) windows.clear()
        window = { startedAt: now, used: 0 }
        windows.set(campaign, window)
      }
      window.used++
      const left = Math.max(0, perMinute - window.used)
      const seconds = Math.max(1, Math.ceil(WINDOW_SECONDS - (now - window.startedAt) / 1000))
      const refusal =
        window.used > perMinute
          ? new HttpProblem(
              429,
              'rate.exceeded',
              `more than ${perMinute} requests in a minute for this campaign; wait ${seconds} seconds`,
              { headers: { 'Retry-After': String(seconds) } },
            )
          : undefined
      return { policy, state: `"campaign";r=${left};t=${seconds}`, refusal }
    },
  }
}
