/** Polling stations to tick, by name and number, those first that have most of something. */
import { useId, useState } from 'preact/hooks'
import type { PrecinctFeature } from '../../../api/answers.ts'
import { findPrecincts, precinctOf, sayPrecinct, sortPrecincts } from '../../model/areas/precincts.ts'
import { useSession } from '../../state/session.ts'
import { sayNumber, sayShare } from '../../../words/language.ts'
import { choicesWords } from '../../words/choices.ts'
import { isOrder, sayField, sayFieldValue } from '../../words/fields.ts'
import { type StationDoors, useStationDoors } from './use-station-doors.ts'

interface Props {
  precincts: readonly PrecinctFeature[]
  /** Their numbers, to sort by. */
  fields: readonly string[]
  isChosen: (code: string) => boolean
  onToggle: (code: string) => void
}

/** Fewer than these are read at a glance. */
const SEARCHED = 12

export function PrecinctList({ precincts, fields, isChosen, onToggle }: Props) {
  const w = choicesWords()
  const id = useId()
  const [field, setField] = useState('')
  const [search, setSearch] = useState('')
  const { region } = useSession()
  const stations = useStationDoors(region, precincts)
  const all = precincts.map(({ properties }) => precinctOf(properties))
  return (
    <>
      <div class="columns">
        <div class="field">
          <label for={`${id}-sort`}>{w.sortBy}</label>
          <select
            id={`${id}-sort`}
            value={field}
            onChange={({ currentTarget }) => setField(currentTarget.value)}
          >
            <option value="">{w.byNumber}</option>
            {fields.filter(isOrder).map((each) => (
              <option key={each} value={each}>
                {sayField(each)}
              </option>
            ))}
          </select>
        </div>
        {precincts.length > SEARCHED && (
          <div class="field">
            <label for={`${id}-search`}>{w.search}</label>
            <input
              id={`${id}-search`}
              type="search"
              value={search}
              onInput={({ currentTarget }) => setSearch(currentTarget.value)}
            />
          </div>
        )}
      </div>
      <div class="list" role="group" aria-label={w.precincts}>
        {findPrecincts(sortPrecincts(all, field), search).map((precinct) => (
          <label key={precinct.code} class="choice">
            <input
              type="checkbox"
              value={precinct.code}
              checked={isChosen(precinct.code)}
              onChange={() => onToggle(precinct.code)}
            />
            <span>
              {sayPrecinct(precinct)}
              <span class="help station-doors"> {sayDoors(stations.get(precinct.code))}</span>
            </span>
            <span>{field === '' ? '' : sayFieldValue(field, precinct.fields[field])}</span>
          </label>
        ))}
      </div>
    </>
  )
}

/** The whole station but for its rim: not worth saying. */
const WHOLE = 0.95

function sayDoors(station: StationDoors | undefined): string {
  const w = choicesWords()
  if (station === undefined) return ''
  const { doors, inside } = station
  const count = w.stationDoors(sayNumber(doors))
  return inside >= WHOLE ? count : w.stationPart(count, sayShare(inside))
}
