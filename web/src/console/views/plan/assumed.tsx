/** What is worth knowing of a plan, and what its minutes rest on. */
import type { Schemas } from '@doorwalk/client'
import { sayNumber, sayShare } from '../../../words/language.ts'
import { planWords } from '../../words/plan.ts'

export function Assumed({ plan: { warnings, assumptions } }: { plan: Schemas['PlanAnswer'] }) {
  const w = planWords()
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
      </details>
    </>
  )
}
