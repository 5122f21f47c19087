/** What volunteers said of buildings: with its address and on the map, to accept or to refuse. */
import type { Schemas } from '@doorwalk/client'
import { useMemo, useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import type { LooseTarget } from '../../map/model/plan.ts'
import { type Address, hashOf } from '../../model/address.ts'
import { announce } from '../../parts/announce.tsx'
import { Busy } from '../../parts/busy.tsx'
import { Confirm, type Question } from '../../parts/confirm.tsx'
import { MapView } from '../../parts/map-view.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Table } from '../../parts/table.tsx'
import { useLoad } from '../../state/load.ts'
import { problemOf } from '../../state/problem.ts'
import { go, useSession } from '../../state/session.ts'
import { type KnownTarget, targetsOf } from '../../state/targets.ts'
import { correctionsWords } from '../../words/corrections.ts'
import { sayDay, sayNumber } from '../../../words/language.ts'
import { shellWords } from '../../words/shell.ts'

type Correction = Schemas['Correction']

const STATES = ['open', 'accepted', 'refused'] as const
const PAGE = 1_000

export function Corrections({ address }: { address: Address }) {
  const w = correctionsWords()
  const { region } = useSession()
  const state = STATES.find((one) => one === address.query['state']) ?? 'open'
  const [selected, setSelected] = useState<string | null>(null)
  const [question, setQuestion] = useState<Question | null>(null)
  const { value, error, reload } = useLoad(`corrections ${region.name} ${state}`, async (signal) => {
    const corrections: Correction[] = []
    const query = { region: region.name, state, limit: PAGE }
    for await (const one of doorwalk.each('/v1/corrections', { params: { query }, signal }))
      corrections.push(one)
    const known = corrections.length === 0 ? [] : await targetsOf(region)
    return { corrections, targets: new Map(known.map((target) => [target.target, target])) }
  })
  const loose = useMemo(() => looseOf(value), [value])
  const placeOf = ({ target }: Correction): string => {
    const known = value?.targets.get(target)
    return known === undefined ? w.somewhere : sayAddress(known)
  }

  return (
    <div class="beside plan-beside">
      <div class="side">
        <section aria-labelledby="corrections-title">
          <h2 id="corrections-title">{w.title}</h2>
          <p class="help">{w.help}</p>
          <label>
            {w.show}{' '}
            <select
              value={state}
              onChange={({ currentTarget }) =>
                go(hashOf(['corrections'], { state: currentTarget.value }), { replace: true })
              }
            >
              {STATES.map((one) => (
                <option key={one} value={one}>
                  {w.states[one]}
                </option>
              ))}
            </select>
          </label>
          <ProblemBox problem={error === undefined ? null : problemOf(error)} onRetry={reload} />
          {value === undefined && error === undefined && <Busy text={shellWords().loading} />}
          {value?.corrections.length === 0 && <p>{state === 'open' ? w.none : w.decided}</p>}
          {value && value.corrections.length > 0 && (
            <Table
              name={w.states[state]}
              columns={[
                ...[
                  { name: w.address },
                  { name: w.said },
                  { name: w.times, isFigure: true },
                  { name: w.last },
                ],
                ...(state === 'open' ? [{ name: w.decide }] : []),
              ]}
            >
              {value.corrections.map((one) => (
                <tr key={one.id} class={one.target === selected ? 'chosen' : ''}>
                  <th scope="row">
                    <button type="button" class="small" onClick={() => setSelected(one.target)}>
                      {placeOf(one)}
                    </button>
                  </th>
                  <td>{sayCorrection(one)}</td>
                  <td class="figure">{sayNumber(one.times)} ×</td>
                  <td>{sayDay(one.day)}</td>
                  {state === 'open' && (
                    <td>
                      {(['accept', 'refuse'] as const).map((verb) => (
                        <button
                          key={verb}
                          type="button"
                          aria-label={(verb === 'accept' ? w.acceptOf : w.refuseOf)(placeOf(one))}
                          onClick={() => setQuestion(decisionOn(one, { verb, where: placeOf(one), reload }))}
                        >
                          {w[verb]}
                        </button>
                      ))}
                    </td>
                  )}
                </tr>
              ))}
            </Table>
          )}
        </section>
      </div>
      <MapView {...{ region, loose, selected }} onSelect={setSelected} />
      {question && <Confirm {...{ question }} onClose={() => setQuestion(null)} />}
    </div>
  )
}

function decisionOn(
  correction: Correction,
  { verb, where, reload }: { verb: 'accept' | 'refuse'; where: string; reload: () => void },
): Question {
  const w = correctionsWords()
  const isAccepted = verb === 'accept'
  const params = { path: { correctionId: correction.id } }
  return {
    title: (isAccepted ? w.acceptOf : w.refuseOf)(where),
    help: [sayCorrection(correction), isAccepted ? w.follows[correction.kind] : w.refuseHelp],
    verb: w[verb],
    hasUndo: !isAccepted,
    async act() {
      try {
        if (isAccepted) await doorwalk.POST('/v1/corrections/{correctionId}/accept', { params })
        else await doorwalk.POST('/v1/corrections/{correctionId}/refuse', { params })
        announce(isAccepted ? w.accepted : w.refused)
      } finally {
        // Somebody else may have decided meanwhile: the list says what holds.
        reload()
      }
    },
  }
}

function sayAddress({ address, entrance }: KnownTarget): string {
  if (!address) return correctionsWords().noAddress
  return entrance ? `${address} · ${entrance}` : address
}

function sayCorrection({ kind, doors }: Correction): string {
  const w = correctionsWords()
  return kind === 'doors' && doors !== null ? w.doors(sayNumber(doors)) : w.kinds[kind]
}

interface Read {
  corrections: readonly Correction[]
  targets: ReadonlyMap<string, KnownTarget>
}

function looseOf(read: Read | undefined): LooseTarget[] {
  const ids = new Set(read?.corrections.map(({ target }) => target))
  return [...ids].flatMap((id) => {
    const known = read?.targets.get(id)
    if (known === undefined) return []
    const [lng = 0, lat = 0] = known.location
    return [{ id, at: [lng, lat], address: sayAddress(known), doors: known.doors, key: false, reason: null }]
  })
}
