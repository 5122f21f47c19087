import { NODE_FLAG, FLAG } from '@doorwalk/core/graph/osm/flags'
import { nodeRule, unreadConditions, wayRule } from '@doorwalk/core/graph/osm/rules'
import { describe, expect, test } from 'vitest'

type Tags = Record<string, string>

const CANVASS = FLAG.canvassForward | FLAG.canvassBackward
const levelOf = (tags: Tags) => {
  const flags = wayRule(tags)?.flags ?? 0
  if ((flags & CANVASS) === 0) return 'closed'
  return (flags & FLAG.private) !== 0 ? 'private' : 'open'
}
const barrier = (tags: Tags) => {
  const { flags } = nodeRule(tags)
  if ((flags & NODE_FLAG.canvassBarrier) === 0) return 'open'
  return (flags & NODE_FLAG.gate) !== 0 ? 'private' : 'closed'
}

describe('access of a way', () => {
  test.each<[Tags, string]>([
    [{ highway: 'residential', access: 'permit' }, 'private'],
    [{ highway: 'residential', access: 'permit', sidewalk: 'both' }, 'open'],
    [{ highway: 'residential', access: 'permit', 'sidewalk:left': 'yes' }, 'open'],
    [{ highway: 'residential', access: 'permit', sidewalk: 'separate' }, 'open'],
    [{ highway: 'residential', access: 'permit', sidewalk: 'no' }, 'private'],
    [{ highway: 'residential', access: 'private', sidewalk: 'right' }, 'open'],
    [{ highway: 'residential', access: 'private', sidewalk: 'right', foot: 'private' }, 'private'],
    [{ highway: 'residential', access: 'private', foot: 'designated' }, 'open'],
    [{ highway: 'residential', access: 'permit', foot: 'yes' }, 'open'],
    [{ highway: 'residential', access: 'no' }, 'closed'],
    [{ highway: 'residential', access: 'no', bus: 'yes', sidewalk: 'both' }, 'open'],
    [{ highway: 'residential', access: 'no', sidewalk: 'both' }, 'closed'],
    [{ highway: 'service', access: 'military', sidewalk: 'both' }, 'closed'],
    [{ highway: 'service', access: 'customers' }, 'open'],
    [{ highway: 'service', access: 'destination' }, 'open'],
    [{ highway: 'service', access: 'delivery' }, 'private'],
    [{ highway: 'pedestrian', access: 'delivery' }, 'open'],
    [{ highway: 'service', access: 'private;customers' }, 'open'],
    [{ highway: 'track', access: 'forestry' }, 'closed'],
    [{ highway: 'residential', motor_vehicle: 'no' }, 'open'],
    [{ highway: 'residential', vehicle: 'private' }, 'open'],
    [{ highway: 'trunk', 'sidewalk:right': 'yes' }, 'open'],
    [{ highway: 'corridor', indoor: 'yes', foot: 'yes' }, 'open'],
    [{ highway: 'elevator' }, 'open'],
    [{ highway: 'elevator', access: 'private' }, 'private'],
    [{ highway: 'footway', tunnel: 'building_passage' }, 'open'],
    [{ highway: 'footway', tunnel: 'building_passage', access: 'private' }, 'private'],
  ])('%o: %s', (tags, level) => {
    expect(levelOf(tags)).toBe(level)
  })

  test.each<[Tags, string | undefined]>([
    [
      { highway: 'footway', access: 'no', 'access:conditional': 'yes @ (08:00-20:00)' },
      'closed; open @ (08:00-20:00)',
    ],
    [{ highway: 'footway', 'foot:conditional': 'no @ (20:00-08:00)' }, 'open; closed @ (20:00-08:00)'],
    [
      { highway: 'footway', 'access:conditional': 'private @ (22:00-06:00)' },
      'open; private @ (22:00-06:00)',
    ],
    [
      { highway: 'footway', 'access:conditional': 'no @ (Su)', 'foot:conditional': 'yes @ (Su 10:00-12:00)' },
      'open; closed @ (Su); open @ (Su 10:00-12:00)',
    ],
    [{ highway: 'footway', foot: 'yes', 'access:conditional': 'no @ (20:00-08:00)' }, undefined],
    [{ highway: 'residential', 'motor_vehicle:conditional': 'no @ (07:00-19:00)' }, undefined],
    [{ highway: 'residential', 'vehicle:conditional': 'no @ (07:00-19:00)' }, undefined],
    [{ highway: 'residential', 'oneway:conditional': 'yes @ (07:00-19:00)' }, undefined],
    [{ highway: 'residential', 'access:conditional': 'destination @ (07:00-19:00)' }, undefined],
    [{ highway: 'cycleway', 'foot:conditional': 'yes @ (Sa,Su)' }, 'closed; open @ (Sa,Su)'],
    [{ highway: 'footway', opening_hours: '07:00-22:00' }, 'private; open @ (07:00-22:00)'],
    [{ highway: 'footway', opening_hours: 'whenever' }, undefined],
    [{ highway: 'footway', access: 'no', opening_hours: '07:00-22:00' }, undefined],
    [{ highway: 'path', seasonal: 'summer;autumn' }, 'closed; open @ (summer;autumn)'],
    [{ highway: 'path', seasonal: 'yes' }, undefined],
    [{ highway: 'motorway', 'foot:conditional': 'yes @ (Su)' }, undefined],
  ])('%o by hours: %s', (tags, schedule) => {
    expect(wayRule(tags)?.schedule).toBe(schedule)
  })

  test('hours change nothing in osrm-compat', () => {
    const tags = { highway: 'footway', access: 'no', 'access:conditional': 'yes @ (08:00-20:00)' }
    expect(wayRule(tags)!.flags & (FLAG.compatForward | FLAG.compatBackward)).toBe(0)
    expect(
      wayRule({ highway: 'footway', 'foot:conditional': 'no @ (Su)' })!.flags & FLAG.compatForward,
    ).not.toBe(0)
  })

  test('conditions that nobody understands are as if not there, and told', () => {
    const tags = { highway: 'footway', 'access:conditional': 'no @ (when the bell rings 3 times)' }
    expect(wayRule(tags)!.schedule).toBeUndefined()
    expect(levelOf(tags)).toBe('open')
    expect(unreadConditions(tags)).toEqual(['access:conditional=no @ (when the bell rings 3 times)'])
    expect(unreadConditions({ barrier: 'gate', opening_hours: 'by day' })).toEqual(['opening_hours=by day'])
  })
})

describe('access of a gate or another barrier', () => {
  test.each<[Tags, string]>([
    [{ barrier: 'gate' }, 'open'],
    [{ barrier: 'gate', locked: 'yes' }, 'private'],
    [{ barrier: 'gate', locked: 'no' }, 'open'],
    [{ barrier: 'gate', access: 'private' }, 'private'],
    [{ barrier: 'gate', access: 'permit' }, 'private'],
    [{ barrier: 'gate', access: 'customers' }, 'open'],
    [{ barrier: 'gate', access: 'destination' }, 'open'],
    [{ barrier: 'gate', access: 'delivery' }, 'private'],
    [{ barrier: 'gate', access: 'emergency' }, 'private'],
    [{ barrier: 'gate', access: 'military' }, 'closed'],
    [{ barrier: 'gate', access: 'no' }, 'closed'],
    [{ barrier: 'gate', access: 'no', foot: 'yes' }, 'open'],
    [{ barrier: 'gate', access: 'no', foot: 'private' }, 'private'],
    [{ barrier: 'kissing_gate' }, 'open'],
    [{ barrier: 'kissing_gate', foot: 'no' }, 'closed'],
    [{ barrier: 'stile' }, 'open'],
    [{ barrier: 'stile', access: 'no' }, 'open'],
    [{ barrier: 'stile', foot: 'private' }, 'private'],
    [{ barrier: 'cattle_grid' }, 'open'],
    [{ barrier: 'cattle_grid', access: 'private' }, 'open'],
    [{ barrier: 'lift_gate', access: 'no' }, 'open'],
    [{ barrier: 'lift_gate', foot: 'no' }, 'closed'],
    [{ barrier: 'bollard', access: 'no' }, 'open'],
    [{ barrier: 'full-height_turnstile', access: 'private' }, 'private'],
    [{ barrier: 'wall' }, 'closed'],
    [{ barrier: 'wall', foot: 'yes' }, 'open'],
    [{ barrier: 'fence' }, 'closed'],
    [{ barrier: 'entrance' }, 'open'],
    [{ barrier: 'door', locked: 'yes' }, 'private'],
    [{ highway: 'crossing', access: 'no' }, 'open'],
  ])('%o: %s', (tags, level) => {
    expect(barrier(tags)).toBe(level)
  })

  test.each<[Tags, string | undefined]>([
    [
      { barrier: 'gate', access: 'no', 'access:conditional': 'yes @ (08:00-20:00)' },
      'closed; open @ (08:00-20:00)',
    ],
    [{ barrier: 'gate', opening_hours: 'sunrise-sunset' }, 'private; open @ (sunrise-sunset)'],
    [{ barrier: 'gate', opening_hours: '24/7' }, 'private; open @ (24/7)'],
    [{ barrier: 'gate', access: 'private', opening_hours: '08:00-18:00' }, undefined],
    [{ barrier: 'gate', 'locked:conditional': 'yes @ (20:00-08:00)' }, 'open; private @ (20:00-08:00)'],
    [{ barrier: 'gate', 'motor_vehicle:conditional': 'no @ (20:00-08:00)' }, undefined],
    [{ barrier: 'bollard', 'access:conditional': 'no @ (20:00-08:00)' }, undefined],
    [{ barrier: 'gate', access: 'yes', seasonal: 'winter' }, 'closed; open @ (winter)'],
  ])('%o by hours: %s', (tags, schedule) => {
    expect(nodeRule(tags).schedule).toBe(schedule)
  })
})
