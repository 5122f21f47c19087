/** What is kept of one target: attempts with their counts from 11 doors up, a state and no counts below. */
import type { Attempt } from './attempt.ts'
import type { SmallState } from './small.ts'
import { SMALLEST_SHOWN_DOORS } from './visit.ts'

export interface TargetRecord {
  /** As known when first reported; says whether counts may be kept. */
  doors: number
  /** From 11 doors up. */
  attempts?: Attempt[]
  /** Below. */
  small?: SmallState
  /** Never stored: attempts at an earlier target that several continue, counted at the first of them. */
  echoes?: Attempt[]
}

export function isSmall({ doors }: Pick<TargetRecord, 'doors'>): boolean {
  return doors < SMALLEST_SHOWN_DOORS
}
