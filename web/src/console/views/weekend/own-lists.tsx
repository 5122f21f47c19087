/** Lists of people of single shifts, in place of the list of all. */
import { useRef } from 'preact/hooks'
import type { Problem } from '../../model/problem.ts'
import { momentOf } from '../../model/weekend/crews.ts'
import type { ShiftDraft, WeekendDraft } from '../../model/weekend/draft.ts'
import { instantOf } from '../../model/weekend/instant.ts'
import { announce } from '../../parts/announce.tsx'
import { NameList } from '../../parts/people/name-list.tsx'
import { sayNumber, saySpan } from '../../../words/language.ts'
import { weekendWords } from '../../words/weekend.ts'

interface Props {
  draft: Pick<WeekendDraft, 'shifts' | 'people'>
  problem: Problem | null
  onChange: (shifts: readonly ShiftDraft[]) => void
}

export function OwnLists({ draft: { shifts, people }, problem, onChange }: Props) {
  const w = weekendWords()
  /** Whoever takes a removal back may have filled in more meanwhile. */
  const now = useRef({ shifts, onChange })
  now.current = { shifts, onChange }
  function put(index: number, list: string | undefined): void {
    now.current.onChange(
      now.current.shifts.map((shift, at) => {
        const { list: _list, ...rest } = shift
        return at !== index ? shift : list === undefined ? rest : { ...rest, list }
      }),
    )
  }
  function toggle(index: number): void {
    const { list } = shifts[index]!
    if (list === undefined) return put(index, people.list)
    put(index, undefined)
    if (list !== people.list) announce(w.ownListGone, () => put(index, list))
  }
  if (shifts.length < 2) return null
  return (
    <fieldset>
      <legend>{w.ownLists}</legend>
      <p class="help">{w.ownListsHelp}</p>
      {shifts.map((shift, index) => {
        const moment = momentOf(shift, index)
        const name = nameOf(shift, index)
        return (
          <div key={index}>
            <label class="choice">
              <input type="checkbox" checked={shift.list !== undefined} onChange={() => toggle(index)} />
              <span>{name}</span>
            </label>
            {shift.list !== undefined && (
              <NameList
                {...{ text: shift.list, problem, hasShifts: true, moments: moment ? [moment] : [] }}
                label={w.ownListOf(name)}
                pointer={`/shifts/${index}/list`}
                onChange={(list) => put(index, list)}
              />
            )}
          </div>
        )
      })}
    </fieldset>
  )
}

/** "Shift 2: Sat 14 March, 14:00–16:00"; as long as it has no times, its number. */
function nameOf({ date, from, to }: ShiftDraft, index: number): string {
  const number = weekendWords().shift(sayNumber(index + 1))
  const [start, end] = [instantOf(date, from), instantOf(date, to)]
  if (start === null || end === null) return number
  const { day, hours } = saySpan(start, end)
  return `${number} · ${day}, ${hours}`
}
