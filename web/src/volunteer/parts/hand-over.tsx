/** Somebody else goes on with the walk, on a phone of his own: by the same link, shown as a code. */
import { useState } from 'preact/hooks'
import { qrSvg } from '@doorwalk/core/paper/qr'
import { clientFor } from '../device/post.ts'
import type { Session, View } from '../device/session.ts'
import { problemOf } from './say.ts'
import { words } from '../words/words.ts'

const CODE_MM = 55

export function HandOver({ session, view: { record } }: { session: Session; view: View }) {
  const [walker, setWalker] = useState('')
  const [problem, setProblem] = useState('')
  const say = words()
  const address = `${location.origin}/w/#${record.token}`
  const handOver = async (): Promise<void> => {
    try {
      await session.sync()
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
      <p>{say.handOverHelp}</p>
      <div
        class="code"
        dangerouslySetInnerHTML={{ __html: qrSvg(address, { size: CODE_MM, label: say.handOver }) }}
      />
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
