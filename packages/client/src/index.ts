/** What the package offers. */
import type { Schemas } from './call-types.ts'

export { createDoorwalk } from './doorwalk.ts'
export type { Doorwalk, DoorwalkSettings } from './doorwalk.ts'
export { NoAnswerError, ProblemError } from './problem.ts'
export type { FieldProblem, ProblemCode } from './problem.ts'
export { WebhookError, verifyWebhook } from './webhook.ts'
export type { SignedRequest, VerifiedMessage, WebhookMessage } from './webhook.ts'
export type { WaitOptions } from './wait.ts'
export type { Schemas } from './call-types.ts'
export type { components, operations, paths, webhooks } from './generated/openapi.ts'

/** Body of `POST /v1/plans`. */
export type PlanRequest = Schemas['PlanRequest']
/** Body of `POST /v1/plans/{planId}/replan`. */
export type ReplanRequest = Schemas['ReplanRequest']
/** A plan that is done; one that is large comes with `detail: 'summary'`, its walks without their stops. */
export type Plan = Schemas['PlanAnswer']
/** A plan that is being made. */
export type PlanJob = Schemas['PlanJob']
export type Walk = Schemas['Walk']
/** What happened at a target. */
export type Visit = Schemas['Visit']
export type Batch = Schemas['Batch']
