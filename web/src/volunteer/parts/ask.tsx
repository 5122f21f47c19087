/** A question before something that cannot be taken back. */
import { useModal } from '../../parts/modal.ts'
import { words } from '../words/words.ts'

interface Props {
  question: string
  yes: string
  onYes: () => void
  onNo: () => void
}

export function Ask({ question, yes, onYes, onNo }: Props) {
  return (
    <dialog {...useModal(onNo)} aria-label={question}>
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
