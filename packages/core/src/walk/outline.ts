/** A plan without what only its readers need: a few per cent of it, for who leases, replaces or counts its walks. */
import type { Plan, Walk, WalkStop, WalkTarget } from './answer.ts'

export type WalkOutline = Omit<Walk, 'stops' | 'legs' | 'reserves'> & {
  stops: (Pick<WalkStop, 'block' | 'arriveAt' | 'done'> & { targets: Pick<WalkTarget, 'id'>[] })[]
  reserves: Pick<WalkTarget, 'id'>[]
}

/** Every plan is one, too. */
export type PlanOutline = Omit<Plan, 'walks' | 'leftOut'> & { walks: WalkOutline[] }

export function outlineOf({ leftOut: _leftOut, walks, ...rest }: Plan): PlanOutline {
  return { ...rest, walks: walks.map(outlineOfWalk) }
}

export function outlineOfWalk({ legs: _legs, stops, reserves, ...rest }: Walk): WalkOutline {
  return {
    ...rest,
    stops: stops.map(({ block, arriveAt, done, targets }) => ({
      ...{ block, arriveAt, targets: targets.map(idOf) },
      ...(done && { done }),
    })),
    reserves: reserves.map(idOf),
  }
}

function idOf({ id }: WalkTarget): Pick<WalkTarget, 'id'> {
  return { id }
}
