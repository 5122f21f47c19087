/** A plan in numbers, in the words of its printed walks. */
import type { Schemas } from '@doorwalk/client'
import { sayDuration, sayMetres, sayNumber } from '../../../words/language.ts'
import { planWords } from '../../words/plan.ts'
import { stopsIn } from './walk-table.tsx'

export function Figures({ plan: { summary, walks } }: { plan: Schemas['PlanAnswer'] }) {
  const w = planWords()
  const { keys } = summary
  const facts: [string, string][] = [
    [w.walks, sayNumber(summary.walks)],
    [w.stops, sayNumber(walks.reduce((sum, walk) => sum + stopsIn(walk), 0))],
    [w.doors, sayNumber(summary.doors)],
    [w.time, sayDuration(summary.seconds)],
    [w.way, sayMetres(summary.metres)],
    [w.doorsPerHour, sayNumber(summary.doorsPerHour, { maximumFractionDigits: 1 })],
    ...(keys && keys.of > 0
      ? [
          [
            `★ ${w.keyBuildings} (${w.keysBy[keys.by]})`,
            w.keyCount(sayNumber(keys.reached), sayNumber(keys.of)),
          ] as [string, string],
        ]
      : []),
  ]
  return (
    <dl class="figures">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
