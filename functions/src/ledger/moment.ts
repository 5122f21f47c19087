/** The moment at which a campaign's doors are due: by the rules and the local time of the campaign. */
import type { Moment } from '@doorwalk/core/ledger/verdict'
import { localTime } from '../campaigns/ballots.ts'
import type { CampaignSettings } from '../campaigns/settings.ts'
import type { Storage } from '../world.ts'

/** @param at  milliseconds; default: now */
export function momentOf(
  { clock }: Pick<Storage, 'clock'>,
  { timeZone, revisit }: CampaignSettings,
  at: number = clock.now(),
): Moment {
  return { at: localTime(at, timeZone), policy: revisit, now: clock.now() }
}
