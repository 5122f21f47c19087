/**
 * Cuts a plan that is too large for one matrix into pieces: blocks and walkers that are planned as a plan of their
 * own.
 */
import type { KeyRule } from '../assembly/key-choice.ts'
import type { PlanningPorts } from '../assembly/planning-ports.ts'
import { openSite } from '../assembly/site.ts'
import type { Elsewhere } from '../building/account.ts'
import { buildingTiles } from '../building/load.ts'
import type { CrewMember } from '../grouping/crew.ts'
import { makeCrew } from '../grouping/crew.ts'
import { cutBlocks, targetsIn } from '../grouping/cut.ts'
import { meetingPoints } from '../grouping/meeting.ts'
import { shareWalkers, worthWalking } from '../grouping/share.ts'
import type { Workload } from '../grouping/workload.ts'
import { withoutStairs } from '../grouping/workload.ts'
import type { Cell } from '../h3.ts'
import { MAX_POINTS } from '../matrix/build.ts'
import type { PlanRequest, TargetOverride, VolunteerRequest } from '../request/request.ts'
import type { LngLat, Seconds } from '../units.ts'
import type { Warning } from '../words/warning.ts'
import { openSurvey } from './survey.ts'

/** Part of a large plan. Plain data: it travels to threads and lies in Blobs. */
export interface Piece {
  /** 0, 1, … */
  number: number
  /** Blocks, sorted. */
  cells: Cell[]
  /** With a start each, where the request names none; empty: nobody walks here this time. */
  volunteers: VolunteerRequest[]
  /** Of the request's targets, those that lie here. */
  targets: TargetOverride[]
  /** Which of them are key buildings; absent in pieces of versions before: each chooses its own. */
  keys?: KeyRule
  /** What the request names and no piece has; in the first alone. */
  elsewhere?: Elsewhere[]
}

export interface Partition {
  pieces: Piece[]
  /** About the request as a whole; no piece says them. */
  warnings: Warning[]
  /** So that all pieces start at one time. */
  startAt: string
}

/** Least time of one target with the steps to the next and the slack: a house of one door. */
const QUICKEST_TARGET: Seconds = 120
/** A plan has room to choose when it sees this many times what its walkers can do. */
const CHOICE = 1.5

/** Whether the walkers might do more than one matrix holds; only then is {@link partition} worth its reading. */
export function mayOutgrow(request: PlanRequest): boolean {
  const { volunteers, minutes } = request
  const total =
    typeof volunteers === 'number'
      ? volunteers * minutes
      : volunteers.reduce((sum, volunteer) => sum + (volunteer.minutes ?? minutes), 0)
  return (total * 60 * CHOICE) / QUICKEST_TARGET > MAX_POINTS
}

/**
 * The pieces of a plan, or null where one plan is better: the area fits into one matrix, or what the walkers can do
 * does, with a choice.
 *
 * Depends on the request, the region and the ledger alone. @throws VisibleError as planWalks does for the area
 *
 * @param size  targets of a piece; default: what pays
 */
export async function partition(
  request: PlanRequest,
  ports: PlanningPorts,
  { size }: { size?: number } = {},
): Promise<Partition | null> {
  if (size === undefined && !mayOutgrow(request)) return null
  const site = await openSite(request, ports)
  const { area, assumptions } = site
  const crew = makeCrew(request, null, assumptions)

  const survey = openSurvey(site, crew)
  for await (const buildings of buildingTiles(ports.regions, site.manifest, area.bbox)) survey.look(buildings)
  const { blocks, keys, warnings, elsewhere, targetsIn: targetsOf } = survey.end()
  const room = MAX_POINTS - new Set(crew.flatMap(({ start, end }) => [start, end].map(String))).size
  const { walkingMetresPerSecond } = assumptions
  const worth = worthWalking({ blocks, crew, walkingMetresPerSecond })
  if (size === undefined && Math.min(targetsIn(blocks), worth.targets * CHOICE) <= room) return null

  const pieces = cutBlocks(blocks, size)
  const worthOf = new Map(blocks.map(({ cell }, index) => [cell, worth.seconds[index]!]))
  const walkers = shareWalkers({
    pieces,
    worth: pieces.map((piece) => piece.reduce((sum, { cell }) => sum + worthOf.get(cell)!, 0)),
    crew,
    walkingMetresPerSecond,
  })
  return {
    pieces: pieces.map((piece, number) => {
      const cells = piece.map(({ cell }) => cell).sort()
      const volunteers = volunteersOf(request, { walkers: walkers[number]!, crew, piece })
      const told = number === 0 && elsewhere.length > 0 ? { elsewhere } : {}
      return { number, cells, volunteers, targets: targetsOf(cells), keys, ...told }
    }),
    warnings: [...area.warnings, ...warnings],
    startAt: site.startAt,
  }
}

/** The request of one piece: a plan of its own. */
export function pieceRequest(request: PlanRequest, piece: Piece, startAt: string): PlanRequest {
  const { volunteers, targets } = piece
  return { ...request, startAt, volunteers, targets }
}

/** What a draft of one piece must know beside its request. */
export function inPiece({ cells, keys, elsewhere }: Piece): Pick<Piece, 'cells' | 'keys' | 'elsewhere'> {
  return { cells, ...(keys && { keys }), ...(elsewhere && { elsewhere }) }
}

/** Who walks in a piece, with a meeting point for those who have no start. */
function volunteersOf(
  request: PlanRequest,
  { walkers, crew, piece }: { walkers: number[]; crew: CrewMember[]; piece: Workload[] },
): VolunteerRequest[] {
  const asked = (walker: number): VolunteerRequest =>
    typeof request.volunteers === 'number' ? {} : request.volunteers[walker]!
  const lost = walkers.filter((walker) => (asked(walker).start ?? request.start) === undefined)
  const meets = new Map<number, LngLat>()
  for (const avoidStairs of [true, false]) {
    const group = lost.filter((walker) => crew[walker]!.avoidStairs === avoidStairs)
    const usable = group.reduce((sum, walker) => sum + crew[walker]!.usable, 0) / Math.max(1, group.length)
    const blocks = avoidStairs ? withoutStairs(piece) : piece
    meetingPoints(blocks, { walkers: group.length, usable }).forEach((point, index) =>
      meets.set(group[index]!, point),
    )
  }
  return walkers.map((walker): VolunteerRequest => {
    const start = meets.get(walker)
    return { ...asked(walker), id: crew[walker]!.id, ...(start ? { start } : {}) }
  })
}
