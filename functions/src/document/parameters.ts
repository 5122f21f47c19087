/** What parameters are whose names say the same in every call, and a value of each to try with. */

interface ParameterText {
  /** Where the route does not say it. */
  description: string
  example: string | number
}

export const PARAMETER_TEXTS: Record<string, ParameterText> = {
  planId: { description: 'id of the plan', example: 'pln_01KKN9J4X0V5C0ZJ7M8Q2R3S4T' },
  walkId: { description: 'id of the walk', example: 'wlk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T_1' },
  importId: { description: 'id of the import', example: 'imp_01KKN9J4X0V5C0ZJ7M8Q2R3S4T' },
  fileId: { description: 'id of the file', example: 'lst_01KKN9J4X0V5C0ZJ7M8Q2R3S4T' },
  holdoutId: { description: 'id of the hold-out', example: 'hld_01KKN9J4X0V5C0ZJ7M8Q2R3S4T' },
  campaign: { description: 'the campaign of the calling key', example: 'demo' },
  name: { description: 'name of the region', example: 'paris-9e-10e' },
  areaId: { description: 'id of the stored area', example: 'area_01KKN9J4X0V5C0ZJ7M8Q2R3S4T' },
  batchId: { description: 'id of the batch', example: 'bat_01KKN9J4X0V5C0ZJ7M8Q2R3S4T' },
  shift: { description: 'number of the shift, from 1', example: 1 },
  invitationId: { description: 'id of the invitation', example: 'inv_01KKN9J4X0V5C0ZJ7M8Q2R3S4T' },
  linkId: { description: 'id of the link', example: 'lnk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T' },
  rankingId: { description: 'id of the ranking', example: 'rk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T' },
  correctionId: { description: 'id of the correction', example: 'cor_0A1B2C3D4E5F60718293A4B5C6' },
  keyId: { description: 'id of the key', example: 'key_01KKN9J4X0V5C0ZJ7M8Q2R3S4T' },
  webhookId: { description: 'id of the webhook', example: 'whk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T' },
  eventId: { description: 'id of the event, its `webhook-id`', example: 'evt_01KKN9J4X0V5C0ZJ7M8Q2R3S4T' },
  sourceId: { description: 'id of the source', example: 'src_01KKN9J4X0V5C0ZJ7M8Q2R3S4T' },
  region: { description: 'name of a prepared region', example: 'paris-9e-10e' },
  area: { description: 'id of a stored area', example: 'area_01KKN9J4X0V5C0ZJ7M8Q2R3S4T' },
  id: { description: 'id of one of your own targets; default: all of the region', example: 'hall-3' },
  plan: { description: 'id of a plan', example: 'pln_01KKN9J4X0V5C0ZJ7M8Q2R3S4T' },
  walker: { description: 'id of a volunteer', example: 'v-17' },
  from: { description: 'the first moment', example: '2026-03-14T00:00:00+01:00' },
  to: { description: 'the moment behind the last', example: '2026-03-15T00:00:00+01:00' },
  limit: { description: 'most entries of the page', example: 50 },
  cursor: { description: '`next` of the page before', example: 'cGxu' },
  since: { description: '`cursor` of the answer before', example: '12.8.6' },
  source: { description: 'id of the source that signs', example: 'src_01KKN9J4X0V5C0ZJ7M8Q2R3S4T' },
  bbox: { description: 'west,south,east,north', example: '2.346,48.878,2.348,48.880' },
  timings: { description: '`true`: what took the time', example: 'true' },
  'idempotency-key': { description: 'a name for this request', example: 'north-2026-03' },
  prefer: { description: 'how to answer', example: 'respond-async' },
  'if-match': { description: 'change only what has this `ETag`', example: '"33a64df551425fcc"' },
  'webhook-id': { description: 'id of the message', example: 'msg_000001' },
  'webhook-timestamp': { description: 'seconds since the epoch', example: '1773493200' },
  'webhook-signature': {
    description: 'signature of the message',
    example: 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  },
}
