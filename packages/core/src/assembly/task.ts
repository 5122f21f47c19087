/** What is known of a plan on the way to the solver, and what the solver is asked. */
import type { Assumptions } from '../building/door-time.ts'
import type { Selection } from '../building/select.ts'
import type { CrewMember } from '../grouping/crew.ts'
import type { Stop } from '../grouping/stop.ts'
import type { Matrix } from '../matrix/matrix.ts'
import type { Router } from '../matrix/router.ts'
import type { Manifest, Precinct } from '../region.ts'
import type { Before, GivenStops } from '../replan/earlier-plan.ts'
import type { PlanRequest } from '../request.ts'
import type { Problem, Solution } from '../solver/problem/problem.ts'
import type { LngLat } from '../units.ts'
import type { LeftOutReason } from '../walk/answer.ts'
import type { Warning } from '../words/warning.ts'
import type { Placement } from './placement.ts'
import type { Points, WalkerPlace } from './points.ts'

/** Everything known before the solver runs. */
export interface Told {
  request: PlanRequest
  manifest: Manifest
  precincts: Precinct[]
  assumptions: Assumptions
  selection: Selection
  placed: Placement
  stops: Stop[]
  crew: CrewMember[]
  meetingPoint: LngLat | null
  startAt: string
  warnings: Warning[]
  /** What an earlier plan leaves to this one. */
  before?: Before
}

/** What the solver is asked, and what its routes are walked on. */
export interface Task extends Told {
  router: Router
  places: WalkerPlace[]
  matrix: Matrix
  points: Points
  given: GivenStops
  problem: Problem
  /** Stop of each stop of the solver's problem. */
  kept: number[]
  refused: Map<number, LeftOutReason>
}

export interface Solved extends Task {
  solution: Solution
}
