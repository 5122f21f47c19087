/** A plan: its walks in a table beside the map, one of them in focus, what was left out, what may be done with it. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import { type Address, hashOf, walkOf } from '../../model/address.ts'
import { Busy } from '../../parts/busy.tsx'
import { MapView } from '../../parts/map-view.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { PlanTabs } from '../../parts/walks/plan-tabs.tsx'
import { problemOf } from '../../state/problem.ts'
import { go, useSession } from '../../state/session.ts'
import { editsWords } from '../../words/edits.ts'
import { sayShare } from '../../../words/language.ts'
import { planWords } from '../../words/plan.ts'
import { shellWords } from '../../words/shell.ts'
import { Advice } from './advice/advice.tsx'
import { Again } from './again.tsx'
import { Assumed } from './assumed.tsx'
import { EditBar } from './edit-bar.tsx'
import { Figures } from './figures.tsx'
import { LeftOut, useLeftOut } from './left-out.tsx'
import { PlanHead } from './plan-head.tsx'
import { TargetDialog } from './target-dialog.tsx'
import { type Edits, useEdits } from './use-edits.ts'
import { type OpenPlan, usePlan } from './use-plan.ts'
import { WalkDetail } from './walk-detail.tsx'
import { WalkTable } from './walk-table.tsx'

export function PlanView({ address }: { address: Address }) {
  const id = address.path[1]!
  const loaded = usePlan(id)
  const walk = walkOf(address)
  const last = useRef<OpenPlan | undefined>(undefined)
  // While the next plan of a change by hand comes, the one before stays in view.
  const open = loaded.value ?? (loaded.job === null && loaded.error === undefined ? last.current : undefined)
  useEffect(() => {
    last.current = loaded.value ?? last.current
  }, [loaded.value])
  const { isBusy, ...edits } = useEdits(loaded.value, walk)
  const isNextComing = loaded.value === undefined

  if (open) {
    const shown = { ...edits, isBusy: isBusy || isNextComing }
    return (
      <Shown {...{ open, walk }} first={address.query['first']} edits={shown} onReplaced={loaded.reload} />
    )
  }
  return (
    <section class="narrow">
      <ProblemBox
        problem={loaded.error === undefined ? null : problemOf(loaded.error)}
        onRetry={loaded.reload}
      />
      {loaded.error === undefined ? (
        <Making {...{ id }} job={loaded.job} />
      ) : (
        <p>
          <a class="button" href={hashOf(['plans'])}>
            {planWords().allPlans}
          </a>{' '}
          <a class="button" href={hashOf(['plan'])}>
            {planWords().newTitle}
          </a>
        </p>
      )}
    </section>
  )
}

function Making({ id, job }: { id: string; job: ReturnType<typeof usePlan>['job'] }) {
  const w = planWords()
  if (job === null) return <Busy text={shellWords().loading} />
  const share = job.progress ? Math.min(1, job.progress.share) : null
  const text =
    job.waitsFor === 'room' ? w.noRoom : share === null ? w.waiting : `${w.making} ${sayShare(share)}`
  async function cancel(): Promise<void> {
    await doorwalk.DELETE('/v1/plans/{planId}', { params: { path: { planId: id } } })
    go(hashOf(['plan']), { replace: true })
  }
  return <Busy {...{ text, share }} onCancel={() => void cancel()} />
}

interface Props {
  open: OpenPlan
  /** In focus; null: all */
  walk: number | null
  edits: Edits
  /** Of the plan that a campaign begins with, the polling station. */
  first: string | undefined
  /** Somebody else has made a newer plan of it. */
  onReplaced: () => void
}

function Shown({ open, walk, edits, first, onReplaced }: Props) {
  const { plan, walks, reserves } = open
  const { regions, region: openRegion } = useSession()
  const region = regions.find(({ name }) => name === plan.region.name) ?? openRegion
  const [selected, setSelected] = useState<string | null>(null)
  const [isOpened, setOpened] = useState(false)
  const [startOf, setStartOf] = useState<number | null>(null)
  const [showsLeftOut, setShowsLeftOut] = useState(false)
  const [problem, setProblem] = useState<unknown>(undefined)
  const leftOut = useLeftOut(plan, region, showsLeftOut || selected !== null)
  const loose = useMemo(
    () => (showsLeftOut ? [...(leftOut.value ?? []), ...reserves] : NONE),
    [showsLeftOut, leftOut.value, reserves],
  )
  const isEditable = plan.replacedBy === null
  const focus = walks.some(({ number }) => number === walk) ? walk : null

  function focusOn(number: number | null): void {
    go(hashOf(['plans', plan.id], { walk: number ?? undefined }), { replace: true })
  }
  function choose(target: string | null): void {
    setSelected(target)
    const on = walks.find(({ targets }) => targets.some((each) => each.id === target))
    if (on && walk !== null && on.number !== walk) focusOn(on.number)
    setOpened(target !== null)
  }

  return (
    <div class="beside plan-beside">
      <div class="side">
        <PlanTabs plan={plan.id} current="plan" />
        {first !== undefined && CODE.test(first) && (
          <p class="note" role="status">
            {planWords().firstMade(first)}
          </p>
        )}
        <PlanHead {...{ open }} onProblem={setProblem} />
        <ProblemBox problem={problem === undefined ? null : problemOf(problem)} />
        <Again plan={plan} />
        <Figures plan={plan} />
        <EditBar {...{ plan, edits }} />
        {startOf !== null && <p class="notice">{startPick(startOf)}</p>}
        <WalkTable
          {...{ plan, walks, focus }}
          onFocus={focusOn}
          detail={
            focus !== null && (
              <WalkDetail
                key={focus}
                {...{ plan, isEditable, edits, selected }}
                walk={walks.find(({ number }) => number === focus)!}
                onSelect={choose}
                onStart={() => setStartOf(focus)}
                onProblem={setProblem}
              />
            )
          }
        />
        <LeftOut {...{ plan, leftOut }} isShown={showsLeftOut} onShow={setShowsLeftOut} onSelect={choose} />
        <Advice {...{ open, focus, edits, onReplaced }} onFocus={focusOn} />
        <Assumed plan={plan} />
      </div>
      <MapView
        {...{ region, walks, loose, focus, selected }}
        isEditable={isEditable && !edits.isBusy}
        mode={startOf === null ? 'look' : 'point'}
        onFocus={focusOn}
        onSelect={choose}
        onMove={(target, to) => edits.make({ type: 'move', target, walk: to })}
        onPoint={(at) => {
          if (startOf !== null) edits.make({ type: 'set_start', walk: startOf, start: at })
          setStartOf(null)
        }}
        onProblem={setProblem}
      />
      {isOpened && selected !== null && (
        <TargetDialog
          {...{ plan, walks, isEditable }}
          isBusy={edits.isBusy}
          id={selected}
          leftOut={leftOut.value}
          onEdit={(edit) => {
            edits.make(edit)
            setOpened(false)
          }}
          onClose={() => setOpened(false)}
        />
      )}
    </div>
  )
}

const NONE: readonly never[] = []
/** Of a polling station; an address may say anything. */
const CODE = /^[\p{L}\p{N}_.-]{1,24}$/u

function startPick(walk: number): string {
  return editsWords().startPick(walk)
}
