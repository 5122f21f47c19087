/** Areas that are kept under a name; one that was deleted can be brought back. */
import type { Schemas } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import type { Problem } from '../../model/problem.ts'
import { announce } from '../../parts/announce.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { problemOf } from '../../state/problem.ts'
import type { StoredArea } from '../../state/stored-areas.ts'
import { areasWords } from '../../words/areas.ts'
import { sayInstant } from '../../../words/language.ts'

interface Props {
  /** Undefined: not read yet. */
  areas: readonly StoredArea[] | undefined
  onChange: () => void
}

export function StoredAreas({ areas, onChange }: Props) {
  const w = areasWords()
  const [problem, setProblem] = useState<Problem | null>(null)
  async function attempt(action: () => Promise<unknown>): Promise<void> {
    try {
      await action()
      onChange()
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  function remove({ id, label, region, area }: StoredArea): void {
    void attempt(async () => {
      await doorwalk.DELETE('/v1/areas/{areaId}', { params: { path: { areaId: id } } })
      const body = { label, region, area: area as Schemas['AreaRequest'] }
      announce(w.removed(label), () => void attempt(() => doorwalk.POST('/v1/areas', { body })))
    })
  }
  return (
    <>
      <h3>{w.stored}</h3>
      <ProblemBox problem={problem} />
      {areas?.length === 0 && <p>{w.none}</p>}
      <ul>
        {areas?.map((area) => (
          <li key={area.id}>
            {area.label} · {sayInstant(area.createdAt)}{' '}
            <button type="button" aria-label={w.removeOf(area.label)} onClick={() => remove(area)}>
              {w.remove}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
