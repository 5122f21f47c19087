/** Days of the vote, hours and the goal of the campaign; what is changed stays in this browser until it is saved. */
import type { Schemas } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import {
  type CampaignForm,
  endsCampaign,
  type FormFault,
  faultsOf,
  formOf,
  mergedForm,
  settingsOf,
} from '../../model/campaign.ts'
import { dayOf } from '../../model/pace.ts'
import { type Problem, refuseFields } from '../../model/problem.ts'
import { announce } from '../../parts/announce.tsx'
import { Busy } from '../../parts/busy.tsx'
import { Confirm } from '../../parts/confirm.tsx'
import { Field } from '../../parts/field.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { useDraft } from '../../state/draft.ts'
import { useLoad } from '../../state/load.ts'
import { useOnce } from '../../../parts/once.ts'
import { problemOf } from '../../state/problem.ts'
import { settingsWords } from '../../words/campaign.ts'
import { shellWords } from '../../words/shell.ts'
import { sayNumber } from '../../../words/language.ts'
import { AssumedFields } from './assumed.tsx'
import { Ballots } from './ballots.tsx'

interface Read {
  settings: Schemas['CampaignSettings']
  /** Names the state that was read. */
  tag: string
}

const FIELDS = [
  '/assumptions',
  '/ballots',
  '/silenceHours',
  '/firstKnock',
  '/lastKnock',
  '/goal/doors',
  '/goal/by',
]

interface Props {
  campaign: string
  /** Somebody came to see what plans assume. */
  isAskedFor: boolean
}

export function CampaignSettings({ campaign, isAskedFor }: Props) {
  const w = settingsWords().campaign
  const [round, setRound] = useState(0)
  const { value, error, reload, set } = useLoad(`campaign ${campaign}`, () => read(campaign))
  return (
    <section aria-labelledby="campaign-title">
      <h3 id="campaign-title">{w.title}</h3>
      <p class="help">{w.help}</p>
      <ProblemBox problem={error === undefined ? null : problemOf(error)} onRetry={reload} />
      {value === undefined && error === undefined && <Busy text={shellWords().loading} />}
      {value && (
        <Form
          key={`${value.tag} ${round}`}
          {...{ campaign, read: value, isAskedFor }}
          onRead={set}
          onKeptAgain={() => setRound((count) => count + 1)}
        />
      )}
    </section>
  )
}

async function read(campaign: string): Promise<Read> {
  const answer = await doorwalk.fetch(`/v1/campaigns/${encodeURIComponent(campaign)}`)
  return {
    settings: (await answer.json()) as Schemas['CampaignSettings'],
    tag: answer.headers.get('ETag') ?? '',
  }
}

interface FormProps extends Props {
  read: Read
  onRead: (read: Read) => void
  /** A draft was put back: the form begins with it. */
  onKeptAgain: () => void
}

function Form({ campaign, isAskedFor, read: { settings, tag }, onRead, onKeptAgain }: FormProps) {
  const w = settingsWords().campaign
  const [draft, setDraft] = useDraft(`settings-${campaign}`, {
    ...{ tag: '', ...formOf(settings), base: formOf(settings) },
  })
  const [problem, setProblem] = useState<Problem | null>(null)
  const { once } = useOnce()
  const [isAsked, setAsked] = useState(false)
  // A draft of older settings is sent with their tag: what somebody else has saved since is not lost.
  const isDraft = draft.tag !== ''
  const form: CampaignForm = isDraft ? draft : formOf(settings)
  const began = isDraft ? { tag: draft.tag, base: draft.base } : { tag, base: formOf(settings) }
  const change = (part: Partial<CampaignForm>): void => setDraft({ ...form, ...part, ...began })
  /** What holds now stands in the form; until it is read the draft stays. */
  async function readAgain(): Promise<void> {
    const now = await read(campaign)
    setDraft({ ...formOf(now.settings), tag: '', base: formOf(now.settings) })
    onRead(now)
  }
  /** Somebody else has saved meanwhile: what was changed here goes into what they have. */
  async function takeOver(): Promise<void> {
    const now = await read(campaign)
    const theirs = formOf(now.settings)
    setDraft({ ...mergedForm(form, began.base, theirs), tag: now.tag, base: theirs })
    announce(w.takenOver)
    onRead(now)
  }
  async function discard(): Promise<void> {
    const before = draft
    await readAgain()
    announce(w.discarded, () => {
      setDraft(before)
      onKeptAgain()
    })
  }
  const attempt = (action: () => Promise<void>): Promise<void> =>
    once(async () => {
      setProblem(null)
      try {
        await action()
      } catch (error) {
        setProblem(problemOf(error))
      }
    })
  async function save(): Promise<void> {
    refuseFields(faultsOf(form).map((fault) => ({ pointer: fault.pointer, detail: sayFault(fault) })))
    if (endsCampaign(form, settings, dayOf(Date.now()))) setAsked(true)
    else await send()
  }
  async function send(): Promise<void> {
    await doorwalk.PUT('/v1/campaigns/{campaign}', {
      params: { path: { campaign } },
      headers: { 'If-Match': isDraft ? draft.tag : tag },
      body: settingsOf(form, settings),
    })
    announce(w.saved)
    await readAgain()
  }
  const text = (name: 'firstKnock' | 'lastKnock', label: string) => (
    <Field {...{ label, problem }} pointer={`/${name}`}>
      {(attributes) => (
        <input
          {...attributes}
          type="time"
          value={form[name]}
          onInput={({ currentTarget }) => change({ [name]: currentTarget.value })}
        />
      )}
    </Field>
  )
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void attempt(save)
      }}
    >
      <ProblemBox problem={problem} fields={FIELDS} />
      {problem?.kind === 'conflict' && (
        <button type="button" onClick={() => void attempt(takeOver)}>
          {w.takeOver}
        </button>
      )}
      <label class="choice">
        <input
          type="checkbox"
          checked={form.hasGoal}
          onChange={({ currentTarget }) => change({ hasGoal: currentTarget.checked })}
        />
        <span>{w.hasGoal}</span>
      </label>
      {form.hasGoal && (
        <div class="columns">
          <Field label={w.doors} pointer="/goal/doors" problem={problem}>
            {(attributes) => (
              <input
                {...attributes}
                inputMode="numeric"
                value={form.doors}
                onInput={({ currentTarget }) => change({ doors: currentTarget.value })}
              />
            )}
          </Field>
          <Field label={w.by} pointer="/goal/by" problem={problem}>
            {(attributes) => (
              <input
                {...attributes}
                type="date"
                value={form.by}
                onInput={({ currentTarget }) => change({ by: currentTarget.value })}
              />
            )}
          </Field>
        </div>
      )}
      <Ballots days={form.ballots} problem={problem} onChange={(ballots) => change({ ballots })} />
      <div class="columns">
        <Field label={w.silence} pointer="/silenceHours" problem={problem}>
          {(attributes) => (
            <input
              {...attributes}
              inputMode="decimal"
              value={form.silenceHours}
              onInput={({ currentTarget }) => change({ silenceHours: currentTarget.value })}
            />
          )}
        </Field>
        {text('firstKnock', w.first)}
        {text('lastKnock', w.last)}
      </div>
      <AssumedFields {...{ form, problem, isAskedFor }} onChange={change} />
      <div class="pair">
        <button type="submit" class="main" disabled={!isDraft}>
          {w.save}
        </button>
        {isDraft && (
          <button type="button" onClick={() => void attempt(discard)}>
            {w.discard}
          </button>
        )}
      </div>
      {isDraft && <p class="help">{w.unsaved}</p>}
      {isAsked && (
        <Confirm
          question={{ title: w.endTitle, help: w.endHelp, verb: w.endVerb, act: send }}
          onClose={() => setAsked(false)}
        />
      )}
    </form>
  )
}

function sayFault({ fault, bounds }: FormFault): string {
  const { faults } = settingsWords().campaign
  if (fault !== 'bounds') return faults[fault]
  return faults.bounds(sayNumber(bounds?.from ?? 0), sayNumber(bounds?.to ?? 0))
}
