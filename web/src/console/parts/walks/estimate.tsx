/** How far so many people get, and how many more reach a goal: asked for when somebody wants to know. */
import type { Schemas } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import {
  type CurvePoint,
  type PlannedWalks,
  curveAround,
  nextGoals,
  shareAt,
} from '../../model/weekend/curve.ts'
import type { Problem } from '../../model/problem.ts'
import { problemOf } from '../../state/problem.ts'
import { estimateWords } from '../../words/estimate.ts'
import { sayNumber, sayShare } from '../../../words/language.ts'
import { Busy } from '../busy.tsx'
import { ProblemBox } from '../problem-box.tsx'

interface Props {
  /** What to estimate for; null: the form is not filled in yet. */
  request: Schemas['EstimateRequest'] | null
  /** Who are there, one walk each. */
  walkers: number
  /** Of a plan there is; absent: it is still to be made. */
  plan?: PlannedWalks & { id: string }
}

/** The API draws a curve up to so many. */
const MOST_WALKERS = 300
/** Beyond those who are there: nine tenths of an area may take several times as many. */
const ROOM = 4

export function Estimate({ request, walkers, plan }: Props) {
  const w = estimateWords()
  const [answer, setAnswer] = useState<{ of: string; estimate: Schemas['Estimate'] } | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  // What a plan is asked for has the moment in it, and is the same as long as the plan is.
  const key = plan?.id ?? JSON.stringify(request)

  async function ask(body: Schemas['EstimateRequest']): Promise<void> {
    setBusy(true)
    setProblem(null)
    try {
      const upTo = Math.min(MOST_WALKERS, Math.max(30, walkers * ROOM))
      setAnswer({ of: key, estimate: await doorwalk.POST('/v1/plans/estimate', { body: { ...body, upTo } }) })
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }

  const estimate = answer?.of === key ? answer.estimate : undefined
  return (
    <div class="estimate">
      <button
        type="button"
        disabled={request === null || isBusy}
        onClick={() => request && void ask(request)}
      >
        {plan ? w.askMore : w.ask}
      </button>
      {answer !== null && estimate === undefined && !isBusy && <p class="note">{w.stale}</p>}
      {isBusy && <Busy text={w.busy} />}
      <ProblemBox problem={problem} />
      {estimate && !isBusy && (
        <Answer
          points={plan ? curveAround(estimate, plan) : (estimate.curves[0]?.points ?? [])}
          {...{ walkers, plan }}
        />
      )}
    </div>
  )
}

interface AnswerProps {
  points: readonly CurvePoint[]
  walkers: number
  plan: PlannedWalks | undefined
}

function Answer({ points, walkers, plan }: AnswerProps) {
  const w = estimateWords()
  const share = shareAt(points, walkers)
  const planned = plan?.doors.length ?? 0
  const missing = planned - walkers
  const lines = [
    share === null
      ? w.beyond
      : plan && missing === 0
        ? w.plan(sayShare(share))
        : w.reach(sayNumber(walkers), sayShare(share), walkers === 1),
    ...(plan && missing > 0
      ? [w.missing(sayNumber(missing), sayShare(shareAt(points, planned) ?? 0), missing === 1)]
      : []),
    ...nextGoals(points, Math.max(walkers, 0))
      .filter(({ more }) => more > missing)
      .map(({ more, share: goal }) => w.more(sayNumber(more), sayShare(goal), more === 1)),
  ]
  return (
    <>
      <div role="status">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <CurveDrawing points={points} walkers={walkers} />
      <p class="help">{w.help}</p>
    </>
  )
}

const WIDTH = 320
const HEIGHT = 120
const EDGE = 36

/** The same in a picture: the sentence says what there is to know. */
function CurveDrawing({ points, walkers }: { points: readonly CurvePoint[]; walkers: number }) {
  const most = Math.max(1, points.at(-1)?.walkers ?? 1)
  const x = (count: number): number => EDGE + ((WIDTH - EDGE - 4) * count) / most
  const y = (share: number): number => HEIGHT - EDGE + 4 - (HEIGHT - EDGE) * share
  const line = [{ walkers: 0, share: 0 }, ...points].map((at) => `${x(at.walkers)} ${y(at.share)}`).join('L')
  return (
    <svg class="curve" viewBox={`0 0 ${WIDTH} ${HEIGHT + 4}`} aria-hidden="true">
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <path class="grid" d={`M${EDGE} ${y(share)}H${WIDTH - 4}`} />
          <text x={EDGE - 3} y={y(share) + 3} text-anchor="end">
            {sayShare(share)}
          </text>
        </g>
      ))}
      <path class="now" d={`M${x(Math.min(walkers, most))} ${y(0)}V${y(1)}`} />
      <path class="line" d={`M${line}`} />
      <text x={WIDTH - 4} y={HEIGHT} text-anchor="end">
        {sayNumber(most)}
      </text>
    </svg>
  )
}
