/**
 * The first view: the newest plan of the region; in a campaign without any one is made, of the polling station that
 * comes first, so that there is something to touch at once.
 */
import type { Schemas } from '@doorwalk/client'
import { useEffect, useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import { hashOf } from '../../model/address.ts'
import { USUAL_WISH } from '../../model/plan-wish.ts'
import type { Problem } from '../../model/problem.ts'
import { Busy } from '../../parts/busy.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { problemOf } from '../../state/problem.ts'
import { planPath, removals } from '../../state/removals.ts'
import { type Region, go, useSession } from '../../state/session.ts'
import { planWords } from '../../words/plan.ts'
import { shellWords } from '../../words/shell.ts'
import { makePlan } from './make-plan.ts'

/** Plans among which one of the open region is looked for. */
const RECENT = 100
/** A station of which the region has less is no good example. */
const LEAST_INSIDE = 0.5
/** Fields that say where few went to vote, the best known first. */
const ABSTENTION = /abst/i

export function Home() {
  const { region } = useSession()
  const [isFirst, setIsFirst] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    let isGone = false
    void open().catch((error: unknown) => !isGone && setProblem(problemOf(error)))
    return () => {
      isGone = true
    }

    async function open(): Promise<void> {
      const newest = await newestPlan(region.name)
      if (isGone) return
      if (newest) return go(hashOf(['plans', newest.id]), { replace: true })
      if (region.precincts === 0) return go(hashOf(['plan']), { replace: true })
      setIsFirst(true)
      const code = await firstPrecinct(region)
      if (isGone) return
      const area = { kind: 'precincts' as const, codes: [code] }
      const made = await makePlan(region.name, { ...USUAL_WISH, area })
      go(`${made}?first=${encodeURIComponent(code)}`, { replace: true })
    }
  }, [region.name])
  return (
    <section class="narrow">
      <ProblemBox problem={problem} />
      {problem === null ? (
        <Busy text={isFirst ? planWords().first : shellWords().loading} />
      ) : (
        <a class="button" href={hashOf(['plan'])}>
          {planWords().newTitle}
        </a>
      )}
    </section>
  )
}

async function newestPlan(region: string): Promise<Schemas['PlanHead'] | undefined> {
  const { plans } = await doorwalk.GET('/v1/plans', { params: { query: { limit: RECENT } } })
  const { gone } = removals.state()
  return plans.find(
    (plan) =>
      !gone.has(planPath(plan.id)) &&
      plan.region === region &&
      plan.replacedBy === null &&
      plan.status !== 'failed' &&
      plan.status !== 'cancelled',
  )
}

/** By abstention where the region knows it, else by doors that nobody has knocked at. */
async function firstPrecinct({ name, priorityFields }: Region): Promise<string> {
  const field = priorityFields.filter((each) => ABSTENTION.test(each)).sort(byRate)[0]
  const formula = field === undefined ? { preset: 'cover' as const } : { weights: [{ field, weight: 1 }] }
  const ranking = await doorwalk.POST('/v1/rankings', {
    body: { name: planWords().firstRanking, region: name, formula },
  })
  const areas = ranking.precincts?.areas ?? []
  const inside = areas.find(({ inRegion = 1 }) => inRegion >= LEAST_INSIDE) ?? areas[0]
  if (inside === undefined) throw new Error(planWords().empty)
  return inside.code
}

/** A rate before a count. */
function byRate(a: string, b: string): number {
  return Number(/taux|rate|pct/i.test(b)) - Number(/taux|rate|pct/i.test(a)) || a.length - b.length
}
