import { describe, expect, it } from 'vitest'
import { partsOf } from '@doorwalk/prepare/doors/parts'
import { MOST_DOORS_OF_FLOOR, gridOf } from '../../../web/src/volunteer/model/grid.ts'
import { NO_MARKS } from '../../../web/src/volunteer/model/record.ts'

const doorsOf = (grid: ReturnType<typeof gridOf>) => grid.map(({ floor, doors }) => [floor, doors.length])

describe('floors and doors to tap', () => {
  it('goes from the top down, and gives what does not divide to the upper floors', () => {
    const part = { number: 1, of: 2, fromFloor: 4, toFloor: 6 }
    expect(doorsOf(gridOf({ doors: 11, floors: 3, part }, NO_MARKS))).toEqual([
      [6, 4],
      [5, 4],
      [4, 3],
    ])
    expect(doorsOf(gridOf({ doors: 7, floors: 3 }, NO_MARKS))).toEqual([
      [2, 3],
      [1, 2],
      [0, 2],
    ])
  })

  it('shows a house of one door as one door', () => {
    expect(doorsOf(gridOf({ doors: 1, floors: 2 }, NO_MARKS))).toEqual([[0, 1]])
    expect(doorsOf(gridOf({ doors: 1, floors: 0 }, NO_MARKS))).toEqual([[0, 1]])
  })

  it('names the doors of a floor that parts share as the sheet names them', () => {
    const part = { number: 2, of: 3, fromFloor: 1, toFloor: 1, firstDoor: 13, lastDoor: 24 }
    expect(gridOf({ doors: 12, floors: 1, part }, NO_MARKS)[0]?.doors).toEqual([
      13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
    ])
  })

  it('has the doors of every part that a house can be cut into, each once', () => {
    for (const levels of [1, 2, 5, 9, 30])
      for (const lowest of [0, Math.min(1, levels - 1)])
        for (const doors of [1, 3, 11, 40, 137, 400]) {
          const parts = partsOf({ doors, levels, lowest, kind: 'flats' })
          if (parts.length === 1) continue
          const seen = parts.flatMap((part, index) =>
            gridOf(
              { doors: part.doors, floors: 1, part: { number: index + 1, of: parts.length, ...part } },
              NO_MARKS,
            ).flatMap((each) =>
              each.doors.map(
                (door) => `${each.floor}/${part.firstDoor === undefined ? `${index}-` : ''}${door}`,
              ),
            ),
          )
          const most = parts.every(
            (part) => part.doors / (part.toFloor - part.fromFloor + 1) <= MOST_DOORS_OF_FLOOR,
          )
          if (most) expect(seen.length, `${doors} doors on ${levels}`).toBe(doors)
          expect(new Set(seen).size).toBe(seen.length)
        }
  })

  it('follows who counts on the spot, and keeps a floor where nobody lives until he says otherwise', () => {
    const marks = { ...NO_MARKS, counted: { 2: 0, 0: 5 } }
    expect(doorsOf(gridOf({ doors: 6, floors: 3 }, marks))).toEqual([
      [2, 0],
      [1, 2],
      [0, 5],
    ])
  })
})
