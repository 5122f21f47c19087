import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type TestApi, openTestApi } from '../../support/servers/api.ts'
import { until } from '../../support/until.ts'
import { BUNDLED } from '../../support/worlds/regions.ts'

const REGION = 'paris-9e-10e'
const AREA = { precincts: ['0925'] }

type Json = Record<string, unknown>

let api: TestApi
let key: string
afterEach(() => api.close())

async function open(): Promise<void> {
  api = await openTestApi({ regionRoots: [BUNDLED] })
  key = await api.key('demo', 'organiser')
}

async function ask(
  path: string,
  { status = 200, ...more }: { status?: number; method?: string; body?: unknown } = {},
) {
  const answer = await api.call(path, { key, ...more })
  const text = await answer.text()
  expect(answer.status, text.slice(0, 500)).toBe(status)
  return (text.startsWith('{') ? JSON.parse(text) : { text }) as Json
}

async function ended(id: unknown): Promise<Json> {
  await until(
    async () => !['queued', 'running'].includes(String((await ask(`/v1/imports/${String(id)}`))['status'])),
  )
  return ask(`/v1/imports/${String(id)}`)
}

async function imported(body: Json): Promise<Json> {
  const { id } = await ask('/v1/imports', { method: 'POST', status: 202, body: { region: REGION, ...body } })
  return ended(id)
}

async function plan(more: Json = {}): Promise<
  Json & {
    walks: {
      stops: { targets: { id: string; address?: string; location: [number, number] }[] }[]
      reserves: { id: string }[]
    }[]
    leftOut: { target: string; reason: string }[]
  }
> {
  const body = {
    region: REGION,
    area: AREA,
    volunteers: 2,
    minutes: 60,
    seed: 1,
    iterations: 200,
    startAt: '2026-03-14T14:00:00+01:00',
    ...more,
  }
  return (await ask('/v1/plans', { method: 'POST', status: 201, body })) as never
}

const visited = ({ walks }: Awaited<ReturnType<typeof plan>>) =>
  walks.flatMap(({ stops, reserves }) => [...stops.flatMap(({ targets }) => targets), ...reserves])

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name))
}

describe('a list of targets', () => {
  it('is read line by line, told in a report, and used by later plans', async () => {
    await open()
    const { walks } = await plan()
    const { id: known, address } = walks[0]!.stops[0]!.targets[0]!
    const written = address!.toUpperCase().replace('RUE', 'R.')
    const text = `id;adresse;lng;lat;logements;email
a;${written};;;77;jean.petit@example.org
b;999 rue Condorcet;;;5;marie.durand@example.org
c;;2,3476;48,8804;24;paul.martin@example.org
d;;2.3476;48.8804;many;luc.bernard@example.org
`
    const told = await imported({ kind: 'targets', text, name: 'liste.csv' })
    expect(told).toMatchObject({
      status: 'done',
      counts: { rows: 4, accepted: 2, doubtful: 1 },
      changes: { added: 2, updated: 0, unchanged: 0 },
    })
    const { lines } = await ask(`/v1/imports/${String(told['id'])}/report`)
    expect(lines).toContainEqual(
      expect.objectContaining({ line: 3, outcome: 'doubtful', field: 'address', came: '999 rue Condorcet' }),
    )
    expect(lines).toContainEqual(expect.objectContaining({ line: 5, outcome: 'refused', field: 'doors' }))
    const table = String((await ask(`/v1/imports/${String(told['id'])}/report.csv`))['text'])
    expect(table).toContain('999 rue Condorcet')
    const after = await plan()
    const all = [...visited(after).map(({ id }) => id), ...after.leftOut.map(({ target }) => target)]
    expect(all).toContain('c')
    expect(all).toContain(known)
    // A slip of the finger is asked back, unless the building is named by its id of the region.
    const slip = await imported({
      ...{ kind: 'targets', dryRun: true },
      text: `adresse;logements\n${written};1 034\n`,
    })
    expect(slip).toMatchObject({ counts: { rows: 1, accepted: 0 } })
    const { lines: refused } = await ask(`/v1/imports/${String(slip['id'])}/report`)
    expect(refused).toContainEqual(
      expect.objectContaining({ outcome: 'doubtful', field: 'doors', came: '1034' }),
    )
    const meant = await imported({
      ...{ kind: 'targets', dryRun: true },
      text: `id;logements\n${known};1034\n`,
    })
    expect(meant).toMatchObject({ counts: { rows: 1, accepted: 1 } })
    // Sent again it changes nothing, and with other doors one entry.
    expect(await imported({ kind: 'targets', text })).toMatchObject({
      changes: { added: 0, updated: 0, unchanged: 2 },
    })
    const again = await imported({ kind: 'targets', text: text.replace(';77;', ';78;') })
    expect(again).toMatchObject({ changes: { added: 0, updated: 1, unchanged: 1 } })
    // Nothing of the personal column is anywhere.
    const everything = [
      JSON.stringify(await api.scan()),
      table,
      JSON.stringify(lines),
      JSON.stringify(api.lines),
    ]
    for (const file of await filesUnder(api.blobFolder)) everything.push(await readFile(file, 'utf8'))
    for (const one of everything) expect(one).not.toMatch(/example\.org/)
  })

  it('is only told of in a dry run', async () => {
    await open()
    const text = 'id,lng,lat,doors\nhall-9,2.3476,48.8804,24\n'
    const told = await imported({ kind: 'targets', text, dryRun: true })
    expect(told).toMatchObject({ status: 'done', changes: { added: 1 } })
    expect((told['mapping'] as Json)['columns']).toHaveLength(4)
    const { leftOut, walks } = await plan()
    expect(JSON.stringify([leftOut, walks])).not.toContain('hall-9')
    expect((await filesUnder(join(api.blobFolder, 'campaigns/demo/lists'))).length).toBe(0)
  })

  it('is told in the language asked for: report, table and columns', async () => {
    await open()
    const text =
      'id;adresse;logements;email\na;9 rue de la Tour;5;x@example.org\nb;22 rue Petrelle;beaucoup;y@example.org\n'
    const { id } = await imported({ kind: 'targets', text, dryRun: true })
    const at = `/v1/imports/${String(id)}`
    for (const [language, doors, doubt, names, why] of [
      [
        'fr',
        'un nombre entier de portes',
        'aucune rue de la région',
        'des adresses électroniques',
        'son titre le dit',
      ],
      ['en', 'a whole number of doors', 'no street of the region', 'e-mail addresses', 'its name says so'],
    ] as const) {
      const { lines } = (await ask(`${at}/report?language=${language}`)) as { lines: { expected: string }[] }
      expect(lines.map(({ expected }) => expected).join()).toContain(doors)
      expect(lines.map(({ expected }) => expected).join()).toContain(doubt)
      const { mapping } = (await ask(`${at}?language=${language}`)) as {
        mapping: { columns: { refused?: string; why: string }[] }
      }
      expect(mapping.columns[3]).toMatchObject({ refused: names, why })
      expect(String((await ask(`${at}/report.csv?language=${language}`))['text'])).toContain(doors)
    }
    const asked = await api.call(`${at}/report`, {
      key,
      headers: { 'Accept-Language': 'de, fr-CH;q=0.8, en;q=0.5' },
    })
    expect(await asked.text()).toContain('un nombre entier de portes')
    expect(JSON.stringify(await ask(`${at}/report`))).toContain('a whole number of doors')
    await ask(`${at}?language=de`, { status: 400 })
  })

  it('keeps no phone number of a column of doors, and nobody’s address of the name of its file', async () => {
    await open()
    const text =
      'adresse;logements\n22 rue Pétrelle;0612345678\n24 rue Pétrelle;33612345678\n' +
      '28 rue Pétrelle;5\n'.repeat(8)
    const told = await imported({ kind: 'targets', text, name: 'jean@example.org 0612345678.csv' })
    expect(told).toMatchObject({ name: 'list.csv' })
    const { lines } = (await ask(`/v1/imports/${String(told['id'])}/report`)) as { lines: Json[] }
    expect(lines.slice(0, 2).map(({ came }) => came)).toEqual([
      'a text with phone numbers',
      'a number of 11 digits',
    ])
    const kept = [JSON.stringify(await api.scan()), JSON.stringify(api.lines)]
    for (const file of await filesUnder(api.blobFolder)) kept.push(await readFile(file, 'utf8'))
    for (const text of kept) expect(text).not.toMatch(/612345678|jean@/)
  })

  it('opens as it was kept before reports had codes', async () => {
    await open()
    const told = await imported({
      kind: 'targets',
      text: 'adresse;logements\n22 rue Pétrelle;24\n9 rue X;2\n',
    })
    const id = String(told['id'])
    const column = {
      name: 'adresse',
      position: 1,
      field: 'address',
      why: 'its name says so',
      confidence: 0.95,
    }
    const item = (await api.scan()).find(({ data }) => (data as Json | null)?.['id'] === id)!
    const data = item.data as Json
    const mapping = { ...(data['mapping'] as Json), columns: [column], notes: ['an old note'] }
    const { version, ...written } = item
    await api.world.store.replace({ ...written, data: { ...data, mapping } }, version)
    const line = {
      line: 3,
      outcome: 'refused',
      field: 'address',
      came: '9 rue X',
      expected: 'a number and a street',
    }
    const folder = join('imports', 'demo', id)
    await api.world.blobs.remove(`${folder}/report-fr.csv`)
    await api.world.blobs.put(`${folder}/report-0.json`, new TextEncoder().encode(JSON.stringify([line])))
    for (const language of ['fr', 'en']) {
      const at = `/v1/imports/${id}`
      expect(await ask(`${at}?language=${language}`)).toMatchObject({
        mapping: { columns: [column], notes: ['an old note'] },
      })
      expect(await ask(`${at}/report?language=${language}`)).toMatchObject({ lines: [line] })
      expect((await ask(`${at}/report.csv?language=${language}`))['text']).toMatch(/^line,status,field,came/)
    }
  })

  it('that fails as a whole shows its columns, and is read once they are corrected', async () => {
    await open()
    const text = 'alpha;beta\nPetrelle 22;24\n'
    const failed = (await imported({ kind: 'targets', text, dryRun: true })) as {
      id: string
      status: string
      mapping: { columns: { name: string; field: string | null }[] }
    }
    expect(failed.status).toBe('failed')
    expect(failed.mapping.columns.map(({ name }) => name)).toEqual(['alpha', 'beta'])
    const french = await ask(`/v1/imports/${failed.id}?language=fr`)
    expect(french['error']).toMatchObject({
      detail: expect.stringContaining('ne dit où est un immeuble') as string,
    })
    const mapping = { fields: { address: 'alpha', doors: 'beta' } }
    expect(await imported({ kind: 'targets', text, mapping, dryRun: true })).toMatchObject({ status: 'done' })
  })

  it('tells what replacing would remove before it does', async () => {
    await open()
    const of = (id: string) => `id,lng,lat,doors\n${id},2.3476,48.8804,24\n`
    await imported({ kind: 'targets', text: of('one') })
    const told = { added: 1, updated: 0, unchanged: 0 }
    const wish = { kind: 'targets', text: of('two'), dryRun: true }
    expect((await imported(wish))['changes']).toEqual({ ...told, removed: 0 })
    expect((await imported({ ...wish, replace: true }))['changes']).toEqual({ ...told, removed: 1 })
  })

  it('replaces what was there when that is asked for', async () => {
    await open()
    await imported({ kind: 'targets', text: 'id,lng,lat,doors\none,2.3476,48.8804,24\n' })
    await imported({ kind: 'targets', text: 'id,lng,lat,doors\ntwo,2.3476,48.8804,24\n', replace: true })
    const after = await plan()
    const all = [...visited(after).map(({ id }) => id), ...after.leftOut.map(({ target }) => target)]
    expect(all).toContain('two')
    expect(all).not.toContain('one')
  })

  it('costs a plan and a list elsewhere nothing: only what lies near is read', async () => {
    await open()
    const lines = Array.from({ length: 40 }, (_, at) => `own-${at},2.3537,${48.879 + at / 1e5},24`)
    await imported({ kind: 'targets', text: ['id,lng,lat,doors', ...lines].join('\n') })
    const get = vi.spyOn(api.world.blobs, 'get')
    const readOfLists = () => get.mock.calls.filter(([name]) => name.includes('/lists/')).length
    const west = { area: { precincts: ['0918'] } }
    await plan(west)
    await ask(`/v1/targets?region=${REGION}&precincts=0918&limit=5`)
    expect(readOfLists()).toBe(0)
    // It is there for those who ask of the whole region.
    const { targets } = await ask(`/v1/targets?region=${REGION}&limit=5000`)
    expect((targets as { target: string }[]).filter(({ target }) => target.startsWith('own-'))).toHaveLength(
      40,
    )
    expect(readOfLists()).toBeGreaterThan(0)
  })

  it('costs commits, edits, visits and drafts elsewhere nothing, and is there for those that are about it', async () => {
    await open()
    const lines = Array.from({ length: 40 }, (_, at) => `own-${at},2.3537,${48.879 + at / 1e5},24`)
    await imported({ kind: 'targets', text: ['id,lng,lat,doors', ...lines].join('\n') })
    const get = vi.spyOn(api.world.blobs, 'get')
    const readOfLists = () => get.mock.calls.filter(([name]) => name.includes('/lists/')).length
    const west = { area: { precincts: ['0918'] }, startAt: '2027-03-14T14:00:00+01:00' }
    const report = (target: string, more: Json) => {
      const at = '2026-03-14T15:00:00+01:00'
      const visit = { id: `visit-of-${target}`, target, at, knocked: 1, opened: 1, ...more }
      return ask('/v1/visits', { method: 'POST', body: { region: REGION, visits: [visit] } })
    }
    const post = (path: string, status: number, body: Json = {}) =>
      ask(path, { method: 'POST', status, body })

    const draft = await plan(west)
    const first = await plan(west)
    const [walk] = first.walks as unknown as { walkId: string }[]
    const next = await post(`/v1/plans/${String(first['id'])}/edits`, 201, {
      edits: [{ type: 'key', target: first.leftOut[0]!.target }],
    })
    await post(`/v1/plans/${String(next['id'])}/commit`, 200)
    const [one, two] = visited(draft)
    expect(await report(one!.id, {})).toMatchObject({ accepted: [`visit-of-${one!.id}`] })
    expect(await report(two!.id, { walk: walk!.walkId })).toMatchObject({ accepted: [`visit-of-${two!.id}`] })
    await until(async () => (await ask(`/v1/plans/${String(draft['id'])}`))['stale'] !== null)
    expect(readOfLists()).toBe(0)

    expect(await report('own-3', {})).toMatchObject({ accepted: ['visit-of-own-3'], refused: [] })
    expect(readOfLists()).toBeGreaterThan(0)
    expect(await report('own-99', {})).toMatchObject({
      accepted: [],
      refused: [{ reason: 'unknown_target' }],
    })
  })

  it('may be uploaded, by whoever has the address', async () => {
    await open()
    const body = { region: REGION, kind: 'targets', name: 'big.csv' }
    const opened = await ask('/v1/imports', { method: 'POST', status: 201, body })
    const { url } = opened['upload'] as { url: string }
    const path = url.slice(url.indexOf('/uploads'))
    const start = `/v1/imports/${String(opened['id'])}/start`
    expect(await ask(start, { method: 'POST', status: 409 })).toMatchObject({ code: 'imports.upload' })
    const wrong = await api.call('/uploads?token=nobody', { method: 'PUT', body: 'x' })
    expect(await wrong.json()).toMatchObject({ status: 403, code: 'imports.upload_expired' })
    const headers = { 'Content-Type': 'text/csv' }
    const long = { ...headers, 'Content-Length': '100000001' }
    const refused = await api.call(path, { method: 'PUT', body: 'x', headers: long })
    expect(await refused.json()).toMatchObject({ status: 413, code: 'request.too_large' })
    expect(await filesUnder(join(api.blobFolder, 'uploads'))).toEqual([])
    const list = 'id,lng,lat,doors\none,2.3476,48.8804,24\n'
    const put = await api.call(path, { method: 'PUT', body: list, headers })
    expect(put.status).toBe(204)
    await ask(start, { method: 'POST', status: 202 })
    expect(await ended(opened['id'])).toMatchObject({ status: 'done', counts: { accepted: 1 } })
    expect(await filesUnder(join(api.blobFolder, 'uploads'))).toEqual([])
  })

  it('that cannot be read fails with words, and one that is cancelled stores nothing', async () => {
    await open()
    const told = await imported({ kind: 'targets', text: 'name,mail\nJean Petit,jean@example.org\n' })
    expect(told).toMatchObject({ status: 'failed', error: { code: 'list.columns' } })
    const { text } = await ask(`/v1/imports/${String(told['id'])}/report.csv`)
    expect(text).toMatch(/^line,status,field,came,became,expected\r?\n$/)
    const opened = await ask('/v1/imports', {
      method: 'POST',
      status: 201,
      body: { region: REGION, kind: 'targets' },
    })
    await ask(`/v1/imports/${String(opened['id'])}`, { method: 'DELETE', status: 204 })
    expect(await ask(`/v1/imports/${String(opened['id'])}`)).toMatchObject({ status: 'cancelled' })
    await ask(`/v1/imports/${String(opened['id'])}`, { method: 'DELETE', status: 204 })
    const gone = await ask(`/v1/imports/${String(opened['id'])}`, { status: 404 })
    expect(gone).toMatchObject({ code: 'imports.unknown' })
    const two = { region: REGION, kind: 'targets', text: 'a', base64: 'YQ==' }
    const twice = await ask('/v1/imports', { method: 'POST', status: 400, body: two })
    expect(twice).toMatchObject({ code: 'imports.two_lists' })
  })

  it('goes with its campaign', async () => {
    await open()
    await imported({ kind: 'targets', text: 'id,lng,lat,doors\none,2.3476,48.8804,24\n' })
    await ask('/v1/campaigns/demo', { method: 'DELETE', status: 204 })
    expect(await filesUnder(api.blobFolder)).toEqual([])
    expect(JSON.stringify(await api.scan())).not.toContain('one')
  })
})

describe('an opt-out', () => {
  it('closes an address for every later plan, whatever a request says, and for drafts', async () => {
    await open()
    const draft = await plan()
    const closed = draft.walks[0]!.stops[0]!.targets[0]!
    const [number, ...street] = closed.address!.split(' ')
    const told = await imported({ kind: 'opt_outs', text: `numero;rue\n${number};${street.join(' ')}\n` })
    expect(told).toMatchObject({ status: 'done', counts: { accepted: 1 } })
    const after = await plan({ targets: [{ id: closed.id, exclude: false, key: true, doors: 40 }] })
    expect(visited(after).map(({ id }) => id)).not.toContain(closed.id)
    expect(after.leftOut).toContainEqual(expect.objectContaining({ target: closed.id, reason: 'excluded' }))
    await ask(`/v1/plans/${String(draft['id'])}/commit`, { method: 'POST', status: 409 })
    expect(await ask(`/v1/plans/${String(draft['id'])}`)).toMatchObject({ stale: { reasons: ['excluded'] } })
    // It is added, never taken back by another list.
    const refused = await ask('/v1/imports', {
      method: 'POST',
      status: 400,
      body: { region: REGION, kind: 'opt_outs', text: 'numero;rue\n1;x\n', replace: true },
    })
    expect(refused).toMatchObject({ code: 'imports.opt_outs_stay' })
    await imported({ kind: 'opt_outs', text: 'numero;rue\n999;rue Condorcet\n' })
    expect(visited(await plan()).map(({ id }) => id)).not.toContain(closed.id)
  })

  it('may be a position: it closes the building next to it, and none that is far', async () => {
    await open()
    const [stop] = (await plan()).walks[0]!.stops
    const { id, location } = stop!.targets[0]!
    const far = [location[0], location[1] + 0.02]
    const text = `lng;lat\n${location.join(';')}\n${far.join(';')}\n`
    expect(await imported({ kind: 'opt_outs', text })).toMatchObject({ counts: { accepted: 1, refused: 1 } })
    expect(visited(await plan()).map((target) => target.id)).not.toContain(id)
  })
})

describe('an exclusion', () => {
  it('may be drawn: nothing in it is planned, until the drawing is replaced', async () => {
    await open()
    const first = await plan()
    const [lng, lat] = (first.walks[0]!.stops[0]! as unknown as { location: [number, number] }).location
    const ring = [
      [lng - 0.0005, lat - 0.0005],
      [lng + 0.0005, lat - 0.0005],
      [lng + 0.0005, lat + 0.0005],
      [lng - 0.0005, lat + 0.0005],
      [lng - 0.0005, lat - 0.0005],
    ]
    const feature = (coordinates: unknown, id: string) =>
      JSON.stringify({
        type: 'FeatureCollection',
        features: [{ type: 'Feature', id, properties: {}, geometry: { type: 'Polygon', coordinates } }],
      })
    const told = await imported({ kind: 'exclusions', text: feature([ring], 'yard'), name: 'yard.geojson' })
    expect(told).toMatchObject({ status: 'done', counts: { accepted: 1 } })
    const inside = visited(await plan()).filter((target) => {
      const [x, y] = (target as unknown as { location: [number, number] }).location
      return Math.abs(x - lng) < 0.0005 && Math.abs(y - lat) < 0.0005
    })
    expect(inside).toEqual([])
    const away = ring.map(([x, y]) => [x! + 0.01, y!])
    await imported({
      kind: 'exclusions',
      text: feature([away], 'other'),
      name: 'other.geojson',
      replace: true,
    })
    expect(visited(await plan()).map(({ id }) => id)).toEqual(visited(first).map(({ id }) => id))
  })

  it('of several parts closes all of them, in whichever order its coordinates stand', async () => {
    await open()
    const listed = async () =>
      (await ask(`/v1/targets?region=${REGION}&precincts=0925&limit=1000`))['targets'] as {
        target: string
        location: [number, number]
      }[]
    const targets = (await listed()).map(({ location }) => location)
    const corner = (of: (place: [number, number]) => number) => targets.toSorted((a, b) => of(a) - of(b))[0]!
    const parts = [corner(([lng]) => lng), corner(([lng]) => -lng)]
    const around = ([lng, lat]: [number, number]) =>
      [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
        [-1, -1],
      ].map(([east, north]) => [lng + east! * 0.0003, lat + north! * 0.0003])
    const leftOut = async (text: string) => {
      const told = await imported({ kind: 'exclusions', text, name: 'parts.geojson', replace: true })
      expect(told).toMatchObject({ status: 'done', counts: { accepted: 1 } })
      const { leftOut: counts } = (await plan())['summary'] as { leftOut: Record<string, number> }
      return counts['excluded'] ?? 0
    }
    const collection = (geometry: unknown) =>
      JSON.stringify({
        type: 'FeatureCollection',
        features: [{ type: 'Feature', id: 'parts', properties: {}, geometry }],
      })
    const [west, east] = parts.map((part) => [around(part)])
    const one = await leftOut(collection({ type: 'Polygon', coordinates: west }))
    const other = await leftOut(collection({ type: 'Polygon', coordinates: east }))
    expect(Math.min(one, other)).toBeGreaterThan(0)
    expect(await leftOut(collection({ type: 'MultiPolygon', coordinates: [west, east] }))).toBe(one + other)
    const turned = [west, east].map((rings) => rings!.map((ring) => ring.map(([lng, lat]) => [lat, lng])))
    expect(await leftOut(collection({ type: 'MultiPolygon', coordinates: turned }))).toBe(one + other)
  })

  it('that crosses itself, or is of several points, is refused with its place', async () => {
    await open()
    const bow = [
      [2.348, 48.879],
      [2.3492, 48.8798],
      [2.3492, 48.879],
      [2.348, 48.8798],
      [2.348, 48.879],
    ]
    const geometries = [
      { type: 'Polygon', coordinates: [bow] },
      { type: 'MultiPoint', coordinates: bow.slice(0, 2) },
    ]
    const features = geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry }))
    const text = JSON.stringify({ type: 'FeatureCollection', features })
    const told = await imported({ kind: 'exclusions', text, name: 'bow.geojson' })
    expect(told).toMatchObject({ counts: { accepted: 0, refused: 2 } })
    const { lines } = (await ask(`/v1/imports/${String(told['id'])}/report`)) as { lines: Json[] }
    expect(lines).toMatchObject([
      {
        field: 'place',
        came: '2.34860, 48.87940',
        expected: expect.stringContaining('does not cross itself') as string,
      },
      { field: 'place', came: '2 points', expected: 'a point or an outline' },
    ])
  })
})
