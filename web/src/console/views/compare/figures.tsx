/** Figures of both plans, with the difference, and whether that is good or bad. */
import type { Schemas } from '@doorwalk/client'
import { figureRows, leftOutRows } from '../../model/plans/comparison.ts'
import { Table } from '../../parts/table.tsx'
import { compareWords } from '../../words/compare.ts'
import { sayChange, sayNumber } from '../../../words/language.ts'
import { sayDifference, sayFigure } from './say-figure.ts'

export function FigureTable({ comparison }: { comparison: Schemas['PlanComparison'] }) {
  const w = compareWords()
  const columns = [
    { name: w.figure },
    { name: w.short.a, isFigure: true },
    { name: w.short.b, isFigure: true },
    { name: w.difference },
  ]
  return (
    <>
      <Table name={w.figuresTitle} columns={columns}>
        {figureRows(comparison).map(({ name, a, b, difference, verdict }) => (
          <tr key={name}>
            <th scope="row">{w.figures[name]}</th>
            <td class="figure">{sayFigure(name, a)}</td>
            <td class="figure">{sayFigure(name, b)}</td>
            <td class="difference">
              {verdict === 'same' ? (
                w.verdicts.same
              ) : (
                <>
                  {sayDifference(name, difference)}{' '}
                  <span class={`verdict ${verdict}`}>{w.verdicts[verdict]}</span>
                </>
              )}
            </td>
          </tr>
        ))}
        {leftOutRows(comparison).map(({ reason, a, b, difference }) => (
          <tr key={reason}>
            <th scope="row">{w.leftOut(w.reasons[reason] ?? reason)}</th>
            <td class="figure">{sayNumber(a)}</td>
            <td class="figure">{sayNumber(b)}</td>
            <td class="difference">{sayChange(difference, sayNumber)}</td>
          </tr>
        ))}
      </Table>
      <p class="help">{w.prizeHelp}</p>
    </>
  )
}
