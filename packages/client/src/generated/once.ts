/** Written by `npm run client` from the OpenAPI document; not by hand. */

/** Paths whose `POST` is carried out once for one `Idempotency-Key`. */
export const ONCE: ReadonlySet<string> = new Set([
  '/v1/plans',
  '/v1/walks',
  '/v1/walks/{walkId}/shorten',
  '/v1/walks/{walkId}/start',
  '/v1/walks/{walkId}/finish',
  '/v1/walks/{walkId}/release',
  '/v1/walks/{walkId}/extend',
  '/v1/walks/{walkId}/handover',
  '/v1/plans/{planId}/commit',
  '/v1/plans/{planId}/replan',
  '/v1/plans/estimate',
  '/v1/visits',
  '/v1/walks/{walkId}/paper',
  '/v1/holdouts',
  '/v1/holdouts/{holdoutId}/unseal',
  '/v1/holdouts/{holdoutId}/evaluation',
  '/v1/rankings',
  '/v1/areas',
  '/v1/batches',
  '/v1/batches/{batchId}/shifts/{shift}/replan',
  '/v1/buildings',
  '/v1/imports',
  '/v1/imports/{importId}/start',
])
