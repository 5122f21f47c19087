/** One draw: its proof, the way to open it, then who was held out, and what came of it. */
import type { Schemas } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import { precinctOf, sayPrecinct } from '../../model/areas/precincts.ts'
import { announce } from '../../parts/announce.tsx'
import { Busy } from '../../parts/busy.tsx'
import { Confirm, type Question } from '../../parts/confirm.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Table } from '../../parts/table.tsx'
import { useLoad } from '../../state/load.ts'
import { precinctsOf } from '../../state/precincts.ts'
import { problemOf } from '../../state/problem.ts'
import { useSession } from '../../state/session.ts'
import { holdoutsWords } from '../../words/campaign.ts'
import { sayNumber } from '../../../words/language.ts'
import { shellWords } from '../../words/shell.ts'
import { Results } from './results.tsx'

type Holdout = Schemas['Holdout']

interface Props {
  holdout: Holdout
  onChange: () => void
}

export function OneHoldout({ holdout, onChange }: Props) {
  const w = holdoutsWords().proof
  const [question, setQuestion] = useState<Question | null>(null)
  const unseal: Question = {
    title: w.unseal,
    help: w.unsealHelp,
    verb: w.unseal,
    act: async () => {
      await doorwalk.POST('/v1/holdouts/{holdoutId}/unseal', { params: { path: { holdoutId: holdout.id } } })
      announce(w.unsealedNow)
      onChange()
    },
  }
  return (
    <>
      <section aria-labelledby="proof-title">
        <h3 id="proof-title">{w.title}</h3>
        {holdout.unsealedAt === null && <p>{w.help}</p>}
        <dl class="proof">
          <dt>{w.hash}</dt>
          <dd>{holdout.seedHash}</dd>
          {holdout.seed !== null && (
            <>
              <dt>{w.seed}</dt>
              <dd>{holdout.seed}</dd>
            </>
          )}
        </dl>
        {holdout.unsealedAt === null ? (
          <>
            <p>{w.wait}</p>
            <button type="button" onClick={() => setQuestion(unseal)}>
              {w.unseal}
            </button>
          </>
        ) : (
          <p class="help">{w.unsealedHelp}</p>
        )}
      </section>
      {holdout.unsealedAt !== null && <Opened {...{ holdout }} />}
      {question && <Confirm {...{ question }} onClose={() => setQuestion(null)} />}
    </>
  )
}

function Opened({ holdout: { id, unit } }: { holdout: Holdout }) {
  const w = holdoutsWords()
  const { region } = useSession()
  const { value, error, reload } = useLoad(`assignment ${id}`, async (signal) => {
    const params = { path: { holdoutId: id } }
    const [{ units }, precincts] = await Promise.all([
      doorwalk.GET('/v1/holdouts/{holdoutId}/assignment', { params, signal }),
      precinctsOf(region),
    ])
    const known = precincts.map(({ properties }) => precinctOf(properties))
    return { units, names: new Map(known.map((one) => [one.code, sayPrecinct(one)])) }
  })
  const m = w.members
  return (
    <>
      <ProblemBox problem={error === undefined ? null : problemOf(error)} onRetry={reload} />
      {value === undefined && error === undefined && <Busy text={shellWords().loading} />}
      {unit === 'block' && <p>{w.results.faults.blocks}</p>}
      {value && unit === 'precinct' && (
        <>
          <Results {...{ id }} codes={[...value.names.keys()]} drawn={value.units.map((one) => one.unit)} />
          <div>
            <h3>{m.title}</h3>
            <Table
              name={m.title}
              columns={[{ name: m.station }, { name: m.group, isFigure: true }, { name: m.was }]}
            >
              {value.units
                .toSorted((a, b) => a.stratum - b.stratum || Number(b.heldOut) - Number(a.heldOut))
                .map((one) => (
                  <tr key={one.unit} class={one.heldOut ? 'chosen' : ''}>
                    <th scope="row">{value.names.get(one.unit) ?? one.unit}</th>
                    <td class="figure">{sayNumber(one.stratum + 1)}</td>
                    <td>{one.heldOut ? m.yes : m.no}</td>
                  </tr>
                ))}
            </Table>
          </div>
        </>
      )}
    </>
  )
}
