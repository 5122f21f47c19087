/** Names of schemas in the OpenAPI document: here those of core; every room names its own where it declares them. */
import { z } from '@hono/zod-openapi'
import { Assumptions, Calibration } from '@doorwalk/core/building/door-time'
import { Estimate, EstimateCurve, EstimatePoint } from '@doorwalk/core/estimate/answer'
import { Visit } from '@doorwalk/core/ledger/visit'
import {
  DrawnCollection,
  DrawnFeature,
  DrawnMultiPolygon,
  DrawnPolygon,
} from '@doorwalk/core/request/drawn-area'
import {
  AreaKept,
  AreaRequest,
  CellArea,
  EstimateRequest,
  LateWalker,
  MultiPolygon,
  PlanRequest,
  Polygon,
  Position,
  PrecinctArea,
  PriorityRequest,
  ReplanRequest,
  SkipRequest,
  Start,
  StoredAreaName,
  TargetAddress,
  TargetOverride,
  VolunteerRequest,
} from '@doorwalk/core/request/request'
import {
  KeyNeeds,
  KeySummary,
  LeftOut,
  LeftOutReason,
  Leg,
  LineString,
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

/** A schema without a name is written out wherever it is used. */
export function nameSchemas(schemas: Record<string, z.ZodType>): void {
  for (const [name, schema] of Object.entries(schemas)) {
    z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), id: name })
    named.set(name, schema)
  }
}

/** All that have been named so far: every room has when its routes are there. */
export function namedSchemas(): ReadonlyMap<string, z.ZodType> {
  return named
}

nameSchemas({
  AreaKept,
  AreaRequest,
  Assumptions,
  Calibration,
  CellArea,
  DrawnCollection,
  DrawnFeature,
  DrawnMultiPolygon,
  DrawnPolygon,
  Estimate,
  EstimateCurve,
  EstimatePoint,
  EstimateRequest,
  KeyNeeds,
  KeySummary,
  LateWalker,
  LeftOut,
  LeftOutReason,
  Leg,
  LineString,
  MultiPolygon,
  PlanRegion,
  PlanRequest,
  PlanSummary,
  Polygon,
  Position,
  PrecinctArea,
  PriorityRequest,
  Replan,
  ReplanRequest,
  SkipRequest,
  Start,
  StoredAreaName,
  TargetAddress,
  TargetEntrance,
  TargetOverride,
  TargetPart,
  Visit,
  VolunteerRequest,
  Walk,
  WalkChange,
  WalkDetour,
  WalkLoss,
  WalkStep,
  WalkStop,
  WalkTarget,
})
