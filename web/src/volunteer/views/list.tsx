/** All targets in order: done, to do, in reserve; the order can be changed, and it is said what that costs. */
import { useState } from 'preact/hooks'
import { takeReserve } from '../model/merge.ts'
import { type WalkTarget, isOver, marksOf, targetsOf, ticksOf } from '../model/record.ts'
import { countsOf } from '../model/ticks.ts'
import { costOfOrder, moveTarget } from '../model/way.ts'
import type { Session, View } from '../device/session.ts'
import { words } from '../words/words.ts'
import { labelsOf, placeOf, withinOf } from '../parts/say.ts'

interface Props {
  session: Session
  view: View
  onOpen: (target: string) => void
}

export function ListView({ session, view, onOpen }: Props) {
  const { record, pack } = view
  const [cost, setCost] = useState<number | null>(null)
  const say = words()
  const [targets, labels] = [targetsOf(pack), labelsOf(pack)]
  const listed = record.order.flatMap((id) => targets.get(id) ?? [])
  const todo = listed.filter(({ id }) => !isOver(record, id))
  const done = listed.filter(({ id }) => marksOf(record, id).isLeft)
  const removed = listed.filter(({ id }) => id in record.removed && !marksOf(record, id).isLeft)
  const reserves = pack.walk.reserves.filter(
    ({ id }) => !record.order.includes(id) && !(id in record.removed),
  )
  const move = (id: string, by: number): void => {
    const after = moveTarget(record, id, by)
    setCost(Math.round(costOfOrder(pack, record, after) / 60))
    void session.change((now) => moveTarget(now, id, by))
  }
  const name = (target: WalkTarget): string => `${labels.get(target.id) ?? ''} ${placeOf(target)}`
  return (
    <>
      <h1>
        {say.list} <small>{say.of(done.length, listed.length)}</small>
      </h1>
      {cost !== null && (
        <p class="note" role="status">
          {say.orderCosts(cost)}
        </p>
      )}
      <h2>{say.todo}</h2>
      <ol class="rows">
        {todo.map((target, index) => (
          <li key={target.id} class={target.id === record.current ? 'current' : ''}>
            <Row
              target={target}
              label={labels.get(target.id) ?? ''}
              ticks={ticksOf(record, target.id)}
              onOpen={() => onOpen(target.id)}
            />
            <button
              aria-label={say.earlier(name(target))}
              disabled={index === 0}
              onClick={() => move(target.id, -1)}
            >
              ↑
            </button>
            <button
              aria-label={say.later(name(target))}
              disabled={index === todo.length - 1}
              onClick={() => move(target.id, 1)}
            >
              ↓
            </button>
          </li>
        ))}
      </ol>
      {reserves.length > 0 && <h2>{say.reserves}</h2>}
      {reserves.length > 0 && <p>{say.reservesHelp}</p>}
      <ol class="rows">
        {reserves.map((target) => (
          <li key={target.id}>
            <Row
              target={target}
              label={labels.get(target.id) ?? ''}
              onOpen={() =>
                void session.change((now) => takeReserve(now, target.id)).then(() => onOpen(target.id))
              }
            />
          </li>
        ))}
      </ol>
      {done.length > 0 && <h2>{say.done}</h2>}
      <ol class="rows">
        {done.map((target) => {
          const counts = countsOf(Object.values(marksOf(record, target.id).doors))
          return (
            <li key={target.id} class="over">
              <Row
                target={target}
                label={labels.get(target.id) ?? ''}
                ticks={ticksOf(record, target.id)}
                told={say.total(counts.knocked, counts.opened)}
                onOpen={() => onOpen(target.id)}
              />
            </li>
          )
        })}
      </ol>
      {removed.length > 0 && <h2>{say.removed}</h2>}
      <ol class="rows">
        {removed.map((target) => (
          <li key={target.id} class="over">
            <span>{name(target)}</span>
            <small>{say.reasons[record.removed[target.id] ?? ''] ?? record.removed[target.id]}</small>
          </li>
        ))}
      </ol>
    </>
  )
}

interface RowProps {
  target: WalkTarget
  label: string
  /** Doors that are ticked and not reported yet. */
  ticks?: number
  /** What was done there; default: how many doors there are. */
  told?: string
  onOpen: () => void
}

function Row({ target, label, ticks = 0, told, onOpen }: RowProps) {
  const say = words()
  const facts = [withinOf(target), told ?? say.doors(target.doors), ticks > 0 ? say.ticked(ticks) : '']
  return (
    <button class="row" onClick={onOpen}>
      <b>{label}</b> {target.key && '★ '}
      {placeOf(target)} <small>{facts.filter((fact) => fact !== '').join(' · ')}</small>
    </button>
  )
}
