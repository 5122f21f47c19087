/** What of a building is otherwise than the map says: a fixed list, for the organisers to decide. */
import { useState } from 'preact/hooks'
import type { Fact } from '../device/shelf.ts'
import type { WalkTarget } from '../model/record.ts'
import type { Session } from '../device/session.ts'
import { words } from '../words/words.ts'

const WITHOUT_NUMBER = ['no_such_door', 'other_entrance', 'lift', 'gate'] as const

export function Facts({ session, target }: { session: Session; target: WalkTarget }) {
  const [doors, setDoors] = useState(target.doors)
  const [told, setTold] = useState('')
  const say = words()
  const tell = (fact: Omit<Fact, 'target'>): void => {
    setTold(target.id)
    void session.report({ target: target.id, ...fact })
  }
  return (
    <details key={target.id}>
      <summary>{say.fact}</summary>
      <p>{say.factHelp}</p>
      <div class="pair">
        {WITHOUT_NUMBER.map((kind) => (
          <button key={kind} onClick={() => tell({ kind })}>
            {say.facts[kind]}
          </button>
        ))}
      </div>
      <label>
        {say.howMany}
        <input
          type="number"
          inputMode="numeric"
          min={0}
          max={2000}
          value={doors}
          onInput={({ currentTarget }) => setDoors(currentTarget.valueAsNumber)}
        />
      </label>
      <button disabled={!(doors >= 0)} onClick={() => tell({ kind: 'doors', doors })}>
        {say.facts.doors}
      </button>
      <p role="status">{told === target.id ? say.factSent : ''}</p>
    </details>
  )
}
