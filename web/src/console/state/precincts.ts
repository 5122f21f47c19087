/** The polling stations of a region, read once for all views. */
import type { PrecinctFeature } from '../../api/answers.ts'
import { doorwalk } from '../../api/api.ts'

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
