/** In one word where a target stands, for lists; of few households nothing is told. */
import { isSmall, type TargetRecord } from './record.ts'
import { attemptsOf, dueAt, type Moment } from './verdict.ts'
import { SMALLEST_SHOWN_DOORS } from './visit.ts'

/** As on a block: due, held by a walk, to come back to, finished, asked to stay away, kept for the evaluation. */
export const TARGET_STATES = ['free', 'leased', 'not_before', 'done', 'never', 'hold_out'] as const
export type TargetState = (typeof TARGET_STATES)[number]

/** What the ledger knows of one target. */
export interface Standing {
  /** As known today. */
  doors: number
  record: TargetRecord | undefined
  isHeldOut: boolean
  isLeased: boolean
  /** Whoever is in charge has said that nobody goes there. */
  isNever?: boolean
}

/**
 * Null below 11 doors, today or when it was first reported: a state of so few households is one of each. What stays so
 * longest comes first.
 */
export function stateOf(
  { doors, record, isHeldOut, isLeased, isNever }: Standing,
  moment: Moment,
): TargetState | null {
  if (doors < SMALLEST_SHOWN_DOORS) return null
  if (record && (isSmall(record) || record.small)) return null
  if (isHeldOut) return 'hold_out'
  const isClosed =
    isNever ||
    (record && attemptsOf(record).some(({ optedOut, scope }) => optedOut > 0 && scope === 'target'))
  if (isClosed) return 'never'
  if (isLeased) return 'leased'
  const due = dueAt(doors, record, moment)
  if (due.now > 0) return 'free'
  return due.later > 0 ? 'not_before' : 'done'
}
