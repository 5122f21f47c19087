/** Handing out: plans are leased, walks get links. Links are told once, so this tab keeps those that it made. */
import type { Schemas } from '@doorwalk/client'
import { doorwalk } from '../../api/api.ts'
import { several } from '../../api/several.ts'
import type { LinksByWalk } from '../model/links.ts'
import type { Problem } from '../model/problem.ts'
import { problemOf } from './problem.ts'

/** A walk that somebody is to get. */
export interface GivenWalk {
  walkId: string
  number: number
  /** Id of who walks. */
  walker: string
  /** What is said of it beside its number, such as the shift. */
  title: string
}

const LINKS_SLOT = 'doorwalk-console-links'

/** Leases the walks of a plan; doing it again changes nothing. What stands in the way; null: nothing. */
export async function commitPlan(planId: string): Promise<Problem | null> {
  try {
    await doorwalk.POST('/v1/plans/{planId}/commit', { params: { path: { planId } } })
    return null
  } catch (error) {
    return problemOf(error)
  }
}

/** @throws ProblemError, NoAnswerError */
export async function walksOfPlan(planId: string, title: string): Promise<GivenWalk[]> {
  const { walks } = await doorwalk.waitFor(planId)
  return walks.map(({ walkId, number, walker }) => ({ walkId, number, walker, title }))
}

/** Where the walks of a plan stand, by id. @throws ProblemError, NoAnswerError */
export async function statesOf(plan: string): Promise<ReadonlyMap<string, Schemas['ListedWalk']['state']>> {
  const states = new Map<string, Schemas['ListedWalk']['state']>()
  for await (const each of doorwalk.each('/v1/walks', { params: { query: { plan, limit: 500 } } })) {
    const walk = each
    states.set(walk.walkId, walk.state)
  }
  return states
}

/** Who have the walks of a plan. @throws ProblemError, NoAnswerError */
export async function walkersOf(plan: string): Promise<string[]> {
  const walkers: string[] = []
  for await (const { walker } of doorwalk.each('/v1/walks', { params: { query: { plan, limit: 500 } } }))
    walkers.push(walker)
  return walkers
}

/** The links that there are, from any browser and on paper. @throws ProblemError, NoAnswerError */
export async function linksOf(walks: readonly Pick<GivenWalk, 'walkId'>[]): Promise<LinksByWalk> {
  const lists = await several(walks, async ({ walkId }) => {
    const { links } = await doorwalk.GET('/v1/walks/{walkId}/links', { params: { path: { walkId } } })
    return [walkId, links] as const
  })
  return new Map(lists)
}

/** A link for a phone, made now. @param replaces  the others of the walk end @throws ProblemError, NoAnswerError */
export async function makeLink(walkId: string, { replaces }: { replaces: boolean }): Promise<string> {
  const params = { path: { walkId } }
  const { url } = await doorwalk.POST('/v1/walks/{walkId}/links', { params, body: { replaces } })
  sessionStorage.setItem(LINKS_SLOT, JSON.stringify({ ...keptLinks(), [walkId]: url }))
  return url
}

/** By walk: those that this tab has made. They open walks, so they go with the tab, as the key does. */
export function keptLinks(): Readonly<Record<string, string>> {
  try {
    return JSON.parse(sessionStorage.getItem(LINKS_SLOT) ?? '{}') as Record<string, string>
  } catch {
    return {}
  }
}
