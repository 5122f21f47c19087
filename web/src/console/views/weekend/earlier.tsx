/** Weekends that were planned before, newest first. */
import type { Batch } from '@doorwalk/client'
import { doorwalk } from '../../../api/api.ts'
import { hashOf } from '../../model/address.ts'
import { totalsOf } from '../../model/weekend/results.ts'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { useLoad } from '../../state/load.ts'
import { problemOf } from '../../state/problem.ts'
import { sayNumber } from '../../../words/language.ts'
import { weekendWords } from '../../words/weekend.ts'
import { nameOfBatch } from './batch-name.ts'

export function Earlier({ region }: { region: string }) {
  const w = weekendWords()
  const { value, error, reload } = useLoad(`batches ${region}`, async () => {
    const all: Batch[] = []
    for await (const batch of doorwalk.each('/v1/batches', { params: { query: { region } } })) all.push(batch)
    return all.reverse()
  })
  return (
    <>
      <h3>{w.earlier}</h3>
      <ProblemBox problem={error === undefined ? null : problemOf(error)} onRetry={reload} />
      {value?.length === 0 && <p>{w.none}</p>}
      {value && value.length > 0 && (
        <ul>
          {value.map((batch) => {
            const { walks, doors } = totalsOf(batch.shifts.flatMap(({ plans }) => plans))
            return (
              <li key={batch.id}>
                <a href={hashOf(['weekend', batch.id])}>{nameOfBatch(batch)}</a>{' '}
                {batch.status === 'done'
                  ? w.made(sayNumber(walks), sayNumber(doors))
                  : w.progress(sayNumber(batch.progress.done), sayNumber(batch.progress.of))}
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}
