/** A campaign on one morning: every call of the API once, in an order in which each has something to do. */
import { findImport } from '@doorwalk/functions/imports/imports'
import { findFile } from '@doorwalk/functions/listing/file'
import { signatureHeaders } from '@doorwalk/functions/webhooks/sign'
import { type TestApi, openTestApi } from '../servers/api.ts'
import { until } from '../until.ts'

interface Step {
  operationId: string
  method: string
  /** With ids. */
  path: string
  body?: unknown
  headers?: Record<string, string>
  /** Of somebody else than the organiser. */
  key?: string
  /** That the document shows an example of. */
  status: number
}

export interface Told {
  step: Step
  /** JSON, or undefined: the answer had none. */
  answer: unknown
  headers: Headers
}

const REGION = 'paris-9e-10e'
const START = [2.3475, 48.8791]
const AREA = { precincts: ['0925'] }

/** Plays the scenario and tells what was asked and answered. */
export async function playScenario(regionRoots: string[]): Promise<Told[]> {
  const api = await openTestApi({ regionRoots })
  const told: Told[] = []
  const key = await api.key('demo', 'organiser')
  const ask = async (step: Step): Promise<Record<string, unknown>> => {
    const { method, path, body, headers = {}, status } = step
    const answer = await api.call(path, {
      key: step.key ?? key,
      method,
      headers,
      ...(body !== undefined && { body }),
    })
    const isJson = /json/.test(answer.headers.get('Content-Type') ?? '')
    const text = isJson ? await answer.text() : ''
    if (answer.status !== status)
      throw new Error(`${step.operationId}: ${answer.status} ${text.slice(0, 500)}`)
    const json = text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>)
    told.push({ step, answer: json, headers: answer.headers })
    return json ?? {}
  }
  const get = (operationId: string, path: string, status = 200) =>
    ask({ operationId, method: 'GET', path, status })
  const post = (
    operationId: string,
    path: string,
    { body, status = 200 }: { body?: unknown; status?: number },
  ) => ask({ operationId, method: 'POST', path, ...(body !== undefined && { body }), status })
  const remove = (operationId: string, path: string) =>
    ask({ operationId, method: 'DELETE', path, status: 204 })
  try {
    await play({ api, ask, get, post, remove })
    return told
  } finally {
    await api.close()
  }
}

type Json = Record<string, unknown>
interface Calls {
  api: TestApi
  ask: (step: Step) => Promise<Json>
  get: (operationId: string, path: string, status?: number) => Promise<Json>
  post: (operationId: string, path: string, sent: { body?: unknown; status?: number }) => Promise<Json>
  remove: (operationId: string, path: string) => Promise<Json>
}

async function play(calls: Calls): Promise<void> {
  await playSettings(calls)
  const plan = await playPlans(calls)
  await playWalks(calls, plan)
  await playWalkNow(calls)
  await playBatches(calls)
  // Drawn at random: what is planned after it would be another plan each time.
  await playHoldouts(calls)
  await playWebhooks(calls)
  await playInbound(calls)
  await calls.get('listVisits', `/v1/visits?region=${REGION}&limit=1`)
  await calls.get('listAccesses', '/v1/campaigns/demo/accesses?limit=1')
  await calls.get('getHealth', '/healthz')
  await calls.remove('deletePlan', `/v1/plans/${String(plan['id'])}`)
  await calls.remove('deleteBuildings', `/v1/buildings?region=${REGION}`)
  await calls.remove('deleteCampaign', '/v1/campaigns/demo')
}

async function playSettings(calls: Calls): Promise<void> {
  const { ask, get, post, remove } = calls
  await get('listRegions', '/v1/regions')
  await get('listPrecincts', `/v1/regions/${REGION}/precincts`)
  await get('getRegionMap', `/v1/regions/${REGION}/map.geojson?bbox=2.346,48.878,2.348,48.880`)
  const body = { scopes: ['reporter'], label: 'phones', expiresAt: '2027-03-16T00:00:00+01:00' }
  const key = await post('createKey', '/v1/keys', { body, status: 201 })
  await get('listKeys', '/v1/keys')
  await remove('deleteKey', `/v1/keys/${String(key['keyId'])}`)
  await ask({
    ...{ operationId: 'putCampaign', method: 'PUT', path: '/v1/campaigns/demo', status: 200 },
    body: {
      timeZone: 'Europe/Paris',
      ballots: ['2026-03-15', '2026-03-22'],
      silenceHours: 0,
      goal: { doors: 5_000, by: '2026-03-20' },
      revisit: { delayHours: 24, maxAttempts: 2 },
    },
  })
  await get('getCampaign', '/v1/campaigns/demo')
  const area = { label: 'North', region: REGION, area: { precincts: ['0925', '1005'] } }
  const stored = await post('createArea', '/v1/areas', { body: area, status: 201 })
  await get('listAreas', '/v1/areas')
  await get('getArea', `/v1/areas/${String(stored['id'])}`)
  await remove('deleteArea', `/v1/areas/${String(stored['id'])}`)
  await playRankings({ get, post, remove })
  const address = { number: '12 bis', street: 'rue Condorcet' }
  const targets = [{ id: 'hall-3', location: START, doors: 24, key: true, address }]
  await post('importBuildings', `/v1/buildings?region=${REGION}`, { body: { targets } })
  await get('listBuildings', `/v1/buildings?region=${REGION}`)
  await playImports(calls)
  await get('listTargets', `/v1/targets?region=${REGION}&precincts=0925&priority=taux_abstention&limit=1`)
  await playTargetFile(calls)
}

/** A list in one piece, from the wish to the bytes. */
async function playTargetFile({ api, get, post, remove }: Calls): Promise<void> {
  const body = { region: REGION, precincts: ['0925'], priority: 'taux_abstention', form: 'csv' }
  const { id } = await post('createTargetFile', '/v1/targets/files', { body, status: 202 })
  const ref = { campaign: 'demo', fileId: String(id) }
  await until(async () => (await findFile(api.world, ref))?.status === 'done')
  const { url } = await get('getTargetFile', `/v1/targets/files/${ref.fileId}`)
  await get('downloadTargets', String(url).slice(String(url).indexOf('/downloads')))
  await remove('deleteTargetFile', `/v1/targets/files/${ref.fileId}`)
}

/** A list that changes nothing of what comes after it. */
async function playImports({ api, ask, get, post, remove }: Calls): Promise<void> {
  const text = 'adresse;logements\n22 rue Petrelle;24\n999 rue Pétrelle;6\n'
  const wish = { region: REGION, kind: 'targets', name: 'liste.csv' }
  const opened = await post('createImport', '/v1/imports', { body: wish, status: 201 })
  const { url } = opened['upload'] as { url: string }
  const path = url.slice(url.indexOf('/uploads'))
  const headers = { 'Content-Type': 'application/octet-stream' }
  await ask({ operationId: 'uploadList', method: 'PUT', path, body: text, headers, status: 204 })
  const at = `/v1/imports/${String(opened['id'])}`
  await post('startImport', `${at}/start`, { status: 202 })
  const ref = { campaign: 'demo', importId: String(opened['id']) }
  await until(async () => (await findImport(api.world, ref))?.status === 'done')
  await get('getImport', at)
  await get('getImportReport', `${at}/report`)
  await get('getImportReportTable', `${at}/report.csv`)
  await get('listImports', '/v1/imports?limit=1')
  await post('takeBackImport', `${at}/take-back`, { status: 202 })
  await until(async () => (await findImport(api.world, ref))?.status === 'taken_back')
  await remove('deleteImport', at)
}

async function playRankings({ get, post, remove }: Pick<Calls, 'get' | 'post' | 'remove'>): Promise<void> {
  const body = { name: 'Turnout', region: REGION, formula: { preset: 'mobilise', own: 'pct_gregoire' } }
  const { id } = await post('createRanking', '/v1/rankings', { body, status: 201 })
  await get('listRankings', '/v1/rankings?limit=1')
  await get('getRanking', `/v1/rankings/${String(id)}`)
  const evening = { volunteers: 4, minutes: 60, startAt: '2026-03-14T14:00:00+01:00' }
  await post('proposeAreas', `/v1/rankings/${String(id)}/proposal`, { body: evening })
  await remove('deleteRanking', `/v1/rankings/${String(id)}`)
}

async function playPlans({ get, post }: Calls): Promise<Json> {
  const about = { region: REGION, area: AREA }
  const curve = { ...about, minutes: [60, 90], volunteers: 5, upTo: 30 }
  await post('estimate', '/v1/plans/estimate', { body: curve })
  const volunteers = [
    { id: 'a', minutes: 60, people: 2 },
    { id: 'b', doors: 40, language: 'en' },
  ]
  const request = { ...about, volunteers, minutes: 60, start: START, priority: { field: 'taux_abstention' } }
  const plan = await post('createPlan', '/v1/plans', { body: { ...request, iterations: 2_000 }, status: 201 })
  const id = String(plan['id'])
  await get('getPlan', `/v1/plans/${id}`)
  await get('listPlans', '/v1/plans?limit=1')
  await get('listLeftOut', `/v1/plans/${id}/left-out?limit=1`)
  await get('getPlanRequest', `/v1/plans/${id}/request`)
  await post('commitPlan', `/v1/plans/${id}/commit`, {})
  const [walk] = plan['walks'] as { walkId: string; stops: { targets: { id: string }[] }[] }[]
  const target = walk!.stops.at(-1)!.targets[0]!.id
  const edits = [
    { type: 'exclude', target },
    { type: 'set_minutes', walk: walk!.walkId, minutes: 75 },
  ]
  const edited = await post('editPlan', `/v1/plans/${id}/edits`, { body: { edits }, status: 201 })
  const plans = [id, String(edited['id'])]
  await post('comparePlans', '/v1/plans/compare?limit=2', { body: { plans } })
  await post('priceWishes', `/v1/plans/${plans[1]}/wishes`, { body: {} })
  const wish = { for: 'latecomer', minutes: 45, most: 2 }
  await post('suggest', `/v1/plans/${plans[1]}/suggest`, { body: wish })
  return post('replan', `/v1/plans/${plans[1]}/replan`, {
    body: { present: ['b', 'c'], keep: 'walks' },
    status: 201,
  })
}

async function playWalks({ api, ask, get, post, remove }: Calls, plan: Json): Promise<void> {
  const [walk, other] = plan['walks'] as {
    walkId: string
    stops: { targets: { id: string; doors: number }[] }[]
  }[]
  const at = `/v1/walks/${walk!.walkId}`
  await get('getWalk', at)
  await get('getWalkState', `${at}/state`)
  await get('listWalks', '/v1/walks?state=leased,started&limit=1')
  const link = await post('createLink', `${at}/links`, { body: { replaces: true }, status: 201 })
  const token = String(link['token'])
  await ask({ operationId: 'getLink', method: 'GET', path: '/v1/link', key: token, status: 200 })
  await get('listLinks', `${at}/links`)
  await remove('deleteLink', `${at}/links/${String(link['linkId'])}`)
  await post('startWalk', `${at}/start`, {})
  await get('getWalkPack', `${at}/pack`)
  const target = walk!.stops.flatMap(({ targets }) => targets).find(({ doors }) => doors >= 3)!
  const visit = { target: target.id, walk: walk!.walkId, at: '2026-03-14T14:02:00+01:00' }
  const visits = [{ id: 'phone7-000001', ...visit, knocked: 3, opened: 1 }]
  await post('reportVisits', '/v1/visits', { body: { visits } })
  const said = { target: target.id, kind: 'doors', doors: 7 }
  const correction = await post('createCorrection', `${at}/corrections`, { body: said, status: 201 })
  await get('listCorrections', '/v1/corrections?state=open&limit=1')
  await post('refuseCorrection', `/v1/corrections/${String(correction['id'])}/refuse`, {})
  await post('acceptCorrection', `/v1/corrections/${String(correction['id'])}/accept`, {})
  await post('reportPaper', `${at}/paper`, { body: { stops: [{ stop: '1', knocked: 3, opened: 1 }] } })
  await get('getCoverage', `/v1/coverage?region=${REGION}`)
  await get('getAssumptions', `/v1/assumptions?region=${REGION}`)
  await post('extendWalk', `${at}/extend`, { body: { minutes: 90 } })
  await post('handoverWalk', `${at}/handover`, { body: { walker: 'd' } })
  await post('shortenWalk', `${at}/shorten`, { body: { minutes: 25, at: START } })
  await post('finishWalk', `${at}/finish`, {})
  if (other) await post('releaseWalk', `/v1/walks/${other.walkId}/release`, {})
  api.clock.time += 60_000
}

async function playWalkNow({ get, post }: Calls): Promise<void> {
  const body = { region: REGION, start: START, minutes: 30, language: 'en' }
  await post('walkNow', '/v1/walks', { body, status: 201 })
  const offer = { region: REGION, start: START, label: 'Town hall', most: 40, minutes: 30 }
  const until = '2026-03-14T20:00:00+01:00'
  const made = await post('createInvitation', '/v1/invitations', { body: { ...offer, until }, status: 201 })
  const at = `/v1/invitations/${String(made['id'])}`
  await post('takeInvitedWalk', `${at}/walks`, { body: { minutes: 20, avoidStairs: true }, status: 201 })
  await get('getInvitation', at)
  await get('listInvitations', '/v1/invitations')
  await post('closeInvitation', `${at}/close`, {})
}

async function playHoldouts({ get, post, remove }: Calls): Promise<void> {
  const body = { region: REGION, unit: 'block', share: 0.2, strata: { field: 'taux_abstention', count: 2 } }
  const holdout = await post('createHoldout', '/v1/holdouts', { body, status: 201 })
  await get('listHoldouts', '/v1/holdouts')
  const mistaken = await post('createHoldout', '/v1/holdouts', { body, status: 201 })
  await remove('deleteHoldout', `/v1/holdouts/${String(mistaken['id'])}`)
  await post('unsealHoldout', `/v1/holdouts/${String(holdout['id'])}/unseal`, {})
  await get('getAssignment', `/v1/holdouts/${String(holdout['id'])}/assignment`)
  const pairs = { region: REGION, unit: 'precinct', share: 0.5, pairs: { field: 'taux_abstention' } }
  const paired = await post('createHoldout', '/v1/holdouts', { body: pairs, status: 201 })
  const at = `/v1/holdouts/${String(paired['id'])}`
  await post('unsealHoldout', `${at}/unseal`, {})
  const { units } = (await get('getAssignment', `${at}/assignment`)) as { units: { unit: string }[] }
  const results = units.map(({ unit }, index) => ({
    precinct: unit,
    votes: 300 + 7 * index,
    registered: 1_000,
  }))
  const counted = { results, lastField: 'pct_gregoire' }
  await post('evaluateHoldout', `${at}/evaluation`, { body: counted })
}

async function playBatches({ api, ask, get, post, remove }: Calls): Promise<void> {
  const body = {
    region: REGION,
    label: 'Second round',
    areas: [{ label: 'Poissonnière', area: AREA, start: START }],
    shifts: [
      { label: 'Friday', startAt: '2026-03-20T18:00:00+01:00', minutes: 60 },
      { label: 'Saturday', startAt: '2026-03-21T10:00:00+01:00', minutes: 60 },
    ],
    volunteers: [
      { id: 'a', shifts: [1] },
      { id: 'b', people: 2 },
    ],
    iterations: 200,
  }
  const { id } = await post('createBatch', '/v1/batches', { body, status: 202 })
  const at = `/v1/batches/${String(id)}`
  const key = await api.key('demo', 'read')
  const isDone = async () => {
    const { status } = (await (await api.call(at, { key })).json()) as Json
    return status === 'done'
  }
  await until(isDone)
  await get('getBatch', at)
  await get('listBatches', '/v1/batches')
  await ask({ operationId: 'getBatchPack', method: 'GET', path: `${at}/pack?shift=1`, status: 200 })
  await post('replanShift', `${at}/shifts/2/replan`, { status: 202 })
  await until(isDone)
  await remove('deleteBatch', at)
}

async function playWebhooks({ get, post, remove }: Calls): Promise<void> {
  const body = {
    url: 'https://crm.example.com/doorwalk',
    label: 'CRM',
    events: ['plan.completed', 'plan.failed'],
  }
  const { id } = await post('createWebhook', '/v1/webhooks', { body, status: 201 })
  const at = `/v1/webhooks/${String(id)}`
  await get('listWebhooks', '/v1/webhooks')
  await get('getWebhook', at)
  await post('rotateWebhookSecret', `${at}/rotate`, {})
  await post('enableWebhook', `${at}/enable`, {})
  const { eventId } = await post('testWebhook', `${at}/test`, { status: 202 })
  await get('listDeliveries', `${at}/deliveries`)
  await post('replayDelivery', `${at}/deliveries/${String(eventId)}/replay`, { status: 202 })
  await remove('deleteWebhook', at)
}

async function playInbound({ api, ask, get, post, remove }: Calls): Promise<void> {
  const source = await post('createSource', '/v1/inbound/sources', {
    body: { label: 'phone bank' },
    status: 201,
  })
  await get('listSources', '/v1/inbound/sources')
  const body = {
    region: REGION,
    visits: [{ id: 'crm-000001', target: 'hall-3', at: '2026-03-14T14:00:00+01:00', knocked: 9, opened: 3 }],
  }
  const text = JSON.stringify(body)
  const signed = { id: 'msg_000001', at: api.clock.time, body: text, secrets: [String(source['secret'])] }
  await ask({
    ...{ operationId: 'reportInboundVisits', method: 'POST', status: 200, body },
    path: `/v1/inbound/visits?source=${String(source['id'])}`,
    headers: signatureHeaders(signed),
  })
  const at = `/v1/inbound/sources/${String(source['id'])}`
  await post('rotateSourceSecret', `${at}/rotate`, { body: {} })
  await remove('deleteSource', at)
}
