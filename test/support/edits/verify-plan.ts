/** What must hold of any plan besides `checkPlan`, told from outside: sums, ways, wishes of who walks. */
import type { PlanRequest } from '@doorwalk/core/request/request'
import { walkerIds } from '@doorwalk/core/request/walker-ids'
import type { LngLat } from '@doorwalk/core/units'
import { metresBetween } from '@doorwalk/core/units'
import type { Plan, Walk } from '@doorwalk/core/walk/answer'
import { idsOn } from './verify-change.ts'

/** A leg that is drawn may be so much longer or shorter than it is said to be. */
const ROUNDING_METRES = 12
const ROUNDING_SHARE = 0.06

interface Wished {
  asked: PlanRequest
  /** No walk has begun, and none was handed over: each has the minutes that its walker wished. */
  isFresh: boolean
}

/** @returns what is wrong with it */
export function faultsOfPlan(plan: Plan, wished: Wished): string[] {
  const { walks, summary } = plan
  const prize = walks.reduce((sum, walk) => sum + walk.prize, 0)
  return [
    ...walks.flatMap((walk) =>
      [...faultsOfWalk(walk), ...faultsOfWishes(walk, plan, wished)].map(
        (fault) => `walk ${walk.number} of ${walk.walker}: ${fault}`,
      ),
    ),
    ...(Math.abs(prize - summary.prize) > 0.02 + 0.006 * walks.length ? [`prize ${summary.prize}`] : []),
    ...(summary.walks === walks.length ? [] : [`walks ${summary.walks}`]),
    ...faultsOfKeys(plan, wished.asked),
    ...(['number', 'rank', 'walker', 'walkId'] as const).flatMap((name) => {
      const all = walks.map((walk) => walk[name])
      return new Set(all).size === all.length ? [] : [`${name} twice: ${all.join()}`]
    }),
  ]
}

function faultsOfWalk(walk: Walk): string[] {
  const targets = walk.stops.flatMap((stop) => stop.targets)
  const sum = targets.reduce((total, { prize }) => total + prize, 0)
  const begun = walk.stops.map(({ arrive, arriveAt }) => Date.parse(arriveAt) - 1_000 * arrive)
  const from = Date.parse(walk.startAt)
  return [
    ...(targets.length === 0 ? ['nothing on it'] : []),
    ...(Math.abs(sum - walk.prize) > 0.02 + 0.006 * targets.length ? [`prize ${walk.prize}`] : []),
    ...(begun.some((moment) => moment !== from) ? ['arrive and arriveAt'] : []),
    ...(Date.parse(walk.endAt) - from === 1_000 * walk.seconds ? [] : ['endAt']),
    ...walk.legs.flatMap(({ geometry: { coordinates }, metres }, index) => {
      const drawn = lengthOf(coordinates)
      const isFar = Math.abs(drawn - metres) > ROUNDING_METRES + ROUNDING_SHARE * metres
      const stop = walk.stops[walk.start ? index : index + 1]
      const places = stop ? [stop.location, ...stop.targets.map(({ location }) => location)] : []
      const end = coordinates.at(-1)!
      const isAstray = stop && Math.min(...places.map((place) => metresBetween(place, end))) > 2
      return [
        ...(isFar ? [`leg ${index} of ${metres} m is drawn ${Math.round(drawn)} m long`] : []),
        ...(isAstray ? [`leg ${index} does not end at its stop`] : []),
      ]
    }),
  ]
}

function faultsOfWishes(walk: Walk, plan: Plan, { asked, isFresh }: Wished): string[] {
  const listed = Array.isArray(asked.volunteers) ? asked.volunteers : []
  const own = listed[walkerIds(listed).indexOf(walk.walker)]
  const { doors = asked.doors ?? Infinity, people = asked.teamSize ?? 1, minutes = asked.minutes } = own ?? {}
  const isLocked = plan.edits?.locks.includes(walk.walkId) ?? false
  const climbs = walk.stops.some(({ targets }) => targets.some(({ part }) => (part?.fromFloor ?? 0) > 0))
  const off = new Set((asked.targets ?? []).flatMap(({ id, exclude }) => (exclude ? [id] : [])))
  const held = [...idsOn(walk), ...walk.reserves.map(({ id }) => id)]
  const isBack = String(walk.end) === String(walk.start)
  const keys = new Set((asked.targets ?? []).flatMap(({ id, key }) => (key ? [id] : [])))
  const starless = walk.stops.flatMap(({ targets }) => targets).filter(({ id, key }) => keys.has(id) && !key)
  return [
    ...(listed.length > 0 && !own ? ['nobody asked for him'] : []),
    ...(walk.doors > doors ? [`${walk.doors} doors, at most ${doors}`] : []),
    ...((walk.people ?? 1) === people ? [] : [`people ${walk.people}, not ${people}`]),
    ...(walk.language === (own?.language ?? asked.language) ? [] : [`language ${walk.language}`]),
    ...(own?.avoidStairs && climbs ? ['stairs'] : []),
    ...(own?.end || !walk.start || isBack === asked.closed || (isBack && !walk.end) ? [] : ['its end']),
    ...(isFresh && walk.budget !== Math.round(minutes * 60) ? [`budget ${walk.budget}, ${minutes} min`] : []),
    ...held.filter((id) => off.has(id)).map((id) => `excluded ${id}`),
    ...(isLocked ? [] : starless.map(({ id }) => `key ${id} without a star`)),
  ]
}

function faultsOfKeys({ walks, summary: { keys } }: Plan, { targets = [] }: PlanRequest): string[] {
  const said = new Map(targets.map(({ id, key }) => [id, key]))
  if (![...said.values()].includes(true)) return []
  const onWalks = walks.flatMap(({ stops }) => stops.flatMap((stop) => stop.targets))
  const reached = onWalks.filter(({ id, building }) => said.get(id) ?? said.get(building)).length
  return keys?.by === 'request' && keys.reached === reached
    ? []
    : [`keys ${JSON.stringify(keys)}, ${reached}`]
}

function lengthOf(line: readonly LngLat[]): number {
  return line.slice(1).reduce((sum, place, index) => sum + metresBetween(line[index]!, place), 0)
}
