/** What is not sent yet, and what the server did not take: kept until it is sent, or discarded by hand. */
import { useState } from 'preact/hooks'
import type { Parcel } from '../device/shelf.ts'
import { targetsOf } from '../model/record.ts'
import type { Session, View } from '../device/session.ts'
import { words } from '../words/words.ts'
import { Ask } from './ask.tsx'
import { placeOf } from './say.ts'

export function Outbox({ session, view }: { session: Session; view: View }) {
  const [asked, ask] = useState<string | null>(null)
  const { outbox, pack, sent } = view
  const say = words()
  if (outbox.length === 0) return <p role="status">{say.allSent}</p>
  const targets = targetsOf(pack)
  const nameOf = ({ load }: Parcel): string => {
    if (load.kind === 'start') return say.start
    if (load.kind === 'finish') return say.finish
    const id = load.kind === 'visit' ? load.visit.target : load.fact.target
    const place = placeOf(targets.get(id) ?? { address: id })
    return load.kind === 'visit' ? place : `${place} : ${say.facts[load.fact.kind]}`
  }
  return (
    <section>
      <h2>{say.unsent(outbox.length)}</h2>
      {sent === 'no_network' && <p>{say.noNetwork}</p>}
      <ul class="rows">
        {outbox.map((parcel) => (
          <li key={parcel.id}>
            <span>
              {nameOf(parcel)}
              {parcel.refused !== null && <small class="bad"> {parcel.refused}</small>}
            </span>
            <button aria-label={`${say.discard} : ${nameOf(parcel)}`} onClick={() => ask(parcel.id)}>
              {say.discard}
            </button>
          </li>
        ))}
      </ul>
      <button onClick={() => void session.sync()}>{say.send}</button>
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
