/** Asks before an import is taken back: there is no way back but importing the list again. */
import { useEffect, useRef } from 'preact/hooks'
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
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const own = dialog.current
    own?.showModal()
    return () => own?.close()
  }, [])
  return (
    <dialog ref={dialog} aria-labelledby="take-back-title" onCancel={onClose}>
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
