/** The next door, big: where it is, how to get there, what to do, and its doors to tap. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { type WalkPack, type WalkTarget, isOver, marksOf, targetsOf } from '../model/record.ts'
import { undo } from '../model/ticks.ts'
import { legTo, stopsByTarget } from '../model/way.ts'
import { shake } from '../device/phone.ts'
import type { Session, View } from '../device/session.ts'
import { words } from '../words/words.ts'
import { Ask } from '../parts/ask.tsx'
import { Facts } from '../parts/facts.tsx'
import { DoorGrid } from '../parts/door-grid.tsx'
import { crowOf, labelsOf, placeOf, withinOf } from '../parts/say.ts'

interface Props {
  session: Session
  view: View
  onList: () => void
}

export function DoorView({ session, view, onList }: Props) {
  const { record, pack } = view
  const [isAsked, ask] = useState(false)
  // A second tap a moment after the first is no second visit.
  const left = useRef<string | null>(null)
  useEffect(() => {
    left.current = null
  }, [record.current])
  const say = words()
  const target = record.current === null ? undefined : targetsOf(pack).get(record.current)
  if (!target) return <AllDone session={session} view={view} onList={onList} />
  const marks = marksOf(record, target.id)
  const hasFresh = Object.values(marks.doors).some(({ visit }) => visit === null)
  const leave = (how: { noAccess?: boolean; never?: boolean } = {}): void => {
    if (left.current === target.id) return
    left.current = target.id
    document.querySelector('#main')?.scrollTo({ top: 0 })
    void session.leave(target.id, how).then(shake)
  }
  return (
    <article class="door" aria-labelledby="door-place">
      <Place pack={pack} target={target} stillDoors={record.doorsNow[target.id]} />
      <Way view={view} target={target} />
      <DoorGrid session={session} target={target} marks={marks} />
      <div class="pair">
        <button disabled={record.undo.length === 0} onClick={() => void session.change(undo)}>
          {say.undo}
        </button>
        <button disabled={hasFresh} onClick={() => leave({ noAccess: true })}>
          {say.noAccess}
        </button>
        <button onClick={() => ask(true)}>{say.never}</button>
      </div>
      <button class={hasFresh ? 'main stays' : 'wide'} onClick={() => leave()}>
        {hasFresh || isOver(record, target.id) ? say.next : say.nextNothing}
      </button>
      <Facts session={session} target={target} />
      {isAsked && (
        <Ask
          question={say.neverSure}
          yes={say.never}
          onYes={() => {
            ask(false)
            leave({ never: true })
          }}
          onNo={() => ask(false)}
        />
      )}
    </article>
  )
}

function Place({
  pack,
  target,
  stillDoors,
}: {
  pack: WalkPack
  target: WalkTarget
  stillDoors: number | undefined
}) {
  const say = words()
  const within = withinOf(target)
  return (
    <header>
      <p class="label">{labelsOf(pack).get(target.id)}</p>
      <h1 id="door-place">{placeOf(target)}</h1>
      {within !== '' && <p class="within">{within}</p>}
      {target.address !== '' && target.seen !== undefined && <p>{target.seen}</p>}
      <p>{say.doors(target.doors)}</p>
      {target.key && (
        <p class="key">
          ★ {say.key}
          {target.why !== undefined && ` : ${target.why}`}
        </p>
      )}
      {stillDoors !== undefined && stillDoors !== target.doors && (
        <p class="note">{say.stillDoors(stillDoors)}</p>
      )}
    </header>
  )
}

/** The planned sentences where this target follows the one before; else how far and in which direction it is. */
function Way({ view: { record, pack }, target }: { view: View; target: WalkTarget }) {
  const say = words()
  const index = stopsByTarget(pack).get(target.id)
  const at = record.order.indexOf(target.id)
  const before = record.order.slice(0, at).findLast((id) => marksOf(record, id).isLeft)
  const from = before === undefined ? undefined : stopsByTarget(pack).get(before)
  if (before !== undefined && from === index) return <p class="way">{say.sameDoor}</p>
  const isPlanned = index !== undefined && (from ?? -1) === index - 1
  const steps = isPlanned ? (legTo(pack, index)?.steps ?? []) : []
  const start = before === undefined ? pack.walk.start : targetsOf(pack).get(before)?.location
  if (steps.length === 0) {
    if (!start) return null
    const isSame = start.join() === target.location.join()
    return <p class="way">{isSame ? say.sameDoor : crowOf(toPair(start), toPair(target.location))}</p>
  }
  return (
    <details class="way" open>
      <summary>{say.way}</summary>
      <ol>
        {steps.map(({ instruction }, step) => (
          <li key={step}>{instruction}</li>
        ))}
      </ol>
    </details>
  )
}

function toPair([lng = 0, lat = 0]: readonly number[]): [number, number] {
  return [lng, lat]
}

function AllDone({ session, view, onList }: Props) {
  const say = words()
  return (
    <>
      <h1>{say.done}</h1>
      {view.pack.walk.reserves.some(({ id }) => !isOver(view.record, id)) && (
        <>
          <p>{say.reservesHelp}</p>
          <button onClick={onList}>{say.reserves}</button>
        </>
      )}
      <button class="main" onClick={() => void session.finish()}>
        {say.finish}
      </button>
    </>
  )
}
