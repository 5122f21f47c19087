/** A plan in numbers. */
import type { Schemas } from '@doorwalk/client'
import { sayDuration, sayMetres, sayNumber } from '../../../words/language.ts'
import { planWords } from '../../words/plan.ts'

export function Figures({ plan: { summary } }: { plan: Schemas['PlanAnswer'] }) {
  const w = planWords()
  const { keys } = summary
  const facts: [string, string][] = [
    [w.walks, sayNumber(summary.walks)],
    [w.addresses, sayNumber(summary.targets)],
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
