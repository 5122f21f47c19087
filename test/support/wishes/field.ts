/** A row of the table of wishes: what a field promises, and the checks that say whether it holds. */
import { metresBetween, type LngLat } from '@doorwalk/core/units'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import type { Walk, WalkTarget } from '@doorwalk/core/walk/answer'
import type { Campaign } from '../scenes/campaign.ts'
import type { Asked, Call, Outcome } from './calls.ts'
import type { Quarter } from './world.ts'

type Check = (outcome: Outcome, quarter: Quarter) => boolean

export interface Field {
  /** As it is written in the schemas: `volunteers.minutes` is a field of a volunteer. */
  name: string
  /** What the request says with it, and what without; default: nothing. The rest is the same for all calls. */
  given: (quarter: Quarter) => Asked
  otherwise?: (quarter: Quarter) => Asked
  /** Of the targets on walks, and of the reserves; a text: why nothing can be said of them. */
  stops: Check | string
  reserves: Check | string
  /** Of what the answer tells beside them. */
  told?: Check
  /** The walks are others with it than without. */
  changesWalks?: true
  /** Calls that have no such field, or for which it means nothing; and why. */
  except?: Partial<Record<Call, string>>
  /** What happens in the campaign before. */
  before?: (campaign: Campaign, quarter: Quarter) => Promise<void>
}

export const stopsOf = ({ stops }: Walk): WalkTarget[] => stops.flatMap(({ targets }) => targets)
const mineOf = ({ mine }: Outcome): Walk[] => (mine ? [mine] : [])
/** Of some, and of each of them. */
export const allOf = <T>(list: T[], test: (item: T) => boolean): boolean =>
  list.length > 0 && list.every(test)
/** True of every target on all walks, or of my walk alone; false where there is none. */
export const served = (test: (target: WalkTarget, quarter: Quarter) => boolean, isMine = false): Check =>
  of('stops', test, isMine)
export const reserved = (test: (target: WalkTarget, quarter: Quarter) => boolean, isMine = false): Check =>
  of('reserves', test, isMine)
function of(
  where: 'stops' | 'reserves',
  test: (target: WalkTarget, quarter: Quarter) => boolean,
  isMine: boolean,
): Check {
  return (outcome, quarter) => {
    const walks = isMine ? mineOf(outcome) : outcome.walks
    const targets = walks.flatMap((walk) => (where === 'stops' ? stopsOf(walk) : walk.reserves))
    return allOf(targets, (target) => test(target, quarter))
  }
}
export const both = (
  test: (target: WalkTarget, quarter: Quarter) => boolean,
  isMine = false,
): Pick<Field, 'stops' | 'reserves'> => ({ stops: served(test, isMine), reserves: reserved(test, isMine) })
export const isNear = (a: LngLat | null | undefined, b: LngLat): boolean => !!a && metresBetween(a, b) < 1
export const everywhere = (say: (id: string) => object) => (quarter: Quarter) =>
  quarter.buildings.map(({ id }) => ({ id, ...say(id) }))

// Why a cell is none.
export const NO_FIELD = 'the call has no such field'
export const notNow = { except: { 'walk now': NO_FIELD } } as const
export const ABOUT_ALL = 'it is about the plan, not about a target'

/** Longest time at one target that a short walk holds, with its slack. */
export const BRIEF = { minutes: 12, usable: 12 * (1 - DEFAULT_ASSUMPTIONS.slackShare) }
export const FEW_DOORS = 6
