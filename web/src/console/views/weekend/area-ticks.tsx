/** The areas of a weekend: saved ones and polling stations, each with walks of its own. */
import { useId } from 'preact/hooks'
import type { PrecinctFeature } from '../../../api/answers.ts'
import { precinctOf, sayPrecinct } from '../../model/areas/precincts.ts'
import { type Problem, problemsAt } from '../../model/problem.ts'
import { type AreaTick, MOST_AREAS, sameTick, tickKey, toggleTick } from '../../model/weekend/draft.ts'
import { Busy } from '../../parts/busy.tsx'
import { PrecinctList } from '../../parts/places/precinct-list.tsx'
import { useStanding } from '../../parts/standing.ts'
import { areaPath, useRemovals } from '../../state/removals.ts'
import { useSession } from '../../state/session.ts'
import type { StoredArea } from '../../state/stored-areas.ts'
import { sayNumber } from '../../../words/language.ts'
import { shellWords } from '../../words/shell.ts'
import { weekendWords } from '../../words/weekend.ts'

interface Places {
  precincts: readonly PrecinctFeature[]
  stored: readonly StoredArea[]
}

interface Props {
  ticks: readonly AreaTick[]
  /** Undefined: not read yet. */
  places: Places | undefined
  problem: Problem | null
  plans: number
  onChange: (ticks: readonly AreaTick[]) => void
}

export function AreaTicks({ ticks, places, problem, plans, onChange }: Props) {
  const w = weekendWords()
  const id = useId()
  const { region } = useSession()
  const { gone } = useRemovals()
  const stored = places?.stored.filter((area) => !gone.has(areaPath(area.id))) ?? []
  const toggle = (tick: AreaTick): void => onChange(toggleTick(ticks, tick))
  const standing = useStanding(problem, ticks)
  const isTicked = (tick: AreaTick): boolean => ticks.some((each) => sameTick(each, tick))
  return (
    <fieldset aria-describedby={`${id}-wrong`}>
      <legend>{w.areas}</legend>
      <p class="help">{w.areasHelp}</p>
      {places === undefined && <Busy text={shellWords().loading} />}
      {stored.length > 0 && (
        <div class="list stored" role="group" aria-label={w.storedAreas}>
          {stored.map(({ id: area, label }) => (
            <label key={area} class="choice">
              <input
                type="checkbox"
                checked={isTicked({ kind: 'stored', id: area })}
                onChange={() => toggle({ kind: 'stored', id: area })}
              />
              <span>{label}</span>
            </label>
          ))}
        </div>
      )}
      {places && places.precincts.length > 0 && (
        <PrecinctList
          {...{ precincts: places.precincts, fields: region.priorityFields }}
          isChosen={(code) => isTicked({ kind: 'precinct', code })}
          onToggle={(code) => toggle({ kind: 'precinct', code })}
        />
      )}
      {places && places.precincts.length + places.stored.length > 1 && (
        <TickAll {...{ ticks, places, onChange }} />
      )}
      <p role="status">{ticks.length > 0 && w.chosen(sayNumber(ticks.length), sayNumber(plans))}</p>
      <p id={`${id}-wrong`} class="wrong" role="alert">
        {problemsAt(standing, '/areas').join(' ')}
      </p>
    </fieldset>
  )
}

function TickAll({ ticks, places, onChange }: { places: Places } & Pick<Props, 'ticks' | 'onChange'>) {
  const w = weekendWords()
  const all: AreaTick[] = [
    ...places.stored.map(({ id }) => ({ kind: 'stored' as const, id })),
    ...places.precincts.map(({ properties }) => ({
      kind: 'precinct' as const,
      code: precinctOf(properties).code,
    })),
  ]
  if (all.length > MOST_AREAS) return null
  return (
    <div class="pair">
      <button type="button" disabled={ticks.length === all.length} onClick={() => onChange(all)}>
        {w.tickAll(sayNumber(all.length))}
      </button>
      <button type="button" disabled={ticks.length === 0} onClick={() => onChange([])}>
        {w.tickNone}
      </button>
    </div>
  )
}

/** What areas are called, by `tickKey`. */
export function labelsOf({ precincts, stored }: Places): ReadonlyMap<string, string> {
  return new Map([
    ...precincts.map(({ properties }): [string, string] => {
      const precinct = precinctOf(properties)
      return [tickKey({ kind: 'precinct', code: precinct.code }), sayPrecinct(precinct)]
    }),
    ...stored.map(({ id, label }): [string, string] => [tickKey({ kind: 'stored', id }), label]),
  ])
}
