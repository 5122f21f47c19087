/** How much there is to do in the areas of a weekend: estimated for each of them once, as soon as it is ticked. */
import type { Schemas } from '@doorwalk/client'
import { doorwalk } from '../../../api/api.ts'
import { crewsOf } from '../../model/weekend/crews.ts'
import type { AreaWork } from '../../model/weekend/dealing.ts'
import type { WeekendDraft } from '../../model/weekend/draft.ts'
import { minutesOf } from '../../model/weekend/draft.ts'
import { instantOf } from '../../model/weekend/instant.ts'
import { estimateOf } from '../../model/weekend/request.ts'

/** Walks that are estimated, and what the API draws a curve up to. */
const STEP = 60
const MOST_WALKERS = 300

const known = new Map<string, Promise<AreaWork>>()

/** In the order of the areas; none: nothing to estimate yet. */
export function workRequests(draft: WeekendDraft, region: string): Schemas['EstimateRequest'][] {
  const [first] = draft.shifts
  const startAt = first && instantOf(first.date, first.from)
  const minutes = first && minutesOf(first)
  if (!startAt || !minutes || minutes <= 0) return []
  const walks = crewsOf(draft).reduce((sum, crew) => sum + crew.length, 0)
  const upTo = Math.min(MOST_WALKERS, STEP * Math.max(1, Math.ceil(walks / STEP)))
  return draft.areas.map((tick) => ({
    ...estimateOf({ ...draft, areas: [tick] }, { region, startAt }),
    upTo,
  }))
}

/** @throws ProblemError, NoAnswerError */
export async function worksOf(requests: readonly Schemas['EstimateRequest'][]): Promise<AreaWork[]> {
  const works: AreaWork[] = []
  // One after the other: each is a search.
  for (const request of requests) works.push(await workOf(request))
  return works
}

function workOf(request: Schemas['EstimateRequest']): Promise<AreaWork> {
  const slot = JSON.stringify(request)
  const asked =
    known.get(slot) ??
    doorwalk.POST('/v1/plans/estimate', { body: request }).then(({ curves: [curve] }) => curve!)
  known.set(slot, asked)
  asked.catch(() => known.delete(slot))
  return asked
}
