/** One evening of a proposal, as it is told. */
import type { AreaRequest } from '../request/area-request.ts'
import type { LngLat } from '../units.ts'
import type { Evening } from './answer.ts'
import { costOf } from './choice.ts'
import type { Reached } from './evening-estimate.ts'
import type { Ground } from './ground.ts'
import type { ProposalRequest } from './request.ts'
import type { Choice } from './together.ts'
import { waysFrom } from './ways.ts'

/** Next best areas that are told. */
const MOST_NEXT = 3

export interface EveningInput {
  number: number
  choice: Choice
  reached: Reached
  request: ProposalRequest
  /** Parts of all evenings. */
  taken: ReadonlySet<number>
}

export async function eveningOf(ground: Ground, input: EveningInput): Promise<Evening> {
  const { number, choice, reached, request, taken } = input
  const { parts } = ground
  const { meetingPoint, extrapolated } = reached
  const way =
    choice.ways?.seconds ??
    (await waysFrom(ground, await snapOf(ground, meetingPoint), request.reach)).seconds
  const sum = (of: (part: number) => number) => choice.parts.reduce((total, part) => total + of(part), 0)
  const score = sum((part) => parts[part]!.score)
  const work = sum((part) => costOf(ground, part, Number.isFinite(way[part]!) ? way[part]! : 0))
  const hours = (request.volunteers * request.minutes) / 60
  const perHour = reached.score / hours
  // What walks bring of what the sums promise, here.
  const truth =
    reached.score /
    Math.max(Number.MIN_VALUE, score * Math.min(1, (request.volunteers * ground.usable) / work))
  return {
    number,
    areas: areasIn(ground, choice.parts),
    meetingPoint,
    targets: sum((part) => parts[part]!.members.length),
    doors: sum((part) => parts[part]!.doors),
    score: hundredths(score),
    work: hundredths(work / 3600),
    hours: hundredths(hours),
    reached: {
      doors: reached.doors,
      score: hundredths(reached.score),
      share: Math.round((1_000 * reached.score) / score) / 1_000,
    },
    scorePerHour: thousandths(perHour),
    extrapolated,
    next: nextOf(ground, { way, taken, truth, usableShare: (60 * request.minutes) / ground.usable }),
    plan: {
      region: request.region,
      area: areaOf(ground, choice.parts),
      ...{
        volunteers: request.volunteers,
        minutes: request.minutes,
        start: meetingPoint,
        seed: request.seed,
      },
    },
  }
}

async function snapOf({ router, parts }: Ground, place: LngLat) {
  const [snap] = await router.snap([{ location: place, isStart: true }])
  return snap ?? parts[0]!.snap
}

function areasIn({ areas, parts, partsOf }: Ground, chosen: readonly number[]): Evening['areas'] {
  const own = new Map<number, number[]>()
  for (const part of chosen) own.set(parts[part]!.area, [...(own.get(parts[part]!.area) ?? []), part])
  return [...own]
    .map(([area, some]) => ({
      ...{ code: areas[area]!.code, rank: areas[area]!.rank, whole: some.length === partsOf[area]!.length },
      ...(some.length < partsOf[area]!.length && { cells: some.map((part) => parts[part]!.cell) }),
      doors: some.reduce((sum, part) => sum + parts[part]!.doors, 0),
      score: hundredths(some.reduce((sum, part) => sum + parts[part]!.score, 0)),
    }))
    .sort((a, b) => a.rank - b.rank || (a.code < b.code ? -1 : 1))
}

interface NextInput {
  way: ArrayLike<number>
  taken: ReadonlySet<number>
  truth: number
  /** Hours of a volunteer for one that is used. */
  usableShare: number
}

/** Areas of which something is within reach and in no evening, best per hour first. */
function nextOf(ground: Ground, { way, taken, truth, usableShare }: NextInput): Evening['next'] {
  const { areas, parts, partsOf } = ground
  return areas
    .flatMap(({ code, rank }, area) => {
      const open = partsOf[area]!.filter(
        (part) => !taken.has(part) && Number.isFinite(costOf(ground, part, way[part]!)),
      )
      if (open.length === 0) return []
      const sum = (of: (part: number) => number) => open.reduce((total, part) => total + of(part), 0)
      const seconds = sum((part) => costOf(ground, part, way[part]!)) * usableShare
      return [
        {
          ...{ code, rank, doors: sum((part) => parts[part]!.doors) },
          scorePerHour: thousandths((truth * sum((part) => parts[part]!.score) * 3600) / seconds),
          minutes: Math.round(Math.min(...open.map((part) => way[part]!)) / 60),
        },
      ]
    })
    .sort((a, b) => b.scorePerHour - a.scorePerHour || a.rank - b.rank || (a.code < b.code ? -1 : 1))
    .slice(0, MOST_NEXT)
}

/** What a plan is to be asked for: whole areas by their code or shape, of others the blocks. */
function areaOf(ground: Ground, chosen: readonly number[]): AreaRequest {
  const { parts, areas, partsOf } = ground
  const inside = new Set(chosen)
  const touched = [...new Set(chosen.map((part) => parts[part]!.area))]
  const isWhole = (area: number) => partsOf[area]!.every((part) => inside.has(part))
  const whole = areasOf(touched.filter(isWhole).map((area) => areas[area]!))
  const pieces = touched
    .filter((area) => !isWhole(area))
    .map((area): AreaRequest => {
      const cells = partsOf[area]!.filter((part) => inside.has(part)).map((part) => parts[part]!.cell)
      return { all: [...areasOf([areas[area]!]), { cells }] }
    })
  const all = [...whole, ...pieces]
  return all.length === 1 ? all[0]! : { any: all }
}

/** Those of a kind as one: precincts, cells, and what is drawn. */
function areasOf(areas: readonly { area: AreaRequest }[]): AreaRequest[] {
  const precincts = areas.flatMap(({ area }) => ('precincts' in area ? area.precincts : []))
  const cells = areas.flatMap(({ area }) => ('cells' in area ? area.cells : []))
  const coordinates = areas.flatMap(({ area }) =>
    'type' in area ? (area.type === 'Polygon' ? [area.coordinates] : area.coordinates) : [],
  )
  return [
    ...(precincts.length > 0 ? [{ precincts: precincts.toSorted() }] : []),
    ...(cells.length > 0 ? [{ cells: cells.toSorted() }] : []),
    ...(coordinates.length > 0 ? [{ type: 'MultiPolygon' as const, coordinates }] : []),
  ]
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}

export function thousandths(value: number): number {
  return Math.round(value * 1_000) / 1_000
}
