/** Imports that were a mistake are seen and taken back; lines of a list that were doubtful are decided by a person. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEntries } from '@doorwalk/functions/buildings/imported-lists'
import type { ListKind } from '@doorwalk/functions/ports/imports'
import { type TestApi, openTestApi } from '../../support/servers/api.ts'
import { until } from '../../support/until.ts'
import { BUNDLED } from '../../support/worlds/regions.ts'

const REGION = 'paris-9e-10e'
const OVER = ['done', 'failed', 'taken_back']

type Json = Record<string, unknown>

let api: TestApi
beforeAll(async () => void (api = await openTestApi({ regionRoots: [BUNDLED] })))
afterAll(() => api.close())

/** A campaign of its own, for each test. */
async function open(campaign: string) {
  const key = await api.key(campaign, 'organiser')
  async function ask(
    path: string,
    status = 200,
    more: { method?: string; body?: unknown } = {},
  ): Promise<Json> {
    const answer = await api.call(path, { key, ...more })
    const text = await answer.text()
    expect(answer.status, text.slice(0, 500)).toBe(status)
    return (text === '' ? {} : JSON.parse(text)) as Json
  }
  async function ended(id: unknown): Promise<Json> {
    const path = `/v1/imports/${String(id)}`
    await until(async () => OVER.includes(String((await ask(path))['status'])))
    return ask(path)
  }
  async function imported(body: Json): Promise<Json> {
    const wish = { method: 'POST', body: { region: REGION, kind: 'targets', ...body } }
    return ended((await ask('/v1/imports', 202, wish))['id'])
  }
  const backOf = ({ id }: Json) => `/v1/imports/${String(id)}/take-back`
  async function takeBack(one: Json): Promise<Json> {
    await ask(backOf(one), 202, { method: 'POST' })
    return ended(one['id'])
  }
  /** What counts, by key. */
  async function entries(kind: ListKind = 'targets'): Promise<Json> {
    const lists = await readEntries(api.world, { campaign, region: REGION, kind })
    return Object.fromEntries(
      lists.flat().map(({ key: name, targets, ids }) => [name, targets?.[0]?.doors ?? ids]),
    )
  }
  const report = async ({ id }: Json) =>
    (await ask(`/v1/imports/${String(id)}/report`))['lines'] as (Json & {
      candidates?: { targets: string[] }[]
    })[]
  return { ask, imported, takeBack, backOf, entries, report }
}

const halls = (doors: Record<string, number>): string =>
  `id;lng;lat;logements\n${Object.entries(doors)
    .map(([id, count]) => `${id};2.3476;48.8804;${count}\n`)
    .join('')}`

describe('an import that was a mistake', () => {
  it('is listed, and what it changed is as before, but for what a later one has said', async () => {
    const { ask, imported, takeBack, backOf, entries } = await open('listed')
    await imported({ name: 'first.csv', text: halls({ a: 12, b: 20 }) })
    const mistake = await imported({ name: 'mistake.csv', text: halls({ a: 99, b: 98, c: 97 }) })
    const last = await imported({ name: 'last.csv', text: halls({ b: 21, d: 5 }) })
    await imported({ name: 'trial.csv', text: halls({ e: 1 }), dryRun: true })
    const { imports } = (await ask(`/v1/imports?region=${REGION}&kind=targets`)) as { imports: Json[] }
    expect(imports.map(({ name }) => name)).toEqual(['last.csv', 'mistake.csv', 'first.csv'])
    expect(imports[1]).toMatchObject({
      ...{ status: 'done', canTakeBack: true, takenBack: null },
      counts: { accepted: 3, doors: 294 },
    })
    expect(await ask('/v1/imports?kind=exclusions')).toMatchObject({ imports: [] })
    expect(await takeBack(mistake)).toMatchObject({
      ...{ status: 'taken_back', canTakeBack: false },
      takenBack: { removed: 1, restored: 1, kept: 1 },
    })
    expect(await entries()).toEqual({ a: 12, b: 21, d: 5 })
    // Said again it changes nothing.
    expect(await ask(backOf(mistake), 202, { method: 'POST' })).toMatchObject({ status: 'taken_back' })
    // What it found is not that of the one that is gone.
    await takeBack(last)
    expect(await entries()).toEqual({ a: 12, b: 20 })
  })

  it('opens and closes what its exclusions had closed and opened', async () => {
    const { imported, takeBack, entries } = await open('closed')
    const kind = 'exclusions'
    await imported({ kind, text: 'adresse\n22 rue Pétrelle\n' })
    const before = await entries(kind)
    const mistake = await imported({ kind, replace: true, text: 'adresse\n24 rue Pétrelle\n' })
    expect(await entries(kind)).not.toEqual(before)
    expect(await takeBack(mistake)).toMatchObject({ takenBack: { removed: 1, restored: 1 } })
    expect(await entries(kind)).toEqual(before)
  })

  it('stays where nobody may, or can, take it back', async () => {
    const { ask, imported, backOf, entries } = await open('stays')
    const optOuts = await imported({ kind: 'opt_outs', text: 'adresse\n22 rue Pétrelle\n' })
    const trial = await imported({ text: halls({ a: 1 }), dryRun: true })
    for (const one of [optOuts, trial]) {
      expect(one['canTakeBack']).toBe(false)
      expect(await ask(backOf(one), 409, { method: 'POST' })).toMatchObject({ code: 'imports.stays' })
    }
    const stored = await imported({ text: halls({ a: 1 }) })
    const stranger = await open('stranger')
    await stranger.ask(backOf(stored), 404, { method: 'POST' })
    expect(await stranger.ask('/v1/imports')).toEqual({ imports: [], next: null })
    // One that is forgotten is told no more, and those before it still know what it has said.
    const later = await imported({ name: 'secret.csv', text: halls({ a: 2, b: 3 }) })
    await ask(`/v1/imports/${String(later['id'])}`, 204, { method: 'DELETE' })
    await ask(backOf(later), 404, { method: 'POST' })
    expect(JSON.stringify(await ask('/v1/imports'))).not.toContain('secret')
    expect(JSON.stringify(await api.scan())).not.toContain('secret.csv')
    await ask(backOf(stored), 202, { method: 'POST' })
    await until(async () => (await ask(`/v1/imports/${String(stored['id'])}`))['status'] === 'taken_back')
    expect(await entries()).toEqual({ a: 2, b: 3 })
  })
})

describe('a doubtful line', () => {
  it('is about the building that a person chooses, and a number is right where a person says so', async () => {
    const { imported, entries, report } = await open('chosen')
    const text = 'id;adresse;logements\na;9 rue de la Tour;24\nb;22 rue Pétrelle;1 034\n'
    const trial = await imported({ text, dryRun: true })
    expect(trial).toMatchObject({ counts: { accepted: 0, doubtful: 2, repaired: 0 } })
    const lines = await report(trial)
    const choices = lines.map(({ line, candidates }) => ({ line, target: candidates![0]!.targets[0] }))
    expect(choices.map(({ line }) => line)).toEqual([2, 3])
    const stored = await imported({ text, choices })
    expect(stored).toMatchObject({ status: 'done', counts: { accepted: 2, doubtful: 0 } })
    expect(Object.keys(await entries()).sort()).toEqual(['a', 'b'])
    // It is told all the same.
    expect(await report(stored)).toContainEqual(
      expect.objectContaining({ line: 3, outcome: 'unlikely', field: 'doors', came: '1034' }),
    )
  })

  it('cannot be chosen for where the choice has no effect: then nothing is stored', async () => {
    const { ask, imported, entries } = await open('unchosen')
    const text = 'adresse;logements\n22 rue Pétrelle;24\n'
    for (const choice of [
      { line: 9, target: 'osm:w1' },
      { line: 2, target: 'nowhere' },
    ])
      expect(await imported({ text, choices: [choice] })).toMatchObject({
        ...{ status: 'failed', canTakeBack: false },
        error: { code: 'imports.choice', detail: expect.stringContaining(`line ${choice.line}`) as string },
      })
    const twice = [1, 2].map((at) => ({ line: 2, target: `t${at}` }))
    const wish = { region: REGION, kind: 'targets', text, choices: twice }
    expect(await ask('/v1/imports', 400, { method: 'POST', body: wish })).toMatchObject({
      code: 'imports.choice',
    })
    expect(await entries()).toEqual({})
  })

  it('is one with few or many doors beside those of the map only where they can hardly be right', async () => {
    const { imported, report } = await open('warned')
    const trial = await imported({
      dryRun: true,
      text: 'id;adresse;lng;lat;logements\na;22 rue Pétrelle;;;2\nb;24 rue Pétrelle;;;130\nc;;2,3476;48,8804;400\nd;;2,3470;48,8800;40\n',
    })
    expect(trial).toMatchObject({ counts: { accepted: 4 } })
    const warned = (await report(trial)).filter(({ outcome }) => outcome === 'unlikely')
    expect(warned.map(({ line, came }) => [line, came])).toEqual([
      [3, '130'],
      [4, '400'],
    ])
    expect(warned[0]!['expected']).toMatch(/nearer to what the map expects there \(\d+ doors\)/)
  })
})
