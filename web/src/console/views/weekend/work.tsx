/** What the areas of a weekend hold, and whether there is something to do for everybody, before it is planned. */
import { crewsOf } from '../../model/weekend/crews.ts'
import { dealOut, walksIn } from '../../model/weekend/dealing.ts'
import { type WeekendDraft, minutesOf, tickKey } from '../../model/weekend/draft.ts'
import { Busy } from '../../parts/busy.tsx'
import { useLoad } from '../../state/load.ts'
import { sayDuration, sayNumber } from '../../../words/language.ts'
import { weekendWords } from '../../words/weekend.ts'
import { workRequests, worksOf } from './use-work.ts'

const SECONDS_PER_MINUTE = 60

interface Props {
  draft: WeekendDraft
  region: string
  /** By `tickKey`. */
  labels: ReadonlyMap<string, string>
}

export function Work({ draft, region, labels }: Props) {
  const w = weekendWords()
  const requests = workRequests(draft, region)
  const { value: works, error } = useLoad(`work ${JSON.stringify(requests)}`, () => worksOf(requests))
  if (requests.length === 0 || error !== undefined) return null
  if (works === undefined) return <Busy text={w.estimating} />
  const crews = crewsOf(draft)
  const shifts = draft.shifts.map((shift, index) => ({
    minutes: minutesOf(shift) ?? 0,
    people: crews[index]!,
  }))
  const deals = dealOut(shifts, { areas: works.length, works })
  const idle = deals.map(({ hasWork }) => hasWork.filter((has) => !has).length)
  return (
    <div class="work">
      <ul class="remarks">
        {works.map((work, index) => {
          const tick = draft.areas[index]!
          const walks = walksIn(work)
          const most = work.points.at(-1)
          return (
            <li key={tickKey(tick)}>
              {w.work(
                labels.get(tickKey(tick)) ?? '',
                walks === null ? null : sayNumber(walks),
                sayDuration(work.minutes * SECONDS_PER_MINUTE),
                sayNumber(most?.doors ?? 0),
              )}
            </li>
          )
        })}
      </ul>
      {crews.some((crew) => crew.length > 0) && (
        <p role="status" class={idle.some((count) => count > 0) ? 'note' : 'help'}>
          {idle.every((count) => count === 0)
            ? w.allBusy
            : [
                ...idle.flatMap((count, index) =>
                  count === 0
                    ? []
                    : [w.idleIn(sayNumber(index + 1), sayNumber(count), sayNumber(crews[index]!.length))],
                ),
                w.idleHelp,
              ].join(' ')}
        </p>
      )}
    </div>
  )
}
