/** An area put together of parts beside the map, and kept under a name. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { PrecinctFeature } from '../../../api/answers.ts'
import { doorwalk } from '../../../api/api.ts'
import {
  type AreaWish,
  isOnMap,
  shapeCorners,
  shapeOutline,
  takePoint,
  togglePrecinct,
} from '../../model/area-wish.ts'
import {
  type AreaDraft,
  type PieceRole,
  ROLES,
  areaOfDraft,
  isAreaDraft,
  lackOfDraft,
} from '../../model/areas/pieces.ts'
import { FormError, type Problem } from '../../model/problem.ts'
import { announce } from '../../parts/announce.tsx'
import { AreaChoice } from '../../parts/area-choice.tsx'
import { Field } from '../../parts/field.tsx'
import { useAreaLook } from '../../parts/places/use-area-look.ts'
import { MapView } from '../../parts/map-view.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { useDraft } from '../../state/draft.ts'
import { keep, readKept } from '../../state/kept.ts'
import { useOnce } from '../../../parts/once.ts'
import { problemOf } from '../../state/problem.ts'
import { useSession } from '../../state/session.ts'
import { storedAreasOf } from '../../state/stored-areas.ts'
import { areasWords } from '../../words/areas.ts'
import { choicesWords } from '../../words/choices.ts'
import { sayNumber } from '../../../words/language.ts'

interface Props {
  precincts: readonly PrecinctFeature[]
  onSaved: () => void
}

const MOST_LABEL = 64
const FIRST: AreaDraft = [{ role: 'also', wish: { kind: 'precincts', codes: [] } }]
const NONE: readonly never[] = []

export function AreaMaker({ precincts, onSaved }: Props) {
  const w = areasWords()
  const { region } = useSession()
  const slot = `area-${region.name}`
  const [draft, setDraft] = useState<AreaDraft>(() => readKept(slot, isAreaDraft, FIRST))
  const [active, setActive] = useState(0)
  const [{ label }, setName] = useDraft(`area-name-${region.name}`, { label: '' })
  const setLabel = (next: string): void => setName({ label: next })
  const { once } = useOnce()
  const [problem, setProblem] = useState<Problem | null>(null)
  const index = Math.min(active, draft.length - 1)
  const { wish } = draft[index]!
  const look = useAreaLook(wish, region.name)

  /** Whoever takes something back may have changed more meanwhile. */
  function update(step: (now: AreaDraft) => AreaDraft): void {
    setDraft((now) => {
      const next = step(now)
      keep(slot, next)
      return next
    })
  }
  function removePiece(at: number): void {
    const piece = draft[at]!
    update((now) => now.toSpliced(at, 1))
    announce(w.pieceRemoved, () => update((now) => now.toSpliced(at, 0, piece)))
  }
  function change(at: number, part: { wish?: AreaWish; role?: PieceRole }): void {
    setActive(at)
    update((now) => now.map((piece, each) => (each === at ? { ...piece, ...part } : piece)))
  }
  function wrong(): Problem | null {
    const lack = lackOfDraft(draft)
    const fields = [
      ...(lack === null
        ? []
        : [{ pointer: `/pieces/${lack.index}`, detail: choicesWords().lacks[lack.lack] }]),
      ...(lack === null && areaOfDraft(draft) === undefined
        ? [{ pointer: '/pieces/0', detail: w.whole }]
        : []),
      ...(label.trim() === '' ? [{ pointer: '/label', detail: w.named }] : []),
    ]
    return fields.length === 0 ? null : { kind: 'form', detail: '', fields, requestId: '' }
  }
  async function save(): Promise<void> {
    const found = wrong()
    setProblem(found)
    if (found !== null) return
    try {
      const name = label.trim()
      // As it is now: somebody else may have kept one meanwhile.
      const others = await storedAreasOf(region.name)
      if (others.some((other) => other.label === name)) throw new FormError(w.taken, '/label')
      await doorwalk.POST('/v1/areas', {
        body: { label: name, region: region.name, area: areaOfDraft(draft)! },
      })
      announce(w.saved(name))
      setLabel('')
      update(() => FIRST)
      onSaved()
    } catch (error) {
      setProblem(problemOf(error))
    }
  }

  return (
    <div class="beside">
      <form
        class="panel side"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void once(save)
        }}
      >
        <h3>{w.make}</h3>
        <ProblemBox problem={problem} fields={['/label', '/pieces']} />
        {draft.map((piece, at) => (
          <div key={at} onFocusCapture={() => setActive(at)}>
            {at > 0 && (
              <Role role={piece.role} onChange={(role) => change(at, { role })} number={at + 1}>
                <button
                  type="button"
                  class="close"
                  aria-label={w.removePiece(sayNumber(at + 1))}
                  onClick={() => removePiece(at)}
                >
                  ×
                </button>
              </Role>
            )}
            <AreaChoice
              {...{ wish: piece.wish, precincts, fields: region.priorityFields, problem }}
              {...(at === index && { look })}
              pointer={`/pieces/${at}`}
              {...(draft.length > 1 ? { legend: w.piece(sayNumber(at + 1)) } : {})}
              onChange={(next) => change(at, { wish: next })}
            />
          </div>
        ))}
        {draft.length > 1 && <p role="status">{w.onMap(sayNumber(index + 1))}</p>}
        <button
          type="button"
          onClick={() => {
            update((now) => [...now, { role: 'also', wish: { kind: 'precincts', codes: [] } }])
            setActive(draft.length)
          }}
        >
          {w.addPiece}
        </button>
        <Field label={w.label} help={w.labelHelp} pointer="/label" problem={problem}>
          {(attributes) => (
            <input
              {...attributes}
              maxLength={MOST_LABEL}
              value={label}
              onInput={({ currentTarget }) => setLabel(currentTarget.value)}
            />
          )}
        </Field>
        <button type="submit" class="main">
          {w.save}
        </button>
      </form>
      <MapView
        region={region}
        mode={isOnMap(wish) ? 'point' : 'precincts'}
        precincts={isOnMap(wish) ? NONE : precincts}
        chosenPrecincts={wish.kind === 'precincts' ? wish.codes : NONE}
        corners={shapeCorners(wish)}
        outline={wish.kind === 'file' ? shapeOutline(wish) : look.outline}
        start={wish.kind === 'walk' ? wish.start : null}
        onPrecinct={(code) => change(index, { wish: togglePrecinct(wish, code) })}
        onPoint={(at) => change(index, { wish: takePoint(wish, at) })}
        onProblem={(error) => setProblem(problemOf(error))}
      />
    </div>
  )
}

interface RoleProps {
  role: PieceRole
  number: number
  onChange: (role: PieceRole) => void
  children: ComponentChildren
}

function Role({ role, number, onChange, children }: RoleProps) {
  const w = areasWords()
  const id = `role-${number}`
  return (
    <div class="field">
      <label for={id}>{w.role}</label>
      <div class="pair">
        <select
          id={id}
          value={role}
          onChange={({ currentTarget }) => onChange(currentTarget.value as PieceRole)}
        >
          {ROLES.map((each) => (
            <option key={each} value={each}>
              {w.roles[each]}
            </option>
          ))}
        </select>
        {children}
      </div>
    </div>
  )
}
