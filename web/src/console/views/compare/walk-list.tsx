/** What became of each walk that differs: which it is in both plans, what stayed, what it gained and lost. */
import type { Schemas } from '@doorwalk/client'
import { hashOf } from '../../model/address.ts'
import type { Side } from '../../model/plans/comparison.ts'
import { Swatch } from '../../parts/swatch.tsx'
import { Table } from '../../parts/table.tsx'
import { compareWords } from '../../words/compare.ts'
import { sayNumber } from '../../../words/language.ts'
import { withName } from './places.ts'
import { sayDifference } from './say-figure.ts'

type Comparison = Schemas['PlanComparison']

export function WalkList({ comparison }: { comparison: Comparison }) {
  const w = compareWords()
  const { walks, changed, first, second } = comparison
  const isWhole = walks.length === changed.walks
  const same = first.figures.walks - walks.filter((walk) => walk.first !== null).length
  if (walks.length === 0) return null
  const columns = [
    ...[w.walkIn.a, w.walkIn.b].map((name) => ({ name })),
    ...[w.stayed, w.figures.doors, w.figures.minutes, w.figures.metres].map((name) => ({
      name,
      isFigure: true,
    })),
  ]
  return (
    <details>
      <summary>{`${w.walksTitle} (${sayNumber(changed.walks)})`}</summary>
      {!isWhole && <p class="help">{w.walksMost(sayNumber(walks.length))}</p>}
      <Table name={w.walksTitle} columns={columns}>
        {walks.map((walk) => (
          <tr key={`${walk.first?.walkId} ${walk.second?.walkId}`}>
            <td>
              <WalkLink walk={walk.first} plan={first.planId} side="a" />
            </td>
            <td>
              <WalkLink walk={walk.second} plan={second.planId} side="b" />
            </td>
            <td class="figure">{sayStayed(walk)}</td>
            <td class="figure">{sayDifference('doors', walk.doors)}</td>
            <td class="figure">{sayDifference('minutes', Math.round(walk.minutes))}</td>
            <td class="figure">{sayDifference('metres', walk.metres)}</td>
          </tr>
        ))}
      </Table>
      {isWhole && same > 0 && <p class="help">{w.walksSame(sayNumber(same), same === 1)}</p>}
    </details>
  )
}

interface WalkProps {
  walk: Schemas['ComparedWalk'] | null
  plan: string
  side: Side
}

function WalkLink({ walk, plan, side }: WalkProps) {
  const w = compareWords()
  if (walk === null) return <>{w.noWalk}</>
  const name = withName(w.walk(walk.number), walk.walker)
  return (
    <a href={hashOf(['plans', plan], { walk: walk.number })} aria-label={`${w.sides[side]}, ${name}`}>
      <Swatch number={walk.number} /> {name}
    </a>
  )
}

function sayStayed({ stayed, first, second }: Schemas['WalkDifference']): string {
  if (first === null || second === null) return '–'
  return compareWords().of(sayNumber(stayed), sayNumber(first.targets), sayNumber(second.targets))
}
