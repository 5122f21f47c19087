/** The walks of a plan, a row each; the one in focus is marked, as on the map. */
import type { Schemas } from '@doorwalk/client'
import { type ComponentChildren, Fragment } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { MapWalk } from '../../map/model/plan.ts'
import { Swatch } from '../../parts/swatch.tsx'
import { Table } from '../../parts/table.tsx'
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

export function WalkTable({ plan, walks, focus, onFocus, detail }: Props) {
  const w = planWords()
  const byNumber = new Map(walks.map((walk) => [walk.number, walk]))
  const locks = new Set(plan.edits?.locks)
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => row.current?.scrollIntoView({ block: 'nearest' }), [focus])
  const columns = [
    { name: w.walk },
    { name: w.stops, isFigure: true },
    { name: w.doors, isFigure: true },
    { name: w.time, isFigure: true },
    { name: w.way, isFigure: true },
    { name: w.fromTo },
  ]
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
      <Table name={w.walks} columns={columns}>
        {plan.walks.map((walk) => {
          const { number, walkId, doors, seconds, metres } = walk
          const isFocus = number === focus
          return (
            <Fragment key={walkId}>
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
                <td class="from-to" title={fromTo(byNumber.get(number))}>
                  <span>{fromTo(byNumber.get(number))}</span>
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
