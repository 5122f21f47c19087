/** The goal, how fast the campaign has been, and what is missing. */
import { hashOf } from '../../model/address.ts'
import { FEWEST_DOORS } from '../../model/action/live.ts'
import { dayOf, doneOn, outingsShort, paceOf } from '../../model/pace.ts'
import { Table } from '../../parts/table.tsx'
import { coverageWords } from '../../words/coverage.ts'
import { sayDay, sayNumber } from '../../../words/language.ts'
import type { CoverageRead } from './use-coverage.ts'

const WHOLE = { maximumFractionDigits: 0 }

export function PaceBox({ read: { coverage, days, begun } }: { read: CoverageRead }) {
  const w = coverageWords()
  const { total, pace: goal } = coverage
  const today = dayOf(Date.parse(coverage.at))
  const pace = paceOf(days, { knocked: total.counts?.knocked ?? 0, today })
  const left = goal?.left ?? total.due + total.later
  const walks = pace === null ? 0 : Math.max(1, Math.round(begun / pace.outings))
  const short = pace === null || goal === null ? 0 : outingsShort(left, goal.days, pace)
  return (
    <>
      {goal === null ? (
        <p>
          {w.noGoal} <a href={hashOf(['settings'])}>{w.toSettings}</a>
        </p>
      ) : (
        <p>
          {goal.left === 0
            ? w.reached
            : w.goal(sayNumber(goal.left), sayNumber(goal.days), sayNumber(goal.doorsADay))}
        </p>
      )}
      {pace === null && <p>{w.noPace}</p>}
      {pace !== null && left > 0 && (
        <p class={short > 0 ? 'warning' : 'notice'}>
          {w.pace(sayNumber(pace.doorsAnOuting, WHOLE), sayNumber(pace.outings))}{' '}
          {w.doneOn(sayDay(doneOn(left, pace, today)))}{' '}
          {goal !== null && (short > 0 ? w.short(sayNumber(short), sayNumber(walks)) : w.enough)}
        </p>
      )}
      {days.size > 0 && (
        <details>
          <summary>{w.days}</summary>
          <p class="help">{w.daysHelp}</p>
          <Table name={w.days} columns={[{ name: w.day }, { name: w.doors, isFigure: true }]}>
            {[...days]
              .sort(([a], [b]) => b.localeCompare(a))
              .map(([day, doors]) => (
                <tr key={day}>
                  <th scope="row">{sayDay(day)}</th>
                  <td class="figure">{doors < FEWEST_DOORS ? w.few : sayNumber(doors)}</td>
                </tr>
              ))}
          </Table>
        </details>
      )}
    </>
  )
}
