/** A dialog above the page: the browser holds the focus in it, Escape closes it. */
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { useModal } from '../../parts/modal.ts'
import { shellWords } from '../words/shell.ts'

interface Props {
  title: string
  onClose: () => void
  children: ComponentChildren
}

/** Rendered: open. */
export function Dialog({ title, onClose, children }: Props) {
  const id = useId()
  return (
    <dialog {...useModal(onClose)} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" class="close" aria-label={shellWords().close} onClick={onClose}>
          ×
        </button>
      </header>
      {children}
    </dialog>
  )
}
