/** How far sending and reading are. */
import type { Step } from '../model/send-list.ts'
import { sayNumber, sayShare } from '../../words/language.ts'
import { words } from '../words/words.ts'

export function Progress({ step, onCancel }: { step: Step; onCancel: () => void }) {
  const w = words()
  const isSending = step.name === 'sending'
  return (
    <div class="panel">
      <label for="progress" aria-live="polite">
        {isSending ? w.sending(sayShare(step.share)) : w.reading(sayNumber(step.rows))}
      </label>
      {isSending ? <progress id="progress" value={step.share} /> : <progress id="progress" />}
      <button type="button" onClick={onCancel}>
        {w.cancel}
      </button>
    </div>
  )
}
