import { describe, expect, it } from 'vitest'
import type { DoorWork } from '@doorwalk/core/building/door-time'
import { DEFAULT_ASSUMPTIONS, doorSeconds } from '@doorwalk/core/building/door-time'

const flats: DoorWork = { kind: 'flats', access: 'unknown', floors: 4, doors: 10, hands: 1, paysEntry: true }

describe('seconds at a target', () => {
  // A door: 35 + 0.3 × 180 = 89 s.
  it.each<[string, Partial<DoorWork>, number]>([
    ['a house of one door: 89', { kind: 'house', doors: 1, floors: 2 }, 89],
    ['flats behind an unknown door: 60 + 0.7 × (4 × 15 + 10 × 89) = 725', {}, 725],
    ['an open street door is always passed: 60 + 1 × 950 = 1010', { access: 'open' }, 1010],
    ['two who knock apart: 60 + 0.7 × (60 + 5 × 89) = 413.5', { hands: 2 }, 413.5],
    ['three share ten doors: the slowest does four: 60 + 0.7 × (60 + 4 × 89) = 351.2', { hands: 3 }, 351.2],
    ['a further part does not pay the street door again: 665', { paysEntry: false }, 665],
  ])('%s', (_, over, seconds) => {
    expect(doorSeconds({ ...flats, ...over }, DEFAULT_ASSUMPTIONS)).toBeCloseTo(seconds, 6)
  })
})
