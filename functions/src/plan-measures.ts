/** What a plan cost and what it brought, in numbers that tell of no door and nobody: for the log, and for CloudWatch. */
import type { PlanStep } from '@doorwalk/core/plan'
import type { Clock } from '@doorwalk/core/ports'
import type { Plan } from '@doorwalk/core/walk/answer'
import type { LogLine } from './log.ts'
import type { Measures } from './planner.ts'

export interface Stopwatch {
  /** From now on time goes into this step. */
  enter(step: PlanStep): void
  /** Of one solved piece. */
  score(score: { prize: number; offered: number }): void
  end(): Measures
}

export function openStopwatch(clock: Clock): Stopwatch {
  const steps: Measures['steps'] = {}
  let [prize, offered] = [0, 0]
  let current: { step: PlanStep; from: number } | undefined
  const leave = (now: number): void => {
    if (current) steps[current.step] = (steps[current.step] ?? 0) + now - current.from
  }
  return {
    enter(step) {
      if (current?.step === step) return
      const now = clock.now()
      leave(now)
      current = { step, from: now }
    },
    score(one) {
      prize += one.prize
      offered += one.offered
    },
    end() {
      leave(clock.now())
      current = undefined
      return { steps, prizeShare: offered > 0 ? prize / offered : null }
    },
  }
}

/** @param milliseconds  from taking the job up to having stored the plan */
export function planLine({
  ref,
  plan,
  measures,
  milliseconds,
}: {
  ref: { campaign: string; planId: string }
  plan: Plan
  measures: Measures | undefined
  milliseconds: number
}): LogLine {
  const { summary, region, stoppedBy, iterations } = plan
  const { steps = {}, prizeShare = null } = measures ?? {}
  const seconds = plan.walks.reduce((sum, walk) => sum + walk.seconds, 0)
  return {
    level: 'info',
    event: 'plan.done',
    ...ref,
    region: region.name,
    regionVersion: region.version,
    walks: summary.walks,
    targets: summary.targets,
    doors: summary.doors,
    minutes: Math.round(seconds / 60),
    ...(prizeShare !== null && { prizePercent: Math.round(prizeShare * 1000) / 10 }),
    stoppedBy,
    iterations,
    milliseconds,
    ...Object.fromEntries(Object.entries(steps).map(([step, time]) => [`${step}Milliseconds`, time])),
  }
}
