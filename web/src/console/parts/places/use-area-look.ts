/** What an area that is being chosen holds, asked for once it has stood for a moment. */
import { ProblemError, type Schemas } from '@doorwalk/client'
import type { LngLat } from '@doorwalk/core/units'
import { useEffect, useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import { type AreaWish, areaOf, lackOf } from '../../model/area-wish.ts'
import type { Problem } from '../../model/problem.ts'
import { useLoad } from '../../state/load.ts'
import { problemOf } from '../../state/problem.ts'
import { currentLanguage } from '../../../words/language.ts'

export interface AreaLook {
  isLoading: boolean
  /** Null: nothing is chosen yet, or it could not be asked for. */
  found: Pick<Schemas['Estimate'], 'doors' | 'buildings' | 'warnings'> | null
  /** What is wrong with the area itself. */
  problem: Problem | null
  /** Of an area that its own shape does not say, as coordinates of a MultiPolygon. */
  outline: readonly LngLat[][][]
}

/** A corner or a station more may follow. */
const SETTLED_MILLISECONDS = 300
/** All that lies there is counted, however little of it is planned for. */
const LEAST = { upTo: 1, minutes: 10 }
const NO_OUTLINE: readonly never[] = []

export function useAreaLook(wish: AreaWish, region: string): AreaLook {
  const area = lackOf(wish) === null ? areaOf(wish) : undefined
  const language = currentLanguage()
  const asked = area === undefined ? '' : JSON.stringify({ region, area, language, ...LEAST })
  const [settled, setSettled] = useState(asked)
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(asked), SETTLED_MILLISECONDS)
    return () => clearTimeout(waiting)
  }, [asked])
  const { value, error, isLoading } = useLoad(`look ${settled}`, async (signal) =>
    settled === ''
      ? null
      : await doorwalk.POST('/v1/plans/estimate', {
          body: JSON.parse(settled) as Schemas['EstimateRequest'],
          signal,
        }),
  )
  const isCurrent = settled === asked && asked !== ''
  const isOfArea = error instanceof ProblemError && error.code.startsWith('area.')
  return {
    isLoading: asked !== '' && (!isCurrent || isLoading),
    found: (isCurrent ? value : null) ?? null,
    problem: isCurrent && isOfArea ? problemOf(error) : null,
    // It stays on the map while a larger one is counted.
    outline: (asked === '' ? null : (value?.outline as LngLat[][][] | null)) ?? NO_OUTLINE,
  }
}
