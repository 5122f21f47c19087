/** Areas of the campaign that are kept under a name. */
import type { Schemas } from '@doorwalk/client'
import { doorwalk } from '../../api/api.ts'

export type StoredArea = Schemas['StoredArea']

/** Of this region, by name. @throws ProblemError, NoAnswerError */
export async function storedAreasOf(region: string): Promise<StoredArea[]> {
  const all: StoredArea[] = []
  for await (const area of doorwalk.each('/v1/areas', { params: { query: { region } } })) all.push(area)
  return all.sort((a, b) => a.label.localeCompare(b.label))
}
