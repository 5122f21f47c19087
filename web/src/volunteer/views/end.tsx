/** After a walk: what was done, what is not sent yet, and how all of it goes from the phone. */
import { useState } from 'preact/hooks'
import { countsOf } from '../model/ticks.ts'
import type { Session, View } from '../device/session.ts'
import { words } from '../words/words.ts'
import { Ask } from '../parts/ask.tsx'
import { Outbox, countOutbox } from '../parts/outbox.tsx'
import { leftOf } from '../model/way.ts'

export function EndView({ session, view, onGone }: { session: Session; view: View; onGone: () => void }) {
  const { record } = view
  const say = words()
  const { ticks } = leftOf(view.pack, record)
  const counts = countsOf(Object.values(record.marks).flatMap(({ doors }) => Object.values(doors)))
  return (
    <>
      <h1>{say.finished}</h1>
      <p class="big">{say.total(counts.knocked, counts.opened)}</p>
      <p>{say.finishedHelp}</p>
      {ticks > 0 && (
        <p>
          {say.ticked(ticks)} <button onClick={() => void session.reportTicks()}>{say.send}</button>
        </p>
      )}
      <Outbox session={session} view={view} />
      <Remove session={session} view={view} onGone={onGone} />
    </>
  )
}

/** Everything about the walk goes from this phone, once nothing waits that could still be sent. */
export function Remove({ session, view, onGone }: { session: Session; view: View; onGone: () => void }) {
  const [isAsked, ask] = useState(false)
  const { waiting, refused } = countOutbox(view.outbox)
  const isReady = waiting === 0 && leftOf(view.pack, view.record).ticks === 0
  const say = words()
  return (
    <>
      <button class="bad" disabled={!isReady} onClick={() => ask(true)}>
        {say.remove}
      </button>
      {isAsked && (
        <Ask
          question={refused > 0 ? `${say.notTaken(refused)}. ${say.removeSure}` : say.removeSure}
          yes={say.remove}
          onYes={() => void session.remove().then(onGone)}
          onNo={() => ask(false)}
        />
      )}
    </>
  )
}
