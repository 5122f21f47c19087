/** Somebody else goes on with the walk, on a phone of his own: by the same link, shown as a code. */
import { useState } from 'preact/hooks'
import { clientFor } from '../device/post.ts'
import type { Session, View } from '../device/session.ts'
import { LinkCode } from './link-code.tsx'
import { problemOf } from './say.ts'
import { Stays } from './stays.tsx'
import { words } from '../words/words.ts'

export function HandOver({ session, view }: { session: Session; view: View }) {
  const { record } = view
  const [walker, setWalker] = useState('')
  const [problem, setProblem] = useState('')
  const say = words()
  const handOver = async (): Promise<void> => {
    try {
      await session.reportTicks()
      const params = { path: { walkId: record.walkId } }
      await clientFor(record.token).POST('/v1/walks/{walkId}/handover', { params, body: { walker } })
      setProblem('')
      await session.sync()
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return (
    <details>
      <summary>{say.handOver}</summary>
      <Stays view={view} say={say.handOverShows} />
      <p>{say.handOverHelp}</p>
      <LinkCode token={record.token} label={say.handOver} />
      <label>
        {say.handOverTo}
        <input
          value={walker}
          maxLength={64}
          autocomplete="off"
          onInput={({ currentTarget }) => setWalker(currentTarget.value)}
        />
      </label>
      <button disabled={walker.trim() === ''} onClick={() => void handOver()}>
        {say.confirm}
      </button>
      {problem !== '' && (
        <p class="bad" role="alert">
          {problem}
        </p>
      )}
    </details>
  )
}
