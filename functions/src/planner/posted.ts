/**
 * A task on its way to a planning thread. What may be megabytes of it goes as JSON, which the thread that answers
 * writes in slices: it would clone it in one go.
 */
import { decodeJson, encodeLarge } from '../store/json.ts'
import type { LedgerSnapshot } from '@doorwalk/core/ledger/snapshot'
import type { AskedPlan, Bytes, EstimateTask, PlanTask, ProposalTask } from '../ports/planner.ts'

/** Large fields of all tasks. */
type Large = 'request' | 'estimate' | 'ledger' | 'openLedger'

export interface Posted<Whole> {
  /** Without its large fields; of a continuation without the walks that stay. */
  rest: Omit<Whole, Large>
  /** JSON of the large fields, and of those walks. */
  large: Bytes
}

interface Fields extends Pick<Partial<PlanTask>, 'continuation'>, Pick<Partial<EstimateTask>, 'estimate'> {
  request?: PlanTask['request'] | ProposalTask['request']
  ledger?: LedgerSnapshot
  openLedger?: LedgerSnapshot | null
}

/** The task, the field and the element of its list: what lies deeper is written in one go. */
const LEVELS = 3

export async function posted<Whole extends PlanTask | EstimateTask | ProposalTask | AskedPlan>(
  task: Whole,
): Promise<Posted<Whole>> {
  const { request, estimate, ledger, openLedger, continuation, ...rest }: Fields = task
  const { keptWalks, ...goesOn } = continuation ?? {}
  return {
    rest: { ...rest, ...(continuation && { continuation: goesOn }) } as Posted<Whole>['rest'],
    large: await encodeLarge({ request, estimate, ledger, openLedger, keptWalks }, LEVELS),
  }
}

export function received<Whole extends PlanTask | EstimateTask | ProposalTask | AskedPlan>({
  rest,
  large,
}: Posted<Whole>): Whole {
  // Not checked: we wrote them.
  const { keptWalks, ...fields } = decodeJson(large) as { keptWalks?: unknown }
  const { continuation, ...others }: Partial<PlanTask> = rest
  return {
    ...others,
    ...fields,
    ...(continuation && { continuation: { ...continuation, keptWalks } }),
  } as Whole
}
