/** A building to tap: floors from the top, doors in each. One outcome for all doors that are chosen. */
import { useState } from 'preact/hooks'
import { sayOf } from '@doorwalk/core/words/say'
import { doorKey, gridOf } from '../model/grid.ts'
import { OUTCOMES, type Outcome, type TargetMarks, type WalkTarget } from '../model/record.ts'
import { countDoors, markDoors, markRest } from '../model/ticks.ts'
import { shake } from '../device/phone.ts'
import type { Session } from '../device/session.ts'
import { currentLanguage, words } from '../words/words.ts'
import { floorName } from './say.ts'

interface Props {
  session: Session
  target: WalkTarget
  marks: TargetMarks
}

export function DoorGrid({ session, target, marks }: Props) {
  const [chosen, choose] = useState<readonly string[]>([])
  const [isCounting, count] = useState(false)
  const say = words()
  const grid = gridOf(target, marks)
  // Chosen doors of another target, or doors that were taken away, are chosen no more.
  const there = chosen.filter((key) =>
    grid.some(({ floor, doors }) => doors.some((door) => doorKey(floor, door) === key)),
  )
  const toggle = (key: string): void =>
    choose(there.includes(key) ? there.filter((other) => other !== key) : [...there, key])
  const mark = (outcome: Outcome | null): void => {
    void session.change((record) => markDoors(record, target.id, { doors: there, outcome })).then(shake)
    choose([])
  }
  const rest = (floor: number | null): void => {
    void session.change((record) => markRest(record, target, { floor, outcome: 'nobody' })).then(shake)
  }
  const correct = (floor: number, doors: number): void =>
    void session.change((record) => countDoors(record, target, { floor, count: doors }))
  return (
    <section aria-label={say.doors(target.doors)}>
      <ol class="grid">
        {grid.map(({ floor, doors }) => (
          <li key={floor}>
            <span class="floor">{floorName(floor)}</span>
            <span class="doors">
              {doors.map((door) => (
                <DoorButton
                  key={door}
                  name={say.doorName(floorName(floor), door)}
                  door={door}
                  mark={marks.doors[doorKey(floor, door)]}
                  isChosen={there.includes(doorKey(floor, door))}
                  onTap={() => toggle(doorKey(floor, door))}
                />
              ))}
              {isCounting && (
                <>
                  <button
                    aria-label={say.lessDoors(floorName(floor))}
                    disabled={doors.length === 0}
                    onClick={() => correct(floor, doors.length - 1)}
                  >
                    −
                  </button>
                  <button
                    aria-label={say.moreDoors(floorName(floor))}
                    onClick={() => correct(floor, doors.length + 1)}
                  >
                    +
                  </button>
                </>
              )}
            </span>
            <button class="rest" onClick={() => rest(floor)}>
              {say.floorNobody}
              <span class="hidden"> ({floorName(floor)})</span>
            </button>
          </li>
        ))}
      </ol>
      {there.length > 0 && (
        <div class="outcomes" role="group" aria-label={say.chosen(there.length)}>
          {OUTCOMES.map((outcome) => (
            <button key={outcome} class={outcome} onClick={() => mark(outcome)}>
              <span aria-hidden="true">{say.outcomesShort[outcome]}</span> {say.outcomes[outcome]}
            </button>
          ))}
          <button onClick={() => mark(null)}>{say.clearMark}</button>
        </div>
      )}
      <p class="fine" aria-live="polite">
        {there.length === 0 ? say.chooseDoors : say.chosen(there.length)}
      </p>
      <div class="pair">
        <button onClick={() => rest(null)}>{say.restNobody}</button>
        <button aria-pressed={isCounting} onClick={() => count(!isCounting)}>
          {say.countDoors}
        </button>
      </div>
    </section>
  )
}

interface DoorProps {
  name: string
  door: number
  mark: TargetMarks['doors'][string] | undefined
  isChosen: boolean
  onTap: () => void
}

function DoorButton({ name, door, mark, isChosen, onTap }: DoorProps) {
  const say = words()
  const said = mark ? sayOf(name, say.outcomes[mark.outcome], currentLanguage()) : name
  return (
    <button
      class={`tap ${mark?.outcome ?? ''}`}
      aria-label={said}
      aria-pressed={isChosen}
      disabled={mark !== undefined && mark.visit !== null}
      onClick={onTap}
    >
      {mark ? say.outcomesShort[mark.outcome] : door}
    </button>
  )
}
