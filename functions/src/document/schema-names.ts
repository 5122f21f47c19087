/** Names of schemas in the OpenAPI document: here those of core; every room names its own where it declares them. */
import { z } from '@hono/zod-openapi'
import { Assumptions } from '@doorwalk/core/building/door-time'
import {
  AreaRequest,
  PlanRequest,
  Position,
  ReplanRequest,
  TargetOverride,
  VolunteerRequest,
} from '@doorwalk/core/request/request'
import {
  LeftOut,
  Leg,
  PlanSummary,
  Replan,
  Walk,
  WalkChange,
  WalkStep,
  WalkStop,
  WalkTarget,
} from '@doorwalk/core/walk/answer'

/** A schema without a name is written out wherever it is used. */
export function nameSchemas(schemas: Record<string, z.ZodType>): void {
  for (const [name, schema] of Object.entries(schemas)) {
    z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), _internal: { refId: name } })
  }
}

nameSchemas({
  AreaRequest,
  Assumptions,
  LeftOut,
  Leg,
  PlanRequest,
  PlanSummary,
  Position,
  Replan,
  ReplanRequest,
  TargetOverride,
  VolunteerRequest,
  Walk,
  WalkChange,
  WalkStep,
  WalkStop,
  WalkTarget,
})
