/**
 * Calls that need streets, and so the planner's code: those that say `by: 'planner'` where they are guarded; a test
 * compares.
 */
export const PLANNING_ROUTES = [
  'POST /v1/plans',
  'POST /v1/plans/estimate',
  'POST /v1/rankings/{rankingId}/proposal',
  'POST /v1/plans/{planId}/replan',
  'POST /v1/plans/{planId}/edits',
  'POST /v1/plans/{planId}/suggest',
  'POST /v1/plans/{planId}/wishes',
  'POST /v1/walks',
  'POST /v1/walks/{walkId}/shorten',
  'POST /v1/invitations/{invitationId}/walks',
  'GET /v1/regions/{name}/map.geojson',
] as const
