/** Two plans side by side: their figures, and what became of each walk and of each target. Plans nothing. */
import type { LeftOutReason, Plan, Walk } from '../walk/answer.ts'
import { rounded } from '../walk/rounding.ts'
import type {
  ChangeCounts,
  ComparedPlace,
  ComparedPlan,
  ComparedWalk,
  Comparison,
  FigureDifferences,
  PlanFigures,
  TargetChange,
  WalkDifference,
} from './answer.ts'
import { MOST_WALKS } from './answer.ts'
import { keptInOrder } from './order.ts'
import { pairWalks, targetIds, type WalkPair } from './pairs.ts'

/** Whole: every change. Cost: targets of both, and the square of the targets of the longest walk. */
export function comparePlans(first: Plan, second: Plan): Comparison {
  const pairs = pairWalks(first.walks, second.walks)
  const kept = pairs.map(([a, b]) => keptInOrder(a ? targetIds(a) : [], b ? targetIds(b) : []))
  const changes = changesBetween({ first, second, pairs, kept })
  const [a, b] = [comparedPlan(first), comparedPlan(second)]
  const walks = pairs
    .map((pair, index) => ({
      walk: differenceOf(pair, kept[index]!),
      changes: changesOn(pair, kept[index]!),
    }))
    .filter(({ walk, changes }) => changes > 0 || walk.first?.walker !== walk.second?.walker)
  const counts: ChangeCounts = {
    same: kept.reduce((sum, { size }) => sum + size, 0),
    moved: 0,
    reordered: 0,
    came: 0,
    left: 0,
    walks: walks.length,
  }
  for (const { change } of changes) counts[change]++
  return {
    first: a,
    second: b,
    regions: a.region !== b.region ? 'other_region' : a.version === b.version ? 'same' : 'other_version',
    difference: differenceIn(a.figures, b.figures),
    changed: counts,
    walks: walks
      .sort((one, other) => other.changes - one.changes)
      .slice(0, MOST_WALKS)
      .map(({ walk }) => walk),
    changes,
  }
}

function comparedPlan({ id, region, walks, summary }: Plan): ComparedPlan {
  const targets = walks.flatMap(({ stops }) => stops.flatMap((stop) => stop.targets))
  return {
    planId: id,
    region: region.name,
    version: region.version,
    figures: {
      walks: summary.walks,
      targets: summary.targets,
      doors: summary.doors,
      prize: rounded(summary.prize),
      minutes: inMinutes(summary.seconds),
      metres: summary.metres,
      keys: targets.filter(({ key }) => key === true).length,
      leftOut: summary.leftOut,
    },
  }
}

function differenceIn(a: PlanFigures, b: PlanFigures): FigureDifferences {
  const reasons = [...new Set([...Object.keys(a.leftOut), ...Object.keys(b.leftOut)])].sort()
  return {
    walks: b.walks - a.walks,
    targets: b.targets - a.targets,
    doors: b.doors - a.doors,
    prize: rounded(b.prize - a.prize),
    minutes: oneDecimal(b.minutes - a.minutes),
    metres: b.metres - a.metres,
    keys: b.keys - a.keys,
    leftOut: Object.fromEntries(
      reasons
        .map((reason) => [reason, (b.leftOut[reason] ?? 0) - (a.leftOut[reason] ?? 0)] as const)
        .filter(([, difference]) => difference !== 0),
    ),
  }
}

/** Targets of the pair that are not in their place on the other walk. */
function changesOn([a, b]: WalkPair, kept: ReadonlySet<string>): number {
  return new Set([...(a ? targetIds(a) : []), ...(b ? targetIds(b) : [])].filter((id) => !kept.has(id))).size
}

function differenceOf([a, b]: WalkPair, kept: ReadonlySet<string>): WalkDifference {
  const own = new Set(a ? targetIds(a) : [])
  const stayed = (b ? targetIds(b) : []).filter((id) => own.has(id)).length
  const more = (of: 'doors' | 'prize' | 'seconds' | 'metres') => (b?.[of] ?? 0) - (a?.[of] ?? 0)
  return {
    first: a && comparedWalk(a),
    second: b && comparedWalk(b),
    stayed,
    reordered: stayed - kept.size,
    doors: more('doors'),
    prize: rounded(more('prize')),
    minutes: inMinutes(more('seconds')),
    metres: more('metres'),
  }
}

function comparedWalk(walk: Walk): ComparedWalk {
  const { walkId, number, walker } = walk
  return { walkId, number, walker, targets: targetIds(walk).length }
}

/** A target on a walk: where, and how it is called there. */
interface Placed {
  place: ComparedPlace
  address: string
}

function changesBetween(input: {
  first: Plan
  second: Plan
  pairs: WalkPair[]
  kept: ReadonlySet<string>[]
}): TargetChange[] {
  const { first, second, pairs, kept } = input
  const [before, after] = [placesIn(first), placesIn(second)]
  const [reasonsBefore, reasonsAfter] = [reasonsIn(first), reasonsIn(second)]
  const stays = new Set(kept.flatMap((names) => [...names]))
  const pairOf = new Map(pairs.flatMap(([a, b]) => (a && b ? [[a.walkId, b.walkId] as const] : [])))
  const gone = [...before].flatMap(([target, from]): TargetChange[] => {
    if (stays.has(target)) return []
    const to = after.get(target)
    const { address } = from
    if (!to) {
      const reason = reasonsAfter.get(target) ?? null
      return [{ target, address, change: 'left', from: from.place, to: null, reason }]
    }
    const isSameWalk = pairOf.get(from.place.walkId) === to.place.walkId
    const change = isSameWalk ? 'reordered' : 'moved'
    return [{ target, address, change, from: from.place, to: to.place, reason: null }]
  })
  const came = [...after].flatMap(([target, to]): TargetChange[] => {
    if (before.has(target)) return []
    const reason = reasonsBefore.get(target) ?? null
    return [{ target, address: to.address, change: 'came', from: null, to: to.place, reason }]
  })
  return [...gone, ...came]
}

/** By target, walk after walk. */
function placesIn({ walks }: Plan): Map<string, Placed> {
  return new Map(
    walks.flatMap(({ walkId, number, walker, stops }) =>
      stops
        .flatMap(({ targets }) => targets)
        .map(({ id, address }, index) => [
          id,
          { place: { walkId, number, walker, place: index + 1 }, address },
        ]),
    ),
  )
}

/** Of what a plan knows and has on no walk; what is in reserve was not selected. */
function reasonsIn({ walks, leftOut }: Plan): Map<string, LeftOutReason> {
  return new Map([
    ...walks.flatMap(({ reserves }) =>
      reserves.map(({ id }): [string, LeftOutReason] => [id, 'not_selected']),
    ),
    ...leftOut.map(({ target, reason }): [string, LeftOutReason] => [target, reason]),
  ])
}

function inMinutes(seconds: number): number {
  return oneDecimal(seconds / 60)
}

/** Never −0, which would not be the 0 that JSON gives back. */
function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10 + 0
}
