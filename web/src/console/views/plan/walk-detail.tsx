/** The walk in focus: its stops in order, paper and files, and what may be changed of it by hand. */
import type { Schemas } from '@doorwalk/client'
import { useEffect, useState } from 'preact/hooks'
import type { MapWalk } from '../../map/model/plan.ts'
import { isWithin } from '../../../numbers/number.ts'
import { MINUTES } from '../../model/people-wish.ts'
import { NumberInput } from '../../../numbers/number-input.tsx'
import { wrongNumber } from '../../parts/number.tsx'
import { openPaper } from '../../parts/paper.ts'
import { type WalkFile, saveWalks } from '../../parts/save-text.ts'
import { Table } from '../../parts/table.tsx'
import { sayPlan } from '../../state/plan-name.ts'
import { editsWords } from '../../words/edits.ts'
import { sayNumber } from '../../../words/language.ts'
import { sayPlace } from '../../words/map.ts'
import { planWords } from '../../words/plan.ts'
import type { Edits } from './use-edits.ts'

interface Props {
  plan: Schemas['PlanAnswer']
  walk: MapWalk
  isEditable: boolean
  edits: Edits
  selected: string | null
  onSelect: (target: string) => void
  /** The next point of the map is the start of this walk. */
  onStart: () => void
  onProblem: (error: unknown) => void
}

const FILES: readonly [WalkFile, string][] = [
  ['gpx', 'GPX'],
  ['geojson', 'GeoJSON'],
  ['csv', 'CSV'],
]

export function WalkDetail(props: Props) {
  const { plan, walk, isEditable, edits, selected, onSelect, onProblem } = props
  const [w, e] = [planWords(), editsWords()]
  const { number, targets } = walk
  const head = plan.walks.find((each) => each.number === number)!
  const path = `walks/${head.walkId}`
  const isChosen = plan.summary.keys?.by === 'plan'
  const pinned = new Set(plan.edits?.pins.map(({ target }) => target))
  return (
    <div class="walk-detail">
      <div class="pair">
        <button type="button" aria-label={w.ofWalk(w.print, number)} onClick={() => openPaper(path)}>
          {w.print}
        </button>
        {FILES.map(([ending, name]) => (
          <button
            key={ending}
            type="button"
            aria-label={w.ofWalk(name, number)}
            onClick={() =>
              void saveWalks(path, ending, `${w.walkNumber(number)} ${sayPlan(plan)}`).catch(onProblem)
            }
          >
            {name}
          </button>
        ))}
      </div>
      {isEditable && (
        <fieldset class="plain" disabled={edits.isBusy}>
          <WalkEdits {...{ plan, number, edits }} onStart={props.onStart} />
        </fieldset>
      )}
      <Table
        name={w.walkNumber(number)}
        columns={[
          { name: w.stop },
          { name: w.keyShort },
          { name: w.address },
          { name: w.doors, isFigure: true },
          ...(isEditable ? [{ name: e.change }] : []),
        ]}
      >
        {targets.map(({ id, label, key, address, within = {}, doors }) => {
          const place = sayPlace({ address, within })
          return (
            <tr key={id} class={id === selected ? 'chosen' : ''}>
              <td>{label}</td>
              <td>
                <button
                  type="button"
                  class="star"
                  aria-pressed={key && !isChosen}
                  aria-label={key && isChosen ? e.keyChosen(place) : e.keyOf(place)}
                  title={key && isChosen ? e.keyChosenHelp : undefined}
                  disabled={!isEditable || edits.isBusy}
                  onClick={() => edits.make({ type: key && !isChosen ? 'unkey' : 'key', target: id })}
                >
                  {key ? '★' : '☆'}
                </button>
              </td>
              <th scope="row">
                {place}
                {pinned.has(id) && <span class="tag">{e.pinned}</span>}
              </th>
              <td class="figure">{doors === null ? '' : sayNumber(doors)}</td>
              {isEditable && (
                <td>
                  <button
                    type="button"
                    class="small"
                    disabled={edits.isBusy}
                    aria-label={e.changeOf(place)}
                    onClick={() => onSelect(id)}
                  >
                    {e.change}
                  </button>
                </td>
              )}
            </tr>
          )
        })}
      </Table>
    </div>
  )
}

interface EditsProps {
  plan: Schemas['PlanAnswer']
  number: number
  edits: Edits
  onStart: () => void
}

const SECONDS_PER_MINUTE = 60

function WalkEdits({ plan, number, edits, onStart }: EditsProps) {
  const e = editsWords()
  const head = plan.walks.find((each) => each.number === number)!
  const asked = Math.round(head.budget / SECONDS_PER_MINUTE)
  const [minutes, setMinutes] = useState<number | null>(asked)
  const wrongMinutes = wrongNumber(minutes, MINUTES)
  useEffect(() => setMinutes(asked), [asked])
  const others = plan.walks.map((each) => each.number).filter((each) => each !== number)
  const [other, setOther] = useState(others[0])
  const isLocked = plan.edits?.locks.includes(head.walkId) === true
  return (
    <details class="walk-edits">
      <summary>{e.change}</summary>
      <fieldset class="plain" disabled={edits.isBusy}>
        <div class="pair">
          <button
            type="button"
            aria-pressed={isLocked}
            onClick={() => edits.make({ type: isLocked ? 'unlock' : 'lock', walk: number })}
          >
            {isLocked ? e.unlock : e.lock}
          </button>
          <button type="button" onClick={onStart}>
            {e.setStart}
          </button>
          <button type="button" onClick={() => edits.make({ type: 'remove_walker', walk: number })}>
            {e.giveUp}
          </button>
          <button
            type="button"
            title={e.addTeamHelp}
            disabled={wrongMinutes !== undefined}
            onClick={() => edits.make({ type: 'add_walker', minutes: minutes! })}
          >
            {e.addTeam}
          </button>
        </div>
        <div class="pair inline">
          <label>
            <span>{e.minutes}</span>
            <NumberInput
              {...MINUTES}
              value={minutes}
              aria-invalid={wrongMinutes !== undefined}
              onChange={setMinutes}
            />
            {wrongMinutes !== undefined && (
              <span class="wrong" role="alert">
                {wrongMinutes}
              </span>
            )}
          </label>
          <button
            type="button"
            disabled={!isWithin(minutes, MINUTES) || minutes === asked}
            onClick={() => edits.make({ type: 'set_minutes', walk: number, minutes: minutes! })}
          >
            {e.setMinutes}
          </button>
        </div>
        {other !== undefined && (
          <div class="pair inline">
            <label>
              <span>{e.swapWith}</span>
              <select value={other} onChange={({ currentTarget }) => setOther(Number(currentTarget.value))}>
                {others.map((each) => (
                  <option key={each} value={each}>
                    {each}
                  </option>
                ))}
              </select>
            </label>
            <button
              type="button"
              onClick={() => edits.make({ type: 'swap_walkers', walks: [number, other] })}
            >
              {e.swap}
            </button>
          </div>
        )}
      </fieldset>
    </details>
  )
}
