/** What servers are killed in the middle of. */
import { expect } from 'vitest'
import type { Walk } from '@doorwalk/core/walk/answer'
import { itemsOf } from '@doorwalk/functions/store/items'
import { BATCH, GOING_ITEMS, IN_BATCH } from '@doorwalk/functions/store/keys'
import { until } from '../until.ts'
import { CENTRE, REGION } from './campaign.ts'
import { type Answer, type LivingServer, type Story, story } from './crash-scene.ts'

const HOUR = 3_600_000
const CREW = { region: REGION, volunteers: 2, minutes: 30, iterations: 50 }

interface Plan {
  id: string
  walks: Walk[]
}

async function made(server: LivingServer, over: object = {}): Promise<Plan> {
  const { status, json } = await server.call('given', '/v1/plans', { ...CREW, ...over })
  expect(status, JSON.stringify(json)).toBe(201)
  return json as unknown as Plan
}

const field = (answers: Map<string, Answer>, name: string, key: string): string =>
  String(answers.get(name)?.json[key])

const none = async (): Promise<object> => ({})

export const STORIES: Record<string, Story> = {
  'a plan that is leased at once': story({
    given: none,
    act: (call) => call('saturday', '/v1/plans', { ...CREW, commit: true }),
    plans: (answers) => [field(answers, 'saturday', 'id')],
  }),

  'a commit': story({
    given: (server) => made(server),
    act: (call, { id }) => call('commit', `/v1/plans/${id}/commit`),
    plans: (_, { id }) => [id],
  }),

  'a walk now': story({
    given: none,
    act: (call) =>
      call('now', '/v1/walks', { region: REGION, start: CENTRE, minutes: 15, walker: 'phone-7' }),
    plans: (answers) => [field(answers, 'now', 'planId')],
    async check({ get }, answers) {
      const state = await get(`/v1/walks/${field(answers, 'now', 'walkId')}/state`)
      expect(state).toMatchObject({ state: 'leased', walker: 'phone-7' })
    },
  }),

  'a roll-call': story({
    given: (server) => made(server, { volunteers: 3, commit: true }),
    act: (call, { id }) =>
      call('roll', `/v1/plans/${id}/replan`, { present: 2, keep: 'least', iterations: 50 }),
    plans: (answers, { id }) => [id, field(answers, 'roll', 'id')],
    async check({ get }, answers, { id }) {
      const next = field(answers, 'roll', 'id')
      expect(await get(`/v1/plans/${id}`)).toMatchObject({ replacedBy: next })
      for (const { walkId } of answers.get('roll')?.json['walks'] as Walk[])
        expect(await get(`/v1/walks/${walkId}/state`)).toMatchObject({ planId: next, state: 'leased' })
    },
  }),

  'an edit by hand, and its undo': story({
    async given(server) {
      const plan = await made(server, { volunteers: 3, commit: true })
      const [first, second] = plan.walks as [Walk, Walk]
      const target = first.stops[0]!.targets[0]!.id
      return { id: plan.id, walks: plan.walks, edits: [{ type: 'pin', target, walk: second.walkId }] }
    },
    async act(call, { id, edits }) {
      const { json } = await call('edit', `/v1/plans/${id}/edits`, { edits })
      await call('undo', `/v1/plans/${String(json['id'])}/edits`, { undo: 1 })
    },
    plans: (answers, { id }) => [id, field(answers, 'edit', 'id'), field(answers, 'undo', 'id')],
    async check({ get }, answers, { id, walks }) {
      const [edited, back] = [field(answers, 'edit', 'id'), field(answers, 'undo', 'id')]
      expect(await get(`/v1/plans/${id}`)).toMatchObject({ replacedBy: edited })
      expect(await get(`/v1/plans/${edited}`)).toMatchObject({ replacedBy: back })
      expect(JSON.stringify(answers.get('undo')?.json['walks'])).toBe(JSON.stringify(walks))
      for (const { walkId } of walks)
        expect(await get(`/v1/walks/${walkId}/state`)).toMatchObject({ planId: back, state: 'leased' })
    },
  }),

  'a batch': story({
    given: async () => ({ from: Date.now() + HOUR }),
    act: (call, { from }) => call('weekend', '/v1/batches', weekend(from)),
    plans: plansOf('weekend'),
    check: async (server, answers) => void (await allDone(server, field(answers, 'weekend', 'id'))),
  }),

  'a batch that is removed': story({
    async given(server) {
      const batch = await server.call('given', '/v1/batches', { ...weekend(Date.now() + HOUR), commit: true })
      await allDone(server, String(batch.json['id']))
      return { id: String(batch.json['id']) }
    },
    act: (call, { id }) => call('remove', `/v1/batches/${id}`, undefined, 'DELETE'),
    plans: () => [],
    check: (server) => nothingLeft(server),
  }),

  'a batch that is removed while it is planned': story({
    given: async () => ({ from: Date.now() + HOUR }),
    async act(call, { from }) {
      const { json } = await call('weekend', '/v1/batches', { ...weekend(from), commit: true })
      await call('remove', `/v1/batches/${String(json['id'])}`, undefined, 'DELETE')
    },
    plans: () => [],
    check: (server) => nothingLeft(server),
  }),

  'a shift again': story({
    async given(server) {
      const batch = await server.call('given', '/v1/batches', weekend(Date.now() + HOUR))
      const { second } = await allDone(server, String(batch.json['id']))
      return { id: String(batch.json['id']), second }
    },
    act: (call, { id }) => call('again', `/v1/batches/${id}/shifts/1/replan`),
    plans: plansOf('again'),
    async check(server, _, { id, second }) {
      expect(await allDone(server, id)).toMatchObject({ second })
    },
  }),

  visits: story({
    async given(server) {
      const { id, walks } = await made(server, { minutes: 60 })
      const all = walks.flatMap(({ stops }) => stops.flatMap(({ targets }) => targets))
      const at = new Date().toISOString()
      const visits = all
        .filter(({ doors }) => doors >= 11)
        .map(({ id: target, doors }, index) => ({
          id: `visit-${String(index).padStart(6, '0')}`,
          ...{ target, at, knocked: doors, opened: 2 },
        }))
      expect(visits.length).toBeGreaterThan(4)
      return { id, visits }
    },
    act: (call, { visits }) => call('doors', '/v1/visits', { region: REGION, visits }),
    plans: (_, { id }) => [id],
    async check({ get }, answers, { visits }) {
      const { accepted, duplicate } = answers.get('doors')?.json as Record<string, string[]>
      expect([...accepted!, ...duplicate!].sort()).toEqual(visits.map(({ id }) => id))
      const knocked = visits.reduce((sum, visit) => sum + visit.knocked, 0)
      const coverage = await get(`/v1/coverage?region=${REGION}`)
      expect(coverage).toMatchObject({ total: { counts: { knocked, opened: 2 * visits.length } } })
    },
  }),

  'an import': story({
    given: none,
    act: (call) => call('list', `/v1/buildings?region=${REGION}`, { targets: OWN }),
    plans: () => [],
    async check({ get }, answers) {
      expect(answers.get('list')?.json).toMatchObject({ accepted: OWN.length, added: OWN.length })
      const { targets } = await get(`/v1/buildings?region=${REGION}`)
      expect(targets).toHaveLength(OWN.length)
    },
  }),

  'walks from start to end': story({
    given: (server) => made(server, { volunteers: 3, commit: true }),
    async act(call, { walks: [one, two, three] }) {
      await call('start', `/v1/walks/${one!.walkId}/start`)
      await call('extend', `/v1/walks/${one!.walkId}/extend`, { minutes: 300 })
      await call('handover', `/v1/walks/${one!.walkId}/handover`, { walker: 'phone-8' })
      await call('finish', `/v1/walks/${one!.walkId}/finish`)
      await call('release', `/v1/walks/${two!.walkId}/release`)
      await call('shorten', `/v1/walks/${three!.walkId}/shorten`, { minutes: 20 })
    },
    plans: (_, { id }) => [id],
    async check({ get }, answers, { walks: [one, two, three] }) {
      expect(await get(`/v1/walks/${one!.walkId}/state`)).toMatchObject({
        state: 'finished',
        walker: 'phone-8',
      })
      expect(await get(`/v1/walks/${two!.walkId}/state`)).toMatchObject({ state: 'released' })
      const shorter = answers.get('shorten')?.json as unknown as Walk & { released: string[] }
      expect(shorter.released.length).toBeGreaterThan(0)
      const idsOf = (walk: Walk): string[] =>
        [...walk.stops.flatMap(({ targets }) => targets), ...walk.reserves].map(({ id }) => id)
      expect([...idsOf(shorter), ...shorter.released].sort()).toEqual(idsOf(three!).sort())
      expect(await get(`/v1/walks/${three!.walkId}/state`)).toMatchObject({ targets: idsOf(shorter).length })
    },
  }),

  'areas and hold-outs': story({
    given: none,
    async act(call) {
      const area = { cells: ['8a1fb46622d7fff'] }
      await call('area', '/v1/areas', { label: 'north', region: REGION, area })
      const drawn = await call('holdout', '/v1/holdouts', { region: REGION, unit: 'block', share: 0.2 })
      await call('unseal', `/v1/holdouts/${String(drawn.json['id'])}/unseal`)
    },
    plans: () => [],
    async check({ get }, answers) {
      const ids = async (list: string): Promise<unknown[]> =>
        ((await get(`/v1/${list}`))[list] as { id: string }[]).map(({ id }) => id)
      expect(await ids('areas')).toEqual([field(answers, 'area', 'id')])
      expect(await ids('holdouts')).toEqual([field(answers, 'holdout', 'id')])
    },
  }),
}

const OWN = Array.from({ length: 8 }, (_, index) => ({
  id: `own-${index}`,
  doors: 3 + index,
  location: [CENTRE[0] + index / 10_000, CENTRE[1]],
}))

function weekend(from: number): object {
  const at = (hours: number): string => new Date(from + hours * HOUR).toISOString()
  const { region, volunteers, iterations } = CREW
  return {
    ...{ region, volunteers, iterations },
    shifts: [
      { startAt: at(0), minutes: 30 },
      { startAt: at(24), minutes: 30 },
    ],
  }
}

interface Batch {
  status: string
  shifts: { plans: { planId: string; status: string }[] }[]
}

function plansOf(name: string) {
  return (answers: Map<string, Answer>): string[] =>
    (answers.get(name)?.json as unknown as Batch).shifts.flatMap(({ plans }) =>
      plans.map(({ planId }) => planId),
    )
}

/** Waits for the batch. */
async function allDone({ get }: LivingServer, id: string): Promise<{ second: string | undefined }> {
  const batch = await until(async () => {
    const found = (await get(`/v1/batches/${id}`)) as unknown as Batch
    return found.status === 'done' && found
  })
  for (const { status } of batch.shifts.flatMap(({ plans }) => plans)) expect(status).toBe('done')
  return { second: batch.shifts[1]?.plans[0]?.planId }
}

/** Of batches, their plans and walks. */
async function nothingLeft({ get, storage }: LivingServer): Promise<void> {
  expect(await get('/v1/batches')).toMatchObject({ batches: [] })
  for (const folder of ['batches', 'plans', 'walks'])
    expect(await storage.blobs.list(`campaigns/demo/${folder}/`), folder).toEqual([])
  for (const range of [IN_BATCH.range('demo'), BATCH.range('demo'), GOING_ITEMS])
    expect(await itemsOf(storage.store, range)).toEqual([])
}
