/** What is on no walk: by reason, with addresses, and as a layer of the map. */
import type { Schemas } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import type { LooseTarget } from '../../map/model/plan.ts'
import { Busy } from '../../parts/busy.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { type Loaded, useLoad } from '../../state/load.ts'
import { problemOf } from '../../state/problem.ts'
import { type Region } from '../../state/session.ts'
import { targetsOf } from '../../state/targets.ts'
import { sayNumber } from '../../../words/language.ts'
import { mapWords, sayPlace } from '../../words/map.ts'
import { planWords } from '../../words/plan.ts'
import { shellWords } from '../../words/shell.ts'

type PlanAnswer = Schemas['PlanAnswer']

const PAGE = 5_000
/** Addresses of one reason that are listed at first, and each time more are wanted. */
const SHOWN = 30

/** Read once it is wanted: on a large plan it is thousands. */
export function useLeftOut(
  plan: PlanAnswer,
  region: Region,
  isWanted: boolean,
): Loaded<readonly LooseTarget[]> {
  return useLoad<readonly LooseTarget[]>(`left-out ${plan.id} ${isWanted}`, async (signal) => {
    if (!isWanted) return []
    const [known, all] = await Promise.all([targetsOf(region), readAll(plan.id, signal)])
    const byId = new Map(known.map((each) => [each.target, each]))
    return all.flatMap(({ target, reason, key = false }) => {
      const { location, address = '', doors = null, entrance, storeys } = byId.get(target) ?? {}
      const within = {
        ...(entrance && { entrance: { label: entrance } }),
        ...(storeys && { part: { fromFloor: storeys.from, toFloor: storeys.to } }),
      }
      return location ? [{ id: target, at: location, address, within, doors, key, reason }] : []
    })
  })
}

async function readAll(planId: string, signal: AbortSignal): Promise<Schemas['LeftOut'][]> {
  const all: Schemas['LeftOut'][] = []
  for await (const each of doorwalk.each('/v1/plans/{planId}/left-out', {
    params: { path: { planId }, query: { limit: PAGE } },
    signal,
  })) {
    all.push(each)
  }
  return all
}

interface Props {
  plan: PlanAnswer
  leftOut: Loaded<readonly LooseTarget[]>
  isShown: boolean
  onShow: (on: boolean) => void
  onSelect: (target: string) => void
}

export function LeftOut({ plan, leftOut, isShown, onShow, onSelect }: Props) {
  const w = planWords()
  const counts = Object.entries(plan.summary.leftOut).filter(([, count]) => count > 0)
  counts.sort((a, b) => b[1] - a[1])
  if (counts.length === 0) {
    return (
      <section>
        <h3>{w.leftOut}</h3>
        <p>{w.leftOutNone}</p>
      </section>
    )
  }
  return (
    <section aria-labelledby="left-out-title">
      <h3 id="left-out-title">
        {w.leftOut}
        <button type="button" class="small" aria-pressed={isShown} onClick={() => onShow(!isShown)}>
          {w.leftOutShow}
        </button>
      </h3>
      <ProblemBox
        problem={leftOut.error === undefined ? null : problemOf(leftOut.error)}
        onRetry={leftOut.reload}
      />
      {isShown && leftOut.value === undefined && leftOut.error === undefined && (
        <Busy text={shellWords().loading} />
      )}
      <ul class="reasons">
        {counts.map(([reason, count]) => (
          <li key={reason}>
            <p>
              {w.reasons[reason] ?? reason} · {w.placeCount(sayNumber(count), count === 1)}
            </p>
            {isShown && (
              <Addresses
                of={(leftOut.value ?? []).filter((each) => each.reason === reason)}
                onSelect={onSelect}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Addresses({ of, onSelect }: { of: readonly LooseTarget[]; onSelect: (target: string) => void }) {
  const w = planWords()
  const [shown, setShown] = useState(SHOWN)
  return (
    <ul class="addresses">
      {of.slice(0, shown).map(({ id, address, within = {}, doors, key }) => (
        <li key={id}>
          <button type="button" class="small" onClick={() => onSelect(id)}>
            {key && '★ '}
            {sayPlace({ address, within })}
            {doors !== null && ` · ${mapWords().doors(sayNumber(doors), doors === 1)}`}
          </button>
        </li>
      ))}
      {of.length > shown && (
        <li>
          <button type="button" class="small" onClick={() => setShown(shown + SHOWN * 10)}>
            {w.leftOutMore(sayNumber(of.length - shown))}
          </button>
        </li>
      )}
    </ul>
  )
}
