/** The walks of a plan that are out, and how far each is: read politely, a few at each turn. */
import { ProblemError, type Schemas } from '@doorwalk/client'
import { useEffect, useRef } from 'preact/hooks'
import type { PlanFeature } from '../../../api/answers.ts'
import { doorwalk } from '../../../api/api.ts'
import { several } from '../../../api/several.ts'
import { type MapWalk, walksOf } from '../../map/model/plan.ts'
import {
  type LiveState,
  type Progress,
  beginProgress,
  followProgress,
  liveStateOf,
  stateWith,
} from '../../model/action/live.ts'
import { type Polled, usePoll } from '../../state/poll.ts'

export const EVERY_MILLISECONDS = 20_000
/** Packs at each turn: with 200 walks out each is read every few minutes, well within the limits of a campaign. */
const PACKS_A_TURN = 10

export interface LiveWalk {
  walkId: string
  number: number
  walker: string
  state: LiveState
  until: string | null
  /** Undefined: not read yet. */
  progress: Progress | undefined
}

export interface Live {
  plan: Schemas['PlanAnswer']
  drawn: readonly MapWalk[]
  /** By number. */
  walks: readonly LiveWalk[]
}

type Known = Pick<Live, 'plan' | 'drawn'>

export function useLive(planId: string): Polled<Live> {
  const known = useRef<Known | undefined>(undefined)
  const progress = useRef(new Map<string, { turn: number; is: Progress; isLast: boolean }>())
  /** Walks that are over since before the roll-call. */
  const finished = useRef(new Map<string, Schemas['WalkState']>())
  const turn = useRef(0)
  useEffect(() => {
    known.current = undefined
    turn.current = 0
    progress.current.clear()
    finished.current.clear()
  }, [planId])

  async function read(signal: AbortSignal): Promise<Live> {
    turn.current++
    const { plan, drawn } = (known.current ??= await readPlan(planId, signal))
    const walks: Schemas['WalkState'][] = []
    const query = { plan: planId, limit: 1_000 }
    for await (const walk of doorwalk.each('/v1/walks', { params: { query }, signal })) walks.push(walk)
    const now = Date.now()
    const before = (plan.replan?.changes ?? []).filter(({ change }) => change === 'finished')
    for (const { walkId } of before) walks.push(...(await stateOf(walkId, signal)))
    const numbers = new Map([...plan.walks, ...before].map(({ walkId, number }) => [walkId, number]))
    const states = walks.map((walk) => ({ walk, state: liveStateOf(walk, now) }))
    const wanted = states
      .filter(
        // Of one that nobody has begun, too: a sheet may have been typed in.
        ({ walk, state }) => state !== null && !progress.current.get(walk.walkId)?.isLast,
      )
      // Of walks that were read equally long ago, first those where something happens.
      .sort(
        (a, b) =>
          turnOf(a.walk.walkId) - turnOf(b.walk.walkId) ||
          Number(a.state === 'waiting') - Number(b.state === 'waiting'),
      )
    // Of a large plan the walks are shown before the first of them is read.
    const read = turn.current === 1 && wanted.length > PACKS_A_TURN ? [] : wanted.slice(0, PACKS_A_TURN)
    await several(read, ({ walk, state }) => follow(walk.walkId, state, signal))
    return {
      plan,
      drawn,
      walks: states
        .flatMap(({ walk: { walkId, walker, until }, state }) => {
          const number = numbers.get(walkId)
          if (state === null || number === undefined) return []
          const is = progress.current.get(walkId)?.is
          return [{ walkId, number, walker, state: stateWith(state, is), until, progress: is }]
        })
        .sort((a, b) => a.number - b.number),
    }
  }
  /** Of a walk that was walked before the roll-call; none: the plan it was of is gone. */
  async function stateOf(walkId: string, signal: AbortSignal): Promise<Schemas['WalkState'][]> {
    const known = finished.current.get(walkId)
    if (known) return [known]
    try {
      const params = { path: { walkId } }
      const is = await doorwalk.GET('/v1/walks/{walkId}/state', { params, signal })
      finished.current.set(walkId, is)
      return [is]
    } catch (error) {
      if (error instanceof ProblemError && error.status === 404) return []
      throw error
    }
  }
  function turnOf(walkId: string): number {
    return progress.current.get(walkId)?.turn ?? 0
  }
  async function follow(walkId: string, state: LiveState | null, signal: AbortSignal): Promise<void> {
    const before = progress.current.get(walkId)?.is
    const query = before === undefined ? {} : { since: before.cursor }
    const pack = await doorwalk
      .GET('/v1/walks/{walkId}/pack', { params: { path: { walkId }, query }, signal })
      .catch((error: unknown) => {
        if (before === undefined || !(error instanceof ProblemError) || error.code !== 'request.cursor')
          throw error
        // It has other targets now: it is read whole at the next turn.
        progress.current.delete(walkId)
      })
    if (!pack) return
    const is = before === undefined ? beginProgress(plannedOf(pack), pack) : followProgress(before, pack)
    const isLast = state === 'finished' || state === 'ended'
    progress.current.set(walkId, { turn: turn.current, is, isLast })
  }

  const polled = usePoll(planId, read, { everyMilliseconds: EVERY_MILLISECONDS })
  const { walks = [] } = polled.value ?? {}
  const isUnread = walks.length > PACKS_A_TURN && walks.every(({ progress }) => !progress)
  useEffect(() => {
    if (isUnread) polled.again()
  }, [isUnread])
  return polled
}

async function readPlan(planId: string, signal: AbortSignal): Promise<Known> {
  const plan = await doorwalk.waitFor(planId, { signal })
  const drawn = await doorwalk.fetch(plan.links.geojson, { signal })
  const { features } = (await drawn.json()) as { features: PlanFeature[] }
  return { plan, drawn: walksOf(features) }
}

function plannedOf({ walk }: Schemas['WalkPack']): Map<string, number> {
  return new Map(
    walk?.stops.flatMap(({ targets }) => targets.map(({ id, doors }) => [id, doors] as const)) ?? [],
  )
}
