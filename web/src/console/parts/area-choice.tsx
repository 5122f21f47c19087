/** Where to go: the whole region, polling stations best first, or an area drawn on the map beside the form. */
import { useId, useState } from 'preact/hooks'
import type { PrecinctFeature } from '../../api/answers.ts'
import { type AreaWish, WHOLE_REGION, togglePrecinct } from '../model/area-wish.ts'
import { type Problem, problemsAt } from '../model/problem.ts'
import { choicesWords } from '../words/choices.ts'
import { isOrder, sayField, sayFieldValue } from '../words/fields.ts'

interface Props {
  wish: AreaWish
  onChange: (wish: AreaWish) => void
  /** Of the region; none: stations are not offered. */
  precincts: readonly PrecinctFeature[]
  /** Their numbers, to sort by. */
  fields: readonly string[]
  /** Its `/area` stands here. */
  problem: Problem | null
}

/** The map is told by the view that has both: precincts to click on, corners to set. */
export function AreaChoice({ wish, onChange, precincts, fields, problem }: Props) {
  const w = choicesWords()
  const id = useId()
  const wrong = problemsAt(problem, '/area')
  const kinds = (['region', 'precincts', 'draw'] as const).filter(
    (kind) => kind !== 'precincts' || precincts.length > 0,
  )
  return (
    <fieldset aria-describedby={`${id}-wrong`}>
      <legend>{w.where}</legend>
      {kinds.map((kind) => (
        <label key={kind} class="choice">
          <input
            type="radio"
            name={id}
            checked={wish.kind === kind}
            aria-invalid={wrong.length > 0 && wish.kind === kind}
            onChange={() => onChange(EMPTY[kind])}
          />
          <span>{w[kind]}</span>
        </label>
      ))}
      {wish.kind === 'precincts' && (
        <PrecinctList
          chosen={wish.codes}
          {...{ precincts, fields }}
          onToggle={(code) => onChange(togglePrecinct(wish, code))}
        />
      )}
      {wish.kind === 'draw' && (
        <>
          <p class="help">{w.drawHelp}</p>
          <p class="help" aria-live="polite">
            {w.points(wish.corners.length)}
          </p>
          <div class="pair">
            <button
              type="button"
              disabled={wish.corners.length === 0}
              onClick={() => onChange({ kind: 'draw', corners: wish.corners.slice(0, -1) })}
            >
              {w.drawUndo}
            </button>
            <button type="button" disabled={wish.corners.length === 0} onClick={() => onChange(EMPTY.draw)}>
              {w.drawClear}
            </button>
          </div>
        </>
      )}
      <p id={`${id}-wrong`} class="wrong" role="alert">
        {wrong.join(' ')}
      </p>
    </fieldset>
  )
}

const EMPTY: Record<AreaWish['kind'], AreaWish> = {
  region: WHOLE_REGION,
  precincts: { kind: 'precincts', codes: [] },
  draw: { kind: 'draw', corners: [] },
}

interface ListProps {
  chosen: readonly string[]
  precincts: readonly PrecinctFeature[]
  fields: readonly string[]
  onToggle: (code: string) => void
}

function PrecinctList({ chosen, precincts, fields, onToggle }: ListProps) {
  const w = choicesWords()
  const id = useId()
  const [field, setField] = useState('')
  return (
    <>
      <label for={id}>{w.sortBy}</label>
      <select id={id} value={field} onChange={({ currentTarget }) => setField(currentTarget.value)}>
        <option value="">{w.byNumber}</option>
        {fields.filter(isOrder).map((each) => (
          <option key={each} value={each}>
            {sayField(each)}
          </option>
        ))}
      </select>
      <div class="list" role="group" aria-label={w.precincts}>
        {sortPrecincts(precincts, field).map(({ properties }) => (
          <label key={properties.code} class="choice">
            <input
              type="checkbox"
              value={properties.code}
              checked={chosen.includes(String(properties.code))}
              onChange={() => onToggle(String(properties.code))}
            />
            <span>{properties.code}</span>
            <span>{field === '' ? '' : sayFieldValue(field, properties[field])}</span>
          </label>
        ))}
      </div>
      <p class="help">{w.precinctHelp}</p>
    </>
  )
}

/** By code, or those first that have most of `field`. */
function sortPrecincts(precincts: readonly PrecinctFeature[], field: string): PrecinctFeature[] {
  const amount = ({ properties }: PrecinctFeature): number => Number(properties[field] ?? -Infinity)
  return precincts.toSorted((a, b) =>
    field === '' ? String(a.properties.code).localeCompare(String(b.properties.code)) : amount(b) - amount(a),
  )
}
