/** The walks of a plan, a row each; the one in focus is marked, as on the map. */
import type { Schemas } from '@doorwalk/client'
import { type ComponentChildren, Fragment } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { MapWalk } from '../../map/model/plan.ts'
import { type Order, findPlain, inOrder, nextOrder } from '../../model/find.ts'
import { plainName } from '../../model/people/name.ts'
import { FindField } from '../../parts/find-field.tsx'
import { Swatch } from '../../parts/swatch.tsx'
import { Table } from '../../parts/table.tsx'
import { nameOf } from '../../state/names.ts'
import { editsWords } from '../../words/edits.ts'
import { sayDuration, sayMetres, sayNumber } from '../../../words/language.ts'
import { planWords } from '../../words/plan.ts'

interface Props {
  plan: Schemas['PlanAnswer']
  walks: readonly MapWalk[]
  focus: number | null
  onFocus: (walk: number | null) => void
  /** Stands below the row of the walk in focus. */
  detail: ComponentChildren
}

const NO_ORDER: Order = { column: '', isDown: false }

export function WalkTable({ plan, walks, focus, onFocus, detail }: Props) {
  const w = planWords()
  const [search, setSearch] = useState('')
  const [order, setOrder] = useState(NO_ORDER)
  const byNumber = useMemo(() => new Map(walks.map((walk) => [walk.number, walk])), [walks])
  const texts = useMemo(
    () =>
      new Map(plan.walks.map((walk) => [walk.number, plainName(textOf(walk, byNumber.get(walk.number)))])),
    [plan, byNumber],
  )
  const locks = new Set(plan.edits?.locks)
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => row.current?.scrollIntoView({ block: 'nearest' }), [focus])
  const columns = [
    { name: w.walk, sort: 'number' },
    { name: w.stops, isFigure: true, sort: 'stops' },
    { name: w.doors, isFigure: true, sort: 'doors' },
    { name: w.time, isFigure: true, sort: 'seconds' },
    { name: w.way, isFigure: true, sort: 'metres' },
    { name: w.fromTo },
  ]
  const all: readonly PlanWalk[] = plan.walks
  const found = findPlain(all, search, ({ number }) => texts.get(number) ?? '')
  // The one in focus, on the map as well, is never hidden.
  const shown = all.filter((walk) => walk.number === focus || found.includes(walk))
  return (
    <section>
      <h3 id="walks-title">
        {w.walks}
        {focus !== null && (
          <button type="button" class="small" onClick={() => onFocus(null)}>
            {w.allWalks}
          </button>
        )}
      </h3>
      <FindField
        {...{ label: w.find, search, found: found.length, of: plan.walks.length }}
        onSearch={setSearch}
      />
      <Table {...{ name: w.walks, columns, order }} onOrder={(column) => setOrder(nextOrder(order, column))}>
        {inOrder(shown, order, valueOf).map((walk) => {
          const { number, walkId, walker, doors, seconds, metres } = walk
          const isFocus = number === focus
          const way = fromTo(byNumber.get(number))
          const name = nameOf(walker)
          return (
            // By its number, which a change by hand does not touch: what has the focus in it keeps it.
            <Fragment key={number}>
              <tr class={isFocus ? 'chosen' : ''} {...(isFocus ? { ref: row } : {})}>
                <th scope="row">
                  <button
                    type="button"
                    class="walk-name"
                    aria-label={w.showWalk(number)}
                    aria-pressed={isFocus}
                    onClick={() => onFocus(isFocus ? null : number)}
                  >
                    <Swatch number={number} />
                    {number}
                    {locks.has(walkId) && <span title={editsWords().locked}> 🔒</span>}
                  </button>
                </th>
                <td class="figure">{sayNumber(stopsIn(walk))}</td>
                <td class="figure">{sayNumber(doors)}</td>
                <td class="figure">{sayDuration(seconds)}</td>
                <td class="figure">{sayMetres(metres)}</td>
                <td class="from-to" title={way}>
                  {name !== undefined && <strong>{name}</strong>}
                  <span>{way}</span>
                </td>
              </tr>
              {isFocus && (
                <tr class="detail-row">
                  <td colSpan={columns.length}>{detail}</td>
                </tr>
              )}
            </Fragment>
          )
        })}
      </Table>
    </section>
  )
}

type PlanWalk = Schemas['PlanAnswer']['walks'][number]

function valueOf(walk: PlanWalk, column: string): number {
  if (column === 'stops') return stopsIn(walk)
  return walk[column as 'number' | 'doors' | 'seconds' | 'metres']
}

/** What it is looked for by: its number, who walks, its addresses. */
function textOf({ number, walker }: PlanWalk, walk: MapWalk | undefined): string {
  const addresses = new Set(walk?.targets.map(({ address }) => address))
  return [planWords().walkNumber(number), nameOf(walker) ?? '', ...addresses].join(' ')
}

/** "12 rue Condorcet → 3 rue Turgot", or one of them where both are the same. */
function fromTo(walk: MapWalk | undefined): string {
  const [first, last] = [walk?.targets[0]?.address, walk?.targets.at(-1)?.address]
  if (first === undefined || last === undefined) return planWords().nothing
  return first === last ? first : `${first} → ${last}`
}

/** A large plan has heads of its walks only. */
export function stopsIn(walk: Schemas['PlanAnswer']['walks'][number]): number {
  return 'stopCount' in walk ? walk.stopCount : walk.stops.length
}
