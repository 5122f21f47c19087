/** Stored rankings of a region: the newest version of each. */
import type { Schemas } from '@doorwalk/client'
import { doorwalk } from '../../api/api.ts'

export type ListedRanking = Schemas['ListedRanking']

/** Newest first. @throws ProblemError, NoAnswerError */
export async function rankingsOf(region: string): Promise<ListedRanking[]> {
  const newest = new Map<string, ListedRanking>()
  for await (const each of doorwalk.each('/v1/rankings', { params: { query: { region } } })) {
    const ranking = each
    if ((newest.get(ranking.name)?.version ?? 0) < ranking.version) newest.set(ranking.name, ranking)
  }
  return [...newest.values()]
}
