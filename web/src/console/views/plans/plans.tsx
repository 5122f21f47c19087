/** All plans of the campaign, newest first, with what became of each. */
import type { Schemas } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import { type Address, hashOf } from '../../model/address.ts'
import { ticksOf } from '../../model/plans/comparison.ts'
import { findBy } from '../../model/find.ts'
import { Busy } from '../../parts/busy.tsx'
import { FindField } from '../../parts/find-field.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Table } from '../../parts/table.tsx'
import { useLoad } from '../../state/load.ts'
import { problemOf, sayFailure } from '../../state/problem.ts'
import { sayPlan } from '../../state/plan-name.ts'
import { planPath, useRemovals } from '../../state/removals.ts'
import { go, useSession } from '../../state/session.ts'
import { compareWords } from '../../words/compare.ts'
import { sayDuration, sayInstant, sayNumber, sayOf } from '../../../words/language.ts'
import { plansWords } from '../../words/plans.ts'
import { shellWords } from '../../words/shell.ts'

type PlanHead = Schemas['PlanHead']

const PAGE = 500
/** Plans that are shown at first, and each time more are wanted. */
const SHOWN = 50

export function Plans({ address }: { address: Address }) {
  const w = plansWords()
  const [search, setSearch] = useState('')
  const [shown, setShown] = useState(SHOWN)
  const { value, error, reload } = useLoad('plans', readPlans)
  const { gone } = useRemovals()
  const all = (value ?? []).filter(({ id }) => !gone.has(planPath(id)))
  // Each change by hand makes a plan of its own: the last one is what became of it.
  const isWithEarlier = address.query['earlier'] === '1'
  const earlier = all.filter(({ replacedBy }) => replacedBy !== null).length
  const listed = isWithEarlier ? all : all.filter(({ replacedBy }) => replacedBy === null)
  const named = listed.map((plan) => ({ plan, name: sayPlan(plan) }))
  const found = findBy(named, search, ({ plan, name }) =>
    [name, plan.region, stateOf(plan), sayInstant(plan.createdAt)].join(' '),
  )

  return (
    <section>
      <h2>{w.title}</h2>
      <p>
        <a class="button" href={hashOf(['plan'])}>
          {w.make}
        </a>
      </p>
      <ProblemBox problem={problemOf(error ?? CANCELLED)} onRetry={reload} />
      {value === undefined && error === undefined && <Busy text={shellWords().loading} />}
      {value && all.length === 0 && <p>{w.none}</p>}
      <FindField
        {...{ label: w.find, search, found: found.length, of: listed.length }}
        onSearch={setSearch}
      />
      {earlier > 0 && (
        <label class="choice">
          <input
            type="checkbox"
            checked={isWithEarlier}
            onChange={({ currentTarget }) => {
              const query = { ...address.query, earlier: currentTarget.checked ? '1' : undefined }
              go(hashOf(['plans'], query), { replace: true })
            }}
          />
          <span>{w.earlier(sayNumber(earlier), earlier === 1)}</span>
        </label>
      )}
      {all.length > 0 && <PlanTable {...{ all }} shown={found.slice(0, shown)} {...{ address }} />}
      {found.length > shown && (
        <button type="button" onClick={() => setShown(shown + SHOWN)}>
          {w.more}
        </button>
      )}
    </section>
  )
}

/** Newest first. */
async function readPlans(signal: AbortSignal): Promise<PlanHead[]> {
  const all: PlanHead[] = []
  const params = { query: { limit: PAGE } }
  for await (const plan of doorwalk.each('/v1/plans', { params, signal })) all.push(plan)
  return all
}

/** Stands for no problem. */
const CANCELLED = new DOMException('', 'AbortError')

interface TableProps {
  all: readonly PlanHead[]
  /** Those that are looked for. */
  shown: readonly { plan: PlanHead; name: string }[]
  /** Ids of plans that are ticked stand in it. */
  address: Address
}

function PlanTable({ all, shown, address: { query } }: TableProps) {
  const w = plansWords()
  const c = compareWords()
  const { ids, pair, refusal } = ticksOf(all, (query['compare'] ?? '').split(','))
  const tick = (id: string, on: boolean): void => {
    const next = on ? [...ids, id] : ids.filter((each) => each !== id)
    go(hashOf(['plans'], { ...query, compare: next.join(',') || undefined }), { replace: true })
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
      <Table name={w.all} columns={columns}>
        {shown.map(({ name, plan: { id, createdAt, region, summary, ...plan } }) => {
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
  return error === null ? w.states[status] : sayOf(w.states[status], sayFailure(error))
}
