/** Names of schemas in the OpenAPI document: here those of core; every room names its own where it declares them. */
import { z } from '@hono/zod-openapi'
import { Assumptions, Calibration, EntrySeconds } from '@doorwalk/core/building/door-time'
import { Estimate, EstimateCurve, EstimatePoint } from '@doorwalk/core/estimate/answer'
import { Visit } from '@doorwalk/core/ledger/visit'
import {
  CollectedFeature,
  CoordinateSystem,
  DrawnCollection,
  DrawnFeature,
  DrawnMultiPolygon,
  DrawnPolygon,
} from '@doorwalk/core/request/drawn-area'
import {
  AllArea,
  AllKept,
  AnyArea,
  AnyKept,
  AreaKept,
  AreaRequest,
  CellArea,
  MultiPolygon,
  Polygon,
  PrecinctArea,
  RestArea,
  RestKept,
  StoredAreaName,
  WalkArea,
  WalkFrom,
} from '@doorwalk/core/request/area-request'
import {
  AddWalkerEdit,
  EditRequest,
  ExcludeEdit,
  IncludeEdit,
  KeyEdit,
  LockEdit,
  MoveEdit,
  MoveTailEdit,
  PinEdit,
  PlanEdit,
  RemoveWalkerEdit,
  SetMinutesEdit,
  SetStartEdit,
  SwapWalkersEdit,
  UnkeyEdit,
  UnlockEdit,
  UnpinEdit,
} from '@doorwalk/core/request/edit-request'
import { Position } from '@doorwalk/core/request/position'
import {
  EstimateRequest,
  LateWalker,
  PlanRequest,
  Newcomer,
  ReplanRequest,
  SkipRequest,
  Start,
  TargetAddress,
  TargetOverride,
  VolunteerRequest,
} from '@doorwalk/core/request/request'
import { FieldPriority, PriorityRequest, RankingPriority, RankingRef } from '@doorwalk/core/request/priority'
import {
  Crossings,
  EditCost,
  EditFigures,
  EditGone,
  EditPin,
  EditStep,
  KeyNeeds,
  KeySummary,
  LeftOut,
  LeftOutReason,
  Leg,
  LineString,
  PlanEdits,
  PlanRegion,
  PlanSummary,
  Replan,
  TargetEntrance,
  TargetPart,
  Walk,
  WalkChange,
  WalkDetour,
  WalkLoss,
  WalkStep,
  WalkStop,
  WalkTarget,
} from '@doorwalk/core/walk/answer'

const named = new Map<string, z.ZodType>()

/** A schema without a name is written out wherever it is used. @param schemas  each alone, or with what it is */
export function nameSchemas(schemas: Record<string, z.ZodType | readonly [z.ZodType, string]>): void {
  for (const [name, each] of Object.entries(schemas)) {
    const [schema, description] = each instanceof z.ZodType ? [each] : each
    const known = z.globalRegistry.get(schema)
    z.globalRegistry.add(schema, { ...known, ...(description !== undefined && { description }), id: name })
    named.set(name, schema)
  }
}

/** All that have been named so far: every room has when its routes are there. */
export function namedSchemas(): ReadonlyMap<string, z.ZodType> {
  return named
}

nameSchemas({
  AllArea: [AllArea, 'what several areas have in common'],
  AllKept: [AllKept, 'what several areas have in common, as it is kept'],
  AnyArea: [AnyArea, 'several areas together'],
  AnyKept: [AnyKept, 'several areas together, as they are kept'],
  AreaKept: [AreaKept, 'a shape as it is kept: drawn, precincts, cells, a walk, or these put together'],
  AreaRequest: [
    AreaRequest,
    'a shape to canvass: drawn, precincts, cells, a walk around a place, one that is stored, or these put together, areas in areas up to 4 levels and 100 in all',
  ],
  Assumptions: [Assumptions, 'what the walking model took for granted'],
  Calibration: [Calibration, 'what shares were learnt from'],
  CellArea: [CellArea, 'H3 cells, together'],
  CollectedFeature: [CollectedFeature, 'GeoJSON, one of a collection'],
  CoordinateSystem: [CoordinateSystem, 'as GeoJSON of 2008 names it: WGS 84, or refused'],
  Crossings: [Crossings, 'busy streets crossed, by class'],
  DrawnCollection: [DrawnCollection, 'GeoJSON, as programs write it'],
  DrawnFeature: [DrawnFeature, 'GeoJSON, as programs write it'],
  DrawnMultiPolygon: [DrawnMultiPolygon, 'GeoJSON, as programs write it'],
  DrawnPolygon: [DrawnPolygon, 'GeoJSON, as programs write it'],
  AddWalkerEdit: [AddWalkerEdit, 'one more walk'],
  EditCost: [EditCost, 'a plan before and after edits'],
  EditFigures: [EditFigures, 'a plan in numbers'],
  EditGone: [EditGone, 'a pin or a lock of before that cannot be kept any more'],
  EditPin: [EditPin, 'a target that stays on its walk'],
  EditRequest: [EditRequest, 'edits of a plan; or so many steps to take back, or to make again'],
  EditStep: [EditStep, 'edits of one request'],
  ExcludeEdit: [ExcludeEdit, 'a target, or a building, on no walk'],
  IncludeEdit: [IncludeEdit, 'a target, or a building, that an edit excluded'],
  KeyEdit: [KeyEdit, 'a target, or a building, that comes first'],
  LockEdit: [LockEdit, 'a walk that stays as it is'],
  MoveEdit: [MoveEdit, 'targets to another walk'],
  MoveTailEdit: [MoveTailEdit, 'the rest of a walk to another walk'],
  PinEdit: [PinEdit, 'a target, or a building, that belongs to a walk'],
  PlanEdit: [PlanEdit, 'one change by hand'],
  PlanEdits: [PlanEdits, 'what was changed by hand, and what it cost'],
  RemoveWalkerEdit: [RemoveWalkerEdit, 'a walk that is given up'],
  SetMinutesEdit: [SetMinutesEdit, 'how long a walk may be'],
  SetStartEdit: [SetStartEdit, 'where a walk begins'],
  SwapWalkersEdit: [SwapWalkersEdit, 'two walks whose walkers change places'],
  UnkeyEdit: [UnkeyEdit, 'a key building that is none any more'],
  UnlockEdit: [UnlockEdit, 'a walk that may change again'],
  UnpinEdit: [UnpinEdit, 'a target, or a building, that may change its walk'],
  EntrySeconds: [EntrySeconds, 'seconds at a street door'],
  Estimate: [Estimate, 'coverage against the number of walkers'],
  EstimateCurve: [EstimateCurve, 'what so many walkers reach with walks of one length'],
  EstimatePoint: [EstimatePoint, 'how far so many walkers get'],
  EstimateRequest: [EstimateRequest, 'what to canvass, and with how many'],
  KeyNeeds: [
    KeyNeeds,
    'what would reach a key building, each alone, beside those that are reached; only what can be proved',
  ],
  KeySummary: [KeySummary, 'key buildings, counted in targets'],
  LateWalker: [LateWalker, 'who sets out later, and is back when planned'],
  LeftOut: [LeftOut, 'a target on no walk'],
  LeftOutReason: [LeftOutReason, 'why a target is on no walk'],
  Leg: [Leg, 'the way between two stops'],
  LineString: [LineString, 'GeoJSON'],
  MultiPolygon: [MultiPolygon, 'GeoJSON'],
  PlanRegion: [PlanRegion, 'the region it was made of'],
  PlanRequest: [PlanRequest, 'what to canvass, who walks, and from where'],
  PlanSummary: [PlanSummary, 'the plan in numbers'],
  Polygon: [Polygon, 'GeoJSON'],
  Position,
  PrecinctArea: [PrecinctArea, 'precincts of the region, together'],
  FieldPriority: [FieldPriority, 'a numeric property of the precincts as weight of their doors'],
  PriorityRequest: [PriorityRequest, 'what makes a door count more or less'],
  RankingPriority: [RankingPriority, 'a stored ranking as weight of the doors of its areas'],
  RankingRef: [RankingRef, 'a ranking'],
  RestArea: [RestArea, 'an area less another'],
  RestKept: [RestKept, 'an area less another, as it is kept'],
  Replan: [Replan, 'how the plan differs from the one it replaces'],
  Newcomer: [Newcomer, 'somebody who comes to a roll-call and has no walk of the plan'],
  ReplanRequest: [ReplanRequest, 'roll-call: who is there, and what may change'],
  SkipRequest: [SkipRequest, 'what not to visit'],
  Start: [Start, 'a meeting point, or `anywhere`: where the walk itself begins best'],
  StoredAreaName,
  TargetAddress: [TargetAddress, 'as walks tell it'],
  TargetEntrance: [TargetEntrance, 'a way in'],
  TargetOverride: [TargetOverride, 'what you know better of a target, or one of your own'],
  TargetPart: [
    TargetPart,
    'a long entrance is cut by floors, walked top down; where parts share a floor, each has some of its doors',
  ],
  Visit: [Visit, 'what happened at a target: counts of doors, never a name'],
  VolunteerRequest: [VolunteerRequest, 'one walker; what is left out comes from the request'],
  Walk: [Walk, 'the itinerary of one walker'],
  WalkArea: [WalkArea, 'what lies within a walk of a place'],
  WalkFrom: [WalkFrom, 'a walk on the streets, as long as plans tell it'],
  WalkChange: [WalkChange, 'what became of a walk; counts and lists are of targets'],
  WalkDetour: [WalkDetour, 'out of the way: more walking than the doors are worth on this walk'],
  WalkLoss: [WalkLoss, 'a target that left the walk'],
  WalkStep: [WalkStep, 'one instruction'],
  WalkStop: [WalkStop, 'where the walker stops: one target, or a row of neighbours'],
  WalkTarget: [WalkTarget, 'what is knocked on in one go: an entrance, or a part of it'],
})
