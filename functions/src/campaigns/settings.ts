/**
 * What a campaign says about itself: its time zone, its ballots, how often doors are knocked on, what it wants to
 * reach.
 */
import { z } from '@hono/zod-openapi'
import { nameSchemas } from '../document/schema-names.ts'
import { listOf } from '@doorwalk/core/request/list'
import { SetAssumptions, SetEntrySeconds } from '@doorwalk/core/building/set-assumptions'
import { DEFAULT_POLICY } from '@doorwalk/core/ledger/due'
import { isTimeZone } from './ballots.ts'
import { changeItem } from '../store/change-item.ts'
import { checkMatch, tagOf } from '../http/if-match.ts'
import { endingKey, settingsKey } from '../store/keys.ts'
import type { Item } from '../ports/store.ts'
import type { Storage } from '../world.ts'

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time of day such as 20:30')

/** Beyond these years a typing error is more likely than a ballot, and calendars disagree. */
const Day = z.iso
  .date()
  .refine((day) => day >= '2000-01-01' && day < '2200-01-01', 'expected a day of the years 2000 to 2199')

const Goal = z.strictObject({ doors: z.number().int().min(1).describe('so many'), by: Day.describe('day') })

const RevisitPolicy = z.strictObject({
  delayHours: z
    .number()
    .min(0)
    .max(1_000)
    .default(DEFAULT_POLICY.delayHours)
    .describe('so much later at the earliest'),
  otherDaypart: z.boolean().default(DEFAULT_POLICY.otherDaypart).describe('at another time of day'),
  maxAttempts: z
    .number()
    .int()
    .min(1)
    .max(8)
    .default(DEFAULT_POLICY.maxAttempts)
    .describe('times a door is knocked on at most'),
  maxNoAccess: z
    .number()
    .int()
    .min(1)
    .max(8)
    .default(DEFAULT_POLICY.maxNoAccess)
    .describe('times a street door that stayed shut is tried at most'),
})

export const CampaignSettings = z.strictObject({
  timeZone: z
    .string()
    .refine(isTimeZone, 'expected an IANA time zone such as Europe/Paris')
    .default('Europe/Paris')
    .describe('IANA; says what is morning, afternoon and evening'),
  firstKnock: TimeOfDay.default('09:00').describe('no walk starts before, local time'),
  lastKnock: TimeOfDay.default('20:30').describe(
    'no walk is handed out that would still knock after it, local time',
  ),
  ballots: listOf(Day)
    .max(8)
    .default([])
    .describe('days of the vote; what is known of single targets goes after the last one'),
  silenceHours: z
    .number()
    .min(0)
    .max(168)
    .default(24)
    .describe('before a ballot day begins, no walk is handed out any more'),
  goal: Goal.nullable().default(null).describe('what the campaign wants to reach; null: nothing is said'),
  assumptions: SetAssumptions.default({ learn: true }).describe(
    'what plans take for granted at doors, where the campaign knows better than defaults and visits',
  ),
  revisit: RevisitPolicy.default(DEFAULT_POLICY).describe('when a door that stayed shut is due again'),
})
export type CampaignSettings = z.infer<typeof CampaignSettings>
nameSchemas({
  Goal: [Goal, 'doors to be reached by a day'],
  RevisitPolicy: [RevisitPolicy, 'when a door that stayed shut is due again'],
  SetAssumptions: [
    SetAssumptions,
    'what a campaign says of time and luck at doors; what is absent is learnt, or usual',
  ],
  SetEntrySeconds: [SetEntrySeconds, 'seconds at the street door'],
})

/** The defaults when nobody has said anything yet. */
export async function readCampaign(
  { store }: Pick<Storage, 'store'>,
  campaign: string,
): Promise<CampaignSettings> {
  return (await readTagged({ store }, campaign)).settings
}

/** With the tag that says which settings they are. */
export async function readTagged(
  { store }: Pick<Storage, 'store'>,
  campaign: string,
): Promise<{ settings: CampaignSettings; tag: string }> {
  return tagged(await store.get(settingsKey(campaign)))
}

function tagged(item: Pick<Item, 'data' | 'version'> | undefined): {
  settings: CampaignSettings
  tag: string
} {
  const settings = CampaignSettings.parse(item?.data ?? {})
  return { settings, tag: tagOf(item?.version ?? 0, settings) }
}

/**
 * Campaigns with ballots stand in a list of their own, so that the sweep finds those that are over.
 *
 * @param input.match  `If-Match` of the caller
 * @returns            the tag of what was written
 * @throws HttpProblem 412 `request.changed`
 */
export async function writeCampaign(
  { store }: Pick<Storage, 'store'>,
  { campaign, settings, match }: { campaign: string; settings: CampaignSettings; match?: string | undefined },
): Promise<string> {
  if (settings.ballots.length > 0) {
    await store.putMany([{ ...endingKey(campaign), data: { campaign, isCleared: false } }])
  }
  const { value, version } = await changeItem(store, {
    key: settingsKey(campaign),
    schema: CampaignSettings,
    change(before, number) {
      checkMatch(match, tagOf(number, before ?? CampaignSettings.parse({})))
      return settings
    },
  })
  if (settings.ballots.length === 0) await forgetEnd({ store }, campaign)
  return tagOf(version, value)
}

export async function forgetEnd({ store }: Pick<Storage, 'store'>, campaign: string): Promise<void> {
  await store.remove(endingKey(campaign))
}
