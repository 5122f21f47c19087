/** Texts that no label and no id has, and ids that two have: refused by their field, and nothing of them kept. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSheet } from '@doorwalk/functions/visits/sheet-table'
import type { Problem } from '@doorwalk/functions/http/problem'
import { type TestApi, openTestApi } from '../../support/servers/api.ts'

let api: TestApi
let key: string
beforeAll(async () => {
  api = await openTestApi()
  key = await api.key('alpha', 'organiser')
})
afterAll(() => api.close())

async function refusal(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Problem> {
  const answer = await api.call(path, { key, method: 'POST', body, headers })
  return (await answer.json()) as Problem
}

const area = { label: 'North', region: 'tiny', area: { precincts: ['0901'] } }
const plan = { region: 'tiny', volunteers: [{ id: 'a' }] }
const visit = { id: 'visit-0001', target: 'osm:w1', at: '2026-03-14T13:00:00Z', knocked: 1 }

/** A body with a place for a text, and the pointer to that place. */
const BODIES: [path: string, pointer: string, body: (text: string) => object][] = [
  ['/v1/areas', '/label', (text) => ({ ...area, label: text })],
  ['/v1/plans', '/volunteers/0/id', (text) => ({ ...plan, volunteers: [{ id: text }] })],
  ['/v1/plans', '/targets/1/id', (text) => ({ ...plan, targets: [{ id: 'a' }, { id: text }] })],
  ['/v1/plans', '/skip/targets/0', (text) => ({ ...plan, skip: { targets: [text] } })],
  ['/v1/keys', '/label', (text) => ({ scopes: ['read'], label: text })],
  ['/v1/webhooks', '/label', (text) => ({ url: 'https://example.org/', label: text })],
  ['/v1/inbound/sources', '/label', (text) => ({ label: text })],
  ['/v1/walks', '/walker', (text) => ({ region: 'tiny', start: [2.35, 48.875], walker: text })],
  ['/v1/visits', '/visits/0/id', (text) => ({ region: 'tiny', visits: [{ ...visit, id: text }] })],
  ['/v1/batches', '/label', (text) => ({ region: 'tiny', label: text, shifts: [], volunteers: 1 })],
]
const TEXTS: [text: string, said: string][] = [
  ['a\u0000bcdefgh', 'holds the control character U+0000'],
  ['abcdefgh\u001b[31m', 'holds the control character U+001B'],
  ['ab\ncdefgh', 'holds the control character U+000A'],
  ['\u0085abcdefgh', 'holds the control character U+0085'],
  ['abcdefgh\ud83d', 'holds half a character U+D83D'],
  ['\udc00abcdefgh', 'holds half a character U+DC00'],
]

describe('a text of a body', () => {
  it.each(BODIES)('%s %s holds no control and no half character', async (path, pointer, body) => {
    for (const [text, said] of TEXTS) {
      // As escapes, and as they are where JSON and UTF-8 allow it.
      const problem = await refusal(path, JSON.stringify(body(text)))
      expect(problem).toMatchObject({ status: 400, code: 'request.invalid', errors: [{ pointer }] })
      expect(problem.detail).toContain(said)
    }
    const raw = await refusal(path, JSON.stringify(body('x@bcdefgh')).replace('@', '\u0085'))
    expect(raw).toMatchObject({ status: 400, code: 'request.invalid', errors: [{ pointer }] })
  })

  it('may have every other character, and is kept as it came', async () => {
    for (const label of ['Montrouge \u{1f6b6}', 'Ελλάδα', 'a\u200db', '\u00a0', '"\\"']) {
      const made = await api.call('/v1/areas', { key, method: 'POST', body: { ...area, label } })
      expect(await made.json()).toMatchObject({ label })
    }
  })

  it('that nobody reads may hold anything: what a drawn area says of itself', async () => {
    const ring = [
      [2.34, 48.87],
      [2.35, 48.87],
      [2.35, 48.88],
      [2.34, 48.87],
    ]
    const geometry = { type: 'Polygon', coordinates: [ring] }
    const drawn = { type: 'Feature', properties: { notes: ['a\nb', { c: '\u0000' }] }, geometry }
    const made = await api.call('/v1/areas', { key, method: 'POST', body: { ...area, area: drawn } })
    expect(await made.json()).toMatchObject({ area: geometry })
  })

  it('is UTF-8', async () => {
    const latin = Buffer.from(JSON.stringify({ ...area, label: 'Évry' }), 'latin1')
    expect(await refusal('/v1/areas', new Uint8Array(latin))).toMatchObject({ code: 'request.malformed' })
  })

  it('of a table may be what spreadsheets write, and nothing else', async () => {
    const headers = { 'Content-Type': 'text/csv' }
    const table = 'id;lng;lat;doors;street\nx;2.35;48.875;3;Allée des Œillets\n'
    const windows = Buffer.from(table.replace('Œ', '\u008c'), 'latin1')
    const tables = [windows, Buffer.from(`\uFEFF${table}`, 'utf16le'), Buffer.from(`\uFEFF${table}`)]
    for (const body of tables) {
      const init = { key, method: 'POST', body: new Uint8Array(body), headers }
      const report: unknown = await (await api.call('/v1/buildings?region=tiny', init)).json()
      expect(report).toMatchObject({ accepted: 1, refused: [], repaired: [] })
      const { targets } = (await (await api.call('/v1/buildings?region=tiny', { key })).json()) as {
        targets: { address: { street: string } }[]
      }
      expect(targets[0]!.address.street).toBe('Allée des Œillets')
      await api.call('/v1/buildings?region=tiny&id=x', { key, method: 'DELETE' })
    }
    // "Улица Мира" in Windows-1251.
    const cyrillic = Buffer.from('id;street\nx;\xd3\xeb\xe8\xf6\xe0 \xcc\xe8\xf0\xe0\n', 'latin1')
    expect(await refusal('/v1/buildings?region=tiny', new Uint8Array(cyrillic), headers)).toMatchObject({
      code: 'buildings.malformed',
      detail: expect.stringContaining('neither UTF-8 nor UTF-16 nor Windows-1252') as string,
    })
  })
})

describe('a list of targets', () => {
  interface Report {
    accepted: number
    refused: { line: number; field: string; expected: string }[]
    repaired: { line: number }[]
  }
  const load = async (body: unknown, type: string): Promise<Report> => {
    const headers = { 'Content-Type': type }
    const answer = await api.call('/v1/buildings?region=tiny', { key, method: 'POST', body, headers })
    expect(answer.status, await answer.clone().text()).toBe(200)
    return (await answer.json()) as Report
  }

  it('refuses the lines with a control character, and makes blanks of tabs and breaks', async () => {
    const csv = 'id,street\na\u0000,Rue A\nb,"Rue\nB"\nc,Rue\u0007C\nd,"Rue\tD"\n'
    const report = await load(csv, 'text/csv')
    expect(report.refused.map(({ line, field }) => [line, field])).toEqual([
      [2, 'id'],
      [5, 'street'],
    ])
    expect(report.refused[0]!.expected).toBe('a text of plain characters')
    expect(report.accepted).toBe(2)
    const json = await load([{ id: 'e', address: { street: 'Rue\tE', number: '1' } }], 'application/json')
    expect(json).toMatchObject({ accepted: 1, refused: [], repairs: 1 })
    const strange = await refusal('/v1/buildings?region=tiny', [{ id: 'f\u0000' }])
    expect(strange).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/0/id' }] })
  })

  it('takes no e-mail address and no phone number, and does not repeat them', async () => {
    const lines = ['a@mail.example,Rue A', '06 12 34 56 78,Rue B', 'c,Rue C (tél. 01 23 45 67 89)', 'd,Rue D']
    const report = await load(`id,street\n${lines.join('\n')}\n`, 'text/csv')
    expect(report).toMatchObject({
      accepted: 1,
      refused: [
        { line: 2, field: 'id', came: 'e-mail addresses', expected: 'an id that tells of nobody' },
        { line: 3, field: 'id', came: 'phone numbers' },
        { line: 4, field: 'street', came: 'phone numbers', expected: 'an address that tells of nobody' },
      ],
    })
    const json = await load([{ id: '+33612345678', doors: 3 }], 'application/json')
    expect(json).toMatchObject({ accepted: 0, refused: [{ line: 1, field: 'id' }] })
    expect(JSON.stringify([report, json])).not.toMatch(/@|12 34|345678/)
  })

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('knows no column %s', async (name) => {
    const csv = `id,${name}\na,b\n`
    const headers = { 'Content-Type': 'text/csv' }
    expect(await refusal('/v1/buildings?region=tiny', csv, headers)).toMatchObject({
      code: 'buildings.unknown_field',
      errors: [{ pointer: `/${name.toLowerCase()}` }],
    })
    expect(() => readSheet(Buffer.from(`stop,${name}\n1,2\n`))).toThrow(name.toLowerCase())
    const json = await load(`[{"id":"a","${name}":1}]`, 'application/json')
    expect(json.refused).toMatchObject([{ line: 1, field: name }])
    const feature = `{"type":"Feature","properties":{"id":"a","${name}":1},"geometry":null}`
    const collection = await load(
      `{"type":"FeatureCollection","features":[${feature}]}`,
      'application/geo+json',
    )
    expect(collection.refused).toMatchObject([{ line: 1, field: name }])
  })
})

describe('an id that a program chooses', () => {
  const CONTACTS: [text: string, kind: string][] = [
    ['anna@mail.example', 'e-mail addresses'],
    ['06 12 34 56 78', 'phone numbers'],
    ['+33612345678', 'phone numbers'],
  ]
  const shifts = [{ startAt: '2026-03-14T14:00:00Z', minutes: 60 }]
  const volunteers = (id: string) => [{ id: 'a' }, { id }]
  const OWN: [path: string, pointer: string, body: (text: string) => object][] = [
    ['/v1/plans', '/volunteers/1/id', (text) => ({ ...plan, volunteers: volunteers(text) })],
    ['/v1/plans', '/targets/0/id', (text) => ({ ...plan, targets: [{ id: text }] })],
    [
      '/v1/plans',
      '/targets/0/address/street',
      (text) => ({ ...plan, targets: [{ address: { street: text } }] }),
    ],
    ['/v1/plans/estimate', '/targets/0/id', (text) => ({ region: 'tiny', targets: [{ id: text }] })],
    ['/v1/batches', '/volunteers/1/id', (text) => ({ region: 'tiny', shifts, volunteers: volunteers(text) })],
    ['/v1/walks', '/walker', (text) => ({ region: 'tiny', start: [2.35, 48.875], walker: text })],
    ['/v1/walks/wlk_1/handover', '/walker', (text) => ({ walker: text })],
    ['/v1/plans/pln_1/replan', '/newcomers/0/id', (text) => ({ newcomers: [{ id: text }] })],
    [
      '/v1/plans/pln_1/edits',
      '/edits/0/volunteer/id',
      (text) => ({
        edits: [{ type: 'add_walker', volunteer: { id: text } }],
      }),
    ],
  ]
  it.each(OWN)(
    '%s %s is no e-mail address and no phone number, which are not repeated',
    async (path, pointer, body) => {
      for (const [text, kind] of CONTACTS) {
        for (const written of [
          JSON.stringify(body(text)),
          JSON.stringify(body(text)).replace('6', '\\u0036'),
        ]) {
          const problem = await refusal(path, written)
          expect(problem).toMatchObject({ status: 400, code: 'request.invalid', errors: [{ pointer }] })
          expect(problem.detail).toContain(kind)
          expect(JSON.stringify(problem)).not.toMatch(/@|12 34|345678/)
        }
      }
    },
  )

  it('refuses a visit alone, gives a request another id, and leaves names of other things as they are', async () => {
    const visits = [{ ...visit, id: 'anna@mail.example' }, { ...visit, id: '06 12 34 56 78' }, visit]
    const answer = await api.call('/v1/visits', { key, method: 'POST', body: { region: 'tiny', visits } })
    const { refused } = (await answer.json()) as { refused: { index: number; id: null; reason: string }[] }
    expect(refused.slice(0, 2)).toMatchObject([
      { index: 0, id: null, reason: 'invalid' },
      { index: 1, id: null, reason: 'invalid' },
    ])
    expect(JSON.stringify(refused)).not.toMatch(/@|12 34/)
    const named = (id: string) => api.call('/v1/areas', { key, headers: { 'X-Request-Id': id } })
    expect((await named('0612345678')).headers.get('X-Request-Id')).toMatch(/^req_/)
    expect((await named('run-0612345678-a')).headers.get('X-Request-Id')).toBe('run-0612345678-a')
    const drawn = {
      ...{ type: 'Feature', id: '0612345678', properties: { id: 'anna@mail.example' } },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [2.34, 48.87],
            [2.35, 48.87],
            [2.35, 48.88],
            [2.34, 48.87],
          ],
        ],
      },
    }
    const made = await api.call('/v1/areas', { key, method: 'POST', body: { ...area, area: drawn } })
    expect(made.status).toBe(201)
    expect(await made.text()).not.toMatch(/@|0612/)
  })
})

describe('an id that two have', () => {
  it('is refused among the walkers of a plan and of a batch', async () => {
    const volunteers = [{ id: 'a' }, { id: 'b' }, { id: 'a', minutes: 30 }]
    const shifts = [{ startAt: '2026-03-14T14:00:00Z', minutes: 60 }]
    for (const path of ['/v1/plans', '/v1/plans/estimate', '/v1/batches']) {
      const body = { region: 'tiny', volunteers, ...(path === '/v1/batches' && { shifts }) }
      const problem = await refusal(path, path.endsWith('estimate') ? { ...body, walkers: 2 } : body)
      expect(problem.status, path).toBe(400)
      if (path.endsWith('estimate')) continue
      expect(problem.errors, path).toMatchObject([{ pointer: '/volunteers/2/id' }])
      expect(problem.detail).toContain('got "a"; volunteer 0 has this id already')
    }
  })
})

describe('a key', () => {
  it.each(['2026-03-14T13:00:00Z', '2026-03-14T13:59:00+01:00', '2001-01-01T00:00:00Z'])(
    'that would end at %s is not made',
    async (expiresAt) => {
      const problem = await refusal('/v1/keys', { scopes: ['read'], label: 'x', expiresAt })
      expect(problem).toMatchObject({ status: 400, errors: [{ pointer: '/expiresAt' }] })
      const listed = await (await api.call('/v1/keys', { key })).json()
      expect(JSON.stringify(listed)).not.toContain(expiresAt)
    },
  )
})
