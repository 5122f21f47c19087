/** Nothing that the last release promised is broken unless the changelog says so; and what counts as broken. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { breaksBetween, unannounced } from '../../../scripts/document/breaking.ts'
import { type ApiDocument, type Schema, currentDocument } from '../../../scripts/document/current.ts'
import { releasedDocument } from '../../../scripts/document/released.ts'

const CHANGELOG = join(import.meta.dirname, '../../../CHANGELOG.md')

let now: ApiDocument
beforeAll(async () => {
  now = await currentDocument()
})

it('breaks nothing of the last release without a line under "Breaking"', async () => {
  const breaks = breaksBetween(await releasedDocument(), now)
  const hint = 'say so under "### Breaking" of CHANGELOG.md, with the call in backticks'
  expect(unannounced(breaks, await readFile(CHANGELOG, 'utf8')), hint).toEqual([])
})

it('finds nothing between a document and itself', () => expect(breaksBetween(now, now)).toEqual([]))

type Change = (document: ApiDocument) => void
const schema = (document: ApiDocument, name: string): Schema => document.components.schemas[name]!
const field = (document: ApiDocument, name: string, of: string): Schema =>
  schema(document, name).properties![of]!

function after(change: Change): ApiDocument {
  const changed = structuredClone(now)
  change(changed)
  return changed
}

describe('broken is', () => {
  it.each<[string, Change, string, RegExp]>([
    ['a call that is gone', (d) => void delete d.paths['/v1/areas']!['post'], 'POST /v1/areas', /is gone/],
    ['an event that is gone', (d) => void delete d.webhooks['walk.started'], 'walk.started', /is gone/],
    [
      'a scope less',
      (d) => void d.paths['/v1/walks']!['post']!['x-scopes']!.pop(),
      'POST /v1/walks',
      /reporter/,
    ],
    [
      'a field that must come',
      (d) => void schema(d, 'PlanRequest').required!.push('minutes'),
      'POST /v1/plans',
      /body\/minutes is required/,
    ],
    [
      'a field that is refused',
      (d) => void delete schema(d, 'PlanRequest').properties!['teamSize'],
      'POST /v1/plans',
      /body\/teamSize is refused/,
    ],
    [
      'a lower bound',
      (d) => void (field(d, 'VolunteerRequest', 'people')['maximum'] = 3),
      'POST /v1/plans',
      /people has another maximum: 3/,
    ],
    [
      'a value that is not taken',
      (d) => void field(d, 'ReplanRequest', 'keep').enum!.pop(),
      'POST /v1/plans/{planId}/replan',
      /keep does not take "least"/,
    ],
    [
      'a field of an answer that is gone',
      (d) => void delete schema(d, 'WalkTarget').properties!['doors'],
      'GET /v1/walks/{walkId}',
      /targets\/\*\/doors is gone/,
    ],
    [
      'a field of an answer that may be absent',
      (d) => void schema(d, 'StoredWalk').required!.splice(0, 1),
      'GET /v1/walks/{walkId}',
      /walkId may be absent/,
    ],
    [
      'a null that was none',
      (d) => void (field(d, 'StoredArea', 'label').type = ['string', 'null']),
      'GET /v1/areas',
      /label is string, not string or null/,
    ],
    [
      'a field of a message that is gone',
      (d) => void delete schema(d, 'PlanCompleted').properties!['href'],
      'plan.completed',
      /href is gone/,
    ],
    [
      'a header that is gone',
      (d) => void delete d.paths['/v1/areas']!['post']!.responses['201']!.headers!['Location'],
      'POST /v1/areas',
      /no header Location/,
    ],
    [
      'a parameter that must come',
      (d) => void (d.paths['/v1/areas']!['get']!.parameters[0]!.required = true),
      'GET /v1/areas',
      /cursor is required/,
    ],
    [
      'a kind of object that is told otherwise, beside a new one',
      (d) => {
        const { anyOf } = schema(d, 'AreaKept')
        anyOf!.splice(2, 1, { $ref: '#/components/schemas/Walk' }, { $ref: '#/components/schemas/Region' })
      },
      'GET /v1/areas/{areaId}',
      /area\/\w+ is gone/,
    ],
    [
      'a shape that is not taken',
      (d) => void schema(d, 'AreaRequest').anyOf!.pop(),
      'POST /v1/plans',
      /body\/area\/\w+ is (refused|required)/,
    ],
  ])('%s', (_, change, where, what) => {
    const found = breaksBetween(now, after(change)).filter((each) => each.where === where)
    expect(found.map((each) => each.what).join('\n')).toMatch(what)
    expect(unannounced(found, '## Unreleased\n\n### Added\n\n- Something.\n')).toEqual(found)
    expect(unannounced(found, `## Unreleased\n\n### Breaking\n\n- \`${where}\`: that.\n`)).toEqual([])
    expect(
      unannounced(found, `## Unreleased\n\n## 1.0.0\n\n### Breaking\n\n- \`${where}\`: that.\n`),
    ).toEqual(found)
  })
})

describe('no more than a gain is', () => {
  it.each<[string, Change]>([
    ['a call more', (d) => void (d.paths['/v1/more'] = d.paths['/v1/areas']!)],
    ['a field more in an answer', (d) => void (schema(d, 'Walk').properties!['more'] = { type: 'string' })],
    [
      'a field more that may come',
      (d) => void (schema(d, 'PlanRequest').properties!['more'] = { type: 'string' }),
    ],
    ['a wider bound', (d) => void (field(d, 'VolunteerRequest', 'people')['maximum'] = 30)],
    ['a value more that is taken', (d) => void field(d, 'ReplanRequest', 'keep').enum!.push('all')],
    ['a code more', (d) => void schema(d, 'ProblemCode').enum!.push('plan.new')],
    ['a reason more', (d) => void schema(d, 'LeftOutReason').enum!.push('outside_area')],
    ['a shape more', (d) => void schema(d, 'AreaRequest').anyOf!.push({ type: 'string' })],
    [
      'a shape more that is told',
      (d) => void schema(d, 'AreaKept').anyOf!.push({ $ref: '#/components/schemas/Walk' }),
    ],
    ['other words', (d) => void (schema(d, 'Walk').description = 'a way')],
  ])('%s', (_, change) => expect(breaksBetween(now, after(change))).toEqual([]))
})
