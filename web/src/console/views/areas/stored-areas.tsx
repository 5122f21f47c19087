/** Areas that are kept under a name; one that was deleted can be brought back. */
import { areaPath, removals, useRemovals } from '../../state/removals.ts'
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
  const { gone } = useRemovals()
  const shown = areas?.filter(({ id }) => !gone.has(areaPath(id)))
  return (
    <>
      <h3>{w.stored}</h3>
      {shown?.length === 0 && <p>{w.none}</p>}
      <ul>
        {shown?.map(({ id, label, createdAt }) => (
          <li key={id}>
            {label} · {sayInstant(createdAt)}{' '}
            <button
              type="button"
              aria-label={w.removeOf(label)}
              onClick={() => removals.remove({ path: areaPath(id), what: label, onDone: onChange })}
            >
              {w.remove}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
