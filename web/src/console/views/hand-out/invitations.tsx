/** Invitations to the meeting point of a plan: so many walks, until so late, as one code to show. */
import type { Plan, Schemas } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import { MINUTES } from '../../model/people-wish.ts'
import type { Problem } from '../../model/problem.ts'
import { dateOf, instantOf, timeOf } from '../../model/weekend/instant.ts'
import { announce } from '../../parts/announce.tsx'
import { Confirm, type Question } from '../../parts/confirm.tsx'
import { Field } from '../../parts/field.tsx'
import { NumberField, wrongNumber } from '../../parts/number.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Code, LocalNote } from '../../parts/walks/link-sheet.tsx'
import { useLoad } from '../../state/load.ts'
import { useOnce } from '../../../parts/once.ts'
import { problemOf } from '../../state/problem.ts'
import { handOutWords } from '../../words/hand-out.ts'
import { currentLanguage, sayInstant, sayNumber } from '../../../words/language.ts'
import { shellWords } from '../../words/shell.ts'

type Invitation = Schemas['Invitation']

const MOST = { from: 1, to: 500 }
const MOST_LABEL = 64
const HOURS_MILLISECONDS = 3 * 3_600_000
const USUAL_MOST = 20
const USUAL_MINUTES = 60

export function Invitations({ plan }: { plan: Plan }) {
  const w = handOutWords()
  const [made, setMade] = useState<Schemas['InvitationWithToken'] | null>(null)
  const [question, setQuestion] = useState<Question | null>(null)
  const region = plan.region.name
  const all = useLoad(`invitations ${region}`, async () => {
    const found: Invitation[] = []
    for await (const each of doorwalk.each('/v1/invitations')) found.push(each)
    return found.filter((one) => one.region === region)
  })
  const close = ({ id, label }: Invitation): Question => ({
    title: w.closeOf(label ?? w.unnamed),
    help: w.closeHelp,
    verb: w.closeInvitation,
    act: async () => {
      await doorwalk.POST('/v1/invitations/{invitationId}/close', { params: { path: { invitationId: id } } })
      announce(w.closed)
      all.reload()
    },
  })
  return (
    <details>
      <summary>{w.invitations}</summary>
      <p class="help">{w.invitationsHelp}</p>
      {plan.meetingPoint === null ? (
        <p>{w.noMeeting}</p>
      ) : (
        <InvitationForm
          {...{ region, start: plan.meetingPoint, startAt: plan.startAt }}
          onMade={(invitation) => {
            setMade(invitation)
            all.reload()
          }}
        />
      )}
      {made && (
        <article class="link-sheet invitation">
          <h4>{w.invited(made.label ?? w.unnamed)}</h4>
          <LocalNote url={made.url} />
          <Code url={made.url} name={made.label ?? w.invitations} />
        </article>
      )}
      <ProblemBox problem={all.error === undefined ? null : problemOf(all.error)} />
      {all.value?.length === 0 && <p>{w.noInvitations}</p>}
      <ul>
        {all.value?.map((invitation) => (
          <li key={invitation.id}>
            {invitation.label ?? w.unnamed} ·{' '}
            {w.taken(sayNumber(invitation.taken), sayNumber(invitation.most))} ·{' '}
            {sayInstant(invitation.until)} · {w.invitationStates[invitation.state]}{' '}
            {invitation.state !== 'closed' && invitation.state !== 'over' && (
              <button
                type="button"
                aria-label={w.closeOf(invitation.label ?? w.unnamed)}
                onClick={() => setQuestion(close(invitation))}
              >
                {w.closeInvitation}
              </button>
            )}
          </li>
        ))}
      </ul>
      {question && <Confirm {...{ question }} onClose={() => setQuestion(null)} />}
    </details>
  )
}

interface FormProps {
  region: string
  /** The meeting point. */
  start: readonly number[]
  startAt: string
  onMade: (invitation: Schemas['InvitationWithToken']) => void
}

function InvitationForm({ region, start, startAt, onMade }: FormProps) {
  const w = handOutWords()
  const [label, setLabel] = useState('')
  const [most, setMost] = useState<number | null>(USUAL_MOST)
  const [minutes, setMinutes] = useState<number | null>(USUAL_MINUTES)
  const [until, setUntil] = useState(() => {
    const at = new Date(Math.max(Date.parse(startAt), Date.now()) + HOURS_MILLISECONDS)
    return `${dateOf(at)}T${timeOf(at)}`
  })
  const { once } = useOnce()
  const [problem, setProblem] = useState<Problem | null>(null)

  function wrong(): Problem | null {
    const { required } = shellWords().problem
    const [wrongMost, wrongMinutes] = [wrongNumber(most, MOST), wrongNumber(minutes, MINUTES)]
    const fields = [
      ...(wrongMost === undefined ? [] : [{ pointer: '/most', detail: wrongMost }]),
      ...(wrongMinutes === undefined ? [] : [{ pointer: '/minutes', detail: wrongMinutes }]),
      ...(until === '' ? [{ pointer: '/until', detail: required }] : []),
      ...(until !== '' && new Date(until) <= new Date() ? [{ pointer: '/until', detail: w.times }] : []),
    ]
    return fields.length === 0 ? null : { kind: 'form', detail: '', fields, requestId: '' }
  }
  async function invite(): Promise<void> {
    const found = wrong()
    setProblem(found)
    if (found !== null) return
    const [date = '', time = ''] = until.split('T')
    try {
      const body = {
        ...{
          region,
          most: most!,
          minutes: minutes!,
          until: instantOf(date, time)!,
          language: currentLanguage(),
        },
        start: [start[0]!, start[1]!] as [number, number],
        ...(label.trim() !== '' && { label: label.trim() }),
      }
      onMade(await doorwalk.POST('/v1/invitations', { body }))
    } catch (error) {
      setProblem(problemOf(error))
    }
  }

  return (
    <form
      class="panel"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void once(invite)
      }}
    >
      <ProblemBox problem={problem} fields={['/label', '/most', '/minutes', '/until']} />
      <Field label={w.invitationLabel} help={w.invitationLabelHelp} pointer="/label" problem={problem}>
        {(attributes) => (
          <input
            {...attributes}
            maxLength={MOST_LABEL}
            value={label}
            onInput={({ currentTarget }) => setLabel(currentTarget.value)}
          />
        )}
      </Field>
      <div class="columns">
        <NumberField
          {...{ label: w.most, pointer: '/most', problem, value: most, ...MOST }}
          onChange={setMost}
        />
        <NumberField
          {...{ label: w.minutes, pointer: '/minutes', problem, value: minutes, ...MINUTES }}
          onChange={setMinutes}
        />
        <Field label={w.until} pointer="/until" problem={problem}>
          {(attributes) => (
            <input
              {...attributes}
              type="datetime-local"
              value={until}
              onInput={({ currentTarget }) => setUntil(currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <button type="submit">{w.invite}</button>
    </form>
  )
}
