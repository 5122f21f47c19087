/** The polling stations of a region, and how they were ranked. */
import type { Schemas } from '@doorwalk/client'
import type { PrecinctFeature } from '../../api/answers.ts'
import { doorwalk } from '../../api/api.ts'

export type ListedRanking = Schemas['ListedRanking']

/** For all views. */
const read = new Map<string, Promise<readonly PrecinctFeature[]>>()

/** @throws ProblemError, NoAnswerError */
export function precinctsOf(region: { name: string; version: string }): Promise<readonly PrecinctFeature[]> {
  const slot = `${region.name} ${region.version}`
  const known = read.get(slot)
  if (known) return known
  const all = doorwalk
    .GET('/v1/regions/{name}/precincts', { params: { path: { name: region.name } } })
    .then(({ features }) => features as unknown as PrecinctFeature[])
  read.set(slot, all)
  all.catch(() => read.delete(slot))
  return all
}

/** Stored rankings of a region, the newest version of each; newest first. @throws ProblemError, NoAnswerError */
export async function rankingsOf(region: string): Promise<ListedRanking[]> {
  const newest = new Map<string, ListedRanking>()
  for await (const each of doorwalk.each('/v1/rankings', { params: { query: { region } } })) {
    const ranking = each
    if ((newest.get(ranking.name)?.version ?? 0) < ranking.version) newest.set(ranking.name, ranking)
  }
  return [...newest.values()]
}
