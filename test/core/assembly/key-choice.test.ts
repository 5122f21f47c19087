import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import type { Candidate, Selection } from '@doorwalk/core/building/select'
import { isKey, openKeyTally, workAt } from '@doorwalk/core/assembly/key-choice'
import { planWalks } from '@doorwalk/core/plan'
import { PlanRequest } from '@doorwalk/core/request/request'
import { runs } from '../../support/length.ts'
import { aCandidate, aTarget } from '../../support/worlds/builders.ts'
import { bundledRegion } from '../../support/worlds/regions.ts'

const selection = (candidates: Candidate[]): Selection => ({ candidates, leftOut: [], warnings: [] })
/** Doors of each, and how it is entered. */
const anyArea = fc.array(
  fc.record({
    doors: fc.integer({ min: 1, max: 40 }),
    kind: fc.constantFrom('house' as const, 'flats' as const),
  }),
  { minLength: 1, maxLength: 60 },
)
const candidatesOf = (area: { doors: number; kind: 'house' | 'flats' }[]): Candidate[] =>
  area.map((of, index) => {
    const target = aTarget({ ...of, id: `osm:w${index}`, access: of.kind === 'house' ? 'open' : 'unknown' })
    return aCandidate({ target, prize: of.doors * (of.kind === 'house' ? 1 : 0.7) })
  })

function chosen(candidates: Candidate[], share: number | undefined, parts: Candidate[][] = [candidates]) {
  const tally = openKeyTally(share, DEFAULT_ASSUMPTIONS)
  for (const part of parts) tally.add(selection(part))
  const rule = tally.end()
  return { rule, keys: candidates.filter((candidate) => isKey(candidate, rule, DEFAULT_ASSUMPTIONS)) }
}

const prizeOf = (list: Candidate[]) => list.reduce((sum, { prize }) => sum + prize, 0)
const rateOf = (candidate: Candidate) => candidate.prize / workAt(candidate, DEFAULT_ASSUMPTIONS)

describe('key buildings that the plan chooses', () => {
  it('are the fewest of most prize per minute that hold the share, however the area is cut', () => {
    fc.assert(
      fc.property(anyArea, fc.double({ min: 0.01, max: 1, noNaN: true }), fc.nat(59), (area, share, at) => {
        const candidates = candidatesOf(area)
        const { keys } = chosen(candidates, share)
        const wanted = share * prizeOf(candidates)
        expect(prizeOf(keys)).toBeGreaterThanOrEqual(wanted - 0.011)
        const others = candidates.filter((one) => !keys.includes(one))
        const least = Math.min(...keys.map(rateOf))
        for (const other of others) expect(rateOf(other)).toBeLessThanOrEqual(least * 1.0001)
        const without = Math.min(
          ...keys.filter((key) => rateOf(key) <= least * 1.0001).map(({ prize }) => prize),
        )
        expect(prizeOf(keys) - without).toBeLessThan(wanted + 0.011)
        const cut = [candidates.slice(at), candidates.slice(0, at)]
        expect(chosen(candidates, share, cut).keys).toEqual(keys)
      }),
      runs({ short: 60, long: 1_000 }),
    )
  })

  it('are none for a share of 0, all for 1, and about a seventh of the prize by default', () => {
    const candidates = candidatesOf(
      Array.from({ length: 40 }, (_, n) => ({ doors: 1 + (n % 9), kind: 'flats' })),
    )
    expect(chosen(candidates, 0).keys).toEqual([])
    expect(chosen(candidates, 1).keys).toEqual(candidates)
    const share = prizeOf(chosen(candidates, undefined).keys) / prizeOf(candidates)
    expect(share).toBeGreaterThanOrEqual(0.15)
    expect(share).toBeLessThan(0.2)
  })

  it('are none where the request names one, even one that cannot be on a walk', () => {
    const candidates = candidatesOf([
      { doors: 9, kind: 'flats' },
      { doors: 3, kind: 'flats' },
    ])
    const named = [
      { ...candidates[0]!, key: false },
      { ...candidates[1]!, key: true },
    ]
    expect(chosen(named, undefined).keys).toEqual([named[1]])
    const tally = openKeyTally(undefined, DEFAULT_ASSUMPTIONS)
    tally.add({ ...selection(candidates), leftOut: [{ target: 'osm:w9', reason: 'visited', key: true }] })
    expect(tally.end().by).toBe('request')
  })

  it('are marked on the walks of a plan, with why in numbers, and change no walk', async () => {
    const { regions, region } = bundledRegion()
    const plan = (keyShare: number | undefined) =>
      planWalks(
        PlanRequest.parse({
          ...{ region, volunteers: 3, minutes: 60, area: { precincts: ['0925'] }, language: 'en' },
          ...{ priority: { field: 'taux_abstention' }, iterations: 2_000, keyShare },
        }),
        {
          regions,
          clock: { now: () => Date.parse('2026-03-14T12:00:00Z') },
          id: (prefix) => `${prefix}_test`,
        },
      )
    const [plain, none] = [await plan(undefined), await plan(0)]
    const targets = plain.walks.flatMap(({ stops }) => stops.flatMap((stop) => stop.targets))
    const keys = targets.filter(({ key }) => key)
    expect(keys.length).toBeGreaterThan(0)
    expect(plain.summary.keys).toMatchObject({ by: 'plan', reached: keys.length })
    expect(plain.summary.keys!.of).toBeGreaterThanOrEqual(keys.length)
    for (const { doors, why } of keys) expect(why).toBe(`${doors} doors; abstention 38 % at station 0925`)
    expect(none.summary.keys).toEqual({ by: 'plan', reached: 0, of: 0 })
    const unmarked = { ...plain, summary: { ...plain.summary, keys: none.summary.keys } }
    expect(JSON.parse(JSON.stringify(unmarked), withoutKeys)).toEqual(JSON.parse(JSON.stringify(none)))
  })
})

function withoutKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('why' in value)) return value
  const { key: _key, why: _why, ...rest } = value as Record<string, unknown>
  return rest
}
