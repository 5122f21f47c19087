/**
 * A printed walk typed in: lines of a label, as paper shows it, and counts. Each line becomes visits with ids made of
 * walk and label, so that a sheet typed in twice counts once, and other numbers correct what was typed before.
 */
import { createHash } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { nameSchemas } from '../document/schema-names.ts'
import { listOf } from '@doorwalk/core/request/list'
import type { KnownVisit } from '@doorwalk/core/ledger/block'
import { Visit } from '@doorwalk/core/ledger/visit'
import type { WalkTarget } from '@doorwalk/core/walk/answer'
import type { StoredWalk } from '../store/stored-walk.ts'
import { WalkStatus } from '../leases/walks.ts'
import { TOLD, type VisitWorld, takeVisits } from './visits.ts'
import { labelledTargets } from '../walks/changes.ts'

/** One household takes a line at most: more lines than the longest walk has. */
export const MOST_LINES = 500

const fields = Visit.shape
export const SheetLine = z.strictObject({
  stop: z.string().min(1).max(12).describe('as printed: "7"; "7b" of a row; "R2" of the reserves'),
  at: fields.at.optional().describe('default: when the walk was to be there, or now if that is still ahead'),
  knocked: fields.knocked.describe('doors'),
  opened: fields.opened.describe('of these, and somebody talked'),
  refused: fields.refused.describe('of these, for good'),
  revisit: fields.revisit,
  optedOut: fields.optedOut,
  floors: fields.floors,
  noAccess: fields.noAccess,
  scope: fields.scope,
})
type SheetLine = z.infer<typeof SheetLine>
export const Sheet = z.strictObject({
  stops: listOf(SheetLine).min(1).max(MOST_LINES).describe('lines that were ticked'),
})
export type Sheet = z.infer<typeof Sheet>

const RefusedLine = z.object({
  stop: z.string().describe('as it came'),
  reason: z.string().describe('as for visits'),
  detail: z.string().describe('what came, what was expected'),
})

export const SheetAnswer = z.object({
  accepted: z.array(z.string()).describe('labels'),
  duplicate: z
    .array(z.string())
    .describe('labels that were typed in before, or of less than 11 doors: of those the first entry counts'),
  corrected: z
    .array(z.string())
    .describe('labels that were typed in before with other numbers; these count now'),
  refused: z.array(RefusedLine).describe('not taken, with the reason'),
})
/** As it is answered. */
export const SheetTaken = SheetAnswer.extend({
  state: WalkStatus.describe('where the walk stands after it'),
})
nameSchemas({
  SheetTaken: [SheetTaken, 'what became of each line, and of the walk'],
  Sheet: [Sheet, 'a printed walk, typed in'],
  SheetAnswer: [SheetAnswer, 'what became of each line'],
  SheetLine: [SheetLine, 'a line of a printed walk'],
  RefusedSheetLine: [RefusedLine, 'a line that was not taken'],
})
export type SheetAnswer = z.infer<typeof SheetAnswer>

/** As of visits: what quotes the sheet is told once and not stored. */
export function sheetWithoutDetails(answer: unknown): unknown {
  const { refused, ...rest } = SheetTaken.parse(answer)
  return { ...rest, refused: refused.map((each) => ({ ...each, detail: TOLD })) }
}

export async function recordSheet(
  world: VisitWorld,
  { campaign, stored, sheet }: { campaign: string; stored: StoredWalk; sheet: Sheet },
): Promise<SheetAnswer> {
  const { walk } = stored
  const answer: SheetAnswer = { accepted: [], duplicate: [], corrected: [], refused: [] }
  const listed = labelledTargets(walk)
  const visits: Visit[] = []
  const lineOf = new Map<string, string>()
  const corrects = new Map<string, KnownVisit['corrects']>()
  const now = world.clock.now()
  const typedIn = new Date(now).toISOString()
  for (const line of sheet.stops) {
    const label = line.stop.trim().toLowerCase()
    const exact = listed.filter((each) => each.label.toLowerCase() === label)
    const row = listed.filter((each) => /^(\d+)[a-z]+$/.exec(each.label)?.[1] === label)
    const found = exact.length > 0 ? exact : row
    const counts =
      row.length > 1
        ? sharedCounts(
            line,
            row.map(({ target }) => target),
          )
        : [line]
    if (found.length === 0 || !counts) {
      const detail =
        found.length === 0
          ? `the walk has no stop "${line.stop}"; it has ${listed[0]?.label ?? 'none'} to ${listed.at(-1)?.label ?? 'none'}`
          : `stop ${line.stop} has ${row.length} targets: tell them apart as ${row.map((each) => each.label).join(', ')}`
      answer.refused.push({
        stop: line.stop,
        reason: found.length === 0 ? 'unknown_target' : 'invalid',
        detail,
      })
      continue
    }
    found.forEach(({ label: name, target }, index) => {
      const { stop: _stop, at, ...rest } = counts[index]!
      const id = sheetId(walk.walkId, name)
      const planned = walk.stops.find(({ targets }) => targets.includes(target))?.arriveAt ?? walk.startAt
      lineOf.set(id, line.stop)
      corrects.set(id, at === undefined ? 'counts' : 'counts and moment')
      visits.push({
        ...rest,
        id,
        target: target.id,
        walk: walk.walkId,
        at: at ?? (Date.parse(planned) > now ? typedIn : planned),
      })
    })
  }
  if (visits.length === 0) return answer
  const { answer: taken, corrected } = await takeVisits(world, { campaign, report: { visits }, corrects })
  const lines = (ids: string[]): string[] => [...new Set(ids.flatMap((id) => lineOf.get(id) ?? []))]
  return {
    accepted: lines(taken.accepted),
    duplicate: lines(taken.duplicate),
    corrected: lines(corrected),
    refused: [
      ...answer.refused,
      ...taken.refused.map(({ id, reason, detail }) => ({
        stop: lineOf.get(id ?? '') ?? '',
        reason,
        detail,
      })),
    ],
  }
}

/** Counts of a whole row, where they say the same of each of its targets; else nobody knows whose doors they were. */
function sharedCounts(line: SheetLine, targets: WalkTarget[]): SheetLine[] | undefined {
  const doors = targets.reduce((sum, target) => sum + target.doors, 0)
  if (line.noAccess) return targets.map(() => line)
  const whole = (['opened', 'refused', 'revisit', 'optedOut'] as const).filter((name) => line[name] > 0)
  const isPlain = line.knocked === doors && whole.every((name) => line[name] === doors)
  if (!isPlain) return undefined
  return targets.map((target) => {
    const each = Object.fromEntries(whole.map((name) => [name, target.doors]))
    return { ...line, ...each, knocked: target.doors }
  })
}

function sheetId(walkId: string, label: string): string {
  return `paper-${createHash('sha256').update(`${walkId} ${label}`).digest('hex').slice(0, 32)}`
}
