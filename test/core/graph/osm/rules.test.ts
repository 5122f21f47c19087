import { CROSSINGS, FLAG, NODE_FLAG } from '@doorwalk/core/graph/osm/flags'
import { nodeRule, wayRule } from '@doorwalk/core/graph/osm/rules'
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
      'a street whose sidewalk is compulsory, as far as its tags tell',
      { highway: 'primary', foot: 'use_sidepath' },
      { compat: true, canvass: true, private: false },
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

  test.each<[string, Tags, boolean]>([
    ['a swimming pool for customers', { leisure: 'swimming_pool', access: 'customers' }, true],
    ['a park that says it is open', { leisure: 'park', access: 'yes' }, true],
    ['a park that says nothing', { leisure: 'park' }, false],
    ['a running track', { leisure: 'track' }, true],
    ['a railway platform', { railway: 'platform' }, true],
    ['a railway under construction', { railway: 'construction' }, false],
    ['a motorway with a foot tag', { highway: 'motorway', foot: 'yes' }, true],
    ['a motor road', { highway: 'primary', motorroad: 'yes' }, true],
    ['a forest track', { highway: 'track', access: 'forestry' }, false],
    ['a street for deliveries', { highway: 'pedestrian', access: 'delivery' }, false],
    ['a way for residents with a permit', { highway: 'service', access: 'permit' }, true],
    ['a street of which a change is proposed', { highway: 'tertiary', proposed: 'secondary' }, false],
    ['a street with its sidewalks drawn apart', { highway: 'residential', sidewalk: 'separate' }, true],
    ['a bridlepath', { highway: 'bridleway' }, false],
    ['a bus platform', { public_transport: 'platform' }, false],
    ['a bus platform open to people', { public_transport: 'platform', foot: 'yes' }, true],
    ['a pier', { man_made: 'pier' }, true],
    ['an outline of a square', { highway: 'pedestrian', area: 'yes' }, true],
    ['a building passage', { highway: 'footway', tunnel: 'building_passage' }, true],
    ['a road of unknown kind', { highway: 'road' }, true],
  ])('foot.lua of OSRM 6.0.0: %s', (_what, tags, expected) => {
    expect(open(tags).compat).toBe(expected)
  })

  test('foot.lua of OSRM 6.0.0: each direction by itself, but a ferry goes both ways', () => {
    const compat = (tags: Tags) => {
      const flags = wayRule(tags)?.flags ?? 0
      return [(flags & FLAG.compatForward) !== 0, (flags & FLAG.compatBackward) !== 0]
    }
    expect(compat({ highway: 'path', 'foot:backward': 'no' })).toEqual([true, false])
    expect(compat({ highway: 'path', access: 'no', 'foot:forward': 'yes' })).toEqual([true, false])
    expect(compat({ highway: 'cycleway', 'foot:forward': 'yes' })).toEqual([true, false])
    expect(compat({ highway: 'steps', conveying: 'forward' })).toEqual([true, true])
    expect(compat({ route: 'ferry', 'oneway:foot': 'yes' })).toEqual([true, true])
    expect(compat({ route: 'ferry', 'foot:backward': 'no' })).toEqual([true, true])
    expect(compat({ route: 'ferry', foot: 'no' })).toEqual([false, false])
  })

  test('canvassers stay off motor roads and go with an escalator, not against it', () => {
    const flags = (tags: Tags) => (wayRule(tags)?.flags ?? 0) & (FLAG.canvassForward | FLAG.canvassBackward)
    expect(flags({ highway: 'primary', motorroad: 'yes' })).toBe(0)
    expect(flags({ highway: 'steps', conveying: 'forward' })).toBe(FLAG.canvassForward)
    expect(flags({ highway: 'steps', conveying: 'backward' })).toBe(FLAG.canvassBackward)
    expect(flags({ highway: 'steps', conveying: 'yes' })).toBe(FLAG.canvassForward | FLAG.canvassBackward)
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
    const { flags } = nodeRule(tags)
    return [(flags & NODE_FLAG.compatBarrier) !== 0, (flags & NODE_FLAG.canvassBarrier) !== 0]
  }
  test.each<[string, Tags, boolean, boolean]>([
    ['a bollard', { barrier: 'bollard' }, false, false],
    ['an open gate', { barrier: 'gate' }, false, false],
    ['a private gate', { barrier: 'gate', access: 'private' }, true, true],
    ['a gate that nobody passes', { barrier: 'gate', access: 'no' }, true, true],
    ['a private gate open to people', { barrier: 'gate', access: 'private', foot: 'yes' }, false, false],
    ['a gate closed to people', { barrier: 'gate', access: 'yes', foot: 'no' }, true, true],
    ['a gate for residents', { barrier: 'gate', access: 'residents' }, false, true],
    ['a gate for customers', { barrier: 'gate', access: 'customers' }, false, false],
    ['a locked gate with a way for people', { barrier: 'gate', locked: 'yes', foot: 'yes' }, false, false],
    ['a rising bollard', { barrier: 'yes', bollard: 'rising' }, false, false],
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
    const index = (nodeRule(tags).flags & NODE_FLAG.crossingMask) >> NODE_FLAG.crossingShift
    expect(CROSSINGS[index]).toBe(kind)
  })
})
