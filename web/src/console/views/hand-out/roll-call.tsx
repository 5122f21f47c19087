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
  type RollCallDraft,
  LATE,
  countPresence,
  isRollCall,
  replanOf,
  stillLate,
  withStillLate,
  withoutWalks,
  wrongLate,
} from '../../model/weekend/roll-call.ts'
import { announce } from '../../parts/announce.tsx'
import { Busy } from '../../parts/busy.tsx'
import { FindField } from '../../parts/find-field.tsx'
import { NameList } from '../../parts/people/name-list.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Table } from '../../parts/table.tsx'
import { Estimate } from '../../parts/walks/estimate.tsx'
import { estimateFor, requestOf } from '../../state/asked.ts'
import { statesOf } from '../../state/hand-out.ts'
import { keep, readKept } from '../../state/kept.ts'
import { useLoad } from '../../state/load.ts'
import { crewOf, keepCrew, nameOf } from '../../state/names.ts'
import { problemOf } from '../../state/problem.ts'
import { go, useSession } from '../../state/session.ts'
import { namedVolunteers } from '../../state/volunteers.ts'
import { estimateWords } from '../../words/estimate.ts'
import { handOutWords } from '../../words/hand-out.ts'
import { sayNumber } from '../../../words/language.ts'
import { shellWords } from '../../words/shell.ts'
import { Changes, rowName } from './changes.tsx'
import { Frame } from './frame.tsx'
import { PresenceRow, type Row } from './presence-row.tsx'
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
  const [kept, setKept] = useState<RollCallDraft>(() => readKept(slot, isRollCall, ALL_HERE))
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [search, setSearch] = useState('')
  const { region } = useSession()
  const stands = useLoad(`roll ${plan.id}`, () => standingOf(plan.id))
  const walkers = plan.walks.map(({ walker }) => walker)
  const known = [crewOf(plan.id), crewOf(plan.replan?.of ?? ''), stands.value?.asked ?? []]
  const others = withoutWalks(plan, known).filter((id) => !/^\d+$/.test(id))
  const idle = others.filter((id) => nameOf(id) !== undefined)
  const late = stands.value?.late(plan) ?? NOBODY_LATE
  const draft = withStillLate(kept, late)
  const counts = countPresence(draft, [...walkers, ...idle.filter((id) => id in draft.presence)])
  const all: readonly Row[] = [
    ...plan.walks.map(({ walker, number }): Row => ({ walker, who: rowName(walker, number) })),
    ...idle.map((walker): Row => {
      const who = `${nameOf(walker) ?? ''} · ${w.noWalkYet}`
      return { walker, who, otherwise: 'gone' }
    }),
  ]
  const found = findBy(all, search, ({ who }) => who)
  /** Who is late still is known, or cannot be: until then nobody is sent off. */
  const isKnown = stands.value !== undefined || stands.error !== undefined

  function change(part: Partial<RollCallDraft>): void {
    setKept((now) => {
      const next = { ...now, ...part }
      keep(slot, next)
      return next
    })
  }
  function callAllHere(): void {
    const { presence, late: minutes } = kept
    change({ presence: Object.fromEntries([...late.keys()].map((id) => [id, 'here'])), late: {} })
    announce(w.allHereDone, () => change({ presence, late: minutes }))
  }
  async function replan(): Promise<void> {
    if (isBusy || !isKnown) return
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
      keep(slotOf(newest), kept)
      announce(w.takenOver)
      go(hashOf(['plans', newest, 'roll-call']))
    } catch (error) {
      setProblem(problemOf(error))
    }
  }

  if (plan.replacedBy) {
    if (kept === ALL_HERE) return null
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
            onPresence={(presence) => change({ presence: { ...kept.presence, [row.walker]: presence } })}
            onLate={(minutes) => change({ late: { ...kept.late, [row.walker]: minutes } })}
          />
        ))}
      </Table>
      {idle.length > 0 && <p class="help">{w.idleHelp}</p>}
      {others.length > idle.length && (
        <p class="note">
          {w.idleUnknown(sayNumber(others.length - idle.length))}{' '}
          <a href={hashOf(['plans', plan.id, 'hand-out'])}>{w.namesFile.read}</a>
        </p>
      )}
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
        <button type="submit" class="main" disabled={isBusy || !isKnown}>
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

const NOBODY_LATE: ReadonlyMap<string, number> = new Map()

/** Who the plan was asked for, and who of them is late still. @throws ProblemError, NoAnswerError */
async function standingOf(planId: string) {
  const [request, states] = await Promise.all([requestOf(planId), statesOf(planId)])
  const begun = new Set(
    [...states].flatMap(([walkId, state]) => (state === 'draft' || state === 'leased' ? [] : walkId)),
  )
  const { volunteers } = request
  return {
    asked: typeof volunteers === 'number' ? [] : volunteers.flatMap(({ id }) => id ?? []),
    late: (plan: Plan) => stillLate(plan, { now: Date.now(), begun, asked: request }),
  }
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
