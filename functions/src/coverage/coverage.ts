/** `GET /v1/coverage`: where the campaign stands in a region, by block and precinct and in all. */
import { z } from '@hono/zod-openapi'
import { Moment } from '@doorwalk/core/request/moment'
import { nameSchemas } from '../document/schema-names.ts'
import type { Coverage } from '@doorwalk/core/ledger/coverage'
import {
  NO_COVERAGE,
  addCoverage,
  coverageOf,
  isFinished,
  paceOf,
  shownCounts,
} from '@doorwalk/core/ledger/coverage'
import { ledgerToday } from '@doorwalk/core/ledger/today'
import type { SmallTotals } from '@doorwalk/core/ledger/totals'
import { NO_COUNTS, NO_TOTALS } from '@doorwalk/core/ledger/totals'
import { SMALLEST_SHOWN_DOORS } from '@doorwalk/core/ledger/visit'
import { censusFor } from '../ledger/census.ts'
import type { KnownTarget } from '../ledger/census.ts'
import { heldOutIn } from '../ledger/holdouts.ts'
import { liveHolds } from '../ledger/holds.ts'
import type { LedgerWorld } from '../ledger/snapshot.ts'
import { readCampaign } from '../campaigns/settings.ts'
import { dayEnd } from '../campaigns/ballots.ts'
import { type LedgerRef, allBlocks } from '../ledger/blocks.ts'
import { ledgerGate } from '../ledger/gate.ts'
import { momentOf } from '../ledger/moment.ts'
import { openSlices } from '../threads/slices.ts'

const Count = z.number().int().min(0)
const VisitCounts = z.object({
  knocked: Count.describe('doors'),
  opened: Count.describe('of these'),
  refused: Count.describe('of these'),
  revisit: Count.describe('to come back to'),
  optedOut: Count.describe('never to be knocked again'),
})

const CoverageRow = z.object({
  targets: Count.describe('that stand there'),
  doors: Count.describe('done + later + due + heldOut'),
  done: Count.describe('need no more knocking'),
  later: Count.describe('to come back to, not yet due'),
  due: Count.describe('to knock on now'),
  leased: Count.describe('of later and due: held by a walk'),
  uncovered: Count.describe('of due: held by no walk'),
  heldOut: Count.describe('doors of hold-outs'),
  shut: Count.describe('targets whose street door never opened: somebody has to find another way in'),
  counts: VisitCounts.nullable().describe(
    'reported; null below 11 doors, and in steps of 11 doors where targets are small',
  ),
})
type CoverageRow = z.infer<typeof CoverageRow>

const BlockCoverage = CoverageRow.extend({
  block: z.string().describe('H3 cell, resolution 10'),
  finished: z.boolean().describe('no door is due or will become due'),
})
const PrecinctCoverage = CoverageRow.extend({ precinct: z.string().describe('its code') })
const GoalPace = z.object({
  left: Count.describe('doors still to be knocked on'),
  days: Count.describe('until the day of the goal, today included'),
  doorsADay: Count.describe('so many a day'),
})

export const CoverageAnswer = z.object({
  region: z.string().describe('name of the region'),
  at: Moment.describe('moment of the count'),
  total: CoverageRow.describe('of the region, or of the area that was asked for'),
  blocksFinished: Count.describe('blocks where no door is due or will become due'),
  pace: GoalPace.nullable().describe('what the goal of the campaign needs from now on'),
  blocks: z.array(BlockCoverage).describe('by H3 cell'),
  precincts: z.array(PrecinctCoverage).describe('by code'),
})
export type CoverageAnswer = z.infer<typeof CoverageAnswer>
nameSchemas({
  BlockCoverage: [BlockCoverage, 'a block'],
  Coverage: [CoverageAnswer, 'where a campaign stands in a region'],
  CoverageTotal: [CoverageRow, 'where a campaign stands, counted in doors'],
  GoalPace: [GoalPace, 'what the goal needs'],
  PrecinctCoverage: [PrecinctCoverage, 'a precinct'],
  VisitCounts: [VisitCounts, 'what was reported'],
})

/**
 * A few at a time.
 *
 * @param signal  nobody waits for it any more
 */
export function coverageIn(
  world: LedgerWorld,
  ref: LedgerRef,
  signal?: AbortSignal,
): Promise<CoverageAnswer> {
  return ledgerGate(() => countIn(world, ref), signal)
}

async function countIn(world: LedgerWorld, { campaign, region }: LedgerRef): Promise<CoverageAnswer> {
  const ref = { campaign, region }
  const [settings, census, heldOut, ledgers] = await Promise.all([
    readCampaign(world, campaign),
    censusFor(world, ref),
    heldOutIn(world, ref),
    allBlocks(world, ref),
  ])
  const now = world.clock.now()
  const moment = momentOf(world, settings, now)
  const { records, holds } = ledgerToday(ledgers.values(), census.aliases)
  const isNever = heldOut.neverUnder(census.aliases)
  const isLive = await liveHolds(world, { campaign, holds: [...holds.values()].flat() })
  const isHeld = (id: string): boolean => holds.get(id)?.some(isLive) ?? false

  const slice = openSlices()
  const byBlock = new Map<string, KnownTarget[]>()
  for (const target of census.all()) {
    await slice()
    const members = byBlock.get(target.block)
    if (members) members.push(target)
    else byBlock.set(target.block, [target])
  }
  const blocks: { block: string; coverage: Coverage }[] = []
  const precincts = new Map<string, Coverage>()
  for (const [block, members] of [...byBlock].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await slice()
    const small = ledgers.get(block)?.small ?? NO_TOTALS
    const row = (some: KnownTarget[], sums: SmallTotals): Coverage =>
      coverageOf({
        small: sums,
        targets: some.map((target) => ({
          id: target.id,
          doors: target.doors,
          isHeldOut: heldOut.holds(target),
          isNever: isNever(target),
          record: records.get(target.id),
        })),
        isHeld,
        moment,
      })
    blocks.push({ block, coverage: row(members, small) })
    // Sums over small targets belong to their block: they go to the precinct that has most of its doors.
    const main = mainPrecinct(members)
    for (const precinct of new Set(members.flatMap((target) => target.precinct ?? []))) {
      const some = members.filter((target) => target.precinct === precinct)
      const sums = precinct === main ? small : NO_TOTALS
      precincts.set(precinct, addCoverage(precincts.get(precinct) ?? NO_COVERAGE, row(some, sums)))
    }
  }
  const total = blocks.reduce((sum, { coverage }) => addCoverage(sum, coverage), NO_COVERAGE)
  const { goal } = settings
  const by = goal && dayEnd(goal.by, settings.timeZone)
  return {
    region,
    at: moment.at,
    total: shown(total),
    blocksFinished: blocks.filter(({ coverage }) => isFinished(coverage)).length,
    pace: goal && by !== null ? paceOf({ goal: goal.doors, done: total.done, now, by }) : null,
    blocks: blocks.map(({ block, coverage }) => ({
      block,
      finished: isFinished(coverage),
      ...shown(coverage),
    })),
    precincts: [...precincts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([precinct, coverage]) => ({ precinct, ...shown(coverage) })),
  }
}

/**
 * Of whole blocks whose middle lies in an area: what two areas differ by is told of 11 doors at least, or not at all.
 */
export function coverageWithin(answer: CoverageAnswer, holds: (block: string) => boolean): CoverageAnswer {
  const blocks = answer.blocks.filter(({ block }) => holds(block))
  const total = blocks.map(countedRow).reduce(addCoverage, NO_COVERAGE)
  const blocksFinished = blocks.filter(({ finished }) => finished).length
  return { ...answer, total: shown(total), blocks, blocksFinished, precincts: [], pace: null }
}

/** A row that was told, to be added up again: what may be told covers 11 doors at least. */
function countedRow({ counts, ...row }: CoverageRow): Coverage {
  return counts
    ? { ...row, counts, counted: SMALLEST_SHOWN_DOORS }
    : { ...row, counts: NO_COUNTS, counted: 0 }
}

/** The blocks as hexagons with their figures. */
export async function coverageGeoJson({ blocks, region, at }: CoverageAnswer) {
  const { cellRing } = await import('@doorwalk/core/h3')
  return {
    type: 'FeatureCollection' as const,
    region,
    at,
    features: blocks.map(({ counts, ...row }) => ({
      type: 'Feature' as const,
      id: row.block,
      properties: { ...row, ...(counts ?? {}) },
      geometry: { type: 'Polygon' as const, coordinates: [cellRing(row.block)] },
    })),
  }
}

function shown(coverage: Coverage): CoverageRow {
  const { counts: _counts, counted: _counted, ...row } = coverage
  return { ...row, counts: shownCounts(coverage) }
}

function mainPrecinct(members: KnownTarget[]): string | undefined {
  const doors = new Map<string, number>()
  for (const { precinct, doors: count } of members)
    if (precinct !== undefined) doors.set(precinct, (doors.get(precinct) ?? 0) + count)
  return [...doors].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0]
}
