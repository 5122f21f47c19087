/** Which ranked areas to take together for so many people and evenings; each evening can be kept as an area. */
import type { Schemas } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import { MINUTES } from '../../model/people-wish.ts'
import type { Problem } from '../../model/problem.ts'
import { announce } from '../../parts/announce.tsx'
import { Busy } from '../../parts/busy.tsx'
import { NumberField, wrongNumber } from '../../parts/number.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { problemOf } from '../../state/problem.ts'
import { areasWords } from '../../words/areas.ts'
import { sayNumber, sayShare } from '../../../words/language.ts'

interface Props {
  /** Its id. */
  ranking: string
  /** Of ranked areas, by code. */
  names: ReadonlyMap<string, string>
  onSaved: () => void
}

const VOLUNTEERS = { from: 1, to: 500 }
const EVENINGS = { from: 1, to: 14 }
const USUAL = { volunteers: 10, minutes: 90, evenings: 2 }
const MOST_LABEL = 64

type Wish = { readonly [name in keyof typeof USUAL]: number | null }

export function Proposal({ ranking, names, onSaved }: Props) {
  const w = areasWords()
  const [wish, setWish] = useState<Wish>(USUAL)
  const [proposal, setProposal] = useState<Schemas['Proposal'] | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const bounds = { volunteers: VOLUNTEERS, minutes: MINUTES, evenings: EVENINGS }

  async function propose(): Promise<void> {
    const fields = Object.entries(bounds).flatMap(([name, limits]) => {
      const detail = wrongNumber(wish[name as keyof Wish], limits)
      return detail === undefined ? [] : [{ pointer: `/${name}`, detail }]
    })
    setProblem(fields.length === 0 ? null : { kind: 'form', detail: '', fields, requestId: '' })
    if (fields.length > 0) return
    setBusy(true)
    try {
      const { volunteers, minutes, evenings } = wish
      setProposal(
        await doorwalk.POST('/v1/rankings/{rankingId}/proposal', {
          params: { path: { rankingId: ranking } },
          body: { volunteers: volunteers!, minutes: minutes!, evenings: evenings! },
        }),
      )
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  async function keepEvening({ plan }: Schemas['Evening'], label: string): Promise<void> {
    try {
      const body = { label, region: plan.region, area: plan.area as Schemas['AreaRequest'] }
      await doorwalk.POST('/v1/areas', { body })
      announce(w.saved(label))
      onSaved()
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  const sayAreas = ({ areas }: Schemas['Evening']): string =>
    areas
      .map(({ code, whole }) => (whole ? (names.get(code) ?? code) : w.partly(names.get(code) ?? code)))
      .join(', ')

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void propose()
      }}
    >
      <h3>{w.proposal}</h3>
      <ProblemBox problem={problem} fields={['/volunteers', '/minutes', '/evenings']} />
      <div class="columns">
        {(['volunteers', 'minutes', 'evenings'] as const).map((name) => (
          <NumberField
            key={name}
            {...{ label: w[name], pointer: `/${name}`, problem, value: wish[name], ...bounds[name] }}
            onChange={(value) => setWish({ ...wish, [name]: value })}
          />
        ))}
      </div>
      <button type="submit" disabled={isBusy}>
        {w.propose}
      </button>
      {isBusy && <Busy text={w.proposing} />}
      <ul>
        {proposal?.evenings.map((evening) => {
          const name = w.evening(sayNumber(evening.number))
          const label = `${name} · ${sayAreas(evening)}`.slice(0, MOST_LABEL)
          return (
            <li key={evening.number}>
              <strong>{name}</strong>{' '}
              {w.eveningFacts(
                sayAreas(evening),
                sayNumber(evening.reached.doors),
                sayShare(evening.reached.share),
              )}{' '}
              <button
                type="button"
                aria-label={w.keepOf(name)}
                onClick={() => void keepEvening(evening, label)}
              >
                {w.keep}
              </button>
            </li>
          )
        })}
      </ul>
    </form>
  )
}
