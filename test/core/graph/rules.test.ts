import { CROSSINGS, FLAG, NODE_FLAG, nodeFlags, wayRule } from '@doorwalk/core/graph/rules'
import { describe, expect, test } from 'vitest'

type Tags = Record<string, string>

const open = (tags: Tags) => {
  const flags = wayRule(tags)?.flags ?? 0
  return {
    compat: (flags & (FLAG.compatForward | FLAG.compatBackward)) !== 0,
    canvass: (flags & (FLAG.canvassForward | FLAG.canvassBackward)) !== 0,
    private: (flags & FLAG.private) !== 0,
  }
}

describe('who may walk where', () => {
  test.each<[string, Tags, { compat: boolean; canvass: boolean; private: boolean }]>([
    ['a residential street', { highway: 'residential' }, { compat: true, canvass: true, private: false }],
    ['a motorway', { highway: 'motorway' }, { compat: false, canvass: false, private: false }],
    ['a trunk road', { highway: 'trunk' }, { compat: false, canvass: false, private: false }],
    [
      'a trunk road with a sidewalk',
      { highway: 'trunk', sidewalk: 'right' },
      { compat: false, canvass: true, private: false },
    ],
    ['a cycleway', { highway: 'cycleway' }, { compat: false, canvass: false, private: false }],
    [
      'a shared cycleway',
      { highway: 'cycleway', foot: 'designated' },
      { compat: true, canvass: true, private: false },
    ],
    [
      'a private drive',
      { highway: 'service', access: 'private' },
      { compat: false, canvass: true, private: true },
    ],
    [
      'a drive private to cars',
      { highway: 'service', access: 'private', foot: 'yes' },
      { compat: true, canvass: true, private: false },
    ],
    [
      'a way closed to people',
      { highway: 'path', foot: 'no' },
      { compat: false, canvass: false, private: false },
    ],
    [
      'a street with a compulsory sidewalk',
      { highway: 'primary', foot: 'use_sidepath' },
      { compat: true, canvass: false, private: false },
    ],
    ['a ferry', { route: 'ferry' }, { compat: true, canvass: false, private: false }],
    ['a corridor', { highway: 'corridor' }, { compat: false, canvass: false, private: false }],
    [
      'a street to come',
      { highway: 'residential', proposed: 'yes' },
      { compat: false, canvass: false, private: false },
    ],
    [
      'a building site',
      { highway: 'construction', access: 'yes' },
      { compat: true, canvass: false, private: false },
    ],
    ['a car park', { amenity: 'parking' }, { compat: true, canvass: true, private: false }],
    ['a house', { building: 'yes' }, { compat: false, canvass: false, private: false }],
  ])('%s', (_what, tags, expected) => {
    expect(open(tags)).toEqual(expected)
  })

  test('only oneway:foot counts, in its direction', () => {
    const flags = (tags: Tags) => wayRule({ highway: 'residential', ...tags })!.flags
    const both = FLAG.canvassForward | FLAG.canvassBackward
    expect(flags({ oneway: 'yes' }) & both).toBe(both)
    expect(flags({ 'oneway:foot': 'yes' }) & both).toBe(FLAG.canvassForward)
    expect(flags({ 'oneway:foot': '-1' }) & both).toBe(FLAG.canvassBackward)
  })

  test.each([
    ['13%', 70],
    ['-8.5 %', 85],
    ['8°', 70],
    ['5°', 85],
    ['5%', 100],
    ['up', 100],
    ['steep', 100],
  ])('a slope of %s', (incline, canvassSpeed) => {
    expect(wayRule({ highway: 'residential', incline })).toMatchObject({ compatSpeed: 100, canvassSpeed })
  })

  test('rough ground and stairs slow down', () => {
    expect(wayRule({ highway: 'path', surface: 'sand' })).toMatchObject({ compatSpeed: 50, canvassSpeed: 50 })
    expect(wayRule({ highway: 'steps' })).toMatchObject({
      compatSpeed: 100,
      canvassSpeed: 50,
      class: 'steps',
    })
  })

  test('sidewalks and crossings are told from other footways', () => {
    expect(wayRule({ highway: 'footway', footway: 'sidewalk' })!.class).toBe('sidewalk')
    expect(wayRule({ highway: 'footway', footway: 'crossing' })!.class).toBe('crossing')
    expect(wayRule({ highway: 'footway' })!.class).toBe('footway')
    expect(wayRule({ highway: 'service', service: 'driveway' })!.class).toBe('driveway')
  })
})

describe('what stands in the way', () => {
  const barrier = (tags: Tags) => {
    const flags = nodeFlags(tags)
    return [(flags & NODE_FLAG.compatBarrier) !== 0, (flags & NODE_FLAG.canvassBarrier) !== 0]
  }
  test.each<[string, Tags, boolean, boolean]>([
    ['a bollard', { barrier: 'bollard' }, false, false],
    ['an open gate', { barrier: 'gate' }, false, false],
    ['a private gate', { barrier: 'gate', access: 'private' }, true, true],
    ['a lift gate private to cars', { barrier: 'lift_gate', access: 'private' }, true, false],
    ['a wall', { barrier: 'wall' }, true, true],
    ['a locked gate', { barrier: 'gate', locked: 'yes' }, false, true],
  ])('%s', (_what, tags, compat, canvass) => {
    expect(barrier(tags)).toEqual([compat, canvass])
  })

  test.each<[Tags, string]>([
    [{ highway: 'crossing', crossing: 'traffic_signals' }, 'signals'],
    [{ highway: 'crossing', crossing: 'zebra' }, 'marked'],
    [{ highway: 'crossing', 'crossing:markings': 'zebra' }, 'marked'],
    [{ highway: 'crossing', crossing: 'unmarked' }, 'unmarked'],
    [{ highway: 'crossing' }, 'unmarked'],
    [{ highway: 'crossing', crossing: 'no' }, 'none'],
    [{ highway: 'traffic_signals' }, 'signals'],
    [{ highway: 'bus_stop' }, 'none'],
  ])('%o is crossed: %s', (tags, kind) => {
    const index = (nodeFlags(tags) & NODE_FLAG.crossingMask) >> NODE_FLAG.crossingShift
    expect(CROSSINGS[index]).toBe(kind)
  })
})
