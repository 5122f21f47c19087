/** The action of a plan while it is under way: walks by state on the map and in a table, and what to do about each. */
import { useMemo, useState } from 'preact/hooks'
import type { TargetState } from '../../map/model/plan.ts'
import { type Address, hashOf, walkOf } from '../../model/address.ts'
import { type LiveState, countStates, howFar, sumOf } from '../../model/action/live.ts'
import { Busy } from '../../parts/busy.tsx'
import { MapView } from '../../parts/map-view.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { PlanTabs } from '../../parts/walks/plan-tabs.tsx'
import { sayPlan } from '../../state/plan-name.ts'
import { problemOf } from '../../state/problem.ts'
import { go, useSession } from '../../state/session.ts'
import { sayNumber } from '../../../words/language.ts'
import { liveWords } from '../../words/live.ts'
import { shellWords } from '../../words/shell.ts'
import { LiveTable, sayHowFar } from './live-table.tsx'
import { ReadAt } from './read-at.tsx'
import { type Live, useLive } from './use-live.ts'
import { type Remedy, RemedyDialog } from './remedy-dialog.tsx'

const SHOWN: readonly LiveState[] = ['waiting', 'started', 'late', 'finished', 'ended']

export function LivePlan({ address }: { address: Address }) {
  const id = address.path[1]!
  const { value, error, at, again } = useLive(id)
  return (
    <>
      <ProblemBox problem={error === undefined ? null : problemOf(error)} onRetry={again} />
      {value === undefined && error === undefined && <Busy text={shellWords().loading} />}
      {value && <Shown live={value} {...{ at, again }} walk={walkOf(address)} />}
    </>
  )
}

interface Props {
  live: Live
  at: number
  again: () => void
  /** In focus; null: all */
  walk: number | null
}

function Shown({ live: { plan, drawn, walks }, at, again, walk }: Props) {
  const w = liveWords()
  const { regions, region: openRegion } = useSession()
  const region = regions.find(({ name }) => name === plan.region.name) ?? openRegion
  const [remedy, setRemedy] = useState<Remedy | null>(null)
  const states = useMemo(() => new Map(walks.map(({ number, state }) => [number, state])), [walks])
  const targetStates = useMemo(
    () =>
      new Map<string, TargetState>(
        walks.flatMap(({ progress }) =>
          [...(progress?.visited ?? [])].map((target) => [target, 'done'] as const),
        ),
      ),
    [walks],
  )
  const counts = countStates(walks.map(({ state }) => state))
  const read = walks.flatMap(({ progress }) => (progress ? [howFar(progress)] : []))
  const all = sumOf(read)
  const focus = states.has(walk ?? 0) ? walk : null
  const focusOn = (number: number | null): void =>
    go(hashOf(['plans', plan.id, 'live'], { walk: number ?? undefined }), { replace: true })

  return (
    <div class="beside plan-beside">
      <div class="side">
        <PlanTabs plan={plan.id} current="live" />
        <section aria-labelledby="live-title">
          <h2 id="live-title">{w.titleOf(sayPlan(plan))}</h2>
          <p>
            <a href={hashOf(['live'])}>{w.all}</a>
          </p>
          {plan.replacedBy !== null && (
            <p class="notice">
              {w.replaced} <a href={hashOf(['plans', plan.replacedBy, 'live'])}>{w.openNewer}</a>
            </p>
          )}
          {walks.length === 0 ? (
            <p>{w.noneOf}</p>
          ) : (
            <>
              <dl class="figures">
                {SHOWN.map((state) => (
                  <div key={state}>
                    <dt>{w.states[state]}</dt>
                    <dd>{sayNumber(counts[state])}</dd>
                  </div>
                ))}
              </dl>
              {all && <p>{sayHowFar(all)}</p>}
              {read.length < walks.length && (
                <p class="note">{w.readSoFar(sayNumber(read.length), sayNumber(walks.length))}</p>
              )}
              {counts.late > 0 && <p class="warning">{w.lateHelp}</p>}
              <LiveTable {...{ walks, focus }} planId={plan.id} onFocus={focusOn} onRemedy={setRemedy} />
              <ReadAt at={at} />
            </>
          )}
        </section>
      </div>
      <MapView {...{ region, focus, targetStates }} walks={drawn} walkStates={states} onFocus={focusOn} />
      {remedy && <RemedyDialog {...{ remedy }} onDone={again} onClose={() => setRemedy(null)} />}
    </div>
  )
}
