/** Before a walk: what it is, where it begins, and that nothing else is needed. */
import type { Session, View } from '../device/session.ts'
import { words } from '../words/words.ts'
import { minutesOf, placeOf, timeOf } from '../parts/say.ts'

export function StartView({ session, view: { pack } }: { session: Session; view: View }) {
  const { walk, attribution } = pack
  const say = words()
  const first = walk.stops[0]?.targets[0]
  const keys = walk.stops.flatMap(({ targets }) => targets).filter(({ key }) => key).length
  return (
    <>
      <h1>{say.openKept(walk.number)}</h1>
      <p class="big">
        {say.doors(walk.doors)} · {minutesOf(walk.seconds)}
      </p>
      <p>
        {say.startAt} {timeOf(Date.parse(walk.startAt))}
        {first && ` · 1 : ${placeOf(first)}`}
        {keys > 0 && ` · ★ ${keys}`}
      </p>
      {walk.people !== undefined && <p>{say.people(walk.people)}</p>}
      <p>{say.startHelp}</p>
      <p>{say.privacy}</p>
      <button class="main" onClick={() => void session.start()}>
        {say.start}
      </button>
      <p class="fine">{attribution.join(' · ')}</p>
    </>
  )
}
