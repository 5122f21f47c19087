import { describe, expect, it } from 'vitest'
import type { Snap } from '@doorwalk/core/graph/route/snap'
import { roomFor } from '@doorwalk/core/assembly/placement'

const places = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const start = { edge: index } as Snap
    return { start, end: start }
  })

describe('room for targets in one matrix', () => {
  it('is what starts and ends leave of 2,000', () => {
    expect(roomFor([{ start: null, end: null }])).toBe(2000)
    expect(roomFor(places(50))).toBe(1950)
    expect(roomFor(places(1500))).toBe(500)
  })

  it('is refused when too many starts leave too little', () => {
    expect(() => roomFor(places(1501))).toThrow(
      expect.objectContaining({ code: 'volunteers.too_many_starts' }),
    )
  })
})
