/** A dialog above the page: the browser holds the focus in it, Escape closes it. */
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { shellWords } from '../words/shell.ts'

interface Props {
  title: string
  onClose: () => void
  children: ComponentChildren
}

/** Rendered: open. */
export function Dialog({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const isGone = useRef(false)
  const id = useId()
  useEffect(() => {
    const own = dialog.current
    own?.showModal()
    return () => {
      // Whoever took it away knows: only a person who closes it gives up.
      isGone.current = true
      own?.close()
    }
  }, [])
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={() => isGone.current || onClose()}>
      <header>
        <h2 id={id}>{title}</h2>
        <button
          type="button"
          class="close"
          aria-label={shellWords().close}
          onClick={() => dialog.current?.close()}
        >
          ×
        </button>
      </header>
      {children}
    </dialog>
  )
}
