/** A key or a secret, this once, to be copied. */
import { announce } from '../../parts/announce.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { settingsWords } from '../../words/campaign.ts'
import { shellWords } from '../../words/shell.ts'

interface Props {
  title: string
  secret: string
  help?: string
  onClose: () => void
}

export function ShownOnce({ title, secret, help, onClose }: Props) {
  const w = settingsWords()
  return (
    <Dialog {...{ title, onClose }}>
      {help && <p>{help}</p>}
      <p class="notice">{w.onceHelp}</p>
      <input
        type="text"
        readOnly
        aria-label={title}
        value={secret}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <div class="pair">
        <button
          type="button"
          class="main"
          onClick={() => void navigator.clipboard.writeText(secret).then(() => announce(w.copied))}
        >
          {w.copy}
        </button>
        <button type="button" onClick={onClose}>
          {shellWords().close}
        </button>
      </div>
    </Dialog>
  )
}
