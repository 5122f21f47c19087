/** Polling stations that nobody is sent to, drawn by chance, to measure what canvassing does. */
import type { Schemas } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import { type Address, hashOf } from '../../model/address.ts'
import { Busy } from '../../parts/busy.tsx'
import { Confirm, type Question } from '../../parts/confirm.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Table } from '../../parts/table.tsx'
import { useLoad } from '../../state/load.ts'
import { problemOf } from '../../state/problem.ts'
import { removals, useRemovals } from '../../state/removals.ts'
import { go, useSession } from '../../state/session.ts'
import { holdoutsWords } from '../../words/campaign.ts'
import { sayField } from '../../words/fields.ts'
import { sayInstant, sayNumber } from '../../../words/language.ts'
import { shellWords } from '../../words/shell.ts'
import { DrawForm } from './draw-form.tsx'
import { OneHoldout } from './one.tsx'

type Holdout = Schemas['Holdout']

export function Holdouts({ address }: { address: Address }) {
  const w = holdoutsWords()
  const { region } = useSession()
  const opened = address.path[1]
  const { value, error, reload } = useLoad('holdouts', (signal) => doorwalk.GET('/v1/holdouts', { signal }))
  const [question, setQuestion] = useState<Question | null>(null)
  const { gone } = useRemovals()
  const holdouts = (value?.holdouts ?? []).filter(
    (one) => one.region === region.name && !gone.has(holdoutPath(one.id)),
  )
  const open = holdouts.find(({ id }) => id === opened)
  const show = (id?: string): void => go(hashOf(['holdouts', ...(id === undefined ? [] : [id])]))
  const remove = ({ id, createdAt }: Holdout): Question => ({
    title: w.removeOf(sayInstant(createdAt)),
    help: w.removeHelp,
    verb: w.remove,
    hasUndo: true,
    act: () => {
      removals.remove({ path: holdoutPath(id), what: w.drawOf(sayInstant(createdAt)), onDone: reload })
      if (id === opened) show()
      return Promise.resolve()
    },
  })
  return (
    <div class="stack">
      <h2>{w.title}</h2>
      <p>{w.help}</p>
      <ProblemBox problem={error === undefined ? null : problemOf(error)} onRetry={reload} />
      {value === undefined && error === undefined && <Busy text={shellWords().loading} />}
      {value && opened !== undefined && !open && <p class="warning">{shellWords().notFound}</p>}
      {value && holdouts.length === 0 && <p>{w.none}</p>}
      {holdouts.length > 0 && (
        <Table
          name={w.list}
          columns={[
            { name: w.drawnOn },
            { name: w.by },
            { name: w.heldOut, isFigure: true },
            { name: w.state },
            { name: w.open },
          ]}
        >
          {holdouts.map((one) => (
            <tr key={one.id} class={one === open ? 'chosen' : ''}>
              <th scope="row">{sayInstant(one.createdAt)}</th>
              <td>{sayBy(one)}</td>
              <td class="figure">{w.ofUnits(sayNumber(one.drawn), sayNumber(one.units))}</td>
              <td>{one.unsealedAt === null ? w.sealed : w.unsealed(sayInstant(one.unsealedAt))}</td>
              <td>
                <button
                  type="button"
                  aria-label={w.openOf(sayInstant(one.createdAt))}
                  onClick={() => show(one.id)}
                >
                  {w.open}
                </button>
                {one.unsealedAt === null && (
                  <button
                    type="button"
                    aria-label={w.removeOf(sayInstant(one.createdAt))}
                    onClick={() => setQuestion(remove(one))}
                  >
                    {w.remove}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
      {open && <OneHoldout key={open.id} holdout={open} onChange={reload} />}
      {value && !open && region.precincts === 0 && <p>{w.noPrecincts}</p>}
      {value && !open && region.precincts > 0 && (
        <DrawForm
          onDrawn={({ id }) => {
            reload()
            show(id)
          }}
        />
      )}
      {question && <Confirm {...{ question }} onClose={() => setQuestion(null)} />}
    </div>
  )
}

function holdoutPath(id: string): string {
  return `/v1/holdouts/${encodeURIComponent(id)}`
}

function sayBy({ unit, pairs, strata }: Holdout): string {
  if (pairs) return pairs.ranking ? pairs.field : sayField(pairs.field)
  if (strata) return sayField(strata.field)
  return unit === 'block' ? holdoutsWords().blocks : '–'
}
