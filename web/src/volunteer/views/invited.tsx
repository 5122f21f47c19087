/** Who comes by an invitation says how long he has, and gets a walk of his own. */
import { useEffect, useState } from 'preact/hooks'
import type { Schemas } from '@doorwalk/client'
import { isWithin } from '../../numbers/number.ts'
import { clientFor } from '../device/post.ts'
import { currentLanguage, words } from '../words/words.ts'
import { problemOf, timeOf } from '../parts/say.ts'
import { WholeNumber } from '../parts/whole-number.tsx'

/** A walk is planned for who comes: on a busy server or a slow network that takes longer than one attempt. */
const RETRIES = 3

type Invitation = Schemas['Invitation']

const MINUTES = { from: 10, to: 600 }
const PEOPLE = { from: 1, to: 6 }

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
  const [minutes, setMinutes] = useState<number | null>(null)
  const [avoidStairs, setAvoidStairs] = useState(false)
  const [people, setPeople] = useState<number | null>(1)
  const [asked, setAsked] = useState(0)
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
    setAsked(asked + 1)
    if (isAsking || !isWithin(minutes, MINUTES) || !isWithin(people, PEOPLE)) return
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
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            come().catch(told)
          }}
        >
          <p>{say.invitedUntil(timeOf(Date.parse(invitation.until)))}</p>
          <WholeNumber
            {...{ ...MINUTES, label: say.minutesIHave, value: minutes, onChange: setMinutes, asked }}
          />
          <WholeNumber {...{ ...PEOPLE, label: say.weAre, value: people, onChange: setPeople, asked }} />
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
