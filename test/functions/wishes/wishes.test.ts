/**
 * Every field of a request, in every call that plans: what it promises holds of stops and of reserves, and would not
 * hold if the call dropped it. `npm test` asks one call for each field, `npm run test:long` all.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PlanRequest, TargetOverride, VolunteerRequest } from '@doorwalk/core/request/request'
import type { Walk } from '@doorwalk/core/walk/answer'
import { NewBatch } from '@doorwalk/functions/batches/request'
import { NewWalk } from '@doorwalk/functions/walks/now'
import { IS_LONG } from '../../support/length.ts'
import { CALLS, type Call, type Outcome, type Scene, openScene } from '../../support/wishes/calls.ts'
import { type Field, NO_FIELD } from '../../support/wishes/field.ts'
import { FIELDS } from '../../support/wishes/fields.ts'

let scene: Scene
beforeAll(async () => void (scene = await openScene()))
afterAll(() => scene.close())

const answers = new Map<string, Promise<Outcome>>()

/** Of the call with the field, or without it: as if it dropped it. */
function outcomeOf(call: Call, { given, otherwise, before }: Field, isGiven: boolean): Promise<Outcome> {
  const { quarter } = scene
  const asked = isGiven ? given(quarter) : (otherwise?.(quarter) ?? {})
  const key = JSON.stringify([call, asked, before?.toString()])
  const answer =
    answers.get(key) ?? scene.ask(call, asked, before && ((campaign) => before(campaign, quarter)))
  answers.set(key, answer)
  return answer
}

/** What can be said of the field in this call, and whether it holds. */
function holds(call: Call, field: Field, outcome: Outcome): Record<string, boolean> {
  const { stops, reserves, told } = field
  // A shortened walk has no reserves.
  const checks = { stops, ...(call === 'shorten' ? {} : { reserves }), told }
  return Object.fromEntries(
    Object.entries(checks).flatMap(([name, check]) =>
      typeof check === 'function' ? [[name, check(outcome, scene.quarter)]] : [],
    ),
  )
}

const walked = (walks: Walk[]) =>
  walks.map(({ stops, legs }) => [stops.map(({ targets }) => targets.map(({ id }) => id)), legs])

const cells = FIELDS.flatMap((field, index) => {
  const calls = CALLS.filter((call) => field.except?.[call] === undefined)
  return (IS_LONG ? calls : [calls[index % calls.length]!]).map((call) => ({ call, field }))
})

describe.each(CALLS)('a %s keeps', (call) => {
  it.each(cells.filter((cell) => cell.call === call).map(({ field }) => [field.name, field] as const))(
    '%s',
    async (_, field) => {
      const given = await outcomeOf(call, field, true)
      const dropped = await outcomeOf(call, field, false)
      const kept = holds(call, field, given)
      expect(Object.keys(kept).length, 'something to hold').toBeGreaterThan(0)
      const all = (value: boolean) => Object.fromEntries(Object.keys(kept).map((name) => [name, value]))
      expect.soft(kept, 'with it').toEqual(all(true))
      expect.soft(holds(call, field, dropped), 'without it').toEqual(all(false))
      if (field.changesWalks) expect(walked(given.walks)).not.toEqual(walked(dropped.walks))
    },
  )
})

describe('the table', () => {
  const { shape } = PlanRequest
  const within = (name: string, inner: object) => Object.keys(inner).map((field) => `${name}.${field}`)

  it('has a row for every field of a plan request, and no other', () => {
    const fields = [
      ...Object.keys(shape),
      ...shape.priority.unwrap().options.flatMap((each) => within('priority', each.shape)),
      ...within('skip', shape.skip.unwrap().shape),
      ...within('targets', TargetOverride.shape),
      ...within('volunteers', VolunteerRequest.shape),
    ]
    expect(FIELDS.map(({ name }) => name).toSorted()).toEqual(fields.toSorted())
  })

  it('says of no call that it has no such field where it has', () => {
    const own: Partial<Record<Call, object>> = { 'walk now': NewWalk.shape, batch: NewBatch.shape }
    for (const { name, except = {} } of FIELDS)
      for (const [call, why] of Object.entries(except))
        if (why === NO_FIELD)
          expect(Object.keys(own[call as Call] ?? {}), `${call}: ${name}`).not.toContain(name)
  })
})
