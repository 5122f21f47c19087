/** One of the areas that are kept under a name. */
import { useId } from 'preact/hooks'
import { shellWords } from '../../words/shell.ts'
import { useLoad } from '../../state/load.ts'
import { areaPath, useRemovals } from '../../state/removals.ts'
import { useSession } from '../../state/session.ts'
import { storedAreasOf } from '../../state/stored-areas.ts'
import { choicesWords } from '../../words/choices.ts'

interface Props {
  /** Empty: none is chosen. */
  id: string
  onChange: (id: string) => void
}

export function StoredChoice({ id, onChange }: Props) {
  const w = choicesWords()
  const field = useId()
  const { region } = useSession()
  const { value: all, error, reload } = useLoad(`areas ${region.name}`, () => storedAreasOf(region.name))
  const { gone } = useRemovals()
  const value = all?.filter((area) => !gone.has(areaPath(area.id)))
  if (value?.length === 0) return <p class="help">{w.storedEmpty}</p>
  return (
    <div class="field">
      {error !== undefined && (
        <p class="wrong" role="alert">
          {shellWords().problem.network}{' '}
          <button type="button" onClick={reload}>
            {shellWords().tryAgain}
          </button>
        </p>
      )}
      <label for={field}>{w.storedChoose}</label>
      <select id={field} value={id} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        <option value="">{w.storedNone}</option>
        {value?.map((area) => (
          <option key={area.id} value={area.id}>
            {area.label}
          </option>
        ))}
      </select>
    </div>
  )
}
