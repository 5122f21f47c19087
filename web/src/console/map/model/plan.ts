/** What a map of a plan is told, whatever view tells it: walks, their targets, and targets on no walk. */
import type { LngLat } from '@doorwalk/core/units'
import type { Within } from '@doorwalk/core/words/say'
import { numberedTargets, walkLine } from '@doorwalk/core/walk/numbering'
import type { Walk } from '@doorwalk/core/walk/answer'
import { type PlanFeature, placeOf, withinOf } from '../../../api/answers.ts'

export interface MapTarget {
  id: string
  at: LngLat
  /** Address, or what is seen of a building without one. */
  address: string
  /** Where behind it. */
  within?: Within
  /** null: not told */
  doors: number | null
  key: boolean
  /** Of the walk that has it. */
  walk: number
  /** Place on the walk, from 1. */
  stop: number
  /** As written beside it: "7", "7b". */
  label: string
}

/** A target on no walk: left out, in reserve, or not planned yet. */
export interface LooseTarget {
  id: string
  at: LngLat
  address: string
  within?: Within
  doors: number | null
  key: boolean
  /** Why it is on no walk; null: nothing was planned, or it stands in reserve. */
  reason: string | null
  /** Said in the place of the reason. */
  note?: string
}

export interface MapWalk {
  number: number
  /** The whole way; empty when there is nothing to walk. */
  line: LngLat[]
  start: LngLat | null
  /** In walking order. */
  targets: MapTarget[]
}

/** Where a walk stands: `late` runs over its time, `ended` was given back or ran out of time. */
export type WalkState = 'waiting' | 'started' | 'late' | 'finished' | 'ended'

/** What became of a target, for a plan that is being walked. */
export type TargetState = 'held' | 'done'

/** Walks by number, as a plan's GeoJSON tells them. */
export function walksOf(features: readonly PlanFeature[]): MapWalk[] {
  const walks = new Map<number, MapWalk>()
  for (const { properties, geometry } of features) {
    if (properties.kind === 'meeting_point') continue
    const { walk: number } = properties
    const walk = walks.get(number) ?? { number, line: [], start: null, targets: [] }
    walks.set(number, walk)
    if (geometry.type === 'LineString') walk.line = geometry.coordinates.map(lngLat)
    else if (properties.kind === 'start') walk.start = lngLat(geometry.coordinates)
    else if (properties.kind === 'target') {
      const { id, stop, label, doors, key = false } = properties
      const address = properties.seen ?? placeOf(properties)
      walk.targets.push({
        id,
        at: lngLat(geometry.coordinates),
        address,
        within: withinOf(properties),
        doors,
        key,
        walk: number,
        stop,
        label,
      })
    }
  }
  return [...walks.values()].sort((a, b) => a.number - b.number)
}

/** The same of a plan that is told whole: nothing more has to be asked for. */
export function drawnWalks(walks: readonly Walk[]): MapWalk[] {
  return walks.map((walk) => ({
    ...{ number: walk.number, line: walkLine(walk), start: walk.start },
    targets: numberedTargets(walk).map(({ label, number, stop: { street }, target }) => {
      const { id, location, address, doors, key = false, seen = placeOf({ address, street }) } = target
      return {
        id,
        at: location,
        address: seen,
        within: target,
        doors,
        key,
        walk: walk.number,
        stop: number,
        label,
      }
    }),
  }))
}

/** Those in reserve of a plan that is told whole. */
export function drawnReserves(walks: readonly Walk[]): LooseTarget[] {
  return walks.flatMap(({ reserves }) =>
    reserves.map((target) => {
      const { id, location, address, doors, seen = placeOf({ address }) } = target
      return { id, at: location, address: seen, within: target, doors, key: false, reason: null }
    }),
  )
}

/** Those in reserve, as loose targets. */
export function reservesOf(features: readonly PlanFeature[]): LooseTarget[] {
  return features.flatMap(({ properties, geometry }) => {
    if (properties.kind !== 'reserve' || geometry.type !== 'Point') return []
    const { id, doors } = properties
    const address = properties.seen ?? placeOf(properties)
    const at = lngLat(geometry.coordinates)
    return [{ id, at, address, within: withinOf(properties), doors, key: false, reason: null }]
  })
}

function lngLat([lng = 0, lat = 0]: readonly number[]): LngLat {
  return [lng, lat]
}
