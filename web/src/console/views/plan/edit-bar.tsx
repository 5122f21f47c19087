/** Undo and redo, and what the last change by hand cost: doors, worth, time, and which walks it touched. */
import type { Schemas } from '@doorwalk/client'
import { Busy } from '../../parts/busy.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { useUndoKeys } from '../../parts/keys/undo-keys.ts'
import { editsWords } from '../../words/edits.ts'
import { sayChange, sayDuration, sayMetres, sayNumber } from '../../../words/language.ts'
import { shellWords } from '../../words/shell.ts'
import type { Edits } from './use-edits.ts'

interface Props {
  plan: Schemas['PlanAnswer']
  edits: Edits
}

export function EditBar({ plan, edits }: Props) {
  const [w, shell] = [editsWords(), shellWords()]
  const { steps = [], undone = [] } = plan.edits ?? {}
  useUndoKeys({
    undo: steps.length > 0 && !edits.isBusy ? edits.undo : undefined,
    redo: undone.length > 0 && !edits.isBusy ? edits.redo : undefined,
  })
  const hasHistory = steps.length + undone.length > 0
  return (
    <div class="edit-bar" data-plan={plan.id}>
      {hasHistory && (
        <div class="pair">
          <button
            type="button"
            aria-keyshortcuts="Control+Z"
            title={shell.undoKey}
            disabled={steps.length === 0 || edits.isBusy}
            onClick={edits.undo}
          >
            ↶ {shell.undo}
          </button>
          <button
            type="button"
            aria-keyshortcuts="Control+Y"
            title={shell.redoKey}
            disabled={undone.length === 0 || edits.isBusy}
            onClick={edits.redo}
          >
            ↷ {shell.redo}
          </button>
        </div>
      )}
      <p class="cost" role="status">
        {plan.edits?.cost && sayCost(plan).join(' ')}
      </p>
      {edits.isBusy && <Busy text={w.editing} />}
      <ProblemBox problem={edits.problem} />
      {edits.conflict && (
        <Dialog title={w.conflictTitle} onClose={edits.lookThere}>
          <p>{w.conflict}</p>
          <div class="pair">
            <button type="button" class="main" onClick={edits.makeThere}>
              {w.conflictMake}
            </button>
            <button type="button" onClick={edits.lookThere}>
              {w.conflictLook}
            </button>
          </div>
        </Dialog>
      )}
    </div>
  )
}

function sayCost({ edits, replan }: Schemas['PlanAnswer']): string[] {
  const w = editsWords()
  const { before, after } = edits!.cost!
  const prize = before.prize === 0 ? 0 : after.prize / before.prize - 1
  const figures = {
    doors: sayChange(after.doors - before.doors, sayNumber),
    prize: sayChange(prize, (share) => sayNumber(share, { style: 'percent', maximumFractionDigits: 1 })),
    time: sayChange(after.seconds - before.seconds, sayDuration),
    metres: sayChange(after.metres - before.metres, sayMetres),
  }
  const isSame =
    before.doors === after.doors && before.seconds === after.seconds && before.prize === after.prize
  const touched = (replan?.changes ?? []).filter(({ change }) => change !== 'unchanged')
  const numbers = touched.map(({ number }) => number).sort((a, b) => a - b)
  const lost =
    touched.reduce((sum, one) => sum + one.lost.length, 0) -
    touched.reduce((sum, one) => sum + one.got.length, 0)
  return [
    isSame ? w.noCost : w.cost(figures),
    numbers.length === 0 ? w.nobody : w.affected(numbers.join(', '), numbers.length === 1),
    ...(lost > 0 ? [w.lost(sayNumber(lost), lost === 1)] : []),
    ...(edits!.gone.length > 0 ? [w.gone] : []),
  ]
}
