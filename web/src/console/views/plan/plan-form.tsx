/** The form of a new plan beside the map on which area, start and key buildings are chosen. */
import type { FieldProblem } from '@doorwalk/client'
import { useEffect, useMemo, useState } from 'preact/hooks'
import {
  isOnMap,
  lackOf,
  shapeCorners,
  shapeOutline,
  takePoint,
  togglePrecinct,
} from '../../model/area-wish.ts'
import { DOORS, type PlanWish, USUAL_WISH, isWish } from '../../model/plan-wish.ts'
import type { Problem } from '../../model/problem.ts'
import { AreaChoice } from '../../parts/area-choice.tsx'
import { Field } from '../../parts/field.tsx'
import { NumberField } from '../../parts/number.tsx'
import { MapView } from '../../parts/map-view.tsx'
import { useAreaLook } from '../../parts/places/use-area-look.ts'
import { PeopleChoice } from '../../parts/people/people-choice.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { keep, readKept } from '../../state/kept.ts'
import { useLoad } from '../../state/load.ts'
import { precinctsOf } from '../../state/precincts.ts'
import { problemOf } from '../../state/problem.ts'
import { go, useSession } from '../../state/session.ts'
import { targetsOf } from '../../state/targets.ts'
import { isOrder, sayField } from '../../words/fields.ts'
import { planWords } from '../../words/plan.ts'
import { KeyChoice } from './key-choice.tsx'
import { problemSentences } from '../../../words/problems.ts'
import { halfTyped } from '../../parts/half-typed.ts'
import { makePlan, momentOf, wrongWith } from './make-plan.ts'
import { StartChoice } from './start-choice.tsx'

const FIELDS = ['/area', '/volunteers', '/minutes', '/start', '/startAt', '/doors', '/priority']

/** A walk of this morning may be planned in the afternoon, to be typed in; one of yesterday is a slip. */
const LATEST_MILLISECONDS = 12 * 3_600_000

function wrongMoment(moment: string): FieldProblem[] {
  const isOver = moment !== '' && new Date(moment).getTime() < Date.now() - LATEST_MILLISECONDS
  return isOver ? [{ pointer: '/startAt', detail: problemSentences().fields.past }] : []
}

/** Of the region: another region has other places. */
export function lastWishSlot(region: string): string {
  return `last-wish-${region}`
}

export function PlanForm() {
  const w = planWords()
  const { region } = useSession()
  const slot = lastWishSlot(region.name)
  const [wish, setWish] = useState<PlanWish>(() => readKept(slot, isWish, USUAL_WISH))
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [isChoosing, setChoosing] = useState(false)
  useEffect(() => setWish(readKept(slot, isWish, USUAL_WISH)), [slot])
  const tell = (error: unknown): void => setProblem(problemOf(error))

  const precincts = useLoad(`precincts ${region.name}`, () => precinctsOf(region)).value ?? NO_PRECINCTS
  const wantsTargets = isChoosing || wish.keys.length > 0
  const targets = useLoad(`targets ${region.name} ${wantsTargets}`, async () =>
    wantsTargets ? targetsOf(region) : undefined,
  ).value
  const loose = useMemo(
    () =>
      (isChoosing || wish.keys.length > 0 ? (targets ?? []) : [])
        .filter(({ target }) => isChoosing || wish.keys.includes(target))
        .map(({ target, location, address, doors }) => ({
          ...{ id: target, at: location, address, doors, reason: null },
          key: wish.keys.includes(target),
        })),
    [targets, isChoosing, wish.keys],
  )

  function change(part: Partial<PlanWish>): void {
    const next = { ...wish, ...part }
    setWish(next)
    keep(slot, next)
  }
  function toggleKey(id: string): void {
    const others = wish.keys.filter((each) => each !== id)
    change({ keys: others.length === wish.keys.length ? [...wish.keys, id] : others })
  }
  async function plan(form: HTMLFormElement): Promise<void> {
    const lacks = [...(wrongWith(wish)?.fields ?? []), ...wrongMoment(wish.moment), ...halfTyped(form)]
    const wrong: Problem = { kind: 'form', detail: '', fields: lacks, requestId: '' }
    setProblem(lacks.length === 0 ? null : wrong)
    if (lacks.length > 0 || isBusy) return
    setBusy(true)
    try {
      go(await makePlan(region.name, wish))
    } catch (error) {
      tell(error)
      setBusy(false)
    }
  }

  const look = useAreaLook(wish.area, region.name)
  const isDrawing = isOnMap(wish.area)
  // An area that is being drawn comes first; what is clicked after its third corner is the start.
  const isPicking = wish.start === 'point' && !(isDrawing && lackOf(wish.area) !== null)
  const mode = isChoosing ? 'keys' : isPicking || isDrawing ? 'point' : 'precincts'
  return (
    <div class="beside">
      <form
        class="panel side"
        noValidate
        aria-busy={isBusy}
        onSubmit={(event) => {
          event.preventDefault()
          void plan(event.currentTarget)
        }}
      >
        <h2>{w.newTitle}</h2>
        <ProblemBox problem={problem} fields={FIELDS} />
        <AreaChoice
          {...{ wish: wish.area, precincts, fields: region.priorityFields, problem, look }}
          onChange={(area) => change({ area })}
        />
        <PeopleChoice
          {...{ wish: wish.people, problem, moments: [momentOf(wish)] }}
          onChange={(people) => change({ people })}
        />
        <button type="submit" class="main" disabled={isBusy}>
          {w.make}
        </button>
        <StartChoice {...{ wish, problem }} onChange={change} />
        <KeyChoice
          {...{ chosen: wish.keys, targets, isChoosing }}
          onChoosing={setChoosing}
          onRemove={toggleKey}
        />
        <details>
          <summary>{w.more}</summary>
          <Field label={w.startAt} pointer="/startAt" problem={problem}>
            {(attributes) => (
              <input
                {...attributes}
                type="datetime-local"
                value={wish.moment}
                onInput={({ currentTarget }) => change({ moment: currentTarget.value })}
              />
            )}
          </Field>
          <Field label={w.priority} pointer="/priority" problem={problem}>
            {(attributes) => (
              <select
                {...attributes}
                value={wish.priority}
                onChange={({ currentTarget }) => change({ priority: currentTarget.value })}
              >
                <option value="">{w.priorityNone}</option>
                {region.priorityFields.filter(isOrder).map((field) => (
                  <option key={field} value={field}>
                    {sayField(field)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <NumberField
            {...{
              label: w.doorLimit,
              help: w.doorLimitHelp,
              pointer: '/doors',
              problem,
              value: wish.doors,
              ...DOORS,
            }}
            onChange={(doors) => change({ doors })}
          />
        </details>
      </form>
      <MapView
        {...{ region, mode, loose }}
        precincts={isDrawing ? NO_PRECINCTS : precincts}
        chosenPrecincts={wish.area.kind === 'precincts' ? wish.area.codes : NO_CODES}
        corners={shapeCorners(wish.area)}
        outline={wish.area.kind === 'file' ? shapeOutline(wish.area) : look.outline}
        start={wish.area.kind === 'walk' ? wish.area.start : wish.start === 'point' ? wish.startAt : null}
        onPrecinct={(code) => change({ area: togglePrecinct(wish.area, code) })}
        onPoint={(at) => (isPicking ? change({ startAt: at }) : change({ area: takePoint(wish.area, at) }))}
        onKey={toggleKey}
        onProblem={tell}
      />
    </div>
  )
}

const NO_PRECINCTS: readonly never[] = []
const NO_CODES: readonly never[] = []
