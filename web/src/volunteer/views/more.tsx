/** What goes other than planned: late, a break, somebody else, an end; and how the page looks and speaks. */
import { useState } from 'preact/hooks'
import { GRACE_MILLISECONDS } from '@doorwalk/core/ledger/hold'
import { clientFor } from '../device/post.ts'
import type { Session, View } from '../device/session.ts'
import { standingOf } from '../model/standing.ts'
import { ALL_LANGUAGES, currentLanguage, words } from '../words/words.ts'
import { Remove } from './end.tsx'
import { HandOver } from '../parts/hand-over.tsx'
import { Late } from '../parts/late.tsx'
import { LIGHTS, keepLight, keptLight } from '../parts/light.ts'
import { Outbox, sayUnsent } from '../parts/outbox.tsx'
import { keepLanguage } from '../parts/language.ts'
import { LinkCode } from '../parts/link-code.tsx'
import { problemOf, timeOf } from '../parts/say.ts'
import { Stays } from '../parts/stays.tsx'
import { useNow } from '../parts/use-session.ts'

const MINUTE = 60_000

interface Props {
  session: Session
  view: View
  onLanguage: () => void
  onGone: () => void
}

export function MoreView({ session, view, onLanguage, onGone }: Props) {
  const { record, outbox } = view
  const say = words()
  const isWalking = record.startedAt !== null && standingOf(record) === 'fine'
  return (
    <>
      <h1>{say.more}</h1>
      {isWalking && (
        <>
          <Late session={session} view={view} />
          <Break session={session} view={view} />
          <details>
            <summary>{say.together}</summary>
            <p>{say.togetherHelp}</p>
            <LinkCode token={record.token} label={say.together} />
          </details>
          <HandOver session={session} view={view} />
          <details>
            <summary>{say.stop}</summary>
            <Stays view={view} say={say.stopHelp} />
            <button onClick={() => void session.finish()}>{say.finish}</button>
          </details>
        </>
      )}
      <details open={outbox.length > 0}>
        <summary>{sayUnsent(view)}</summary>
        <Outbox session={session} view={view} />
      </details>
      <Look onLanguage={onLanguage} />
      <p>{say.privacy}</p>
      <Remove session={session} view={view} onGone={onGone} />
    </>
  )
}

/** The targets are held for so much longer, from now on. */
function Break({ session, view: { record } }: { session: Session; view: View }) {
  const [said, tell] = useState('')
  const now = useNow(20)
  const say = words()
  /** By the clock of this phone, ms. */
  const until = record.until === null ? now : Date.parse(record.until) - record.clockAhead
  const prolong = async (pause: number): Promise<void> => {
    try {
      // The server counts from now, and adds its grace.
      const minutes = Math.max(1, Math.ceil((until + pause * MINUTE - GRACE_MILLISECONDS - now) / MINUTE))
      const params = { path: { walkId: record.walkId } }
      const held = await clientFor(record.token).POST('/v1/walks/{walkId}/extend', {
        params,
        body: { minutes },
      })
      if (held.until !== null) tell(say.prolonged(timeOf(Date.parse(held.until) - record.clockAhead)))
      await session.sync()
    } catch (error) {
      tell(problemOf(error))
    }
  }
  return (
    <details>
      <summary>{say.pause}</summary>
      <p>{say.keptUntil(timeOf(until))}</p>
      <div class="pair">
        {[15, 30, 60, 120].map((minutes) => (
          <button key={minutes} onClick={() => void prolong(minutes)}>
            {say.prolong(minutes, timeOf(until + minutes * MINUTE))}
          </button>
        ))}
      </div>
      <p role="status">{said}</p>
    </details>
  )
}

function Look({ onLanguage }: { onLanguage: () => void }) {
  const [light, setLight] = useState(keptLight())
  const say = words()
  return (
    <>
      <fieldset>
        <legend>{say.light}</legend>
        {LIGHTS.map((each) => (
          <button
            key={each}
            aria-pressed={light === each}
            onClick={() => {
              keepLight(each)
              setLight(each)
            }}
          >
            {say.lights[each]}
          </button>
        ))}
      </fieldset>
      <fieldset>
        <legend>{say.language}</legend>
        {ALL_LANGUAGES.map(({ code, name }) => (
          <button
            key={code}
            lang={code}
            aria-pressed={currentLanguage() === code}
            onClick={() => {
              keepLanguage(code)
              onLanguage()
            }}
          >
            {name}
          </button>
        ))}
      </fieldset>
    </>
  )
}
