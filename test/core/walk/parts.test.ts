import { describe, expect, it } from 'vitest'
import { PLAIN_PRIORITY, type PriorityScale, TOP_PRIORITY } from '@doorwalk/core/building/priority'
import type { Candidate } from '@doorwalk/core/building/select'
import { timeAfter, timeOf } from '@doorwalk/core/walk/clock-time'
import { reasonFor } from '@doorwalk/core/walk/reason'
import { reservesOf } from '@doorwalk/core/walk/reserve'
import type { Language } from '@doorwalk/core/words/languages'
import { aCandidate } from '../../support/worlds/builders.ts'

describe('clock times', () => {
  it.each([
    ['2026-03-14T14:00:00+01:00', 90, '2026-03-14T14:01:30+01:00'],
    ['2026-03-14T23:59:30Z', 45, '2026-03-15T00:00:15Z'],
    ['2026-03-14T22:00:00-05:00', 7200, '2026-03-15T00:00:00-05:00'],
  ])('%s + %i s = %s', (start, seconds, end) => {
    expect(timeAfter(start, seconds)).toBe(end)
  })

  it('tells a clock’s milliseconds in UTC', () => {
    expect(timeOf(0)).toBe('1970-01-01T00:00:00Z')
  })
})

describe('reserves', () => {
  // Six places on a line, 60 s apart; walks at 0 and 5; 1…4 are free, each of 600 s.
  const durations = Int32Array.from({ length: 36 }, (_, i) => Math.abs(Math.floor(i / 6) - (i % 6)) * 600)
  const reserves = (
    budgets: number[],
    isKey = (_: number) => false,
    mayDo = (_stop: number, _walk: number) => true,
  ) =>
    reservesOf({
      routes: [[0], [5]],
      budgets,
      unserved: [1, 2, 3, 4],
      matrix: { size: 6, durations },
      place: (s) => s,
      service: () => 6000,
      mayDo,
      isKey,
    })

  it('go to the nearest walk, nearest first', () => {
    expect(reserves([7200, 7200])).toEqual([
      [1, 2],
      [4, 3],
    ])
  })

  it('begin with key buildings', () => {
    expect(reserves([1800, 1800], (stop) => stop === 2)).toEqual([[2], [4]])
    expect(reserves([1800, 1800], (stop) => stop === 4 || stop === 3)).toEqual([[3], [4]])
  })

  it('are for those who may do them', () => {
    expect(reserves([7200, 7200], undefined, (stop, walk) => stop !== 1 || walk === 1)).toEqual([
      [2],
      [4, 3, 1],
    ])
  })

  it('stop at about 30 % of the minutes: 600 s are enough for 1,800 s of walk', () => {
    expect(reserves([1800, 7200])).toEqual([[1], [4, 3, 2]])
  })
})

describe('key buildings', () => {
  it('say why in the walk’s language', () => {
    const candidate = aCandidate({ doors: 24, precinct: '0925' })
    const scale = {
      field: 'taux_abstention',
      byPrecinct: new Map(),
      raw: new Map([['0925', 38]]),
      fallback: 75,
    }
    const why = (of: Partial<Candidate>, language: Language, by: PriorityScale | null = scale) =>
      reasonFor({ ...candidate, ...of }, { scale: by, seconds: 1440, language })
    const shares = { ...scale, raw: new Map([['0925', 0.384]]) }
    const votes = { ...scale, field: 'inscrits', raw: new Map([['0925', 1204]]) }
    const priority = 75
    const plain = { ...candidate, priority: PLAIN_PRIORITY }
    expect(why({ priority }, 'en')).toBe('24 doors; abstention 38 % at station 0925')
    expect(why({ priority }, 'fr')).toBe('24 portes\u202f; abstention 38 % au bureau 0925')
    expect(why({ priority }, 'fr', shares)).toBe('24 portes\u202f; abstention 38,4 % au bureau 0925')
    expect(why({ priority }, 'en', votes)).toBe('24 doors; inscrits 1204 at station 0925')
    expect(why({ priority, precinct: '0926' }, 'en')).toBe('24 doors; station 0926')
    expect(why({ priority: 80 }, 'en')).toBe('24 doors; priority 80')
    expect(why(plain, 'fr', null)).toBe('24 portes\u202f; 24 min de travail')
    expect(why({ key: true, priority: 80 }, 'en', null)).toBe('key building; 24 doors; priority 80')
    expect(why({ key: true, priority: TOP_PRIORITY }, 'fr')).toBe(
      'immeuble-clé\u202f; 24 portes\u202f; abstention 38 % au bureau 0925',
    )
  })
})
