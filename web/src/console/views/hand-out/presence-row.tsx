/** A person at roll-call: here, late or not here. */
import type { Problem } from '../../model/problem.ts'
import { LATE, type Presence, type RollCallDraft, lateOf } from '../../model/weekend/roll-call.ts'
import { NumberInput } from '../../../numbers/number-input.tsx'
import { handOutWords } from '../../words/hand-out.ts'

const PRESENCES: readonly Presence[] = ['here', 'late', 'gone']

export interface Row {
  walker: string
  who: string
  /** Until something is ticked; default: here. */
  otherwise?: Presence
}

interface RowProps extends Row {
  draft: RollCallDraft
  problem: Problem | null
  onPresence: (presence: Presence) => void
  onLate: (minutes: number | null) => void
}

export function PresenceRow({
  draft,
  walker,
  who,
  problem,
  otherwise = 'here',
  onPresence,
  onLate,
}: RowProps) {
  const w = handOutWords()
  const now = draft.presence[walker] ?? otherwise
  const wrong = problem?.fields.find(({ pointer }) => pointer === `/late/${walker}`)
  return (
    <tr>
      <th scope="row">{who}</th>
      <td>
        <div class="pair" role="radiogroup" aria-label={w.presenceOf(who)}>
          {PRESENCES.map((each) => (
            <label key={each} class="choice">
              <input
                type="radio"
                name={`presence-${walker}`}
                checked={now === each}
                onChange={() => onPresence(each)}
              />
              <span>{w[each]}</span>
            </label>
          ))}
        </div>
      </td>
      <td>
        {now === 'late' && (
          <NumberInput
            {...LATE}
            aria-label={w.lateOf(who)}
            aria-invalid={wrong !== undefined}
            value={lateOf(draft, walker)}
            onChange={onLate}
          />
        )}
        {wrong && <p class="wrong">{wrong.detail}</p>}
      </td>
    </tr>
  )
}
