/** A ranking of a region without precincts is refused, and the ledger counts doors up to a moment. */
import { describe, expect, it } from 'vitest'
import { tallyOf } from '@doorwalk/core/ranking/knocked'
import { makeRanking } from '@doorwalk/core/ranking/make-ranking'
import { NewRanking } from '@doorwalk/core/ranking/ranking-request'
import { aManifest } from '../../support/worlds/builders.ts'

it('needs precincts or squares', async () => {
  const wish = NewRanking.parse({ name: 'a', region: 'test', formula: { preset: 'cover' } })
  const regions = {
    list: () => Promise.resolve([]),
    manifest: () => Promise.resolve(aManifest()),
    read: () => Promise.reject(new Error('there is nothing to read')),
  }
  await expect(makeRanking(regions, { wish, version: 'v1' })).rejects.toMatchObject({
    code: 'ranking.no_areas',
    errors: [{ pointer: '/region' }],
  })
})

describe('doors knocked at by the ledger', () => {
  const at = (time: string) => Date.parse(time)
  const attempt = (id: string, time: string, knocked: number) => ({
    ...{ id, at: time, knocked, opened: 0, refused: 0, revisit: 0, optedOut: 0 },
    ...{ noAccess: false, scope: 'doors' as const },
  })

  it('are counted up to the moment, and never more than there are', () => {
    const attempts = [attempt('a', '2026-03-02T15:00:00Z', 8), attempt('b', '2026-03-08T15:00:00Z', 9)]
    const record = { doors: 12, attempts }
    expect(tallyOf(12, record, at('2026-03-01T00:00:00Z'))).toEqual({
      doors: 12,
      knocked: 0,
      last: -Infinity,
    })
    expect(tallyOf(12, record, at('2026-03-05T00:00:00Z'))).toMatchObject({ knocked: 8 })
    const all = { doors: 12, knocked: 12, last: at('2026-03-08T15:00:00Z') }
    expect(tallyOf(12, record, at('2026-03-09T00:00:00Z'))).toEqual(all)
  })

  it('of small targets are all or none: only a state is kept', () => {
    const rounds = ['2026-03-02 afternoon', '2026-03-08 evening']
    const small = { state: 'not_before' as const, rounds, at: '2026-03-08T18:00:00+01:00' }
    const tally = (time: string) => tallyOf(4, { doors: 4, small }, at(time))
    expect(tally('2026-03-09T00:00:00Z')).toEqual({ doors: 4, knocked: 4, last: at('2026-03-08T17:00:00Z') })
    // Before the last visit only the days of earlier ones are known.
    expect(tally('2026-03-05T00:00:00Z')).toEqual({ doors: 4, knocked: 4, last: at('2026-03-03T00:00:00Z') })
    expect(tally('2026-03-01T00:00:00Z')).toEqual({ doors: 4, knocked: 0, last: -Infinity })
    const free = { state: 'free' as const, rounds: [], at: '2026-03-08T18:00:00+01:00' }
    expect(tallyOf(4, { doors: 4, small: free }, at('2026-03-09T00:00:00Z')).knocked).toBe(0)
  })
})
