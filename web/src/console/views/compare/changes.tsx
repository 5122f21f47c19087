/** What changed, address by address, in groups: a click shows an address on the map. */
import type { Schemas } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import { CHANGE_KINDS, type Side, type TargetChange, byKind } from '../../model/plans/comparison.ts'
import { Table } from '../../parts/table.tsx'
import { compareWords } from '../../words/compare.ts'
import { sayNumber } from '../../../words/language.ts'
import { mapWords } from '../../words/map.ts'
import { planWords } from '../../words/plan.ts'

interface Props {
  /** A walk has not the same number in both plans. */
  isNumberedAnew: boolean
  changes: readonly TargetChange[]
  counts: Schemas['ChangeCounts']
  selected: string | null
  addressOf: (change: TargetChange) => string
  placeOf: (change: TargetChange, side: Side) => string
  onSelect: (target: string) => void
}

/** Addresses of a group that are listed at first; each time more are wanted ten times as many come. */
const SHOWN = 20

export function Changes({ changes, counts, isNumberedAnew, ...props }: Props) {
  const w = compareWords()
  const groups = byKind(changes)
  return (
    <>
      {CHANGE_KINDS.filter((kind) => groups[kind].length > 0).map((kind, index) => (
        <details key={kind} open={index === 0}>
          <summary>{w.groups[kind](sayNumber(counts[kind]))}</summary>
          {isNumberedAnew && (kind === 'moved' || kind === 'reordered') && <p class="help">{w.numbers}</p>}
          <Group {...props} name={w.groups[kind](sayNumber(counts[kind]))} of={groups[kind]} />
        </details>
      ))}
    </>
  )
}

type GroupProps = Omit<Props, 'changes' | 'counts' | 'isNumberedAnew'> & {
  name: string
  of: readonly TargetChange[]
}

function Group({ name, of, selected, addressOf, placeOf, onSelect }: GroupProps) {
  const w = compareWords()
  const [shown, setShown] = useState(SHOWN)
  return (
    <>
      <Table name={name} columns={[w.address, w.short.a, w.short.b].map((each) => ({ name: each }))}>
        {of.slice(0, shown).map((change) => (
          <tr key={change.target} class={change.target === selected ? 'chosen' : ''}>
            <th scope="row">
              <button
                type="button"
                class="small"
                aria-pressed={change.target === selected}
                onClick={() => onSelect(change.target)}
              >
                {addressOf(change) || mapWords().noAddress}
              </button>
            </th>
            <td>{placeOf(change, 'a')}</td>
            <td>{placeOf(change, 'b')}</td>
          </tr>
        ))}
      </Table>
      {of.length > shown && (
        <button type="button" class="small" onClick={() => setShown(shown + SHOWN * 10)}>
          {planWords().leftOutMore(sayNumber(of.length - shown))}
        </button>
      )}
    </>
  )
}
