import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY, doorsDue, ledgerView } from '@doorwalk/core/ledger/due'
import { Visit } from '@doorwalk/core/ledger/visit'
import { aTarget } from '../../support/worlds/builders.ts'

const NOW = '2026-03-14T18:30:00+01:00'
const YESTERDAY_AFTERNOON = '2026-03-13T15:00:00+01:00'
const YESTERDAY_EVENING = '2026-03-13T18:00:00+01:00'
const visit = (over: Partial<Visit>) =>
  Visit.parse({ id: 'visit-0001', target: 'osm:w1', at: YESTERDAY_AFTERNOON, ...over })
const due = (...visits: Visit[]) => doorsDue({ doors: 20 }, visits, NOW, DEFAULT_POLICY)

describe('doors due of a target of 20', () => {
  it.each<[string, Visit[], number]>([
    ['all without a visit', [], 20],
    [
      '20 − 5 opened − 1 refused − 1 opted out = 13 on another day and daypart',
      [visit({ knocked: 20, opened: 5, refused: 1, optedOut: 1 })],
      13,
    ],
    ['doors to revisit stay left: 20 − (5 − 2) = 17', [visit({ knocked: 20, opened: 5, revisit: 2 })], 17],
    ['none an hour later', [visit({ at: '2026-03-14T17:30:00+01:00', knocked: 20, opened: 5 })], 0],
    [
      'those not reached yet at once: 20 − 8',
      [visit({ at: '2026-03-14T17:30:00+01:00', knocked: 8, opened: 8 })],
      12,
    ],
    ['none at the same daypart', [visit({ at: YESTERDAY_EVENING, knocked: 20 })], 0],
    [
      'none after two rounds',
      [visit({ knocked: 20 }), visit({ id: 'visit-0002', at: '2026-03-12T10:00:00+01:00', knocked: 20 })],
      0,
    ],
    ['none after an opt-out of the whole target', [visit({ knocked: 1, optedOut: 1, scope: 'target' })], 0],
    ['all again after one shut street door', [visit({ noAccess: true })], 20],
    ['none soon after a shut street door', [visit({ at: '2026-03-14T17:30:00+01:00', noAccess: true })], 0],
    [
      'none after two shut street doors',
      [visit({ noAccess: true }), visit({ id: 'visit-0002', noAccess: true })],
      0,
    ],
  ])('%s', (_, visits, doors) => {
    expect(due(...visits)).toBe(doors)
  })

  it('a visit sent twice counts once', () => {
    const view = ledgerView([visit({ knocked: 20, opened: 5 }), visit({ knocked: 20, opened: 5 })], {
      at: NOW,
    })
    expect(view(aTarget({ doors: 20 }))).toEqual({ doors: 15 })
  })

  it('visitedSince leaves out whatever was visited from then on', () => {
    const visits = [visit({ knocked: 1 })]
    expect(ledgerView(visits, { at: NOW, visitedSince: '2026-03-01T00:00:00Z' })(aTarget())).toEqual({
      reason: 'visited',
    })
    expect(ledgerView(visits, { at: NOW, visitedSince: '2026-03-14T00:00:00Z' })(aTarget())).toEqual({
      doors: 10,
    })
  })

  it.each([
    ['a name', { name: 'Ada' }],
    ['free text', { note: 'nice' }],
    ['more opened than knocked', { knocked: 1, opened: 2 }],
    ['a knock without access', { noAccess: true, knocked: 1 }],
  ])('refuses %s', (_, over) => {
    expect(Visit.safeParse({ id: 'visit-0001', target: 'osm:w1', at: NOW, ...over }).success).toBe(false)
  })
})
