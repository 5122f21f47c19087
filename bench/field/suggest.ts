/**
 * Suggestions on plans of 40 walks: how long they take, and how near the predicted gain comes to what planning finds
 * when the walks concerned are planned again and all others are locked.
 *
 *     npm run bench:suggest -- [REGION_FOLDER …] [--walks 40] [--minutes 90] [--rounds 20]
 */
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { PlanningPorts } from '@doorwalk/core/assembly/planning-ports'
import { keepRouters } from '@doorwalk/core/matrix/street-router'
import { planWalks } from '@doorwalk/core/plan'
import type { ContinuedWalk } from '@doorwalk/core/replan/continuation'
import { continued, endsOf } from '@doorwalk/core/replan/continue-walks'
import { earlierPlan } from '@doorwalk/core/replan/earlier-plan'
import { PlanRequest, type VolunteerRequest } from '@doorwalk/core/request/request'
import type { Suggestion } from '@doorwalk/core/suggestion/answer'
import { SuggestRequest } from '@doorwalk/core/suggestion/request'
import type { Standing } from '@doorwalk/core/suggestion/standing'
import { suggest } from '@doorwalk/core/suggestion/suggest'
import type { Plan, Walk } from '@doorwalk/core/walk/answer'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    walks: { type: 'string', default: '40' },
    minutes: { type: 'string', default: '90' },
    rounds: { type: 'string', default: '20' },
  },
})
const NOON = '2026-03-14T12:00:00Z'
const FREE_MINUTES = 15
const LATE_MINUTES = 60
const rounds = Number(values.rounds)

const fresh: ContinuedWalk = {
  ...{ walk: null, done: [], ahead: [], doors: new Map(), keys: new Set(), startAt: NOON, onlyOwn: false },
}

for (const folder of positionals.length > 0 ? positionals : ['data/paris-9e-10e']) {
  const ports: PlanningPorts = {
    regions: diskRegions([folder]),
    clock: { now: () => Date.parse(NOON) },
    id: (prefix) => `${prefix}_bench`,
    router: keepRouters(),
  }
  const asked = PlanRequest.parse({
    ...{ region: basename(resolve(folder)), volunteers: Number(values.walks) },
    ...{ minutes: Number(values.minutes), startAt: NOON },
  })
  const plan = await planWalks(asked, ports)
  const request = { ...asked, ...(plan.meetingPoint && { start: plan.meetingPoint }) }
  const standing: Standing = {
    ...{ id: plan.id, request, isDone: () => false, edits: { pins: [], locks: [] } },
    walks: plan.walks.map((walk) => ({ walk, walker: walk.walker, begunAt: null, isOver: false })),
  }
  const { targets, leftOut } = plan.summary
  console.log(
    `${request.region}: ${plan.walks.length} walks, ${targets} targets, left out ${JSON.stringify(leftOut)}`,
  )
  const scene = { plan, standing, request, ports }
  const walks = Array.from({ length: rounds }, (_, round) => plan.walks[(round * 7) % plan.walks.length]!)

  await measure(
    'minutes',
    scene,
    walks.map((walk) => minutesFor(walk)),
  )
  await measure(
    'latecomer',
    scene,
    walks.map((walk) => latecomerAt(walk)),
  )
  await measure(
    'walk',
    scene,
    walks.map((walk) => takersOf(walk)),
  )
}

interface Scene {
  plan: Plan
  standing: Standing
  request: PlanRequest
  ports: PlanningPorts
}

interface Question {
  wish: SuggestRequest
  /** What planning anew finds for the best suggestion, all other walks locked; undefined: not compared. */
  truth?: (best: Suggestion, scene: Scene) => Promise<number>
}

function minutesFor(walk: Walk): Question {
  return {
    wish: SuggestRequest.parse({ for: 'minutes', walk: walk.walkId, minutes: FREE_MINUTES }),
    truth: async (_best, scene) => {
      // The walk grows from what it takes, not from what it might have taken.
      const slack = scene.plan.assumptions.slackShare
      const left = (walk.seconds + FREE_MINUTES * 60) / (1 - slack)
      return gainOf(scene, [walk], [{ ...goesOn(walk), left }])
    },
  }
}

/** He comes to where a walk ends its first third. */
function latecomerAt(walk: Walk): Question {
  const start = walk.stops[Math.floor(walk.stops.length / 3)]!.location
  const wish = { for: 'latecomer', minutes: LATE_MINUTES, start }
  const own: VolunteerRequest = { id: 'late', minutes: LATE_MINUTES, start }
  return {
    wish: SuggestRequest.parse({ ...wish, id: 'late' }),
    truth: async ({ walk: id }, scene) => {
      const old = scene.plan.walks.filter(({ walkId }) => walkId === id)
      const walkers = [...old.map((one) => goesOn(one)), fresh]
      return gainOf(scene, old, walkers, own)
    },
  }
}

function takersOf(walk: Walk): Question {
  const volunteers = [{ id: 'there', minutes: LATE_MINUTES }]
  return { wish: SuggestRequest.parse({ for: 'walk', walk: walk.walkId, volunteers }) }
}

function goesOn(walk: Walk): ContinuedWalk {
  const now = { walk, done: new Set<string>(), begunAt: null, isOver: false }
  return { ...continued(now, NOON), ...endsOf(walk) }
}

/** Prize of these walks planned again, less what they had. */
async function gainOf(
  { plan, request, ports }: Scene,
  old: Walk[],
  walkers: ContinuedWalk[],
  newcomer?: VolunteerRequest,
): Promise<number> {
  const names = new Set(old.map(({ walkId }) => walkId))
  const earlier = earlierPlan({
    keptWalks: plan.walks.filter(({ walkId }) => !names.has(walkId)),
    walkers,
    lastNumber: plan.walks.length,
    lastRank: plan.walks.length,
  })
  const volunteers = [...old.map(({ walker }) => ({ id: walker })), ...(newcomer ? [newcomer] : [])]
  const next = await planWalks({ ...request, volunteers }, { ...ports, earlier })
  return next.summary.prize - plan.summary.prize
}

async function measure(name: string, scene: Scene, questions: Question[]): Promise<void> {
  const ask = (wish: SuggestRequest) => suggest(wish, scene.standing, scene.ports)
  for (const { wish } of questions.slice(0, 2)) await ask(wish)
  const times: number[] = []
  const work: number[] = []
  const [predicted, found, misses]: [number[], number[], number[]] = [[], [], []]
  const kinds = new Map<string, number>()
  for (const { wish, truth } of questions) {
    const from = performance.now()
    const used = process.cpuUsage()
    const { suggestions } = await ask(wish)
    const { user, system } = process.cpuUsage(used)
    times.push(performance.now() - from)
    work.push((user + system) / 1000)
    const best = suggestions[0]
    kinds.set(best?.kind ?? 'nothing', (kinds.get(best?.kind ?? 'nothing') ?? 0) + 1)
    if (!best || !truth) continue
    const gain = await truth(best, scene)
    predicted.push(best.gain.prize)
    found.push(gain)
    misses.push(gain === 0 ? 0 : Math.abs(best.gain.prize - gain) / gain)
  }
  const at = (all: number[], share: number) => {
    const sorted = [...all].sort((a, b) => a - b)
    return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(0)
  }
  const told = [...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')
  console.log(
    `  ${name}: median ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms (processor ${at(work, 0.5)}, ${at(work, 0.95)}); best: ${told}`,
  )
  if (found.length === 0) return
  const mean = (all: number[]) => all.reduce((sum, one) => sum + one, 0) / all.length
  console.log(
    `    gain predicted ${mean(predicted).toFixed(2)}, planned again ${mean(found).toFixed(2)}; ` +
      `${(100 * mean(misses)).toFixed(1)} % apart on average, ${(100 * Math.max(...misses)).toFixed(1)} % at most`,
  )
}
