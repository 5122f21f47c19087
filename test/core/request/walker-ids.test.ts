import fc from 'fast-check'
import { expect, it } from 'vitest'
import { twinIn, walkerIds } from '@doorwalk/core/request/walker-ids'

it('gives who has no id his number, or the next that nobody has', () => {
  expect(walkerIds([{}, {}, {}])).toEqual(['1', '2', '3'])
  expect(walkerIds([{ id: '2' }, {}, { id: 'x' }])).toEqual(['2', '4', 'x'])
  expect(walkerIds([{ id: '2' }, {}, {}, { id: '4' }, { id: '3' }])).toEqual(['2', '6', '7', '4', '3'])
})

it('gives no id twice, and keeps those that there are', () => {
  const some = fc.record({ id: fc.option(fc.constantFrom('1', '2', '3', '5', 'a'), { nil: undefined }) })
  fc.assert(
    fc.property(fc.array(some, { maxLength: 8 }), (volunteers) => {
      const twin = twinIn(volunteers)
      const ids = walkerIds(volunteers)
      volunteers.forEach(({ id }, index) => id !== undefined && expect(ids[index]).toBe(id))
      if (twin) expect(volunteers[twin.index]!.id).toBe(volunteers[twin.earlier]!.id)
      else expect(new Set(ids).size).toBe(ids.length)
    }),
  )
})
