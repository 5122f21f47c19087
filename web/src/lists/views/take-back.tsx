/** Asks before an import is taken back: there is no way back but importing the list again. */
import { useModal } from '../../parts/modal.ts'
import type { KeptImport } from '../model/kept-imports.ts'
import { words } from '../words/words.ts'

interface Props {
  kept: KeptImport
  onTakeBack: () => void
  onClose: () => void
}

/** Rendered: open. */
export function TakeBack({ kept, onTakeBack, onClose }: Props) {
  const w = words()
  return (
    <dialog {...useModal(onClose)} aria-labelledby="take-back-title">
      <h2 id="take-back-title">{w.takeBackTitle(kept.name)}</h2>
      <p>{w.takeBackHelp}</p>
      <p>
        <strong>{w.takeBackFinal}</strong>
      </p>
      <div class="pair">
        <button type="button" class="main" onClick={onTakeBack}>
          {w.takeBackImport}
        </button>
        <button type="button" onClick={onClose}>
          {w.keep}
        </button>
      </div>
    </dialog>
  )
}
