/** A weekend that is planned: how far it is, then its plans by area and shift, and what is done with all of them. */
import type { Batch, Schemas } from '@doorwalk/client'
import { useEffect, useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import { type Address, hashOf } from '../../model/address.ts'
import { findBy } from '../../model/find.ts'
import type { Problem } from '../../model/problem.ts'
import { type BatchPlan, rowsOf, totalsOf } from '../../model/weekend/results.ts'
import { Busy } from '../../parts/busy.tsx'
import { NamesFile } from '../../parts/people/names-file.tsx'
import { FindField } from '../../parts/find-field.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Table } from '../../parts/table.tsx'
import { problemOf, sayFailure } from '../../state/problem.ts'
import { planPath, useRemovals } from '../../state/removals.ts'
import { sayNumber } from '../../../words/language.ts'
import { shellWords } from '../../words/shell.ts'
import { weekendWords } from '../../words/weekend.ts'
import { BatchActions } from './batch-actions.tsx'
import { nameOfBatch, nameOfShift } from './batch-name.ts'
import { Walkless } from './walkless.tsx'

/** Who was sent to the plans of a weekend stands beside their ids. */
const NOBODY: readonly string[] = []

export function BatchView({ address }: { address: Address }) {
  const w = weekendWords()
  const id = address.path[1]!
  const [batch, setBatch] = useState<Batch | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [round, setRound] = useState(0)
  const [namesRead, setNamesRead] = useState(0)
  useEffect(() => {
    const gone = new AbortController()
    setProblem(null)
    doorwalk
      .waitForBatch(id, { signal: gone.signal, onProgress: setBatch })
      .then(setBatch)
      .catch((error: unknown) => !gone.signal.aborted && setProblem(problemOf(error)))
    return () => gone.abort()
  }, [id, round])

  const plans = batch?.shifts.flatMap((shift) => shift.plans) ?? []
  const { walks, doors } = totalsOf(plans)
  return (
    <section aria-labelledby="batch-title">
      <p>
        <a href={hashOf(['weekend'])}>← {w.back}</a>
      </p>
      <h2 id="batch-title">{batch ? nameOfBatch(batch) : w.title}</h2>
      <ProblemBox problem={problem} onRetry={() => setRound((count) => count + 1)} />
      {batch === null && problem === null && <Busy text={shellWords().loading} />}
      {batch?.status === 'running' && (
        <Busy
          text={w.progress(sayNumber(batch.progress.done), sayNumber(batch.progress.of))}
          share={batch.progress.of === 0 ? null : batch.progress.done / batch.progress.of}
        />
      )}
      {batch?.status === 'done' && <p role="status">{w.made(sayNumber(walks), sayNumber(doors))}</p>}
      {batch && batch.warnings.length > 0 && (
        <ul class="remarks">
          {batch.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      {batch?.status === 'done' && walks === 0 && (
        <p class="notice">
          {w.nothingAtAll} <a href={hashOf(['coverage'])}>{shellWords().views.coverage}</a>
        </p>
      )}
      {batch?.status === 'done' && (
        <BatchActions batch={batch} showsLinks={address.query['links'] !== undefined} />
      )}
      {batch?.status === 'done' && <Walkless key={`walkless ${namesRead}`} batch={batch} />}
      {batch?.status === 'done' && (
        <NamesFile
          ids={NOBODY}
          plans={plans.map(({ planId }) => planId)}
          onRead={() => setNamesRead((count) => count + 1)}
        />
      )}
      {batch && <Failures batch={batch} />}
      {batch && <Results batch={batch} />}
    </section>
  )
}

function Results({ batch }: { batch: Batch }) {
  const w = weekendWords()
  const [search, setSearch] = useState('')
  const rows = rowsOf(batch)
  const found = findBy(rows, search, ({ area }) => area)
  const columns = [{ name: w.area }, ...batch.shifts.map((shift) => ({ name: nameOfShift(shift) }))]
  return (
    <>
      <FindField
        {...{ label: w.findArea, search, found: found.length, of: rows.length }}
        onSearch={setSearch}
      />
      <Table name={w.title} columns={columns}>
        {found.map(({ area, plans }) => (
          <tr key={area}>
            <th scope="row">{area === '' ? w.wholeRegion : area}</th>
            {plans.map((plan, index) => (
              <td key={batch.shifts[index]!.number}>
                {plan && <Cell plan={plan} shift={batch.shifts[index]!} />}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </>
  )
}

function Cell({ plan, shift }: { plan: BatchPlan; shift: Schemas['BatchShift'] }) {
  const w = weekendWords()
  const { planId, area, status, summary } = plan
  if (useRemovals().gone.has(planPath(planId))) return <>{w.states.removed}</>
  if (status !== 'done' || summary === null) return <>{w.states[status]}</>
  if (summary.walks === 0) return <>{w.nothingLeft}</>
  const text = w.cell(sayNumber(summary.walks), sayNumber(summary.doors))
  const name = w.cellLabel(area === '' ? w.wholeRegion : area, nameOfShift(shift))
  return (
    <>
      <a href={hashOf(['plans', planId])} aria-label={`${text}: ${name}`}>
        {text}
      </a>
      <br />
      <a href={hashOf(['plans', planId, 'hand-out'])} aria-label={`${w.next}: ${name}`}>
        {w.next}
      </a>
    </>
  )
}

/** Why plans failed, in the server's words. */
function Failures({ batch }: { batch: Batch }) {
  const w = weekendWords()
  const failed = batch.shifts.flatMap((shift) =>
    shift.plans.flatMap((plan) =>
      plan.error === null ? [] : [{ shift, plan, why: sayFailure(plan.error) }],
    ),
  )
  if (failed.length === 0) return null
  return (
    <ul class="problem">
      {failed.map(({ shift, plan, why }) => (
        <li key={plan.planId}>
          {w.failedOf(plan.area === '' ? w.wholeRegion : plan.area, nameOfShift(shift))} {why}
        </li>
      ))}
    </ul>
  )
}
