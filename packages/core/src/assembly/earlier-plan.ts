/**
 * What came before a plan, as each step of planning asks for it. A first plan has nothing before it; whoever plans
 * again hands in what replan/earlier-plan.ts makes of the plan that is replaced. No step asks which of the two it
 * has.
 */
import type { Candidate, LedgerView, Selection } from '../building/select.ts'
import type { CrewMember } from '../grouping/crew.ts'
import type { PlacedTarget, Stop } from '../grouping/stop.ts'
import type { Problem, Solution, SolveOptions } from '../solver/problem/problem.ts'
import { solve } from '../solver/solve.ts'
import type { Walk, WalkTarget } from '../walk/answer.ts'
import type { WalkerPlace } from './points.ts'

export interface EarlierPlan {
  /** Walks that stay byte for byte; nobody else gets their targets. */
  keptWalks: Walk[]
  /** Targets that were done on walks that do not go on; default: none. */
  doneElsewhere?: Pick<WalkTarget, 'id' | 'building' | 'key'>[]
  /** Highest number on any paper; new walks count on from here. */
  lastNumber: number
  /** New walks rank on from here; null: all walks are ranked anew. */
  lastRank: number | null
  /** The ledger as this plan is to see it. */
  adjustLedger(ledger: LedgerView | undefined): LedgerView | undefined
  /** Without what is on the walks that stay as they are. */
  dropKept(selection: Selection): Selection
  /** Walkers with the time and the doors that are left to them. */
  adjustCrew(crew: CrewMember[], slackShare: number): CrewMember[]
  /** Indices of the candidates that stay in, however large the area. */
  fixedCandidates(candidates: Candidate[]): ReadonlySet<number>
  /** Indices of the candidates to plan with, ascending; null: as many as one matrix holds. */
  choose(candidates: Candidate[], crew: CrewMember[]): number[] | null
  formedStops(targets: PlacedTarget[]): FormedStops
  /** Where each sets out from. */
  startPlaces(places: WalkerPlace[], stops: PlacedStops): WalkerPlace[]
  /** The problem with each walker bound to what he may take. */
  bindWalkers(problem: Problem, formed: FormedStops): Problem
  /** @param ahead  per walker, the stops of the problem that were on his walk */
  solve(problem: Problem, options: SolveOptions, ahead: number[][]): Solution
  /** How the walk of this walker goes on. */
  walkOf(walker: number): WalkOrigin
}

/** Stops that an earlier plan has formed; they are the first stops of this one. */
export interface FormedStops {
  /** Indices of the targets of each, in walking order. */
  rows: number[][]
  /** Indices of the stops that are done, and of those ahead, by walker; empty when nobody goes on. */
  done: number[][]
  ahead: number[][]
}

/** Stops on the street, and which of them were formed before. */
interface PlacedStops {
  stops: Stop[]
  targets: PlacedTarget[]
  formed: FormedStops
}

/** What a walk brings along. */
export interface WalkOrigin {
  label: WalkLabel
  /** When what lies ahead begins, RFC 3339; undefined: with the plan. */
  startAt: string | undefined
  /** When its walker set out; undefined: not yet, or nobody knows. */
  begunAt: string | undefined
  /** Whether the walk told this target to be a key building; undefined: nothing was promised. */
  wasKey: (target: string) => boolean | undefined
}

export type WalkLabel = Pick<Walk, 'walkId' | 'number' | 'rank'>

/** Until the plan is joined. */
export const UNNAMED: WalkLabel = { walkId: '', number: 1, rank: 1 }

const NEW_WALK: WalkOrigin = {
  label: UNNAMED,
  startAt: undefined,
  begunAt: undefined,
  wasKey: () => undefined,
}

/** Nothing came before. */
export const FIRST_PLAN: EarlierPlan = {
  keptWalks: [],
  lastNumber: 0,
  lastRank: null,
  adjustLedger: (ledger) => ledger,
  dropKept: (selection) => selection,
  adjustCrew: (crew) => crew,
  fixedCandidates: () => new Set(),
  choose: () => null,
  formedStops: () => ({ rows: [], done: [], ahead: [] }),
  startPlaces: (places) => places,
  bindWalkers: (problem) => problem,
  solve: (problem, options) => solve(problem, options),
  walkOf: () => NEW_WALK,
}
