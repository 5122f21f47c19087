/** Who of a planned weekend has no walk, shift by shift, why, and what can be done for them. */
import type { Batch, Schemas } from '@doorwalk/client'
import { hashOf } from '../../model/address.ts'
import type { BatchPlan } from '../../model/weekend/results.ts'
import { walkersOf } from '../../state/hand-out.ts'
import { useLoad } from '../../state/load.ts'
import { crewOf, sayPeople, withoutWalk } from '../../state/names.ts'
import { sayNumber } from '../../../words/language.ts'
import { weekendWords } from '../../words/weekend.ts'
import { nameOfShift } from './batch-name.ts'

interface Idle {
  shift: Schemas['BatchShift']
  plan: BatchPlan
  ids: string[]
}

export function Walkless({ batch }: { batch: Batch }) {
  const w = weekendWords()
  const plans = batch.shifts.flatMap((shift) => shift.plans.map(({ planId }) => planId))
  const { value } = useLoad(`walkless ${plans.join(' ')}`, () => idleIn(batch))
  if (value === undefined || value.idle.length === 0) return null
  const { idle, walking, all } = value
  const never = all.filter((id) => !walking.has(id))
  return (
    <section class="note" aria-labelledby="walkless-title">
      <h3 id="walkless-title">{w.walkless}</h3>
      {never.length > 0 && (
        <p role="status">
          {w.never(sayNumber(never.length), sayNumber(all.length), sayPeople(never, w.teams))}
        </p>
      )}
      <ul class="remarks">
        {idle.map(({ shift, plan: { planId, area, summary }, ids }) => (
          <li key={planId}>
            {w.idleOf(
              nameOfShift(shift),
              area === '' ? w.wholeRegion : area,
              summary?.walks === 0 ? w.everybody(sayNumber(ids.length)) : sayPeople(ids, w.teams),
            )}{' '}
            {w.because(sayNumber(summary?.walks ?? 0))}{' '}
            {(summary?.walks ?? 0) > 0 && (
              <a
                href={hashOf(['plans', planId, 'roll-call'])}
                aria-label={w.rollCallOf(area, nameOfShift(shift))}
              >
                {w.rollCall}
              </a>
            )}
          </li>
        ))}
      </ul>
      <p>
        {w.walklessHelp} <a href={hashOf(['weekend'])}>{w.planAgain}</a>
      </p>
    </section>
  )
}

async function idleIn({ shifts }: Batch): Promise<{ idle: Idle[]; walking: Set<string>; all: string[] }> {
  const idle: Idle[] = []
  const walking = new Set<string>()
  const all = new Set<string>()
  for (const shift of shifts)
    for (const plan of shift.plans) {
      const crew = crewOf(plan.planId)
      for (const id of crew) all.add(id)
      if (plan.status !== 'done' || plan.summary === null || crew.length === 0) continue
      const walkers = plan.summary.walks === 0 ? [] : await walkersOf(plan.planId)
      for (const walker of walkers) walking.add(walker)
      const ids = withoutWalk(plan.planId, walkers)
      if (ids.length > 0) idle.push({ shift, plan, ids })
    }
  return { idle, walking, all: [...all] }
}
