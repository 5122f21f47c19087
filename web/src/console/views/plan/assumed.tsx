/** What is worth knowing of a plan, and what its minutes rest on. */
import type { Schemas } from '@doorwalk/client'
import { FASTEST_DOORS_PER_HOUR } from '@doorwalk/core/building/usual'
import { sayNumber, sayShare } from '../../../words/language.ts'
import { planWords } from '../../words/plan.ts'

export function Assumed({ plan: { warnings, assumptions, summary } }: { plan: Schemas['PlanAnswer'] }) {
  const w = planWords()
  const change = <a href="#/settings?part=assumptions">{w.assumedChange}</a>
  return (
    <>
      {warnings.length > 0 && (
        <details open>
          <summary>{w.warnings}</summary>
          <ul>
            {warnings.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          {summary.doorsPerHour > FASTEST_DOORS_PER_HOUR && <p>{change}</p>}
        </details>
      )}
      <details>
        <summary>{w.assumed}</summary>
        <p>
          {w.assumptions({
            speed: sayNumber(assumptions.walkingMetresPerSecond),
            entry: sayNumber(assumptions.entrySeconds.flats),
            floor: sayNumber(assumptions.floorSeconds),
            knock: sayNumber(assumptions.knockSeconds),
            open: sayShare(assumptions.openedShare),
            talk: sayNumber(assumptions.talkSeconds),
            slack: sayShare(assumptions.slackShare),
          })}
        </p>
        <p>{change}</p>
      </details>
    </>
  )
}
