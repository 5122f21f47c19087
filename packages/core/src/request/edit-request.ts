/** What may be changed by hand on a plan: one schema for the HTTP body, for what is kept, and for the answer. */
import { z } from 'zod'
import { listOf } from './list.ts'
import { PlanRequest, Start, VolunteerRequest } from './request.ts'

/** Edits of one request. */
const MOST_EDITS = 100
/** Targets that one edit moves. */
const MOST_MOVED = 500

const Target = z
  .string()
  .min(1)
  .max(120)
  .describe('id of a target, or of a building for all its targets that the plan knows')
const WalkId = z
  .string()
  .min(1)
  .max(120)
  .describe('id of a walk of the plan; `new ` and his id for that of a walker whom an edit before adds')

const shapeOf = <Name extends string, Shape extends z.ZodRawShape>(name: Name, says: string, shape: Shape) =>
  z.strictObject({ type: z.literal(name).describe(says), ...shape })

export const PinEdit = shapeOf('pin', 'on this walk from now on, through later edits and roll-calls', {
  target: Target,
  walk: WalkId,
})
export const UnpinEdit = shapeOf('unpin', 'it may change its walk again', { target: Target })
export const MoveEdit = shapeOf('move', 'to another walk, this time', {
  targets: listOf(Target).min(1).max(MOST_MOVED).describe('on walks, in reserve or left out'),
  walk: WalkId,
})
export const MoveTailEdit = shapeOf('move_tail', 'all stops of a walk from this target on, to another walk', {
  from: Target,
  walk: WalkId,
})
export const SwapWalkersEdit = shapeOf('swap_walkers', 'each walks the walk of the other', {
  walks: listOf(WalkId).length(2).describe('ids of two walks'),
})
export const LockEdit = shapeOf('lock', 'the walk stays as it is, through later edits and roll-calls', {
  walk: WalkId,
})
export const UnlockEdit = shapeOf('unlock', 'the walk may change again', { walk: WalkId })
export const ExcludeEdit = shapeOf('exclude', 'on no walk (`excluded`)', { target: Target })
export const IncludeEdit = shapeOf('include', 'no longer excluded by this plan', { target: Target })
export const KeyEdit = shapeOf('key', 'a key building', { target: Target })
export const UnkeyEdit = shapeOf('unkey', 'no longer a key building of this plan', { target: Target })
export const AddWalkerEdit = shapeOf('add_walker', 'one more walk', {
  volunteer: VolunteerRequest.describe('who comes; default of each field: as the plan was asked for'),
})
export const RemoveWalkerEdit = shapeOf('remove_walker', 'the walk is given up, and what it holds is free', {
  walk: WalkId,
})
export const SetMinutesEdit = shapeOf(
  'set_minutes',
  'length of the walk, from leaving the start to returning',
  {
    walk: WalkId,
    minutes: VolunteerRequest.shape.minutes.unwrap().describe('of the whole walk'),
  },
)
export const SetStartEdit = shapeOf(
  'set_start',
  'where the walk begins, and ends if walks of the plan return',
  {
    walk: WalkId,
    start: Start.describe('own start; kept to about 100 m'),
  },
)

export const PlanEdit = z.discriminatedUnion('type', [
  PinEdit,
  UnpinEdit,
  MoveEdit,
  MoveTailEdit,
  SwapWalkersEdit,
  LockEdit,
  UnlockEdit,
  ExcludeEdit,
  IncludeEdit,
  KeyEdit,
  UnkeyEdit,
  AddWalkerEdit,
  RemoveWalkerEdit,
  SetMinutesEdit,
  SetStartEdit,
])
export type PlanEdit = z.infer<typeof PlanEdit>

/** What edits of a list call the walk of a walker whom they add: it has no id as yet. */
export function newWalk(walker: string): string {
  return `new ${walker}`
}

const Steps = z.number().int().min(1).max(10_000)

/** One of the three. */
export const EditRequest = z
  .strictObject({
    edits: listOf(PlanEdit)
      .min(1)
      .max(MOST_EDITS)
      .optional()
      .describe('all of them or none; one step of `undo`'),
    undo: Steps.optional().describe('takes back so many steps'),
    redo: Steps.optional().describe('makes so many steps again that were taken back'),
    seed: PlanRequest.shape.seed.unwrap().optional().describe('of the search; default: that of the plan'),
  })
  .superRefine(({ edits, undo, redo }, context) => {
    const given = Object.entries({ edits, undo, redo }).filter(([, value]) => value !== undefined)
    if (given.length === 1) return
    const other = given.length === 0 ? undefined : given[1]![0]
    const also = given.length === 0 ? '' : `; \`${given[0]![0]}\` came as well`
    context.addIssue({
      code: 'custom',
      path: other === undefined ? [] : [other],
      message: `expected one of \`edits\`, \`undo\` and \`redo\`${also}`,
    })
  })
export type EditRequest = z.infer<typeof EditRequest>
