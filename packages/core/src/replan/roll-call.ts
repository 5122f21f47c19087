/** Roll-call: who is there, and who walks which of a plan's walks from now on. */
import { VisibleError, fieldError } from '../error.ts'
import { personalId } from '../request/contacts.ts'
import { MAX_POINTS } from '../matrix/build.ts'
import type { ReplanRequest } from '../request/request.ts'
import type { Walk } from '../walk/answer.ts'
import type { EarlierWalk } from './changes.ts'
import type { Wishes } from './wishes.ts'

/** A walk as it stands; its `walker` is who has it now. */
export interface WalkNow extends EarlierWalk {
  walk: Walk
  /** RFC 3339; null: nobody has set out. */
  begunAt: string | null
  /** Finished, released or expired. */
  isOver: boolean
}

/** One walker at roll-call. */
export interface PresentWalker {
  walker: string
  /** The walk he has, or takes over; null: a new one. */
  walkId: string | null
  /** Minutes he sets out after the others. */
  late: number
}

/**
 * Who is there, and which walk each goes on with. Walks without a walker go whole to newcomers, best rank first; whom
 * none suits gets a new one.
 *
 * @param suits  whether a walk without a walker may go to somebody; default: to everybody
 * @throws VisibleError `replan.walker` for a name that is unknown or said twice
 */
export function callRoll(
  walks: WalkNow[],
  wish: ReplanRequest,
  suits: Wishes['suits'] = () => true,
): PresentWalker[] {
  const live = walks.filter(({ isOver }) => !isOver).sort((a, b) => a.walk.rank - b.walk.rank)
  const walkOf = new Map(live.map((one) => [one.walk.walker, one]))
  const late = new Map((wish.late ?? []).map(({ walker, minutes }) => [walker, minutes]))
  const names = presentNames(live, wish)
  checkNames(names, { walkOf, wish })
  const here = new Set(names)
  const orphans = live.filter(({ walk, isFinished }) => !isFinished && !here.has(walk.walker))
  const takeOver = (walker: string) => {
    const index = orphans.findIndex(({ walk }) => suits(walker, walk.walkId))
    return index < 0 ? undefined : orphans.splice(index, 1)[0]
  }
  return names.map((walker) => {
    const own = walkOf.get(walker) ?? takeOver(walker)
    return { walker, walkId: own?.walk.walkId ?? null, late: late.get(walker) ?? 0 }
  })
}

/** Newcomers last: a walk goes to whom the request names first. */
function presentNames(live: WalkNow[], wish: ReplanRequest): string[] {
  const added = (wish.newcomers ?? []).map(({ id }) => id)
  return [...calledNames(live, wish, new Set(added)), ...added]
}

function calledNames(
  live: WalkNow[],
  { present, late = [], gone = [] }: ReplanRequest,
  added: ReadonlySet<string>,
): string[] {
  const isGone = new Set(gone)
  const all = new Set(live.map(({ walk }) => walk.walker))
  if (present === undefined)
    return live.map(({ walk }) => walk.walker).filter((walker) => !isGone.has(walker))
  if (typeof present !== 'number') {
    const isPresent = new Set(present)
    const others = late.map(({ walker }) => walker)
    return [...present, ...others.filter((walker) => !isPresent.has(walker) && !added.has(walker))]
  }
  // Who has set out is there; of the others, those with the best walks are sent.
  const order = [...live].sort((a, b) => Number(a.begunAt === null) - Number(b.begunAt === null))
  const sent = order.map(({ walk }) => walk.walker).filter((walker) => !isGone.has(walker))
  const names = sent.slice(0, present)
  for (let number = 1; names.length < present; number++)
    if (!all.has(String(number)) && !added.has(String(number))) names.push(String(number))
  return names
}

function checkNames(
  names: string[],
  { walkOf, wish }: { walkOf: Map<string, WalkNow>; wish: ReplanRequest },
): void {
  const refuse = (pointer: string, walker: string, expected: string): never => {
    throw fieldError('replan.walker', pointer, `got "${walker}"; expected ${expected}`)
  }
  wish.newcomers?.forEach(({ id }, index) => {
    if (walkOf.has(id)) refuse(`/newcomers/${index}/id`, id, 'nobody who has a walk of this plan')
  })
  const asked = Array.isArray(wish.present) ? wish.present : []
  for (const [list, ids] of [
    ['present', asked],
    ['late', wish.late?.map(({ walker }) => walker) ?? []],
  ] as const)
    ids.forEach((walker, index) => {
      const personal = walkOf.has(walker) ? undefined : personalId(walker)
      const pointer = list === 'late' ? `/late/${index}/walker` : `/${list}/${index}`
      if (personal)
        throw fieldError(
          'replan.walker',
          pointer,
          `got one of ${personal}; expected an id that tells of nobody`,
        )
    })
  const here = new Set<string>()
  const twice = names.find((walker) => here.size === here.add(walker).size)
  if (twice !== undefined) refuse('/present', twice, 'every walker once')
  wish.gone?.forEach((walker, index) => {
    if (!walkOf.has(walker)) refuse(`/gone/${index}`, walker, 'a walker of this plan whose walk is not over')
    if (here.has(walker)) refuse(`/gone/${index}`, walker, 'nobody who is present or late as well')
  })
  wish.late?.forEach(({ walker }, index) => {
    if (!here.has(walker)) refuse(`/late/${index}/walker`, walker, 'a walker of this plan, or one present')
    if (walkOf.get(walker)?.begunAt)
      refuse(
        `/late/${index}/walker`,
        walker,
        'somebody who has not set out yet; shorten a walk that has begun',
      )
  })
}

/**
 * Everything on the walks that go on is planned at once, for walks may swap stops; starts and ends stand in the same
 * table.
 *
 * @throws VisibleError `replan.too_many` where that is more than one table of walking times holds
 */
export function checkSize(
  walks: WalkNow[],
  { present, keep }: { present: PresentWalker[]; keep: ReplanRequest['keep'] },
): void {
  if (keep === 'walks') return
  const going = new Set(present.flatMap(({ walkId }) => walkId ?? []))
  const targets = walks
    .filter(({ walk }) => going.has(walk.walkId))
    .reduce((sum, { walk }) => sum + walk.stops.reduce((all, stop) => all + stop.targets.length, 0), 0)
  const points = targets + 2 * present.length
  if (points <= MAX_POINTS) return
  throw new VisibleError(
    'too_large',
    'replan.too_many',
    `keep "least" plans all ${targets} targets of ${present.length} walkers at once, and at most ${MAX_POINTS} with their starts and ends; use keep "walks", which changes no walk of who is there`,
  )
}
