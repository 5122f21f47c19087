/** Why a walk is to be walked no further, on top of every view, until it was read; then in short. */
import type { Session, View } from '../device/session.ts'
import { standingOf, stopOf } from '../model/standing.ts'
import { words } from '../words/words.ts'

interface Props {
  session: Session
  view: View
}

export function Stopped({ session, view: { record } }: Props) {
  const say = words()
  const stop = stopOf(record)
  if (stop === null) {
    const standing = standingOf(record)
    // Whoever ended it here knows.
    const isNews = standing === 'draft' || (standing === 'finished' && record.finishedAt === null)
    return isNews ? <p class="note">{standing === 'draft' ? say.draft : say.newsFinished}</p> : null
  }
  const isRead = record.told === stop
  const { title, what } = say.stops[stop]
  return (
    <section class="stop" role="alert">
      <h2>{title}</h2>
      <p>{what}</p>
      {stop === 'others' && (
        <button onClick={() => void session.change((now) => ({ ...now, mine: now.walker }))}>
          {say.itIsUs}
        </button>
      )}
      {!isRead && record.startedAt !== null && stop !== 'campaign_over' && (
        <button onClick={() => void session.change((now) => ({ ...now, told: stop }))}>
          {say.noteAnyway}
        </button>
      )}
    </section>
  )
}

/** In place of the doors, until it was read why there are to be none. */
export function isHalted({ record }: Pick<View, 'record'>): boolean {
  const stop = stopOf(record)
  return stop !== null && (record.told !== stop || record.startedAt === null)
}
