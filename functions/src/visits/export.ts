/**
 * Visits as they were reported, for other systems: of targets from 11 doors up. Of smaller ones no visit is kept, only
 * their state and sums by block, which the coverage tells in steps of 11 doors.
 */
import { z } from '@hono/zod-openapi'
import type { BlockLedger } from '@doorwalk/core/ledger/block'
import { isSmall } from '@doorwalk/core/ledger/record'
import { Moment } from '@doorwalk/core/request/moment'
import { nameSchemas } from '../document/schema-names.ts'
import { readCursor, writeCursor, wrongCursor } from '../http/page.ts'
import { type LedgerRef, blocksAfter, readBlocks } from '../ledger/blocks.ts'
import { openSlices } from '../threads/slices.ts'
import type { Storage } from '../world.ts'

const Count = z.number().int().min(0)

export const ReportedVisit = z.object({
  id: z.string().describe('made by who reported it'),
  target: z.string().describe('its id when it was reported'),
  block: z.string().describe('H3 cell, resolution 10'),
  at: Moment.describe('when the target was left'),
  knocked: Count.describe('doors'),
  opened: Count.describe('of these, and somebody talked'),
  refused: Count.describe('of these, for good'),
  revisit: Count.describe('opened, and asked to come back'),
  optedOut: Count.describe('never to be knocked again'),
  noAccess: z.boolean().describe('the street door stayed shut'),
  scope: z.enum(['doors', 'target']).describe('target: the opt-out closes all of it'),
  floors: z.number().int().optional().describe('storeys done'),
})
export type ReportedVisit = z.infer<typeof ReportedVisit>
nameSchemas({ ReportedVisit: [ReportedVisit, 'a visit at a target of 11 doors or more, as it was reported'] })

interface VisitsAsked extends LedgerRef {
  /** RFC 3339. Left from then on. */
  from?: string | undefined
  /** … and before. */
  to?: string | undefined
  cursor?: string | undefined
  limit: number
}

export interface VisitPage {
  visits: ReportedVisit[]
  next: string | null
}

/** Blocks that are read at once: up to 300 KB each. */
const BLOCKS_AT_ONCE = 20
/** For one page: one that has little to tell ends before it is full. */
const MOST_BLOCKS = 400

/** By block, in each by time. @throws VisibleError `request.cursor`, and `region.unknown` where nothing was reported */
export async function reportedVisits(
  world: Pick<Storage, 'store' | 'regions'>,
  { cursor, limit, from, to, ...ref }: VisitsAsked,
): Promise<VisitPage> {
  const start = cursor === undefined ? undefined : readPlace(cursor)
  const [first, last] = [from, to].map((moment) => (moment === undefined ? undefined : Date.parse(moment)))
  const isWanted = ({ at }: ReportedVisit): boolean =>
    Date.parse(at) >= (first ?? -Infinity) && Date.parse(at) < (last ?? Infinity)
  const visits: ReportedVisit[] = []
  const slice = openSlices()
  let place: Place | undefined = start
  for await (const [block, ledger] of blocksFrom(world, ref, start)) {
    await slice()
    const here = visitsIn(block, ledger).filter((visit) => isWanted(visit) && isBehind(visit, start))
    const some = here.slice(0, limit - visits.length)
    visits.push(...some)
    const told = visits.at(-1)
    if (some.length < here.length && told) return { visits, next: writePlace(placeOf(told)) }
    place = { block }
    if (visits.length === limit) return { visits, next: writePlace(place) }
  }
  const isAtEnd =
    place === undefined || (await blocksAfter(world, ref, { after: place.block, limit: 1 })).size === 0
  if (isAtEnd && visits.length === 0 && cursor === undefined) await world.regions.manifest(ref.region)
  return { visits, next: isAtEnd ? null : writePlace(place!) }
}

/** From the block of a place on, that block included. */
async function* blocksFrom(
  storage: Pick<Storage, 'store'>,
  ref: LedgerRef,
  from: Place | undefined,
): AsyncGenerator<[block: string, ledger: BlockLedger]> {
  if (from) yield* await readBlocks(storage, ref, [from.block])
  let after = from?.block
  for (let read = 0; read < MOST_BLOCKS; read += BLOCKS_AT_ONCE) {
    const blocks = await blocksAfter(storage, ref, { after, limit: BLOCKS_AT_ONCE })
    yield* blocks
    if (blocks.size < BLOCKS_AT_ONCE) return
    after = [...blocks.keys()].at(-1)
  }
}

function visitsIn(block: string, { targets }: BlockLedger): ReportedVisit[] {
  const visits = Object.entries(targets)
    .filter(([, record]) => !isSmall(record))
    .flatMap(([target, { attempts = [] }]) =>
      attempts.map(({ id, ...attempt }): ReportedVisit => ({ id, target, block, ...attempt })),
    )
  return visits.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1))
}

/** Up to where the visits have been told: all of a block, or those up to one of them. */
interface Place {
  block: string
  /** Milliseconds, and id. */
  visit?: { at: number; id: string }
}

function placeOf({ block, at, id }: ReportedVisit): Place {
  return { block, visit: { at: Date.parse(at), id } }
}

function isBehind(visit: ReportedVisit, from: Place | undefined): boolean {
  if (from?.block !== visit.block) return true
  if (!from.visit) return false
  const at = Date.parse(visit.at)
  return at > from.visit.at || (at === from.visit.at && visit.id > from.visit.id)
}

function writePlace({ block, visit }: Place): string | null {
  return writeCursor(JSON.stringify([block, ...(visit ? [visit.at, visit.id] : [])]), '')
}

const Written = z.tuple([z.string()]).or(z.tuple([z.string(), z.number(), z.string()]))

function readPlace(cursor: string): Place {
  const text = readCursor(cursor, '') ?? ''
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw wrongCursor()
  }
  const written = Written.safeParse(value)
  if (!written.success) throw wrongCursor()
  const [block, at, id] = written.data
  return at === undefined || id === undefined ? { block } : { block, visit: { at, id } }
}
