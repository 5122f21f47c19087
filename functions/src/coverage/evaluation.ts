/** The evaluation of an unsealed hold-out by the results of its precincts. */
import { VisibleError } from '@doorwalk/core/error'
import type { Evaluation } from '@doorwalk/core/evaluation/answer'
import type { EvaluationRequest } from '@doorwalk/core/evaluation/request'
import { valuesBy } from '../ledger/drawable.ts'
import { drawOf } from '../ledger/holdouts.ts'
import type { World } from '../world.ts'

interface Asked {
  campaign: string
  id: string
  request: EvaluationRequest
}

/**
 * Nothing is stored.
 *
 * @throws VisibleError `holdout.unknown`, `holdout.sealed`, `evaluation.*`
 */
export async function evaluateHoldout(
  world: Pick<World, 'store' | 'blobs' | 'regions'>,
  { campaign, id, request }: Asked,
): Promise<Evaluation> {
  const { holdout, units, precincts } = await drawOf(world, { campaign, id })
  if (holdout.unit !== 'precinct') {
    throw new VisibleError(
      'unprocessable',
      'evaluation.not_precincts',
      `hold-out "${id}" is of blocks, and results are told by precinct; draw precincts to evaluate them`,
    )
  }
  const { evaluate } = await import('@doorwalk/core/evaluation/evaluation')
  const { lastField } = request
  if (lastField === undefined) return evaluate({ units, request })
  const last = valuesBy(lastField, precincts)
  if (last.size > 0) return evaluate({ units, request, last })
  const detail = `"${lastField}" is no numeric property of the precincts of "${holdout.region}"`
  throw new VisibleError('input', 'evaluation.results', `/lastField: ${detail}`, [
    { pointer: '/lastField', detail },
  ])
}
