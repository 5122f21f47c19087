/** What is not sent yet, and what the server did not take: kept until it is sent, or discarded by hand. */
import { useState } from 'preact/hooks'
import { sayOf } from '@doorwalk/core/words/say'
import type { Parcel } from '../device/shelf.ts'
import { targetsOf } from '../model/record.ts'
import { leftOf } from '../model/way.ts'
import type { Session, View } from '../device/session.ts'
import { currentLanguage, words } from '../words/words.ts'
import { Ask } from './ask.tsx'
import { placeOf } from './say.ts'
import { sayRefusal } from '../words/problems.ts'

/** What waits to be sent, and what the server did not take. */
export function countOutbox(outbox: readonly Parcel[]): { waiting: number; refused: number } {
  const refused = outbox.filter((parcel) => parcel.refused !== null).length
  return { waiting: outbox.length - refused, refused }
}

/** What of this walk the server does not know yet, and what it did not take. */
export function sayUnsent(view: View): string {
  const say = words()
  const { waiting, refused } = countOutbox(view.outbox)
  const { ticks } = leftOf(view.pack, view.record)
  if (waiting > 0) return say.unsent(waiting)
  if (ticks > 0) return say.ticked(ticks)
  return refused > 0 ? say.notTaken(refused) : say.allSent
}

export function Outbox({ session, view }: { session: Session; view: View }) {
  const [asked, ask] = useState<string | null>(null)
  const { outbox, pack, sent } = view
  const say = words()
  if (outbox.length === 0) return <p role="status">{say.allSent}</p>
  const targets = targetsOf(pack)
  const { waiting, refused } = countOutbox(outbox)
  const nameOf = ({ load }: Parcel): string => {
    if (load.kind === 'start') return say.start
    if (load.kind === 'finish') return say.finish
    const id = load.kind === 'visit' ? load.visit.target : load.fact.target
    const place = placeOf(targets.get(id) ?? { address: id })
    return load.kind === 'visit' ? place : sayOf(place, say.facts[load.fact.kind], currentLanguage())
  }
  return (
    <section>
      {waiting > 0 && <h2>{say.unsent(waiting)}</h2>}
      {refused > 0 && <h2>{say.notTaken(refused)}</h2>}
      {sent === 'no_network' && <p>{say.noNetwork}</p>}
      <ul class="rows">
        {outbox.map((parcel) => (
          <li key={parcel.id}>
            <span>
              {nameOf(parcel)}
              {parcel.refused !== null && <small class="bad"> {sayRefusal(parcel.refused)}</small>}
            </span>
            <button
              aria-label={sayOf(say.discard, nameOf(parcel), currentLanguage())}
              onClick={() => ask(parcel.id)}
            >
              {say.discard}
            </button>
          </li>
        ))}
      </ul>
      <button onClick={() => void session.sendNow()}>{say.send}</button>
      {asked !== null && (
        <Ask
          question={say.discardSure}
          yes={say.discard}
          onYes={() => {
            ask(null)
            void session.discard(asked)
          }}
          onNo={() => ask(null)}
        />
      )}
    </section>
  )
}
