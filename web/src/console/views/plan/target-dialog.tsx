/** What may be done with one building: to another walk, with all after it or alone, pinned, key, off all walks. */
import type { Schemas } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import type { LooseTarget, MapWalk } from '../../map/model/plan.ts'
import type { EditWish } from '../../model/edit-wish.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { editsWords } from '../../words/edits.ts'
import { sayNumber } from '../../../words/language.ts'
import { mapWords, sayPlace } from '../../words/map.ts'
import { planWords } from '../../words/plan.ts'

interface Props {
  plan: Schemas['PlanAnswer']
  walks: readonly MapWalk[]
  isEditable: boolean
  /** Another change is on its way. */
  isBusy: boolean
  id: string
  /** Of all that is on no walk, once that is known. */
  leftOut: readonly LooseTarget[] | undefined
  onEdit: (edit: EditWish) => void
  onClose: () => void
}

export function TargetDialog({ plan, walks, isEditable, isBusy, id, leftOut, onEdit, onClose }: Props) {
  const [w, e, m] = [planWords(), editsWords(), mapWords()]
  const on = walks.flatMap(({ targets }) => targets).find((each) => each.id === id)
  const off = leftOut?.find((each) => each.id === id)
  const others = walks.map(({ number }) => number).filter((number) => number !== on?.walk)
  const [to, setTo] = useState(others[0])
  const known = on ?? off
  // What the plan chose by itself nobody can take back, but it can be made sure of.
  const isNamed = known?.key === true && plan.summary.keys?.by !== 'plan'
  const isPinned = plan.edits?.pins.some(({ target }) => target === id) === true
  const address = sayPlace({ address: known?.address ?? '', within: known?.within ?? {} })
  const where = on ? m.stop(on.walk, on.label) : (w.reasons[off?.reason ?? ''] ?? m.reserve)
  const doors = known?.doors
  return (
    <Dialog title={address} onClose={onClose}>
      <p>
        {where}
        {doors != null && ` · ${m.doors(sayNumber(doors), doors === 1)}`}
        {known?.key && ` · ★ ${m.key}`}
        {isPinned && ` · ${e.pinned}`}
      </p>
      {isEditable && (
        <fieldset class="plain" disabled={isBusy}>
          {to !== undefined && (
            <div class="pair inline">
              <label>
                <span>{e.walkTo}</span>
                <select value={to} onChange={({ currentTarget }) => setTo(Number(currentTarget.value))}>
                  {others.map((number) => (
                    <option key={number} value={number}>
                      {number}
                    </option>
                  ))}
                </select>
              </label>
              <button
                type="button"
                class="main"
                onClick={() => onEdit({ type: 'move', target: id, walk: to })}
              >
                {e.move}
              </button>
              {on && (
                <button type="button" onClick={() => onEdit({ type: 'move_tail', from: id, walk: to })}>
                  {e.moveTail}
                </button>
              )}
            </div>
          )}
          <div class="pair">
            {isPinned ? (
              <button type="button" onClick={() => onEdit({ type: 'unpin', target: id })}>
                {e.unpin}
              </button>
            ) : (
              on && (
                <button type="button" onClick={() => onEdit({ type: 'pin', target: id, walk: on.walk })}>
                  {e.pin}
                </button>
              )
            )}
            <button type="button" onClick={() => onEdit({ type: isNamed ? 'unkey' : 'key', target: id })}>
              {isNamed ? e.unkey : e.key}
            </button>
            {off?.reason === 'excluded' ? (
              <button type="button" onClick={() => onEdit({ type: 'include', target: id })}>
                {e.include}
              </button>
            ) : (
              <button type="button" onClick={() => onEdit({ type: 'exclude', target: id })}>
                {e.exclude}
              </button>
            )}
          </div>
        </fieldset>
      )}
    </Dialog>
  )
}
