/** How far so many people get, and what more of them would bring: asked for when somebody wants to know. */
import type { Schemas } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import type { Problem } from '../../model/problem.ts'
import { nextGoals, shareAt } from '../../model/weekend/curve.ts'
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
}

type Curve = Schemas['EstimateCurve']

/** The API draws a curve up to so many. */
const MOST_WALKERS = 300
/** Beyond those who are there. */
const ROOM = 2

export function Estimate({ request, walkers }: Props) {
  const w = estimateWords()
  const [answer, setAnswer] = useState<{ of: string; curve: Curve } | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const key = JSON.stringify(request)

  async function ask(body: Schemas['EstimateRequest']): Promise<void> {
    setBusy(true)
    setProblem(null)
    try {
      const upTo = Math.min(MOST_WALKERS, Math.max(30, walkers * ROOM + 20))
      const { curves } = await doorwalk.POST('/v1/plans/estimate', { body: { ...body, upTo } })
      if (curves[0]) setAnswer({ of: key, curve: curves[0] })
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <div class="estimate">
      <button
        type="button"
        disabled={request === null || isBusy}
        onClick={() => request && void ask(request)}
      >
        {w.ask}
      </button>
      {isBusy && <Busy text={w.busy} />}
      <ProblemBox problem={problem} />
      {answer?.of === key && <Answer curve={answer.curve} walkers={walkers} />}
    </div>
  )
}

function Answer({ curve: { points }, walkers }: { curve: Curve; walkers: number }) {
  const w = estimateWords()
  const share = shareAt(points, walkers)
  const goals = nextGoals(points, walkers)
  return (
    <>
      <p role="status">
        {[
          share === null ? w.beyond : w.reach(sayNumber(walkers), sayShare(share)),
          ...goals.map(({ more, share: goal }) => w.more(sayNumber(more), sayShare(goal), more === 1)),
        ].join(' ')}
      </p>
      <CurveDrawing points={points} walkers={walkers} />
    </>
  )
}

const WIDTH = 320
const HEIGHT = 120
const EDGE = 36

/** The same in a picture: the sentence says what there is to know. */
function CurveDrawing({ points, walkers }: { points: Curve['points']; walkers: number }) {
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
