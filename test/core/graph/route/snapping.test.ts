import { snapAll } from '@doorwalk/core/graph/route/snapping'
import { describe, expect, test } from 'vitest'
import { World } from '../../../support/worlds/osm-fixture.ts'
import { at, graphOf } from '../../../support/worlds/streets.ts'

/** Rue Longue along y = 0, an alley 30 m behind it, and a footbridge to nowhere. */
function twoParallelStreets(): World {
  const world = new World('parallel')
  const west = world.node(0, 0)
  const east = world.node(200, 0)
  const back = [world.node(0, 30), world.node(200, 30)] as const
  world.way([west, east], { highway: 'residential', name: 'Rue du Général Longue' })
  world.way([...back], { highway: 'residential', name: 'Allée du Fond' })
  world.way([west, back[0]], { highway: 'footway' })
  return world
}

describe('snapping for canvassers', () => {
  const world = twoParallelStreets()
  const graph = graphOf(world)
  const snap = (place: [number, number], street?: string) =>
    snapAll(graph, [{ location: at(world, place), ...(street && { street }) }])[0] ?? null

  test('takes the nearest street when the address names none', () => {
    expect(snap([100, 20])).toMatchObject({ street: 'Allée du Fond', rule: 'nearest_public' })
  })

  test('takes the street of the address over a nearer one', () => {
    expect(snap([100, 20], 'R. du Gal Longue')).toMatchObject({
      street: 'Rue du Général Longue',
      rule: 'named_street',
    })
  })

  test('falls back to the nearest with less confidence when the name is unknown', () => {
    const found = snap([100, 20], 'Boulevard Inconnu')!
    expect(found.street).toBe('Allée du Fond')
    expect(found.confidence).toBeLessThan(0.5)
  })

  test('knows the side in the direction of the street', () => {
    expect(snap([100, 10])!.side).toBe('left')
    expect(snap([100, -10])!.side).toBe('right')
    expect(snap([100, 1])!.side).toBeNull()
  })

  test('house numbers tell the side of a door on the line', () => {
    const street = 'Rue du Général Longue'
    const doors = ['2', '4', '1 bis', '3', '8'].map((houseNumber, i) => {
      const y = houseNumber === '8' ? 0.5 : Number.parseInt(houseNumber) % 2 === 0 ? 10 : -10
      return { location: at(world, [20 + 30 * i, y]), street, houseNumber }
    })
    const sides = (queries: typeof doors) => snapAll(graph, queries).map((found) => found?.side)
    expect(sides(doors)).toEqual(['left', 'left', 'right', 'right', 'left'])
    expect(sides(doors.map((door, i) => (i === 4 ? { ...door, houseNumber: '7' } : door)))[4]).toBe('right')
    // two doors are too few, and mixed ones tell nothing
    expect(sides([doors[0]!, doors[1]!, doors[4]!])[2]).toBeNull()
    const mixed = doors.map((door, i) => (i === 0 ? { ...door, houseNumber: '5' } : door))
    expect(sides(mixed)[4]).toBeNull()
  })

  test('a door that faces the end of a street is on neither side', () => {
    expect(snap([220, 1])!.side).toBeNull()
    expect(snap([210, 9])!.side).toBe('left')
  })

  test('measures the way from the door', () => {
    const found = snap([100, -10])!
    expect(found.metresAway).toBeCloseTo(10, 1)
    expect(found.position).toBeCloseTo(0.5, 3)
  })

  test('finds nothing in the middle of a lake', () => {
    expect(snap([100, -300])).toBeNull()
  })
})

describe('a river between door and street', () => {
  function banks(): World {
    const world = new World('banks')
    world.way([world.node(0, 0), world.node(200, 0)], { highway: 'residential', name: 'Quai Sud' })
    world.way([world.node(0, 60), world.node(200, 60)], { highway: 'residential', name: 'Quai Nord' })
    world.way([world.node(0, 0), world.node(0, 60)], { highway: 'residential', name: 'Pont' })
    world.way([world.node(-50, 20), world.node(250, 20)], { waterway: 'river' })
    return world
  }
  const world = banks()
  // the bridge shares its ends with the quays
  for (const way of world.ways.slice(0, 3)) way.refs = way.refs.map((ref) => ({ 5: 1, 6: 3 })[ref] ?? ref)
  const graph = graphOf(world)

  test('sends one to the own bank, though the other quay is nearer', () => {
    const [snap] = snapAll(graph, [{ location: at(world, [100, 25]) }])
    expect(snap!.street).toBe('Quai Nord')
  })

  test('is no matter on the own side', () => {
    const [snap] = snapAll(graph, [{ location: at(world, [100, 15]) }])
    expect(snap!.street).toBe('Quai Sud')
  })
})
