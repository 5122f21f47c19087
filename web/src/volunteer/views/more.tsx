/** What goes other than planned: late, a break, somebody else, an end; and how the page looks and speaks. */
import { useState } from 'preact/hooks'
import { clientFor } from '../device/post.ts'
import type { Session, View } from '../device/session.ts'
import { ALL_LANGUAGES, currentLanguage, speak, words } from '../words/words.ts'
import { Remove } from './end.tsx'
import { HandOver } from '../parts/hand-over.tsx'
import { Late } from '../parts/late.tsx'
import { LIGHTS, keepLight, keptLight } from '../parts/light.ts'
import { Outbox } from '../parts/outbox.tsx'
import { problemOf, timeOf } from '../parts/say.ts'

interface Props {
  session: Session
  view: View
  onLanguage: () => void
  onGone: () => void
}

export function MoreView({ session, view, onLanguage, onGone }: Props) {
  const { record, outbox } = view
  const say = words()
  const isWalking = record.startedAt !== null && record.finishedAt === null
  return (
    <>
      <h1>{say.more}</h1>
      {isWalking && (
        <>
          <Late session={session} view={view} />
          <Break session={session} view={view} />
          <HandOver session={session} view={view} />
          <details>
            <summary>{say.stop}</summary>
            <p>{say.stopHelp}</p>
            <button onClick={() => void session.finish()}>{say.finish}</button>
          </details>
        </>
      )}
      <details open={outbox.length > 0}>
        <summary>{outbox.length === 0 ? say.allSent : say.unsent(outbox.length)}</summary>
        <Outbox session={session} view={view} />
      </details>
      <Look onLanguage={onLanguage} />
      <p>{say.privacy}</p>
      <Remove session={session} isReady={outbox.length === 0} onGone={onGone} />
    </>
  )
}

/** The targets are held for so much longer, from now on. */
function Break({ session, view: { record } }: { session: Session; view: View }) {
  const [said, tell] = useState('')
  const say = words()
  const prolong = async (minutes: number): Promise<void> => {
    try {
      const params = { path: { walkId: record.walkId } }
      const { until } = await clientFor(record.token).POST('/v1/walks/{walkId}/extend', {
        params,
        body: { minutes },
      })
      if (until !== null) tell(say.prolonged(timeOf(Date.parse(until))))
      await session.sync()
    } catch (error) {
      tell(problemOf(error))
    }
  }
  return (
    <details>
      <summary>{say.pause}</summary>
      <p>{say.pauseHelp}</p>
      <div class="pair">
        {[15, 30, 60, 120].map((minutes) => (
          <button key={minutes} onClick={() => void prolong(minutes)}>
            {say.prolong} {minutes} min
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
              speak(code)
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
