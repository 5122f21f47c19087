/** Scores that precincts are paired by, of a ranking that is stored. */
import { fieldError } from '@doorwalk/core/error'
import type { NewHoldout } from '../ledger/holdout.ts'
import type { PairScores } from '../ledger/holdouts.ts'
import { priorityNow } from '../rankings/priority.ts'
import type { World } from '../world.ts'

const POINTER = '/pairs/ranking'

/**
 * Undefined: pairs are made by a number of the precincts, or there are none.
 *
 * @throws VisibleError `ranking.unknown`, `ranking.other_region`, `holdout.strata` where no precincts were ranked
 */
export async function pairScores(
  world: Pick<World, 'store' | 'blobs' | 'clock'>,
  { campaign, wish: { region, pairs } }: { campaign: string; wish: NewHoldout },
): Promise<PairScores | undefined> {
  if (!pairs || !('ranking' in pairs)) return undefined
  const priority = await priorityNow(world, { campaign, region, priority: pairs, pointer: POINTER })
  const ranked = priority && 'of' in priority ? priority : undefined
  if (!ranked || ranked.precincts.length === 0)
    throw fieldError(
      'holdout.strata',
      POINTER,
      `got "${pairs.ranking}", which ranks squares only; expected a ranking of precincts, which results are told by`,
    )
  return { ranking: ranked.of, byPrecinct: new Map(ranked.precincts.map(({ code, score }) => [code, score])) }
}
