/** A question before something that cannot be taken back. */
import { useEffect, useRef } from 'preact/hooks'
import { words } from '../words/words.ts'

interface Props {
  question: string
  yes: string
  onYes: () => void
  onNo: () => void
}

export function Ask({ question, yes, onYes, onNo }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} onCancel={onNo} aria-label={question}>
      <p>{question}</p>
      <div class="pair">
        <button class="bad" onClick={onYes}>
          {yes}
        </button>
        <button onClick={onNo}>{words().cancel}</button>
      </div>
    </dialog>
  )
}
