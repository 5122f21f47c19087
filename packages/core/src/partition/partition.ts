/**
 * Cuts a plan that is too large for one matrix into pieces: blocks and walkers that are planned as a plan of their own.
 * Reads the buildings tile by tile and keeps a few sums per block, so an area of any size fits.
 */
import { type Area, resolveArea } from '../area/area.ts'
import { type Aliases, overridesByTarget } from '../building/alias.ts'
import type { Building } from '../building/building.ts'
import { type Assumptions, DEFAULT_ASSUMPTIONS } from '../building/door-time.ts'
import { buildingTiles, loadAliases, loadPrecincts } from '../building/load.ts'
import { type LedgerView, selectTargets } from '../building/select.ts'
import { type CrewMember, makeCrew } from '../grouping/crew.ts'
import { cutBlocks, targetsIn } from '../grouping/cut.ts'
import { meetingPoints } from '../grouping/meeting.ts'
import { shareWalkers, worthWalking } from '../grouping/share.ts'
import { type Workload, joinWorkloads, workloadsOf } from '../grouping/workload.ts'
import { BLOCK_RESOLUTION, type Cell, cellAt, cellCentre } from '../h3.ts'
import { MAX_POINTS } from '../matrix/build.ts'
import { longestSeconds } from '../assembly/placement.ts'
import type { World } from '../plan.ts'
import type { Precinct } from '../region.ts'
import type { PlanRequest, TargetOverride, VolunteerRequest } from '../request.ts'
import type { Seconds } from '../units.ts'
import type { Warning } from '../words/warning.ts'
import { timeOf } from '../walk/clock-time.ts'

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
 * The pieces of a plan, or null where one plan is better: the area fits into one matrix, or what the walkers can do does,
 * with a choice.
 *
 * Depends on the request, the region and the ledger alone. @throws VisibleError as planWalks does for the area
 *
 * @param size  targets of a piece; default: what pays
 */
export async function partition(
  request: PlanRequest,
  world: World,
  { size }: { size?: number } = {},
): Promise<Partition | null> {
  const { regions, clock, assumptions = DEFAULT_ASSUMPTIONS } = world
  if (size === undefined && !mayOutgrow(request)) return null
  const manifest = await regions.manifest(request.region, request.version)
  const precincts = await loadPrecincts(regions, manifest)
  const area = resolveArea(request.area, manifest, precincts)
  const aliases = await loadAliases(regions, manifest)
  const startAt = request.startAt ?? timeOf(clock.now())
  const visitedSince = request.skip?.visitedSince
  const since = visitedSince === undefined ? {} : { visitedSince }
  const ledger = world.ledger?.({ at: startAt, aliases, ...since })
  const crew = makeCrew(request, null, assumptions)

  const survey = makeSurvey({ request, area, precincts, assumptions, aliases, ledger, crew })
  for await (const buildings of buildingTiles(regions, manifest, area.bbox)) survey.look(buildings)
  const { blocks, warnings, targetsIn: targetsOf } = survey.end()
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
  })
  return {
    pieces: pieces.map((piece, number) => {
      const cells = piece.map(({ cell }) => cell).sort()
      const volunteers = volunteersOf(request, { walkers: walkers[number]!, crew, piece })
      return { number, cells, volunteers, targets: targetsOf(cells) }
    }),
    warnings: [...area.warnings, ...warnings],
    startAt,
  }
}

/** The request of one piece: a plan of its own. */
export function pieceRequest(request: PlanRequest, piece: Piece, startAt: string): PlanRequest {
  const { volunteers, targets } = piece
  return { ...request, startAt, volunteers, targets }
}

/** Who walks in a piece, with a meeting point for those who have no start. */
function volunteersOf(
  request: PlanRequest,
  { walkers, crew, piece }: { walkers: number[]; crew: CrewMember[]; piece: Workload[] },
): VolunteerRequest[] {
  const given = (walker: number): VolunteerRequest =>
    typeof request.volunteers === 'number' ? {} : request.volunteers[walker]!
  const lost = walkers.filter((walker) => (given(walker).start ?? request.start) === undefined)
  const usable = lost.reduce((sum, walker) => sum + crew[walker]!.usable, 0) / Math.max(1, lost.length)
  const points = meetingPoints(piece, { walkers: lost.length, usable })
  const meets = new Map(lost.map((walker, index) => [walker, points[index]]))
  return walkers.map((walker): VolunteerRequest => {
    const start = meets.get(walker)
    return { ...given(walker), id: crew[walker]!.id, ...(start ? { start } : {}) }
  })
}

interface Survey {
  /** All buildings of one tile. */
  look: (buildings: Building[]) => void
  end: () => { blocks: Workload[]; warnings: Warning[]; targetsIn: (cells: Cell[]) => TargetOverride[] }
}

function makeSurvey(input: {
  request: PlanRequest
  area: Area
  precincts: Precinct[]
  assumptions: Assumptions
  aliases: Aliases
  ledger: LedgerView | undefined
  crew: CrewMember[]
}): Survey {
  const { request, area, aliases } = input
  const warnings: Warning[] = []
  const overrides = overridesByTarget(request.targets ?? [], aliases, warnings)
  const blocks = new Map<Cell, Workload>()
  const places = new Map<string, Set<Cell>>()
  const add = (load: Workload) => {
    const known = blocks.get(load.cell)
    blocks.set(load.cell, known ? joinWorkloads(known, load) : load)
  }
  const note = (id: string, cell: Cell) => {
    if (!overrides.has(id)) return
    const cells = places.get(id)
    if (cells) cells.add(cell)
    else places.set(id, new Set([cell]))
  }
  const count = (buildings: Building[], targets: TargetOverride[]) => {
    const selection = selectTargets({ ...input, buildings, request: { ...request, targets } })
    const seconds = longestSeconds(selection.candidates, input.crew, input.assumptions)
    for (const load of workloadsOf(selection.candidates, seconds)) add(load)
    return selection
  }
  const empty = (cell: Cell) => add({ cell, targets: 0, prize: 0, seconds: 0, place: cellCentre(cell) })

  return {
    look(buildings) {
      const named = new Set<string>()
      for (const building of buildings) {
        const cell = cellAt(building.location, BLOCK_RESOLUTION)
        if (building.targets.length === 0 && area.holds(building.location, cell)) empty(cell)
        note(building.id, cell)
        named.add(building.id)
        for (const { id, location, block } of building.targets) {
          note(building.id, block)
          note(id, block)
          named.add(id)
          if (area.holds(location, block) && !blocks.has(block)) empty(block)
        }
      }
      const mine = [...overrides.values()].filter(({ id }) => named.has(id))
      count(buildings, mine)
    },
    end() {
      const strangers = [...overrides.values()].filter(({ id }) => !places.has(id))
      for (const { id, location, doors } of strangers) {
        if (location === undefined || doors === undefined) continue
        const cell = cellAt(location, BLOCK_RESOLUTION)
        note(id, cell)
        if (area.holds(location, cell)) empty(cell)
      }
      warnings.push(...count([], strangers).warnings)
      const byCell = new Map<Cell, TargetOverride[]>()
      for (const [id, cells] of places)
        for (const cell of cells) byCell.set(cell, [...(byCell.get(cell) ?? []), overrides.get(id)!])
      return {
        blocks: [...blocks.values()].sort((a, b) => (a.cell < b.cell ? -1 : 1)),
        warnings,
        targetsIn: (cells) => [...new Set(cells.flatMap((cell) => byCell.get(cell) ?? []))],
      }
    },
  }
}
