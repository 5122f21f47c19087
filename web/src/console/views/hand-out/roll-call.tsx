/** Roll-call at the meeting point: who is here, late or not here, who is new; then the plan again for them. */
import { type Plan, ProblemError } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import { type Address, hashOf } from '../../model/address.ts'
import { findBy } from '../../model/find.ts'
import { type Moment, whoComes } from '../../model/people/attendance.ts'
import { readList } from '../../model/people/list.ts'
import type { Problem } from '../../model/problem.ts'
import {
  ALL_HERE,
  type Presence,
  type RollCallDraft,
  LATE,
  countPresence,
  isRollCall,
  lateOf,
  replanOf,
  wrongLate,
} from '../../model/weekend/roll-call.ts'
import { announce } from '../../parts/announce.tsx'
import { Busy } from '../../parts/busy.tsx'
import { NumberInput } from '../../../numbers/number-input.tsx'
import { FindField } from '../../parts/find-field.tsx'
import { NameList } from '../../parts/people/name-list.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Table } from '../../parts/table.tsx'
import { Estimate } from '../../parts/walks/estimate.tsx'
import { estimateFor } from '../../state/asked.ts'
import { statesOf } from '../../state/hand-out.ts'
import { keep, readKept } from '../../state/kept.ts'
import { useLoad } from '../../state/load.ts'
import { keepCrew, nameOf, withoutWalk } from '../../state/names.ts'
import { problemOf } from '../../state/problem.ts'
import { go, useSession } from '../../state/session.ts'
import { namedVolunteers } from '../../state/volunteers.ts'
import { estimateWords } from '../../words/estimate.ts'
import { handOutWords } from '../../words/hand-out.ts'
import { sayNumber } from '../../../words/language.ts'
import { shellWords } from '../../words/shell.ts'
import { Changes, rowName } from './changes.tsx'
import { Frame } from './frame.tsx'
import { usePlan } from './use-plan.ts'

export function RollCall({ address }: { address: Address }) {
  const id = address.path[1]!
  return (
    <Frame {...{ id, tab: 'roll-call', title: handOutWords().rollCall }} plan={usePlan(id)}>
      {(plan) => (
        <>
          <Changes plan={plan} />
          <Calling key={plan.id} plan={plan} />
        </>
      )}
    </Frame>
  )
}

function Calling({ plan }: { plan: Plan }) {
  const w = handOutWords()
  const slot = slotOf(plan.id)
  const [draft, setDraft] = useState<RollCallDraft>(() => readKept(slot, isRollCall, ALL_HERE))
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [search, setSearch] = useState('')
  const { region } = useSession()
  const walkers = plan.walks.map(({ walker }) => walker)
  const idle = withoutWalk(plan.id, walkers).filter((id) => nameOf(id) !== undefined)
  const counts = countPresence(draft, [...walkers, ...idle.filter((id) => id in draft.presence)])
  const all: readonly Row[] = [
    ...plan.walks.map(({ walker, number }): Row => ({ walker, who: rowName(walker, number) })),
    ...idle.map((walker): Row => {
      const who = `${nameOf(walker) ?? ''} · ${w.noWalkYet}`
      return { walker, who, otherwise: 'gone' }
    }),
  ]
  const found = findBy(all, search, ({ who }) => who)

  function change(part: Partial<RollCallDraft>): void {
    setDraft((now) => {
      const next = { ...now, ...part }
      keep(slot, next)
      return next
    })
  }
  function callAllHere(): void {
    const { presence, late } = draft
    change({ presence: {}, late: {} })
    announce(w.allHereDone, () => change({ presence, late }))
  }
  async function replan(): Promise<void> {
    if (isBusy) return
    setBusy(true)
    try {
      const newcomers = await namedVolunteers(draft.newcomers, region, fromNowOn(plan))
      const request = replanOf(draft, { walkers, idle, newcomers })
      const fields = wrongIn(newcomers, request === null)
      setProblem(fields.length === 0 ? null : { kind: 'form', detail: '', fields, requestId: '' })
      // A field that is wrong must be in view.
      if (fields.some(({ pointer }) => pointer.startsWith('/late/'))) setSearch('')
      if (fields.length > 0 || request === null) return setBusy(false)
      const { id } = await doorwalk.replan(plan.id, request)
      keepCrew(id, [...new Set([...walkers, ...idle, ...newcomers.map((one) => one.id)])])
      // It is called: the next call of this plan begins anew.
      keep(slot, null)
      go(hashOf(['plans', id, 'roll-call']))
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'plan.replaced') await takeOver()
      else setProblem(problemOf(error))
      setBusy(false)
    }
  }
  function wrongIn(newcomers: readonly { id: string }[], isNobody: boolean): Problem['fields'] {
    const { number } = shellWords().problem
    const known = newcomers.filter(({ id }) => walkers.includes(id) || idle.includes(id))
    return [
      ...known.map(({ id }) => ({ pointer: '/newcomers', detail: w.isOnList(nameOf(id) ?? '') })),
      ...wrongLate(draft, [...walkers, ...idle]).map((id) => ({
        pointer: `/late/${id}`,
        detail: number(sayNumber(LATE.from), sayNumber(LATE.to)),
      })),
      ...(isNobody ? [{ pointer: '/volunteers', detail: w.nobodyHere }] : []),
    ]
  }
  /** Somebody else has planned again meanwhile: who was called here is called in their plan. */
  async function takeOver(): Promise<void> {
    try {
      const newest = await newestOf(plan.id)
      keep(slotOf(newest), draft)
      announce(w.takenOver)
      go(hashOf(['plans', newest, 'roll-call']))
    } catch (error) {
      setProblem(problemOf(error))
    }
  }

  if (plan.replacedBy) {
    if (draft === ALL_HERE) return null
    return (
      <button type="button" onClick={() => void takeOver()}>
        {w.takeOver}
      </button>
    )
  }
  return (
    <form
      noValidate
      aria-busy={isBusy}
      onSubmit={(event) => {
        event.preventDefault()
        void replan()
      }}
    >
      <ProblemBox problem={problem} fields={['/volunteers', '/late', '/newcomers']} />
      <FindField
        {...{ label: w.findPerson, search, found: found.length, of: all.length }}
        onSearch={setSearch}
      />
      <Table name={w.walks} columns={[{ name: w.who }, { name: w.rollCall }, { name: w.lateMinutes }]}>
        {found.map((row) => (
          <PresenceRow
            key={row.walker}
            {...{ ...row, draft, problem }}
            onPresence={(presence) => change({ presence: { ...draft.presence, [row.walker]: presence } })}
            onLate={(minutes) => change({ late: { ...draft.late, [row.walker]: minutes } })}
          />
        ))}
      </Table>
      {idle.length > 0 && <p class="help">{w.idleHelp}</p>}
      <p role="status">{w.counted(sayNumber(counts.here), sayNumber(counts.late), sayNumber(counts.gone))}</p>
      <Needed plan={plan} here={counts.here + counts.late + newcomersIn(draft, plan)} />
      <details open={draft.newcomers !== ''}>
        <summary>{w.newcomers}</summary>
        <p class="help">{w.newcomersHelp}</p>
        <NameList
          {...{ text: draft.newcomers, problem, label: w.newcomers, pointer: '/newcomers' }}
          moments={[fromNowOn(plan)]}
          onChange={(text) => change({ newcomers: text })}
        />
      </details>
      <div class="field">
        <label for="roll-call-keep">{w.keep}</label>
        <select
          id="roll-call-keep"
          value={draft.keep}
          onChange={({ currentTarget }) =>
            change({ keep: currentTarget.value === 'least' ? 'least' : 'walks' })
          }
        >
          <option value="walks">{w.keepWalks}</option>
          <option value="least">{w.keepLeast}</option>
        </select>
      </div>
      <p class="wrong" role="alert">
        {problem?.fields.find(({ pointer }) => pointer === '/volunteers')?.detail}
      </p>
      <div class="pair">
        <button type="submit" class="main" disabled={isBusy}>
          {w.replan}
        </button>
        <button type="button" onClick={callAllHere}>
          {w.allHere}
        </button>
      </div>
      {isBusy && <Busy text={w.replanning} />}
    </form>
  )
}

/** How many are missing to what was planned, and to more than that. */
function Needed({ plan, here }: { plan: Plan; here: number }) {
  const { value: request } = useLoad(`estimate ${plan.id}`, () => estimateFor(plan.id))
  const states = useLoad(`states ${plan.id}`, () => statesOf(plan.id))
  if (request === undefined || states.value === undefined) return null
  const isHandedOut = [...states.value.values()].some((state) => state !== 'draft')
  const doors = plan.walks.map((walk) => walk.doors)
  return (
    <section aria-labelledby="needed-title">
      <h3 id="needed-title">{estimateWords().title}</h3>
      <Estimate {...{ request }} walkers={here} plan={{ id: plan.id, doors, isHandedOut }} />
    </section>
  )
}

/** Whoever is new sets out with the others, or now. */
function fromNowOn({ startAt }: Plan): Moment {
  return { start: new Date(Math.max(Date.parse(startAt), Date.now())), minutes: null, number: 1 }
}

function newcomersIn({ newcomers }: RollCallDraft, plan: Plan): number {
  return whoComes(readList(newcomers).people, fromNowOn(plan)).length
}

function slotOf(plan: string): string {
  return `roll-call-${plan}`
}

/** Follows what took the place of what. @throws ProblemError, NoAnswerError */
async function newestOf(plan: string): Promise<string> {
  const { replacedBy } = await doorwalk.waitFor(plan)
  return replacedBy === null ? plan : newestOf(replacedBy)
}

const PRESENCES: readonly Presence[] = ['here', 'late', 'gone']

interface Row {
  walker: string
  who: string
  /** Until something is ticked; default: here. */
  otherwise?: Presence
}

interface RowProps extends Row {
  draft: RollCallDraft
  problem: Problem | null
  onPresence: (presence: Presence) => void
  onLate: (minutes: number | null) => void
}

function PresenceRow({ draft, walker, who, problem, otherwise = 'here', onPresence, onLate }: RowProps) {
  const w = handOutWords()
  const now = draft.presence[walker] ?? otherwise
  const wrong = problem?.fields.find(({ pointer }) => pointer === `/late/${walker}`)
  return (
    <tr>
      <th scope="row">{who}</th>
      <td>
        <div class="pair" role="radiogroup" aria-label={w.presenceOf(who)}>
          {PRESENCES.map((each) => (
            <label key={each} class="choice">
              <input
                type="radio"
                name={`presence-${walker}`}
                checked={now === each}
                onChange={() => onPresence(each)}
              />
              <span>{w[each]}</span>
            </label>
          ))}
        </div>
      </td>
      <td>
        {now === 'late' && (
          <NumberInput
            {...LATE}
            aria-label={w.lateOf(who)}
            aria-invalid={wrong !== undefined}
            value={lateOf(draft, walker)}
            onChange={onLate}
          />
        )}
        {wrong && <p class="wrong">{wrong.detail}</p>}
      </td>
    </tr>
  )
}
