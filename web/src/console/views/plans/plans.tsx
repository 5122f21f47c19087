/** All plans of the campaign, newest first, with what became of each. */
import type { Schemas } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import { type Address, hashOf } from '../../model/address.ts'
import { ticksOf } from '../../model/comparison.ts'
import type { Problem } from '../../model/problem.ts'
import { Busy } from '../../parts/busy.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Table } from '../../parts/table.tsx'
import { useLoad } from '../../state/load.ts'
import { problemOf, sayFailure } from '../../state/problem.ts'
import { sayPlan } from '../../state/plan-name.ts'
import { go, useSession } from '../../state/session.ts'
import { compareWords } from '../../words/compare.ts'
import { sayDuration, sayInstant, sayNumber } from '../../../words/language.ts'
import { plansWords } from '../../words/plans.ts'
import { shellWords } from '../../words/shell.ts'

type PlanHead = Schemas['PlanHead']

const PAGE = 50

export function Plans({ address }: { address: Address }) {
  const w = plansWords()
  const [problem, setProblem] = useState<Problem | null>(null)
  const { value, error, reload, set } = useLoad('plans', (signal) =>
    doorwalk.GET('/v1/plans', { params: { query: { limit: PAGE } }, signal }),
  )

  const weekends = useLoad('weekends', plansOfWeekends)

  async function more(cursor: string): Promise<void> {
    try {
      const next = await doorwalk.GET('/v1/plans', { params: { query: { limit: PAGE, cursor } } })
      set({ ...next, plans: [...(value?.plans ?? []), ...next.plans] })
    } catch (caught) {
      setProblem(problemOf(caught))
    }
  }

  return (
    <section aria-labelledby="plans-title">
      <h2 id="plans-title">{w.title}</h2>
      <p>
        <a class="button" href={hashOf(['plan'])}>
          {w.make}
        </a>
      </p>
      <ProblemBox problem={problem ?? problemOf(error ?? CANCELLED)} onRetry={reload} />
      {value === undefined && error === undefined && <Busy text={shellWords().loading} />}
      {value?.plans.length === 0 && <p>{w.none}</p>}
      {value && value.plans.length > 0 && (
        <PlanTable
          plans={value.plans}
          ofWeekend={weekends.value ?? NOT_NAMED}
          ticked={(address.query['compare'] ?? '').split(',')}
        />
      )}
      {value?.next && (
        <button type="button" onClick={() => void more(value.next!)}>
          {w.more}
        </button>
      )}
    </section>
  )
}

type Named = ReadonlyMap<string, { where: string; startAt: string }>
const NOT_NAMED: Named = new Map()

/** Area and shift of each plan of a weekend. */
async function plansOfWeekends(signal: AbortSignal): Promise<Named> {
  const { batches } = await doorwalk.GET('/v1/batches', { params: { query: { limit: PAGE } }, signal })
  const shifts = batches.flatMap((batch) => batch.shifts)
  return new Map(
    shifts.flatMap(({ startAt, plans }) =>
      plans.map(({ planId, area }) => [
        planId,
        { where: area === '' ? plansWords().places.region : area, startAt },
      ]),
    ),
  )
}

/** Stands for no problem. */
const CANCELLED = new DOMException('', 'AbortError')

interface TableProps {
  plans: readonly PlanHead[]
  ofWeekend: Named
  /** Ids of plans; they stand in the address. */
  ticked: readonly string[]
}

function PlanTable({ plans, ofWeekend, ticked }: TableProps) {
  const w = plansWords()
  const c = compareWords()
  const { ids, pair, refusal } = ticksOf(plans, ticked)
  const tick = (id: string, on: boolean): void => {
    const next = on ? [...ids, id] : ids.filter((each) => each !== id)
    go(hashOf(['plans'], { compare: next.join(',') || undefined }), { replace: true })
  }
  const hasRegions = useSession().regions.length > 1
  const columns = [
    { name: w.plan },
    { name: w.made },
    ...(hasRegions ? [{ name: w.region }] : []),
    { name: w.state },
    { name: w.walks, isFigure: true },
    { name: w.doors, isFigure: true },
    { name: w.time, isFigure: true },
    { name: c.column },
  ]
  return (
    <>
      <Table name={w.title} columns={columns}>
        {plans.map(({ id, createdAt, region, summary, ...plan }) => {
          const name = sayPlan(id, ofWeekend.get(id)) || sayInstant(createdAt)
          return (
            <tr key={id}>
              <th scope="row">
                <a href={hashOf(['plans', id])}>{name}</a>
              </th>
              <td>{sayInstant(createdAt)}</td>
              {hasRegions && <td>{region}</td>}
              <td>{stateOf(plan)}</td>
              <td class="figure">{summary ? sayNumber(summary.walks) : '–'}</td>
              <td class="figure">{summary ? sayNumber(summary.doors) : '–'}</td>
              <td class="figure">{summary ? sayDuration(summary.seconds) : '–'}</td>
              <td class="tick">
                {plan.status === 'done' && (
                  <input
                    type="checkbox"
                    aria-label={c.tick(`${name}, ${c.made(sayInstant(createdAt))}`)}
                    checked={ids.includes(id)}
                    onChange={({ currentTarget }) => tick(id, currentTarget.checked)}
                  />
                )}
              </td>
            </tr>
          )
        })}
      </Table>
      <div class={ids.length > 0 ? 'ticked' : 'hidden'} role="status">
        {pair && (
          <a class="button" href={hashOf(['compare'], pair)}>
            {c.go}
          </a>
        )}
        {ids.length > 0 && refusal !== null && (
          <p>{refusal === 'regions' ? c.twoRegions : c.ticked(ids.length)}</p>
        )}
      </div>
    </>
  )
}

function stateOf({
  status,
  replacedBy,
  stale,
  error,
}: Pick<PlanHead, 'status' | 'replacedBy' | 'stale' | 'error'>): string {
  const w = plansWords()
  if (replacedBy !== null) return w.replaced
  if (stale !== null) return w.stale
  return error === null ? w.states[status] : `${w.states[status]} : ${sayFailure(error)}`
}
