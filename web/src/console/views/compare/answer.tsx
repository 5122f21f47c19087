/** The comparison in three sentences: what changed, in what plan B is better, in what it is worse. */
import type { Schemas } from '@doorwalk/client'
import { CHANGE_KINDS, figureRows } from '../../model/plans/comparison.ts'
import { compareWords } from '../../words/compare.ts'
import { sayNumber } from '../../../words/language.ts'
import { sayDifference } from './say-figure.ts'

export function Answer({ comparison }: { comparison: Schemas['PlanComparison'] }) {
  const w = compareWords()
  const { changed } = comparison
  const parts = CHANGE_KINDS.filter((kind) => changed[kind] > 0).map((kind) =>
    w.parts[kind](sayNumber(changed[kind])),
  )
  const rows = figureRows(comparison)
  const listed = (verdict: 'better' | 'worse'): string =>
    rows
      .filter((row) => row.verdict === verdict)
      .map((row) => `${w.figures[row.name].toLowerCase()} (${sayDifference(row.name, row.difference)})`)
      .join(', ')
  const [better, worse] = [listed('better'), listed('worse')]
  return (
    <div class="answer" role="status">
      <p>
        <strong>{parts.length === 0 ? w.identical : w.changed(parts.join(', '))}</strong>{' '}
        {parts.length > 0 && changed.same > 0 && w.same(sayNumber(changed.same), changed.same === 1)}
      </p>
      {better !== '' && <p>{w.better(better)}</p>}
      {worse !== '' && <p>{w.worse(worse)}</p>}
      {parts.length > 0 && better === '' && worse === '' && <p>{w.figuresSame}</p>}
    </div>
  )
}
