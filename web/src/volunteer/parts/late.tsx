/** "I am late": what the walk comes to in the minutes that are left is shown before it is so. */
import { useState } from 'preact/hooks'
import { isWithin } from '../../numbers/number.ts'
import { clientFor } from '../device/post.ts'
import type { Session, View } from '../device/session.ts'
import { problemOf } from './say.ts'
import { words } from '../words/words.ts'
import { WholeNumber } from './whole-number.tsx'

const MINUTES = { from: 1, to: 600 }

interface Shorter {
  minutes: number
  stops: number
  doors: number
  released: number
}

export function Late({ session, view: { record } }: { session: Session; view: View }) {
  const [minutes, setMinutes] = useState<number | null>(30)
  const [asked, setAsked] = useState(0)
  const [isBusy, setBusy] = useState(false)
  const [shorter, setShorter] = useState<Shorter | null>(null)
  const [problem, setProblem] = useState('')
  const say = words()
  const shorten = async (isPreview: boolean): Promise<void> => {
    setAsked(asked + 1)
    if (isBusy || !isWithin(minutes, MINUTES)) return
    setProblem('')
    setBusy(true)
    try {
      // What is done has to be known there first.
      await session.sync()
      const params = { path: { walkId: record.walkId } }
      const body = { minutes, preview: isPreview }
      const walk = await clientFor(record.token).POST('/v1/walks/{walkId}/shorten', { params, body })
      const todo = walk.stops.filter(({ done }) => !done)
      const doors = todo.flatMap(({ targets }) => targets).reduce((sum, target) => sum + target.doors, 0)
      setShorter(isPreview ? { minutes, stops: todo.length, doors, released: walk.released.length } : null)
      if (!isPreview) await session.reload()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <details>
      <summary>{say.iAmLate}</summary>
      <WholeNumber
        {...{ ...MINUTES, label: say.minutesLeft, value: minutes, asked }}
        onChange={(typed) => {
          setMinutes(typed)
          setShorter(null)
        }}
      />
      <button onClick={() => void shorten(true)}>{say.show}</button>
      {shorter && (
        <>
          <p role="status">{say.shorterKeeps(shorter.stops, shorter.doors, shorter.released)}</p>
          <button class="main" onClick={() => void shorten(false)}>
            {say.confirm}
          </button>
        </>
      )}
      {problem !== '' && (
        <p class="bad" role="alert">
          {problem}
        </p>
      )}
    </details>
  )
}
