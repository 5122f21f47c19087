/** All actions that are under way, a row each: how many walks are out, late and back. */
import type { Schemas } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import { hashOf } from '../../model/address.ts'
import { findBy } from '../../model/find.ts'
import { type StateCounts, countStates, liveStateOf } from '../../model/action/live.ts'
import { Busy } from '../../parts/busy.tsx'
import { FindField } from '../../parts/find-field.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Table } from '../../parts/table.tsx'
import { usePoll } from '../../state/poll.ts'
import { sayPlan } from '../../state/plan-name.ts'
import { problemOf } from '../../state/problem.ts'
import { planPath, useRemovals } from '../../state/removals.ts'
import { sayNumber } from '../../../words/language.ts'
import { liveWords } from '../../words/live.ts'
import { shellWords } from '../../words/shell.ts'
import { ReadAt } from './read-at.tsx'
import { EVERY_MILLISECONDS } from './use-live.ts'

const TOLD = ['id', 'createdAt', 'area', 'streets', 'startAt'] as const
type Told = Pick<Schemas['PlanHead'], (typeof TOLD)[number]>

interface Action {
  planId: string
  /** Undefined: it is gone. */
  plan: Told | undefined
  counts: StateCounts
}

/** Newest walks that are looked at. */
const WALKS = 1_000
const PLANS = 1_000
const SHOWN = ['waiting', 'started', 'late', 'finished'] as const

export function LiveActions() {
  const w = liveWords()
  const polled = usePoll('live', readActions, { everyMilliseconds: EVERY_MILLISECONDS })
  const { error, at, again } = polled
  const { gone } = useRemovals()
  const value = polled.value?.filter(({ planId }) => !gone.has(planPath(planId)))
  const [search, setSearch] = useState('')
  const named = (value ?? []).map((action) => ({ ...action, name: nameOf(action) }))
  const found = findBy(named, search, ({ name }) => name)
  return (
    <section aria-labelledby="live-title">
      <h2 id="live-title">{w.title}</h2>
      <ProblemBox problem={error === undefined ? null : problemOf(error)} onRetry={again} />
      {value === undefined && error === undefined && <Busy text={shellWords().loading} />}
      {value?.length === 0 && (
        <>
          <p>{w.none}</p>
          <p>
            <a class="button" href={hashOf(['plans'])}>
              {w.toPlans}
            </a>
          </p>
        </>
      )}
      {value && value.length > 0 && (
        <>
          <FindField
            {...{ label: w.findPlan, search, found: found.length, of: named.length }}
            onSearch={setSearch}
          />
          <Table
            name={w.all}
            columns={[{ name: w.plan }, ...SHOWN.map((state) => ({ name: w.states[state], isFigure: true }))]}
          >
            {found.map(({ planId, name, counts }) => {
              return (
                <tr key={planId}>
                  <th scope="row">
                    <a href={hashOf(['plans', planId, 'live'])} aria-label={w.open(name)}>
                      {name}
                    </a>
                  </th>
                  {SHOWN.map((state) => (
                    <td key={state} class="figure">
                      {sayNumber(counts[state])}
                    </td>
                  ))}
                </tr>
              )
            })}
          </Table>
          <ReadAt at={at} />
        </>
      )}
    </section>
  )
}

function nameOf({ plan }: Action): string {
  return plan ? sayPlan(plan) : '–'
}

/** Those where a walk is out; by the newest plan first. */
async function readActions(signal: AbortSignal): Promise<Action[]> {
  const [{ walks }, { plans }] = await Promise.all([
    doorwalk.GET('/v1/walks', { params: { query: { limit: WALKS } }, signal }),
    doorwalk.GET('/v1/plans', { params: { query: { limit: PLANS, fields: TOLD.join(',') } }, signal }),
  ])
  const now = Date.now()
  const made = new Map((plans as Told[]).map((plan) => [plan.id, plan]))
  const byPlan = new Map<string, Schemas['ListedWalk'][]>()
  for (const walk of walks) byPlan.set(walk.planId, [...(byPlan.get(walk.planId) ?? []), walk])
  return [...byPlan]
    .map(([planId, own]) => ({
      planId,
      plan: made.get(planId),
      counts: countStates(own.map((walk) => liveStateOf(walk, now))),
    }))
    .filter(({ counts }) => counts.waiting + counts.started + counts.late > 0)
    .sort((a, b) => (b.plan?.createdAt ?? '').localeCompare(a.plan?.createdAt ?? ''))
}
