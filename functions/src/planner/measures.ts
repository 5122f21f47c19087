/**
 * What a plan cost and what it brought, in numbers that tell of no door and nobody: for the log, and for CloudWatch.
 */
import type { PlanStep } from '@doorwalk/core/plan'
import type { Clock } from '@doorwalk/core/ports'
import type { PlanOutline } from '@doorwalk/core/walk/outline'
import type { LogLine } from '../ports/log.ts'
import type { Measures } from '../ports/planner.ts'

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
      return { steps, prize, offered }
    },
  }
}

/** Of the pieces of a plan together: their times are added up, although they ran side by side. */
export function joinMeasures(all: Measures[]): Measures {
  const joined: Measures = { steps: {}, prize: 0, offered: 0 }
  for (const { steps, prize, offered } of all) {
    for (const [step, time] of Object.entries(steps)) joined.steps[step] = (joined.steps[step] ?? 0) + time
    joined.prize += prize
    joined.offered += offered
  }
  return joined
}

/** @param milliseconds  from taking the job up to having stored the plan */
export function planLine({
  ref,
  plan,
  measures,
  milliseconds,
}: {
  ref: { campaign: string; planId: string }
  plan: PlanOutline
  measures: Measures | undefined
  milliseconds: number
}): LogLine {
  const { summary, region, stoppedBy, iterations } = plan
  const { steps = {}, prize = 0, offered = 0 } = measures ?? {}
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
    ...(offered > 0 && { prizePercent: Math.round((prize / offered) * 1000) / 10 }),
    stoppedBy,
    iterations,
    milliseconds,
    ...Object.fromEntries(
      Object.entries(steps).map(([step, time]) => [`${step}Milliseconds`, Math.round(time)]),
    ),
  }
}
