/** What the map draws how, finds under the pointer, and steps through by keys. */
import { describe, expect, it } from 'vitest'
import { LeftOutReason } from '@doorwalk/core/walk/answer'
import { findAmong, findLines } from '../../../web/src/console/map/model/finder.ts'
import { levelAt } from '../../../web/src/console/map/model/level.ts'
import { reservesOf, walksOf } from '../../../web/src/console/map/model/plan.ts'
import { SIGNS, kindOf } from '../../../web/src/console/map/model/reasons.ts'
import { stepTarget, stepWalk } from '../../../web/src/console/map/model/steps.ts'
import {
  LEAST_CONTRAST,
  THEMES,
  contrast,
  mix,
  walkColour,
} from '../../../web/src/console/map/model/theme.ts'
import type { PlanFeature } from '../../../web/src/api/answers.ts'

const target = (id: string, walk: number, stop: number) => ({
  ...{ id, walk, stop, label: String(stop), at: [0, 0] as [number, number] },
  ...{ address: '', doors: 1, key: false },
})
const walks = [
  { number: 1, line: [], start: null, targets: [target('a', 1, 1), target('b', 1, 2)] },
  { number: 3, line: [], start: null, targets: [target('c', 3, 1)] },
  { number: 7, line: [], start: null, targets: [] },
]

describe('the map of a plan', () => {
  it('reads walks, targets and reserves from GeoJSON, and names what has no address by what is seen', () => {
    const point = (properties: object): PlanFeature =>
      ({ type: 'Feature', geometry: { type: 'Point', coordinates: [2, 48] }, properties }) as PlanFeature
    const features = [
      point({ kind: 'meeting_point' }),
      point({
        kind: 'target',
        id: 'x',
        walk: 2,
        stop: 1,
        label: '1',
        address: '',
        seen: 'a tower',
        doors: 4,
        key: true,
      }),
      point({ kind: 'start', walk: 1 }),
      point({ kind: 'reserve', id: 'r', walk: 2, label: 'R1', address: '3 Rue Rodier', doors: 2 }),
    ]
    const read = walksOf(features)
    expect(read.map(({ number }) => number)).toEqual([1, 2])
    expect(read[1]!.targets).toMatchObject([{ id: 'x', address: 'a tower', key: true, at: [2, 48] }])
    expect(reservesOf(features)).toMatchObject([{ id: 'r', address: '3 Rue Rodier', reason: null }])
  })

  it('gives each class of reasons a sign of its own, and knows every reason of the API', () => {
    expect(new Set(Object.values(SIGNS)).size).toBe(Object.keys(SIGNS).length)
    const open = LeftOutReason.options.filter((reason) => kindOf(reason) === 'open')
    expect(open).toEqual(['not_selected'])
  })

  it('keeps colours apart from the ground by day and by night', () => {
    for (const name of ['light', 'dark'] as const) {
      const { ground, street, ink, paper, loose, outline, chosen, states } = THEMES[name]
      for (const colour of [loose, outline, chosen, ...Object.values(states)]) {
        if (colour === states.ended) continue
        expect(contrast(colour, ground), `${name} ${colour}`).toBeGreaterThanOrEqual(LEAST_CONTRAST)
      }
      expect(contrast(ink, paper)).toBeGreaterThan(7)
      if (name === 'dark') {
        for (let number = 1; number <= 8; number++)
          expect(contrast(walkColour(number, name), street)).toBeGreaterThanOrEqual(LEAST_CONTRAST)
      }
    }
    expect(new Set([1, 2, 3, 4, 5, 6, 7, 8].map((number) => walkColour(number, 'dark'))).size).toBe(8)
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080')
    expect(contrast('#000000', '#ffffff')).toBe(21)
  })

  it('shows more the closer one looks', () => {
    const levels = [11, 13, 14, 15.5, 16.5, 18].map(levelAt)
    for (const [index, level] of levels.entries()) {
      const before = levels[index - 1] ?? level
      expect(level.dot).toBeGreaterThanOrEqual(before.dot)
      expect(level.lane).toBeGreaterThanOrEqual(before.lane)
      expect(level.leastStreet).toBeLessThanOrEqual(before.leastStreet)
      // Lines side by side do not cover each other where one looks closely.
      if (level.edges) expect(level.lane).toBeGreaterThan(level.line)
    }
  })

  it('finds the nearest target and line within reach', () => {
    const finder = findAmong([
      { id: 'a', x: 0, y: 0 },
      { id: 'b', x: 10, y: 0 },
    ])
    expect(finder.nearest({ x: 6, y: 0 }, 5)?.id).toBe('b')
    expect(finder.nearest({ x: 6, y: 0 }, 7, ({ id }) => id !== 'b')?.id).toBe('a')
    expect(finder.nearest({ x: 40, y: 0 }, 5)).toBeNull()
    expect(finder.within({ minX: -1, minY: -1, maxX: 11, maxY: 1 })).toHaveLength(2)
    const line = (y: number) => [
      { x: 0, y },
      { x: 100, y },
    ]
    const lines = findLines(
      new Map([
        [4, line(0)],
        [5, line(6)],
      ]),
    )
    expect(lines.nearest({ x: 50, y: 4 }, 5)).toBe(5)
    expect(lines.nearest({ x: 50, y: 4 }, 5, (walk) => walk !== 5)).toBe(4)
    expect(lines.nearest({ x: 50, y: 60 }, 5)).toBeNull()
  })

  it('steps through targets in walking order, and through walks round and round', () => {
    expect(stepTarget(walks, { target: null, walk: null }, 1)?.id).toBe('a')
    expect(stepTarget(walks, { target: 'a', walk: 1 }, 1)?.id).toBe('b')
    expect(stepTarget(walks, { target: 'b', walk: 1 }, 1)?.id).toBe('b')
    expect(stepTarget(walks, { target: null, walk: 3 }, -1)?.id).toBe('c')
    expect(stepTarget([], { target: null, walk: null }, 1)).toBeNull()
    expect([stepWalk(walks, null, 1), stepWalk(walks, 7, 1), stepWalk(walks, 1, -1)]).toEqual([1, 1, 7])
    expect([stepWalk(walks, 3, 1, 3), stepWalk(walks, 3, -1, 3), stepWalk(walks, 1, 1, 3)]).toEqual([7, 1, 7])
    expect(stepWalk([], 1, 1)).toBeNull()
  })
})
