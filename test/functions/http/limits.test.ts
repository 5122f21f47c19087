/** Bodies made to be dear are refused by their field, before anything is made of them. */
import { z } from '@hono/zod-openapi'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isList } from '@doorwalk/core/request/list'
import { createApp } from '@doorwalk/functions/app'
import type { Problem } from '@doorwalk/functions/http/problem'
import { signatureHeaders } from '@doorwalk/functions/webhooks/sign'
import { type TestApi, openTestApi } from '../../support/servers/api.ts'
import { bowTie, comb, star } from '../../support/worlds/hostile-rings.ts'

let api: TestApi
let key: string
beforeAll(async () => {
  api = await openTestApi({ requestsPerMinute: 1_000_000 })
  key = await api.key('alpha', 'organiser')
})
afterAll(() => api.close())

async function refusal(path: string, body: string, headers: Record<string, string> = {}): Promise<Problem> {
  const answer = await api.call(path, { key, method: 'POST', body, headers })
  return (await answer.json()) as Problem
}

const many = (value: string, count: number): string => `[${Array<string>(count).fill(value).join(',')}]`
const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)
const plan = (area: string): string => `{"region":"tiny","volunteers":1,"area":${area}}`
const polygon = (coordinates: string): string => `{"type":"Polygon","coordinates":${coordinates}}`
const hasMany = (pointer: string) => ({ status: 400, code: 'request.too_many', errors: [{ pointer }] })
const isDeep = { status: 400, code: 'request.too_deep' }

describe('a body', () => {
  it('of 400,000 empty lists is too many, wherever they stand', async () => {
    expect(await refusal('/v1/plans', plan(polygon(many('[]', 400_000))))).toMatchObject(
      hasMany('/area/coordinates'),
    )
    expect(await refusal('/v1/visits', `{"visits":[{"id":${many('[]', 400_000)}}]}`)).toMatchObject(
      hasMany('/visits/0/id'),
    )
    expect(await refusal('/v1/buildings?region=tiny', many('[]', 400_000))).toMatchObject(hasMany(''))
  })

  it('nested 5,000 levels deep is too deep for every call that reads JSON', async () => {
    expect(await refusal('/v1/plans', plan(polygon(deep(5_000))))).toMatchObject(isDeep)
    expect(await refusal('/v1/buildings?region=tiny', `{"targets":${deep(5_000)}}`)).toMatchObject(isDeep)
    const geoJson = { 'Content-Type': 'application/geo+json' }
    expect(await refusal('/v1/buildings?region=tiny', deep(5_000), geoJson)).toMatchObject(isDeep)
    const open = '{"a":'.repeat(5_000)
    expect(await refusal('/v1/batches', open)).toMatchObject(isDeep)
    expect((await refusal('/v1/batches', open)).errors[0]!.pointer).toMatch(/^(\/a){64}$/)
  })

  it('that is signed instead of keyed is held to the same', async () => {
    const source = await api.call('/v1/inbound/sources', { key, method: 'POST', body: { label: 'crm' } })
    const { id, secret } = (await source.json()) as { id: string; secret: string }
    const body = `{"region":"tiny","visits":${deep(5_000)}}`
    const headers = signatureHeaders({ id: 'msg_1', at: api.clock.time, body, secrets: [secret] })
    expect(await refusal(`/v1/inbound/visits?source=${id}`, body, headers)).toMatchObject(isDeep)
  })

  it('with thousands of fields in one object is too many', async () => {
    const fields = Array.from({ length: 300_000 }, (_, index) => `"k${index}":0`).join(',')
    expect(await refusal('/v1/plans', plan(`{${fields}}`))).toMatchObject(hasMany('/area'))
  })

  it('with as many faults as fit is told about a hundred of them', async () => {
    for (const body of [
      plan(polygon(many('[]', 90_000))),
      plan(polygon(`[${many('0', 90_000)},${many('[]', 90_000)}]`)),
      plan(`{"type":"MultiPolygon","coordinates":${many(many('[[]]', 900), 90)}}`),
      `{"region":"tiny","volunteers":1,"targets":${many('{"id":"","doors":-1,"a":1}', 90_000)}}`,
      `{"region":"tiny","volunteers":1,"skip":{"cells":${many('""', 90_000)}}}`,
    ]) {
      const problem = await refusal('/v1/plans', body)
      expect(problem).toMatchObject({ status: 400, code: 'request.invalid' })
      expect(problem.errors.length).toBeGreaterThan(90)
      expect(problem.errors.length).toBeLessThanOrEqual(100)
    }
  })

  it('has no list that is read on after a hundred faults', () => {
    const whole: string[] = []
    let lists = 0
    const seen = new Set<z.core.$ZodType>()
    const visit = (schema: z.core.$ZodType, place: string): void => {
      // Areas are made of areas.
      if (seen.has(schema)) return
      seen.add(schema)
      const { def } = schema._zod
      if (isList(schema)) lists++
      else if (def.type === 'array') whole.push(place)
      for (const [name, part] of Object.entries(def))
        for (const inner of Array.isArray(part) ? part : part instanceof z.ZodType ? [part] : [])
          if (inner instanceof z.ZodType) visit(inner, `${place} ${name}`)
      if (schema instanceof z.ZodObject)
        for (const [name, field] of Object.entries(schema.shape))
          visit(field as z.ZodType, `${place}/${name}`)
    }
    for (const definition of createApp(api.world).openAPIRegistry.definitions) {
      if (definition.type !== 'route') continue
      const json = definition.route.request?.body?.content['application/json']
      const schema = json && 'schema' in json ? json.schema : undefined
      if (schema instanceof z.ZodType) visit(schema, definition.route.path)
    }
    expect(whole).toEqual([])
    expect(lists).toBeGreaterThan(20)
  })
})

describe('a table', () => {
  const csv = { 'Content-Type': 'text/csv' }

  it.each([
    ['of millions of columns', `id${','.repeat(2_400_000)}\n`, 'buildings.unknown_field'],
    ['of thousands of strange columns', `id,${'x,'.repeat(9_000)}x\n`, 'buildings.unknown_field'],
    ['with a column that every object has', 'id,constructor\na,b\n', 'buildings.unknown_field'],
    ['that never closes its quote', `id\n"${'a\n'.repeat(2_400_000)}`, 'buildings.malformed'],
  ])('%s is refused', async (_, text, code) => {
    const problem = await refusal('/v1/buildings?region=tiny', text, csv)
    expect(problem).toMatchObject({ status: 400, code })
    expect(problem.detail.length).toBeLessThan(2_000)
  })
})

it('a table of millions of lines is too many, not read', async () => {
  const lines = `id\n${'a\n'.repeat(2_400_000)}`
  const problem = await refusal('/v1/buildings?region=tiny', lines, { 'Content-Type': 'text/csv' })
  expect(problem).toMatchObject({ status: 413, code: 'buildings.too_many' })
})

describe('a stored area', () => {
  const stored = (ring: unknown) =>
    JSON.stringify({ label: 'A', region: 'tiny', area: { type: 'Polygon', coordinates: [ring] } })

  it.each([
    ['a star of 9,999 corners', star(9_999), 'area.self_crossing'],
    ['a bow tie', bowTie(), 'area.self_crossing'],
    ['an open ring', comb(12).slice(0, -1), 'area.ring_open'],
    ['a ring of 10,001 corners', comb(10_001), 'area.too_many_vertices'],
  ])('is not %s', async (_, ring, code) => {
    const rounded = ring.map((place) => place.map((value) => Number(value.toFixed(9))))
    expect(await refusal('/v1/areas', stored(rounded))).toMatchObject({
      ...{ status: 400, code },
      errors: [{ pointer: '/area' }],
    })
  })

  it('may wind as it likes', async () => {
    const rounded = comb(9_000).map((place) => place.map((value) => Number(value.toFixed(7))))
    const answer = await api.call('/v1/areas', { key, method: 'POST', body: stored(rounded) })
    expect(answer.status).toBe(201)
  })
})
