/** After a walk: what was done, what is not sent yet, and how all of it goes from the phone. */
import { useState } from 'preact/hooks'
import { ticksOf } from '../model/record.ts'
import { countsOf } from '../model/ticks.ts'
import type { Session, View } from '../device/session.ts'
import { words } from '../words/words.ts'
import { Ask } from '../parts/ask.tsx'
import { Outbox } from '../parts/outbox.tsx'

export function EndView({ session, view, onGone }: { session: Session; view: View; onGone: () => void }) {
  const { record, outbox } = view
  const say = words()
  const ticks = Object.keys(record.marks).reduce((sum, id) => sum + ticksOf(record, id), 0)
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
      <Remove session={session} isReady={outbox.length === 0 && ticks === 0} onGone={onGone} />
    </>
  )
}

/** Everything about the walk goes from this phone, once nothing waits; what waits has to be discarded by hand first. */
export function Remove({
  session,
  isReady,
  onGone,
}: {
  session: Session
  isReady: boolean
  onGone: () => void
}) {
  const [isAsked, ask] = useState(false)
  const say = words()
  return (
    <>
      <button class="bad" disabled={!isReady} onClick={() => ask(true)}>
        {say.remove}
      </button>
      {isAsked && (
        <Ask
          question={say.removeSure}
          yes={say.remove}
          onYes={() => void session.remove().then(onGone)}
          onNo={() => ask(false)}
        />
      )}
    </>
  )
}
