/**
 * Where to go: the whole region, polling stations best first, or an area drawn on the map beside the form; else a saved
 * area, a file, or what one walks to from a point.
 */
import { useId, useRef } from 'preact/hooks'
import type { PrecinctFeature } from '../../api/answers.ts'
import { type AreaWish, EMPTY_WISH, WALK_MINUTES, togglePrecinct } from '../model/area-wish.ts'
import { type Problem, problemsAt } from '../model/problem.ts'
import { choicesWords } from '../words/choices.ts'
import { announce } from './announce.tsx'
import { AreaHolds } from './places/area-look.tsx'
import { FileChoice } from './places/file-choice.tsx'
import { NumberField } from './number.tsx'
import { PrecinctList } from './places/precinct-list.tsx'
import { StoredChoice } from './places/stored-choice.tsx'
import type { AreaLook } from './places/use-area-look.ts'
import { useStanding } from './standing.ts'

interface Props {
  wish: AreaWish
  onChange: (wish: AreaWish) => void
  /** Of the region; none: stations are not offered. */
  precincts: readonly PrecinctFeature[]
  /** Their numbers, to sort by. */
  fields: readonly string[]
  /** What is at `pointer` stands here. */
  problem: Problem | null
  pointer?: string
  /** What it holds; absent: nobody has looked. */
  look?: AreaLook
  /** Where there are several areas: which of them. */
  legend?: string
}

type Kind = AreaWish['kind']

const FIRST: readonly Kind[] = ['region', 'precincts', 'draw']
const OTHERS: readonly Kind[] = ['stored', 'walk', 'file']

/** The map is told by the view that has both: precincts to click on, corners to set, where a walk begins. */
export function AreaChoice(props: Props) {
  const { wish, onChange, precincts, problem, pointer = '/area', legend } = props
  const w = choicesWords()
  const id = useId()
  const wrong = problemsAt(useStanding(problem, wish), pointer)
  /** What was chosen of each kind: looking at another one loses nothing. */
  const left = useRef<Partial<Record<Kind, AreaWish>>>({})
  /** Whoever takes it back may have chosen more meanwhile. */
  const now = useRef(onChange)
  now.current = onChange
  function clear(): void {
    onChange(EMPTY_WISH.draw)
    announce(w.drawCleared, () => now.current(wish))
  }
  function choose(kind: Kind): void {
    left.current[wish.kind] = wish
    onChange(left.current[kind] ?? EMPTY_WISH[kind])
  }
  const kind = (each: Kind) => (
    <label key={each} class="choice">
      <input
        type="radio"
        name={id}
        checked={wish.kind === each}
        aria-invalid={wrong.length > 0 && wish.kind === each}
        onChange={() => choose(each)}
      />
      <span>{w[each]}</span>
    </label>
  )
  return (
    <fieldset aria-describedby={`${id}-wrong`}>
      <legend>{legend ?? w.where}</legend>
      {FIRST.filter((each) => each !== 'precincts' || precincts.length > 0).map(kind)}
      <details open={OTHERS.includes(wish.kind)}>
        <summary>{w.others}</summary>
        {OTHERS.map(kind)}
      </details>
      <KindFields {...props} onClear={clear} />
      {props.look && <AreaHolds look={props.look} />}
      <p id={`${id}-wrong`} class="wrong" role="alert">
        {wrong.join(' ')}
      </p>
    </fieldset>
  )
}

/** What there is to say of an area of this kind. */
function KindFields({ wish, onChange, onClear, precincts, fields }: Props & Pick<CornersProps, 'onClear'>) {
  const w = choicesWords()
  switch (wish.kind) {
    case 'region':
      return null
    case 'precincts':
      return (
        <>
          <PrecinctList
            {...{ precincts, fields }}
            isChosen={(code) => wish.codes.includes(code)}
            onToggle={(code) => onChange(togglePrecinct(wish, code))}
          />
          <p class="help">{w.precinctHelp}</p>
        </>
      )
    case 'draw':
      return <Corners corners={wish.corners} {...{ onChange, onClear }} />
    case 'walk':
      return (
        <>
          <NumberField
            {...{ label: w.walkMinutes, pointer: '/walkFrom/minutes', problem: null, ...WALK_MINUTES }}
            value={wish.minutes}
            onChange={(minutes) => onChange({ ...wish, minutes })}
          />
          <p class="help" aria-live="polite">
            {wish.start === null ? w.walkPoint : w.walkPointSet}
          </p>
        </>
      )
    case 'file':
      return (
        <FileChoice name={wish.name} onChange={(name, shape) => onChange({ kind: 'file', name, shape })} />
      )
    case 'stored':
      return <StoredChoice id={wish.id} onChange={(chosen) => onChange({ kind: 'stored', id: chosen })} />
  }
}

interface CornersProps {
  corners: Extract<AreaWish, { kind: 'draw' }>['corners']
  onChange: Props['onChange']
  onClear: () => void
}

function Corners({ corners, onChange, onClear }: CornersProps) {
  const w = choicesWords()
  return (
    <>
      <p class="help">{w.drawHelp}</p>
      <p class="help" aria-live="polite">
        {w.points(corners.length)}
      </p>
      <div class="pair">
        <button
          type="button"
          disabled={corners.length === 0}
          onClick={() => onChange({ kind: 'draw', corners: corners.slice(0, -1) })}
        >
          {w.drawUndo}
        </button>
        <button type="button" disabled={corners.length === 0} onClick={onClear}>
          {w.drawClear}
        </button>
      </div>
    </>
  )
}
