/** Reports of what happened at doors: each is taken once, refused with a reason, or recognised as sent before. */
import { z } from '@hono/zod-openapi'
import { nameSchemas } from '../document/schema-names.ts'
import { listOf } from '@doorwalk/core/request/list'
import type { BlockLedger, KnownVisit, VisitOutcome } from '@doorwalk/core/ledger/block'
import { mergeVisits } from '@doorwalk/core/ledger/block'
import { personalId } from '@doorwalk/core/request/contacts'
import { FUTURE_MILLISECONDS } from '@doorwalk/core/ledger/due'
import { Visit } from '@doorwalk/core/ledger/visit'
import { inParallel } from '@doorwalk/core/parallel'
import type { Census } from '../ledger/census.ts'
import { censusAbout } from '../ledger/census.ts'
import { boxesOfBlocks } from '../ledger/near.ts'
import { fieldErrors } from '../http/field-errors.ts'
import { findHeldWalk } from '../ledger/holds.ts'
import { findWalk } from '../plans/plans.ts'
import { findRemovedWalk } from '../plans/removed-walks.ts'
import { readCampaign } from '../campaigns/settings.ts'
import { localTime } from '../campaigns/ballots.ts'
import { changeBlock } from '../ledger/blocks.ts'
import type { Storage, World } from '../world.ts'
import { lastBallotEnd } from '../campaigns/dispatch.ts'

/** A phone's clock may be ahead by so much before the time of arrival is taken instead. */
const AHEAD_MILLISECONDS = 5 * 60_000
const BLOCKS_AT_ONCE = 8
/** In place of what is not kept of an answer. */
export const TOLD = 'told in the first answer'

export const VisitReport = z.strictObject({
  region: z.string().min(1).max(64).optional().describe('needed by visits that name no walk'),
  visits: listOf(z.union([Visit, z.looseObject({})]))
    .min(1)
    .max(500)
    .describe('a wrong one is refused by itself; the others are taken'),
})
export type VisitReport = z.infer<typeof VisitReport>

const REASONS = ['invalid', 'unknown_target', 'unknown_walk', 'no_region', 'future', 'after_ballot'] as const

const RefusedVisit = z.object({
  index: z.number().int().describe('in the batch'),
  id: z.string().nullable().describe('of the visit; null: it had none'),
  reason: z.enum(REASONS).describe('why'),
  detail: z.string().describe('what came, what was expected'),
})
const FlaggedVisit = z.object({
  id: z.string().describe('of the visit'),
  flag: z
    .enum(['clock_ahead', 'scope_unused'])
    .describe('its clock was ahead; or `scope: "target"` changed nothing, for nobody opted out'),
})

export const VisitsAnswer = z.object({
  accepted: z.array(z.string()).describe('ids'),
  duplicate: z.array(z.string()).describe('ids that were taken before'),
  refused: z.array(RefusedVisit).describe('not taken, with the reason'),
  flagged: z
    .array(FlaggedVisit)
    .describe(
      'taken, but with the time of arrival instead of their own, or with a field that changed nothing',
    ),
})
export type VisitsAnswer = z.infer<typeof VisitsAnswer>
nameSchemas({
  FlaggedVisit: [FlaggedVisit, 'a visit that was taken with a remark'],
  RefusedVisit: [RefusedVisit, 'a visit that was not taken'],
  VisitReport: [VisitReport, 'visits, each taken or refused by itself'],
  VisitsAnswer: [VisitsAnswer, 'what became of each visit'],
})

/** Why a visit was refused quotes what came, and that may be about a person: it is told once and not stored. */
export function withoutDetails(answer: unknown): unknown {
  const { refused, ...rest } = VisitsAnswer.parse(answer)
  return { ...rest, refused: refused.map((each) => ({ ...each, detail: TOLD })) }
}

/** What visits are taken with. */
export type VisitWorld = Storage & Pick<World, 'announce'>

/** A visit that can be read, of a walk or region that there is. */
interface Heard {
  visit: Visit
  region: string
  /** Where the targets of its walk lie. */
  blocks: string[]
  /** Milliseconds that its clock is ahead. */
  ahead: number
  refuse: (reason: (typeof REASONS)[number], detail: string) => void
}

interface Placed {
  visit: Visit
  region: string
  block: string
  doors: number
  /** Ids of the target in earlier versions of the region. */
  earlier: string[]
}

/** Visits are taken of this walk only. */
export interface OneWalk {
  walkId: string
  targets: ReadonlySet<string>
}

interface VisitsInput {
  campaign: string
  report: VisitReport
  only?: OneWalk | undefined
}

interface Corrections {
  /** By id: visits that take the place of what came under that id before. */
  corrects?: ReadonlyMap<string, KnownVisit['corrects']>
}

export async function recordVisits(world: VisitWorld, input: VisitsInput): Promise<VisitsAnswer> {
  return (await takeVisits(world, input)).answer
}

/** Also the ids of those that corrected what came before. */
export async function takeVisits(
  world: VisitWorld,
  { campaign, report, only, corrects }: VisitsInput & Corrections,
): Promise<{ answer: VisitsAnswer; corrected: string[] }> {
  const answer: VisitsAnswer = { accepted: [], duplicate: [], refused: [], flagged: [] }
  const corrected: string[] = []
  const idsOf = { new: answer.accepted, known: answer.duplicate, corrected }
  const settings = await readCampaign(world, campaign)
  const end = lastBallotEnd(settings)
  const now = world.clock.now()
  const walked = walkFinder(world, campaign)
  const heard: Heard[] = []
  const placed: Placed[] = []

  for (const [index, raw] of report.visits.entries()) {
    const refuse: Heard['refuse'] = (reason, detail) => {
      const { id } = raw as { id?: unknown }
      const isTold = typeof id === 'string' && personalId(id) === undefined
      answer.refused.push({ index, id: isTold ? id.slice(0, 64) : null, reason, detail })
    }
    const parsed = Visit.safeParse(raw)
    if (!parsed.success) {
      const errors = fieldErrors(parsed.error.issues, { target: 'json', value: raw })
      refuse('invalid', errors.map(({ pointer, detail }) => `${pointer || '/'}: ${detail}`).join('; '))
      continue
    }
    const personal = personalId(parsed.data.id)
    if (personal) {
      refuse('invalid', `/id: got one of ${personal}; expected an id that tells of nobody, such as a UUID`)
      continue
    }
    const visit = only ? { walk: only.walkId, ...parsed.data } : parsed.data
    const ahead = Date.parse(visit.at) - now
    if (ahead > FUTURE_MILLISECONDS) {
      refuse('future', `at: ${visit.at} is more than a day ahead; set the clock of the phone`)
      continue
    }
    if (end !== undefined && now >= end) {
      refuse('after_ballot', 'the last ballot is over; nothing about single targets is kept any more')
      continue
    }
    if (only && visit.walk !== only.walkId) {
      refuse('unknown_walk', `the link opens no walk "${visit.walk}"; leave "walk" out`)
      continue
    }
    const walk = visit.walk === undefined ? undefined : await walked(visit.walk)
    const region = visit.walk === undefined ? report.region : walk?.region
    if (region === undefined) {
      if (visit.walk !== undefined)
        refuse('unknown_walk', `there is no walk "${visit.walk}" in this campaign`)
      else refuse('no_region', 'name the walk of the visit, or the region of the batch')
      continue
    }
    if (only && !only.targets.has(visit.target)) {
      refuse('unknown_target', `"${visit.target}" is no target or reserve of the walk that the link opens`)
      continue
    }
    heard.push({ visit, region, blocks: walk?.blocks ?? [], ahead, refuse })
  }
  const censuses = await censusesOf(world, { campaign, heard })
  for (const { visit: told, region, ahead, refuse } of heard) {
    const census = censuses.get(region)!
    const [first, ...more] = census.today(told.target)
    if (!first) {
      refuse('unknown_target', `there is no target "${told.target}" in region "${region}"`)
      continue
    }
    let visit = told
    if (ahead > AHEAD_MILLISECONDS) {
      visit = { ...visit, at: localTime(now, settings.timeZone) }
      answer.flagged.push({ id: visit.id, flag: 'clock_ahead' })
    }
    if (visit.scope === 'target' && visit.optedOut === 0)
      answer.flagged.push({ id: visit.id, flag: 'scope_unused' })
    // What several continue is kept under its own id: it holds for each of them.
    const id = more.length > 0 ? visit.target : first.id
    placed.push({
      visit: { ...visit, target: id },
      earlier: census.earlier(id),
      region,
      block: first.block,
      doors: more.reduce((sum, { doors }) => sum + doors, first.doors),
    })
  }
  answer.refused.sort((a, b) => a.index - b.index)
  const groups = [...groupBy(placed, ({ region, block }) => `${region} ${block}`).values()]
  await inParallel(groups, BLOCKS_AT_ONCE, async (group) => {
    const { region, block } = group[0]!
    let outcomes: VisitOutcome[] = []
    await changeBlock(world, { campaign, region, block }, (ledger): BlockLedger | undefined => {
      const known = underKnownId(ledger)
      const merged = mergeVisits(
        ledger,
        group.map((each) => ({ ...known(each), corrects: corrects?.get(each.visit.id) })),
      )
      outcomes = merged.outcomes
      return outcomes.every((outcome) => outcome === 'known') ? undefined : merged.block
    })
    group.forEach(({ visit }, index) => idsOf[outcomes[index]!].push(visit.id))
  })
  // Of duplicates, too: they may come because the first answer was lost with a process, and its events as well.
  for (const region of new Set(placed.map((each) => each.region))) {
    const blocks = new Set(placed.filter((each) => each.region === region).map(({ block }) => block))
    await world.announce({ kind: 'blocks visited', campaign, region, blocks: [...blocks] })
  }
  return { answer, corrected }
}

/** Goes on under the id that the block knows the target by: doors are then not counted twice. */
function underKnownId(ledger: BlockLedger) {
  return ({ visit, doors, earlier }: Placed): KnownVisit => {
    const known = [visit.target, ...earlier].find((id) => ledger.targets[id] !== undefined)
    return { visit: known === undefined ? visit : { ...visit, target: known }, doors }
  }
}

interface Walked {
  region: string
  /** Where its targets lie. */
  blocks: string[]
}

/** Of walks by id, of drafts as well, and of those whose plan was removed. */
function walkFinder(world: Storage, campaign: string) {
  const known = new Map<string, Promise<Walked | undefined>>()
  return (walkId: string): Promise<Walked | undefined> => {
    const finding = known.get(walkId) ?? find(walkId)
    known.set(walkId, finding)
    return finding
  }
  async function find(walkId: string): Promise<Walked | undefined> {
    const held = await findHeldWalk(world.store, { campaign, walkId })
    if (held) return { region: held.value.region, blocks: held.value.targets.map(({ block }) => block) }
    const found = await findWalk(world, { campaign, walkId })
    if (!found) return findRemovedWalk(world, { campaign, walkId })
    return { region: found.plan.region.name, blocks: found.walk.stops.map(({ block }) => block) }
  }
}

/** By region: what stands around that which visits are about. */
async function censusesOf(
  world: Storage,
  { campaign, heard }: { campaign: string; heard: Heard[] },
): Promise<Map<string, Census>> {
  const censuses = new Map<string, Census>()
  for (const [region, there] of groupBy(heard, (each) => each.region)) {
    const ids = [...new Set(there.map(({ visit }) => visit.target))]
    const near = await boxesOfBlocks(there.flatMap(({ blocks }) => blocks))
    censuses.set(region, await censusAbout(world, { campaign, region, ids, near }))
  }
  return censuses
}

function groupBy<T>(values: T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const group = groups.get(keyOf(value))
    if (group) group.push(value)
    else groups.set(keyOf(value), [value])
  }
  return groups
}
