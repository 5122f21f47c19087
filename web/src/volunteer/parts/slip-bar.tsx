/** The last visit can be taken back for a moment, before it is sent. */
import { useNow } from './use-session.ts'
import { isHeld } from '../device/shelf.ts'
import type { Session, View } from '../device/session.ts'
import { words } from '../words/words.ts'

export function SlipBar({ session, view }: { session: Session; view: View }) {
  const now = useNow(1)
  const last = view.outbox.findLast(
    (parcel) => parcel.load.kind === 'visit' && parcel.tries === 0 && isHeld(parcel, now),
  )
  if (!last) return null
  const say = words()
  const count = view.outbox.filter(({ made, load }) => made === last.made && load.kind === 'visit').length
  return (
    <div class="slip" role="status">
      <span>{say.savedUndo(count)}</span>
      <button onClick={() => void session.takeBack(last.id)}>{say.takeBack}</button>
    </div>
  )
}
