/** From targets to stops: who walks, from where, and what there is to choose from, all of it on the street. */
import type { Candidate, Selection } from '../building/select.ts'
import type { Block } from '../grouping/block.ts'
import { blocksOf, proposeMeetingPoint } from '../grouping/block.ts'
import type { CrewMember } from '../grouping/crew.ts'
import { makeCrew, needsMeetingPoint } from '../grouping/crew.ts'
import { meetForCrew } from '../grouping/crew-meeting.ts'
import { meetForKeys } from '../grouping/key-meeting.ts'
import { shortlist } from '../grouping/shortlist.ts'
import type { Stop } from '../grouping/stop.ts'
import type { Router } from '../matrix/router.ts'
import { queryOf } from '../reach/street-query.ts'
import type { LngLat } from '../units.ts'
import type { EarlierPlan, FormedStops } from './earlier-plan.ts'
import type { KeyRule } from './key-choice.ts'
import type { Placement } from './placement.ts'
import { makeStops, placeCrew, placeTargets, roomFor, secondsAlone, secondsTogether } from './placement.ts'
import type { Points, WalkerPlace } from './points.ts'
import { pointsOf } from './points.ts'
import type { Site } from './site.ts'

export interface Groundwork {
  site: Site
  selection: Selection
  /** Which of the candidates are key buildings. */
  rule: KeyRule
  router: Router
  /** Proposed, or the one that the request names; null: nobody needs one. */
  meetingPoint: LngLat | null
  crew: CrewMember[]
  /** Per walker. */
  places: WalkerPlace[]
  placed: Placement
  stops: Stop[]
  formed: FormedStops
  points: Points
}

/** @throws VisibleError start.unreachable, volunteers.too_many_starts */
export async function layGroundwork(input: {
  site: Site
  selection: Selection
  rule: KeyRule
  router: Router
  earlier: EarlierPlan
}): Promise<Groundwork> {
  const { site, selection, rule, router, earlier } = input
  const { request, manifest, assumptions } = site
  const { walkingMetresPerSecond, slackShare } = assumptions
  const { candidates } = selection
  const blocks = blocksOf(candidates)
  const proposed = needsMeetingPoint(request)
    ? await openMeetingPoint(site, { candidates, blocks, router })
    : null
  const crew = earlier.adjustCrew(makeCrew(request, proposed, assumptions), slackShare)
  const places = await placeCrew(crew, router, manifest.name)
  const short =
    earlier.choose(candidates, crew) ??
    shortlist({
      candidates,
      seconds: secondsTogether(candidates, crew, assumptions),
      blocks,
      crew,
      walkingMetresPerSecond,
      limit: roomFor(places),
      fixed: earlier.fixedCandidates(candidates),
    })
  const placed = await placeTargets({ candidates, short, crew, router, assumptions })
  const { targets } = placed
  const formed = earlier.formedStops(targets)
  const stops = await makeStops({ targets, router, walkingMetresPerSecond, formed: formed.rows, crew })
  const points = pointsOf(stops, earlier.startPlaces(places, { stops, targets, formed }))
  const meetingPoint = proposed ?? (Array.isArray(request.start) ? request.start : null)
  return { site, selection, rule, router, meetingPoint, crew, places, placed, stops, formed, points }
}

/** Nobody meets behind a gate as long as there is a door outside. */
async function openMeetingPoint(
  site: Site,
  { candidates, blocks, router }: { candidates: Candidate[]; blocks: Block[]; router: Router },
): Promise<LngLat | null> {
  const proposed = meetingPointOf(site, candidates, blocks)
  if (!proposed) return null
  const [snap] = await router.snap([{ location: proposed }])
  if (!snap?.gated) return proposed
  const snaps = await router.snap(candidates.map(({ target }) => queryOf(target)))
  const outside = candidates.filter((_, index) => snaps[index] && !snaps[index].gated)
  return meetingPointOf(site, outside, blocksOf(outside)) ?? proposed
}

/** For those who name no start; null: there is nothing to walk to. */
function meetingPointOf(
  { request, assumptions }: Site,
  candidates: Candidate[],
  blocks: Block[],
): LngLat | null {
  const plain = proposeMeetingPoint(candidates, blocks)
  const isRanked = request.priority !== undefined && 'of' in request.priority
  const hasKeys = candidates.some(({ key }) => key)
  if (!plain || (!hasKeys && !isRanked)) return plain
  // Those who start at a place of their own, or anywhere, are no concern of it.
  const crew = makeCrew(request, plain, assumptions).filter(({ start }) => start === plain)
  const seconds = secondsAlone(candidates, crew, assumptions)
  const { walkingMetresPerSecond } = assumptions
  if (!hasKeys) return meetForCrew({ candidates, blocks, seconds, crew, walkingMetresPerSecond })
  return meetForKeys({ plain, candidates, seconds, crew, walkingMetresPerSecond })
}
