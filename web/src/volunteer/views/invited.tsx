/** Who comes by an invitation says how long he has, and gets a walk of his own. */
import { useEffect, useState } from 'preact/hooks'
import type { Schemas } from '@doorwalk/client'
import { clientFor } from '../device/post.ts'
import { currentLanguage, words } from '../words/words.ts'
import { problemOf, timeOf } from '../parts/say.ts'

/** A walk is planned for who comes: on a busy server or a slow network that takes longer than one attempt. */
const RETRIES = 3

type Invitation = Schemas['Invitation']

interface Props {
  token: string
  /** Names this coming: asked again, it is the same walk. */
  coming: string
  /** The walk is theirs, by this link. */
  onWalk: (token: string) => Promise<void>
}

/** `dwi_<campaign>.<id>.<expiry>.<signature>` */
export function invitationOf(token: string): string | undefined {
  const id = /^dwi_[^.]+\.([^.]+)\./.exec(token)?.[1]
  return id === undefined ? undefined : `inv_${id}`
}

export function Invited({ token, coming, onWalk }: Props) {
  const invitationId = invitationOf(token) ?? ''
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  const [minutes, setMinutes] = useState(0)
  const [avoidStairs, setAvoidStairs] = useState(false)
  const [people, setPeople] = useState(1)
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState('')
  const say = words()
  const told = (error: unknown): void => {
    setAsking(false)
    setProblem(problemOf(error))
  }
  useEffect(() => {
    clientFor(token, RETRIES)
      .GET('/v1/invitations/{invitationId}', { params: { path: { invitationId } } })
      .then((found) => {
        setInvitation(found)
        setMinutes(found.minutes)
      })
      .catch(told)
  }, [token])
  const come = async (): Promise<void> => {
    setAsking(true)
    setProblem('')
    const body = { minutes, avoidStairs, language: currentLanguage(), ...(people > 1 && { people }) }
    const params = { path: { invitationId } }
    const headers = { 'Idempotency-Key': coming }
    const { link } = await clientFor(token, RETRIES).POST('/v1/invitations/{invitationId}/walks', {
      params,
      body,
      headers,
    })
    await onWalk(link.token)
  }
  return (
    <main class="page">
      <h1>{say.invited}</h1>
      {invitation?.label && <p class="big">{invitation.label}</p>}
      {invitation && invitation.state !== 'open' && (
        <p class="bad">{say.invitationStates[invitation.state]}</p>
      )}
      {invitation?.state === 'open' && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            come().catch(told)
          }}
        >
          <p>{say.invitedUntil(timeOf(Date.parse(invitation.until)))}</p>
          <label>
            {say.minutesIHave}
            <input
              type="number"
              inputMode="numeric"
              required
              min={10}
              max={600}
              value={minutes}
              onInput={({ currentTarget }) => setMinutes(currentTarget.valueAsNumber)}
            />
          </label>
          <label>
            {say.weAre}
            <input
              type="number"
              inputMode="numeric"
              required
              min={1}
              max={6}
              value={people}
              onInput={({ currentTarget }) => setPeople(currentTarget.valueAsNumber)}
            />
          </label>
          <label class="choice">
            <input
              type="checkbox"
              checked={avoidStairs}
              onInput={({ currentTarget }) => setAvoidStairs(currentTarget.checked)}
            />
            {say.avoidStairs}
          </label>
          <button class="main" disabled={isAsking}>
            {isAsking ? say.opening : say.takeWalk}
          </button>
        </form>
      )}
      {problem !== '' && (
        <p class="bad" role="alert">
          {problem}
        </p>
      )}
    </main>
  )
}
