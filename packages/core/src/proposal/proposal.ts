/**
 * How many areas for these people: which neighbouring areas to take together, cut into evenings of equal work; never
 * worse, by the estimate, than the best areas one by one.
 */
import type { ShapedArea } from '../ranking/worth.ts'
import { fieldError, VisibleError } from '../error.ts'
import type { PlanningPorts } from '../assembly/planning-ports.ts'
import { type Evening, type Proposal } from './answer.ts'
import { type Reached, reachedIn } from './evening-estimate.ts'
import { eveningOf, thousandths } from './evening.ts'
import { type Ground, readGround } from './ground.ts'
import { oneByOne } from './one-by-one.ts'
import type { ProposalOrder, ProposalRequest } from './request.ts'
import { chooseTogether, type Choice, type Sought } from './together.ts'
import { type Ways, waysFrom } from './ways.ts'

export interface ProposalLimits {
  /** Nobody waits for it any more. */
  signal?: AbortSignal
  /** From now on. */
  milliseconds?: number
}

/**
 * The evenings that bring most score per volunteer-hour: of the areas taken together, and of the best one by one, what
 * the estimate finds better.
 *
 * Same areas, request, region version and ledger: same answer. Cost: one estimate for each evening of three ways.
 *
 * @throws VisibleError start.unreachable, proposal.nothing; proposal.late where the limit is over before it is whole
 */
export async function proposeAreas(
  areas: readonly ShapedArea[],
  request: ProposalOrder,
  ports: PlanningPorts,
  { signal, milliseconds = Infinity }: ProposalLimits = {},
): Promise<Proposal> {
  const end = ports.clock.now() + milliseconds
  const ground = await readGround(areas, request, ports)
  const { volunteers, minutes, evenings, reach } = request
  const start = await startWays(ground, request)
  const sought: Sought = { evenings, capacity: volunteers * ground.usable, start, reach }
  const judged = new Map<string, Promise<Reached | undefined>>()
  const reached: Judge = ({ ways, parts }) => {
    const meet = ways?.meetingPoint
    const name = `${String(meet)} ${parts.join()}`
    signal?.throwIfAborted()
    if (ports.clock.now() > end) throw late(request)
    const known = judged.get(name) ?? reachedIn(ground, { chosen: parts, start: meet, seed: request.seed })
    judged.set(name, known)
    return known
  }
  const choices = await chooseTogether(ground, sought, async (choice) => (await reached(choice))?.score ?? 0)
  const together = await estimated(ground, { choices, request, reached })
  const others: Estimated[] = []
  for (const each of oneByOne(ground, sought))
    others.push(await estimated(ground, { choices: each, request, reached }))
  const other = others.reduce((best, each) => (each.score > best.score ? each : best))
  const best = other.score > together.score ? other : together
  if (best.evenings.length === 0) throw nothing(request, areas.length)
  const hours = (volunteers * minutes * evenings) / 60
  const { name, version } = ground.site.manifest
  return {
    ...{ region: name, version },
    how: best === together ? 'together' : 'one by one',
    scorePerHour: thousandths(best.score / hours),
    oneByOne: thousandths(other.score / hours),
    evenings: best.evenings,
    notes: notesOf(best.evenings, request),
  }
}

interface Estimated {
  evenings: Evening[]
  score: number
}

type Judge = (choice: Choice) => Promise<Reached | undefined>

async function estimated(
  ground: Ground,
  { choices, request, reached: judge }: { choices: Choice[]; request: ProposalRequest; reached: Judge },
): Promise<Estimated> {
  const taken = new Set(choices.flatMap(({ parts }) => parts))
  const evenings: Evening[] = []
  let score = 0
  for (const choice of choices) {
    const reached = await judge(choice)
    if (!reached) continue
    score += reached.score
    evenings.push(await eveningOf(ground, { choice, reached, request, taken, number: evenings.length + 1 }))
  }
  return { evenings, score }
}

async function startWays(
  ground: Ground,
  { start, reach, region }: ProposalRequest,
): Promise<Ways | undefined> {
  if (!start) return undefined
  const [snap] = await ground.router.snap([{ location: start, isStart: true }])
  if (snap) return waysFrom(ground, snap, reach)
  throw fieldError(
    'start.unreachable',
    '/start',
    `got [${start.join(', ')}], which is too far from any street one can walk on in region "${region}"; move it to a street`,
  )
}

function nothing({ start, reach }: ProposalRequest, areas: number): VisibleError {
  const where = start ? ` within ${reach} minutes of [${start.join(', ')}]` : ' in the region'
  const what = `none of ${areas} ranked areas has a door with a score above 0${where}`
  return new VisibleError(
    'unprocessable',
    'proposal.nothing',
    `${what}; rank others${start ? ', meet elsewhere, or reach further' : ''}`,
  )
}

function late({ evenings }: ProposalRequest): VisibleError {
  const fewer = evenings > 1 ? `for fewer evenings than ${evenings}, ` : ''
  return new VisibleError(
    'upstream',
    'proposal.late',
    `there is more to weigh up than there is time for; ask again ${fewer}with a start, or a shorter reach`,
  )
}

function notesOf(evenings: readonly Evening[], request: ProposalRequest): string[] {
  const few = request.evenings - evenings.length
  const idle = evenings.filter(({ work, hours }) => work < IDLE * hours)
  return [
    ...(few > 0 ? [`what is within reach fills ${evenings.length} of ${request.evenings} evenings`] : []),
    ...(idle.length > 0
      ? [
          `evening ${idle.map(({ number }) => number).join(', ')}: less work than these volunteers have time for`,
        ]
      : []),
  ]
}

/** An evening with less work than this part of its hours leaves people idle. */
const IDLE = 0.6
