/** A list of targets by a stored ranking: the scores that a plan would take, the same on every page. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ListedTarget } from '@doorwalk/core/listing/listed-target'
import { type TestApi, openTestApi } from '../../support/servers/api.ts'
import { BUNDLED } from '../../support/worlds/regions.ts'
import { writeTinyRegion } from '../../support/worlds/tiny-region.ts'

const REGION = 'paris-9e-10e'

interface Page {
  targets: ListedTarget[]
  next: string | null
  code?: string
  errors?: { pointer: string }[]
}

let api: TestApi
let key: string
beforeAll(async () => {
  api = await openTestApi({ regionRoots: [BUNDLED, await writeTinyRegion()] })
  key = await api.key('alpha', 'organiser')
})
afterAll(() => api.close())

const send = async <Told>(path: string, body?: object): Promise<Told> =>
  (await api
    .call(path, { key, ...(body && { method: 'POST', body }) })
    .then((answer) => answer.json())) as Told
const page = (query: string) => send<Page>(`/v1/targets?region=${REGION}&precincts=0925,1034${query}`)
const rank = (field: string) =>
  send<{ id: string }>('/v1/rankings', {
    ...{ name: 'where', region: REGION, formula: { weights: [{ field, weight: 1 }], standardise: 'none' } },
  })

it('scores targets as a plan does that takes the ranking, by id or by name', async () => {
  const { id } = await rank('taux_abstention')
  const byId = await page(`&ranking=${id}&limit=5000`)
  const byName = await page('&ranking=where&limit=5000')
  expect(byName).toEqual(byId)
  const { features } = await send<GeoJSON.FeatureCollection>(`/v1/regions/${REGION}/precincts`)
  const abstention = (code: string): number =>
    features.map(({ properties }) => properties!).find((each) => each['code'] === code)![
      'taux_abstention'
    ] as number
  const score = (code: string) => byId.targets.find(({ precinct }) => precinct === code)!.score
  expect(score('0925') / score('1034')).toBeCloseTo(abstention('0925') / abstention('1034'), 2)
  expect(new Set(byId.targets.map((target) => target.score)).size).toBe(2)
  // A door of the precinct that is ranked first counts 100.
  const top = features.map(({ properties }) => properties!).sort((a, b) => b['taux_abstention'] - a['taux_abstention'])[0]! // prettier-ignore
  const { targets } = await send<Page>(`/v1/targets?region=${REGION}&precincts=${top['code']}&ranking=${id}`)
  expect(targets[0]!.score).toBe(100)
})

it('stays with the version of the first page', async () => {
  const first = await page('&ranking=where&limit=3')
  const whole = await page('&ranking=where&limit=5000')
  await rank('inscrits')
  const second = await page(`&ranking=where&limit=3&cursor=${first.next}`)
  expect([...first.targets, ...second.targets]).toEqual(whole.targets.slice(0, 6))
  expect((await page('&ranking=where&limit=3')).targets).not.toEqual(first.targets)
})

it.each([
  ['&ranking=nobody', 'ranking.unknown', undefined],
  ['&ranking=where&priority=inscrits', 'request.invalid', '?ranking'],
])('is refused with the field: %s', async (query, code, pointer) => {
  const told = await page(query)
  expect([told.code, told.errors?.[0]?.pointer]).toEqual([code, pointer])
})

it('a ranking of another region is refused', async () => {
  const { id } = await rank('inscrits')
  const told = await send<Page>(`/v1/targets?region=tiny&ranking=${id}`)
  expect([told.code, told.errors?.[0]?.pointer]).toEqual(['ranking.other_region', '?ranking'])
})
