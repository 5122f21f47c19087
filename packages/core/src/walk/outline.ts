/** A plan without what only its readers need: a few per cent of it, for who leases, replaces or counts its walks. */
import { type DegreeBox, boxAround } from '../region/box.ts'
import type { Plan, Walk, WalkStop, WalkTarget } from './answer.ts'
import { mainStreets } from './streets.ts'

export type WalkOutline = Omit<Walk, 'stops' | 'legs' | 'reserves'> & {
  stops: (Pick<WalkStop, 'block' | 'arriveAt' | 'done'> & { targets: Pick<WalkTarget, 'id'>[] })[]
  reserves: Pick<WalkTarget, 'id'>[]
  /** Around its targets and reserves, none without any; absent in outlines of versions before. */
  near?: DegreeBox[]
}

/** Every plan is one, too. */
export type PlanOutline = Omit<Plan, 'walks' | 'leftOut'> & {
  walks: WalkOutline[]
  /** Those with most of its targets; absent in outlines of versions before. */
  streets?: string[]
}

export function outlineOf({ leftOut: _leftOut, walks, ...rest }: Plan): PlanOutline {
  const addresses = walks.flatMap(({ stops }) => stops.flatMap(({ targets }) => targets))
  return {
    ...rest,
    walks: walks.map(outlineOfWalk),
    streets: mainStreets(addresses.map(({ address }) => address)),
  }
}

/** Where the targets of all walks lie; undefined: an outline of a version before, which does not say. */
export function nearWalks({ walks }: Pick<PlanOutline, 'walks'>): DegreeBox[] | undefined {
  const boxes = walks.map(({ near }) => near)
  return boxes.includes(undefined) ? undefined : boxes.flatMap((near) => near ?? [])
}

export function outlineOfWalk({ legs: _legs, stops, reserves, ...rest }: Walk): WalkOutline {
  const all = [...stops.flatMap(({ targets }) => targets), ...reserves]
  return {
    ...rest,
    stops: stops.map(({ block, arriveAt, done, targets }) => ({
      ...{ block, arriveAt, targets: targets.map(idOf) },
      ...(done && { done }),
    })),
    reserves: reserves.map(idOf),
    near: all.length > 0 ? [boxAround(all.map(({ location }) => location))] : [],
  }
}

function idOf({ id }: WalkTarget): Pick<WalkTarget, 'id'> {
  return { id }
}
