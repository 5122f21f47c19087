/** What of a building is otherwise than the map says: a fixed list, for the organisers to decide. */
import { useState } from 'preact/hooks'
import { isWithin } from '../../numbers/number.ts'
import type { Fact } from '../device/shelf.ts'
import type { WalkTarget } from '../model/record.ts'
import type { Session } from '../device/session.ts'
import { words } from '../words/words.ts'
import { WholeNumber } from './whole-number.tsx'

const DOORS = { from: 0, to: 2000 }
const WITHOUT_NUMBER = ['no_such_door', 'other_entrance', 'lift', 'gate'] as const

export function Facts({ session, target }: { session: Session; target: WalkTarget }) {
  const [doors, setDoors] = useState<number | null>(target.doors)
  const [told, setTold] = useState('')
  const [asked, setAsked] = useState(0)
  const say = words()
  const tell = (fact: Omit<Fact, 'target'>): void => {
    setTold(target.id)
    void session.report({ target: target.id, ...fact })
  }
  const tellDoors = (): void => {
    setAsked(asked + 1)
    if (isWithin(doors, DOORS)) tell({ kind: 'doors', doors })
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
      <WholeNumber {...{ ...DOORS, label: say.howMany, value: doors, onChange: setDoors, asked }} />
      <button onClick={tellDoors}>{say.facts.doors}</button>
      <p role="status">{told === target.id ? say.factSent : ''}</p>
    </details>
  )
}
