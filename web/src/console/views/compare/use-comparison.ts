/** Both plans, what is different, and where that is: the figures at once, the rest as it comes. */
import type { LngLat } from '@doorwalk/core/units'
import { ProblemError, type Schemas } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import { sayWithin } from '@doorwalk/core/words/say'
import type { Language } from '@doorwalk/core/words/languages'
import { type PlanFeature, placeOf, withinOf } from '../../../api/answers.ts'
import { doorwalk } from '../../../api/api.ts'
import { type Pair, SIDES, type Side, type TargetChange } from '../../model/plans/comparison.ts'
import { currentLanguage } from '../../../words/language.ts'
import { type Loaded, useLoad } from '../../state/load.ts'

type PlanAnswer = Schemas['PlanAnswer']
type Comparison = Schemas['PlanComparison']

export interface SidePlan {
  plan: PlanAnswer
  /** Undefined: too long ago to be in the list. */
  createdAt: string | undefined
}

/** Why they cannot be compared. `gone`: there is no such plan any more. */
interface Refused {
  kind: 'gone' | 'failed'
  side: Side
  error: unknown
}

export type Found =
  | { kind: 'compared'; plans: Readonly<Record<Side, SidePlan>>; comparison: Comparison }
  | { kind: 'regions'; a: string; b: string }
  | Refused

const PAGE = 1_000
/** Plans among which the moments of making are looked for. */
const PLANS = 1_000

export interface Compared {
  found: Loaded<Found>
  /** Still being made; null: none is. */
  waitsFor: Side | null
}

export function useComparison(pair: Pair): Compared {
  const [waitsFor, setWaitsFor] = useState<Side | null>(null)
  const found = useLoad<Found>(`compare ${pair.a} ${pair.b}`, async (signal) => {
    setWaitsFor(null)
    const [listed, ...read] = await Promise.all([
      doorwalk.GET('/v1/plans', { params: { query: { limit: PLANS, fields: 'id,createdAt' } }, signal }),
      ...SIDES.map((side) => readPlan(side, pair[side], { signal, onWait: () => setWaitsFor(side) })),
    ])
    const [a, b] = read as [PlanAnswer | Refused, PlanAnswer | Refused]
    if ('kind' in a) return a
    if ('kind' in b) return b
    if (a.region.name !== b.region.name) return { kind: 'regions', a: a.region.name, b: b.region.name }
    const made = new Map(listed.plans.map(({ id, createdAt }) => [id, createdAt]))
    const plans = {
      a: { plan: a, createdAt: made.get(a.id) },
      b: { plan: b, createdAt: made.get(b.id) },
    }
    return { kind: 'compared', plans, comparison: await readPage(pair, { signal }) }
  })
  return { found, waitsFor }
}

/** All changes, page after page; undefined: not read yet. */
export function useChanges(pair: Pair, first: Comparison): Loaded<readonly TargetChange[]> {
  return useLoad<readonly TargetChange[]>(`changes ${pair.a} ${pair.b}`, async (signal) => {
    const all = [...first.changes]
    for (let cursor = first.next; cursor !== null;) {
      const page = await readPage(pair, { signal, cursor })
      all.push(...page.changes)
      cursor = page.next
    }
    return all
  })
}

/** A target on a walk of either plan. */
export interface ComparedTarget {
  id: string
  at: LngLat
  /** With its entrance and storeys, where an address has several targets. */
  address: string
  doors: number
}

/** By id. */
export function usePlaces(pair: Pair): Loaded<ReadonlyMap<string, ComparedTarget>> {
  const language = currentLanguage()
  return useLoad<ReadonlyMap<string, ComparedTarget>>(
    `places ${language} ${pair.a} ${pair.b}`,
    async (signal) => {
      const drawn = await Promise.all(
        SIDES.map(async (side) => {
          const answer = await doorwalk.fetch(`/v1/plans/${encodeURIComponent(pair[side])}.geojson`, {
            signal,
          })
          return ((await answer.json()) as { features: PlanFeature[] }).features
        }),
      )
      return new Map(drawn.flat().flatMap((feature) => targetOf(feature, language)))
    },
  )
}

function targetOf({ properties, geometry }: PlanFeature, language: Language): [string, ComparedTarget][] {
  if (properties.kind !== 'target' || geometry.type !== 'Point') return []
  const { id, doors, seen } = properties
  const address = [seen ?? placeOf(properties), ...sayWithin(withinOf(properties), language)].join(', ')
  const [lng = 0, lat = 0] = geometry.coordinates
  return [[id, { id, at: [lng, lat], address, doors }]]
}

interface Wait {
  signal: AbortSignal
  onWait: () => void
}

async function readPlan(side: Side, id: string, { signal, onWait }: Wait): Promise<PlanAnswer | Refused> {
  try {
    return await doorwalk.waitFor(id, { signal, onProgress: onWait })
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status < 404 || error.status >= 500) throw error
    return { kind: error.status === 404 ? 'gone' : 'failed', side, error }
  }
}

async function readPage(
  { a, b }: Pair,
  { signal, cursor }: { signal: AbortSignal; cursor?: string },
): Promise<Comparison> {
  const query = { limit: PAGE, ...(cursor !== undefined && { cursor }) }
  const answer = await doorwalk.POST('/v1/plans/compare', {
    params: { query },
    body: { plans: [a, b] },
    signal,
  })
  if ('changes' in answer) return answer
  throw new Error('a plan that was finished is being made again')
}
