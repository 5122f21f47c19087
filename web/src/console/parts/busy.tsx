/** Something is on its way: how far it is, and a way to stop it. */
import { shellWords } from '../words/shell.ts'

interface Props {
  text: string
  /** From 0 to 1; null: unknown */
  share?: number | null
  onCancel?: (() => void) | undefined
}

export function Busy({ text, share = null, onCancel }: Props) {
  return (
    <div class="busy">
      <p role="status">{text}</p>
      <progress aria-label={text} {...(share === null ? {} : { value: share })} />
      {onCancel && (
        <button type="button" onClick={onCancel}>
          {shellWords().cancel}
        </button>
      )}
    </div>
  )
}
