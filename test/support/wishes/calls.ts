/** The calls that plan for volunteers, each asked for the same: what a plan request says, in the words of the call. */
import type { PlanRequestInput, VolunteerRequest } from '@doorwalk/core/request/request'
import type { Plan, Walk } from '@doorwalk/core/walk/answer'
import { snapshotView } from '@doorwalk/core/ledger/snapshot'
import { partition } from '@doorwalk/core/partition/partition'
import { NewBatch } from '@doorwalk/functions/batches/request'
import { inlinePlanner } from '@doorwalk/functions/planner/inline'
import { NewWalk } from '@doorwalk/functions/walks/now'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { type Campaign, campaignOf } from '../scenes/campaign.ts'
import { openTestApi } from '../servers/api.ts'
import { MIDDLE, type Quarter, REGION, WEST, openQuarter } from './world.ts'

export const CALLS = ['plan', 'pieces', 'replan', 'walk now', 'shorten', 'batch'] as const
export type Call = (typeof CALLS)[number]

/** A plan request in which the first volunteer may wish something. */
export interface Asked extends Partial<PlanRequestInput> {
  me?: VolunteerRequest
}

/** What came of it. */
export interface Outcome {
  /** False: the call was refused. */
  isDone: boolean
  /** Of the first volunteer. */
  mine: Walk | undefined
  walks: Walk[]
  /** Of a shortened walk: the plan before. */
  plan: Plan | undefined
  /** Of the first walk: `draft`, `leased` … */
  state: string | undefined
}

const START_AT = '2026-03-14T14:00:00+01:00'
const BASE: Asked = {
  ...{ region: REGION, start: WEST, minutes: 60, startAt: START_AT, iterations: 100, language: 'en' },
}
/** Targets of a piece: the quarter is two of them. */
const PIECE = 150
/** Walkers enough for both pieces. */
const CROWD = 16
/** So many leave something for reserves; from here both pieces are near. */
const FOR_CROWD: Asked = { minutes: 30, start: MIDDLE }
const SHORTENED_TO = 30

export interface Scene {
  quarter: Quarter
  /** Asks in a campaign of its own. */
  ask: (call: Call, asked: Asked, prepare?: (campaign: Campaign) => Promise<void>) => Promise<Outcome>
  close: () => Promise<void>
}

export async function openScene(): Promise<Scene> {
  const quarter = await openQuarter()
  const regions = diskRegions([quarter.root])
  // A clock that goes on with each look, so that a limit of time bites at once and always alike.
  let time = Date.parse(START_AT)
  const clock = { now: () => (time += 5) }
  let isCut = false
  const planner = inlinePlanner({ regions, clock })
  const api = await openTestApi({
    ...{ requestsPerMinute: 1_000_000, regionRoots: [quarter.root] },
    planner: {
      ...planner,
      cut: async ({ request, ledger, planId }) =>
        isCut
          ? partition(
              request,
              { regions, clock, id: () => planId, ledger: () => snapshotView(ledger) },
              { size: PIECE },
            )
          : null,
    },
  })
  let campaigns = 0
  return {
    quarter,
    async ask(call, asked, prepare) {
      const campaign = campaignOf(api, await api.key(`wishes-${++campaigns}`, 'organiser'))
      await prepare?.(campaign)
      isCut = call === 'pieces'
      return ASK[call](campaign, { ...BASE, ...(isCut && FOR_CROWD), ...asked })
    },
    close: () => api.close(),
  }
}

const ASK: Record<Call, (campaign: Campaign, asked: Asked) => Promise<Outcome>> = {
  plan: (campaign, asked) => plan(campaign, bodyOf(asked, 2)),
  pieces: (campaign, asked) => plan(campaign, bodyOf(asked, CROWD)),
  async replan(campaign, asked) {
    const first = await plan(campaign, bodyOf(asked, 3))
    if (!first.plan) return first
    const gone = first.walks.filter(({ walkId }) => walkId !== first.mine?.walkId).map(({ walker }) => walker)
    const wish = { keep: 'least', gone: gone.slice(0, 1), ...(first.plan.walks.length < 2 && { gone: [] }) }
    const answer = await campaign.send(`/v1/plans/${first.plan.id}/replan`, wish)
    return outcome(campaign, answer.ok ? ((await answer.json()) as Plan) : undefined, { who: whoIn(asked) })
  },
  async 'walk now'(campaign, { me = {}, volunteers: _, ...asked }) {
    const { id: walker, ...wish } = { ...asked, ...me }
    const body = { ...picked({ ...wish, walker }, NewWalk.shape) }
    const answer = await campaign.send('/v1/walks', body)
    if (!answer.ok) return NOTHING
    const { planId, ...walk } = (await answer.json()) as Walk & { planId: string }
    return outcome(campaign, await campaign.get<Plan>(`/v1/plans/${planId}`), { own: walk })
  },
  async shorten(campaign, asked) {
    const first = await plan(campaign, { ...bodyOf(asked, 2), commit: true })
    if (!first.mine) return first
    const { walkId } = first.mine
    const answer = await campaign.send(`/v1/walks/${walkId}/shorten`, { minutes: SHORTENED_TO })
    if (!answer.ok) return NOTHING
    return outcome(campaign, first.plan, { own: (await answer.json()) as Walk })
  },
  async batch(campaign, asked) {
    const { startAt, minutes, start, area, ...rest } = bodyOf(asked, 2)
    const shift = { startAt, minutes, start: start === 'anywhere' ? undefined : start }
    const body = {
      ...picked(rest, NewBatch.shape),
      shifts: [shift],
      ...(area && { areas: [{ label: 'all', area }] }),
    }
    const answer = await campaign.send('/v1/batches', body)
    if (!answer.ok) return NOTHING
    const { id } = (await answer.json()) as { id: string }
    const batch = await campaign.client.waitForBatch(id)
    const [made] = batch.shifts[0]!.plans
    if (made?.status !== 'done') return NOTHING
    return outcome(campaign, await campaign.get<Plan>(made.href), { who: whoIn(asked) })
  },
}

const NOTHING: Outcome = { isDone: false, mine: undefined, walks: [], plan: undefined, state: undefined }

function bodyOf({ me, ...asked }: Asked, volunteers: number): Asked {
  const others = Array.from({ length: volunteers - 1 }, () => ({}))
  return { volunteers: [me ?? {}, ...others], ...asked }
}

function picked(body: object, shape: object): object {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name in shape))
}

async function plan(campaign: Campaign, body: Asked): Promise<Outcome> {
  const answer = await campaign.send('/v1/plans', body)
  return outcome(campaign, answer.ok ? ((await answer.json()) as Plan) : undefined, { who: whoIn(body) })
}

/** Whose walk is looked at: the first volunteer. */
function whoIn({ me, volunteers }: Asked): string {
  const first = me ?? (Array.isArray(volunteers) ? volunteers[0] : undefined)
  return first?.id ?? '1'
}

async function outcome(
  campaign: Campaign,
  made: Plan | undefined,
  { who, own }: { who?: string; own?: Walk },
): Promise<Outcome> {
  if (!made) return NOTHING
  const walks = own ? [own] : made.walks
  const mine = own ?? walks.find(({ walker }) => walker === who)
  const life = walks[0] && (await campaign.get<{ state: string }>(`/v1/walks/${walks[0].walkId}/state`))
  return { isDone: true, mine, walks, plan: made, state: life?.state }
}
