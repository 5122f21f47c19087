/** A route made walkable: legs, arrival times, ordered targets and totals that are the sums of their parts. */
import type { Candidate } from '../building/select.ts'
import type { Path } from '../graph/route/path.ts'
import { crossedBy } from '../graph/route/steps.ts'
import type { CrewMember } from '../grouping/crew.ts'
import { streetOf, type PlacedTarget, type Stop } from '../grouping/stop.ts'
import type { Snap } from '../graph/route/snap.ts'
import { toDeciseconds, toSeconds, type Deciseconds, type Seconds } from '../units.ts'
import { writeAddress, type AddressOrder } from '../words/address.ts'
import type { Language } from '../words/languages.ts'
import { isSetBack, nameDoor, sayNumberless, saySeen } from '../words/seen.ts'
import type { Walk, WalkStop, WalkTarget } from './answer.ts'
import { timeAfter } from './clock-time.ts'
import { makeLeg, seenBuilding } from './leg.ts'
import type { FindNeighbour } from './neighbour.ts'
import { mergeSteps } from './merge-steps.ts'
import { rounded, short } from './rounding.ts'
import { wholeSeconds, withinPast } from './whole-seconds.ts'

/** A stop as this walk does it: its targets in order with their seconds. */
export interface PlannedStop {
  stop: Stop
  targets: PlacedTarget[]
  /** Out of the way, with those that follow: so many stops, and the walking that leaving them out would save. */
  detour?: { stops: number; saved: Deciseconds }
}

/** Which targets are key buildings, and why. */
interface KeyBuildings {
  isKey: (candidate: Candidate) => boolean
  why: (candidate: Candidate) => string
}

export interface WalkInput {
  walkId: string
  number: number
  rank: number
  member: CrewMember
  startAt: string
  /** When the walker set out with what is done; undefined: nobody knows. */
  begunAt?: string | undefined
  planned: PlannedStop[]
  reserves: PlacedTarget[]
  /** Stops + 1 with both ends fixed, as many as stops with one, stops − 1 with none. */
  paths: Path[]
  keyBuildings: KeyBuildings
  /** How addresses of the region are written. */
  addressOrder: AddressOrder
  /** Of doors without a number. */
  neighbourOf: FindNeighbour
  /** Stops at the beginning that were done before `startAt`; default: none. */
  done?: number
}

export function makeWalk(input: WalkInput): Walk {
  const { member, planned, paths, done = 0 } = input
  const leads = member.start !== null
  const planTimes = wholeSeconds(
    { legs: paths.map(({ deciseconds }) => deciseconds), stops: planned.map(timeAt) },
    { leads, done },
  )
  const times = withinPast(planTimes, { leads, done, room: secondsSince(input.begunAt, input.startAt) })
  const legs = paths.map((path, index) => {
    const to = planned[member.start ? index : index + 1]?.targets[0]
    const leg = makeLeg(path, { index, count: paths.length, member, to, order: input.addressOrder })
    return { ...leg, seconds: times.legs[index]! }
  })
  const legBefore = (index: number) => times.legs[member.start ? index : index - 1] ?? 0
  const past = times.stops.slice(0, done).reduce((sum, seconds, index) => sum + legBefore(index) + seconds, 0)
  // As if he had set out so long ago as what is done should have taken: what lies ahead then begins at `startAt`.
  const startAt = past === 0 ? input.startAt : timeAfter(input.startAt, -past)
  let elapsed = 0
  const stops = planned.map((each, index): WalkStop => {
    elapsed += legBefore(index)
    const seconds = times.stops[index]!
    const stop = makeStop(each, {
      arrive: elapsed,
      arriveAt: timeAfter(startAt, elapsed),
      seconds,
      walk: input,
    })
    elapsed += seconds
    return index < done ? { ...stop, done: true } : stop
  })
  const seconds = sumOf(legs, 'seconds') + sumOf(stops, 'seconds')
  return {
    walkId: input.walkId,
    number: input.number,
    rank: input.rank,
    walker: member.id,
    ...(member.people > 1 ? { people: member.people } : {}),
    language: member.language,
    budget: past + member.budget,
    seconds,
    metres: sumOf(legs, 'metres'),
    crossings: crossingsOn(paths),
    doors: stops.flatMap((stop) => stop.targets).reduce((sum, target) => sum + target.doors, 0),
    prize: rounded(stops.flatMap((stop) => stop.targets).reduce((sum, target) => sum + target.prize, 0)),
    start: member.start && short(member.start),
    end: member.end && short(member.end),
    startAt,
    endAt: timeAfter(startAt, seconds),
    stops,
    reserves: input.reserves.map((target) => makeReserve(target, input)),
    legs,
  }
}

/** From when the walker set out to when he goes on; Infinity: nobody knows. */
function secondsSince(begunAt: string | undefined, startAt: string): Seconds {
  if (begunAt === undefined) return Infinity
  return Math.max(0, Math.round((Date.parse(startAt) - Date.parse(begunAt)) / 1000))
}

/** At the doors, and between those of a row. */
function timeAt({ stop, targets }: PlannedStop): Deciseconds {
  return targets.reduce((sum, { seconds }) => sum + toDeciseconds(seconds), stop.inner)
}

function makeStop(
  planned: PlannedStop,
  { walk, ...time }: { arrive: Seconds; arriveAt: string; seconds: Seconds; walk: WalkInput },
): WalkStop {
  const first = planned.targets[0]!
  return {
    stopId: first.candidate.target.id,
    block: planned.stop.block,
    street: streetOf(first),
    side: first.pavement,
    ...time,
    location: short(first.snap.location),
    confidence: rounded(first.snap.confidence),
    targets: planned.targets.map((target) => makeTarget(target, walk)),
    ...(planned.targets.some(isGated) && { access: 'gate' as const }),
    ...(planned.detour && {
      detour: { seconds: Math.round(toSeconds(planned.detour.saved)), stops: planned.detour.stops },
    }),
  }
}

/** Told by the streets of the moment, or where the region was prepared. */
function isGated({ candidate, snap }: PlacedTarget): boolean {
  return snap.gated === true || candidate.target.access === 'gate'
}

function makeTarget(
  { candidate, seconds, snap }: PlacedTarget,
  { keyBuildings, addressOrder, neighbourOf, member }: WalkInput,
): WalkTarget {
  const { target } = candidate
  const { address } = target
  const entrance = target.entrance
  return {
    id: target.id,
    building: target.building,
    ...(entrance
      ? { entrance: { id: entrance.id, ...(entrance.label === undefined ? {} : { label: entrance.label }) } }
      : {}),
    ...(target.part ? { part: target.part } : {}),
    address: address ? writeAddress(address, addressOrder) : '',
    ...(address?.number ? {} : { seen: seenOf(candidate, { snap, neighbourOf, language: member.language }) }),
    location: short(target.location),
    doors: candidate.doors,
    doorsSource: target.doorsSource,
    floors: target.floors,
    access: snap.gated ? 'gate' : target.access,
    minutes: Math.round(seconds / 6) / 10,
    prize: rounded(candidate.prize),
    ...(keyBuildings.isKey(candidate) ? { key: true, why: keyBuildings.why(candidate) } : {}),
  }
}

/** Stops tell their street; a reserve stands alone, so that what one sees there begins with it. */
function makeReserve(placed: PlacedTarget, walk: WalkInput): WalkTarget {
  const target = makeTarget(placed, walk)
  if (target.seen === undefined || target.address !== '') return target
  return { ...target, seen: nameDoor(target, streetOf(placed), walk.member.language) }
}

/**
 * What stands in a list in place of a number: "house without a number, the third on the left after no. 12, about 40 m
 * back from the street".
 */
function seenOf(
  candidate: Candidate,
  { snap, neighbourOf, language }: { snap: Snap; neighbourOf: FindNeighbour; language: Language },
): string {
  const building = seenBuilding(candidate)
  const { target } = candidate
  // A house in a court is in no row.
  const isInRow = !isSetBack(snap.metresAway)
  const neighbour = isInRow ? neighbourOf(target, target.address?.street ?? snap.street) : undefined
  return [
    ...sayNumberless(building, language, neighbour),
    ...saySeen({ building, metres: snap.metresAway }, language),
  ].join(', ')
}

/** Of all legs, counted as they are said. */
function crossingsOn(paths: Path[]): Walk['crossings'] {
  const crossings: Walk['crossings'] = {}
  for (const { steps } of paths) {
    for (const street of crossedBy(mergeSteps(steps))) crossings[street] = (crossings[street] ?? 0) + 1
  }
  return crossings
}

function sumOf<Key extends string>(parts: Record<Key, number>[], key: Key): number {
  return parts.reduce((sum, part) => sum + part[key], 0)
}
