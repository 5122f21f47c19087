/** Tiny named worlds: each is one situation that a reader, a street graph or a plan must get right. */
import { World } from './osm-fixture.ts'

const HOUSE = { building: 'house', 'building:levels': '2' }

/** Rue Droite, 200 m from west to east; odd houses 1–9 south of it, even ones 2–10 north; each with its own address. */
export function oneStreet(): World {
  const world = new World('one-street')
  world.box([-50, -50, 300, 100])
  world.line(
    [0, 50, 100, 150, 200].map((x) => [x, 0]),
    { highway: 'residential', name: 'Rue Droite' },
  )
  for (let i = 0; i < 5; i++) {
    const x = 10 + 40 * i
    world.building([x, -18, 10, 10], {
      ...HOUSE,
      'addr:housenumber': `${2 * i + 1}`,
      'addr:street': 'Rue Droite',
    })
    world.building([x, 8, 10, 10], {
      ...HOUSE,
      'addr:housenumber': `${2 * i + 2}`,
      'addr:street': 'Rue Droite',
    })
  }
  return world
}

/** Two streets without any connection, 300 m apart, three houses on each. */
export function twoIslands(): World {
  const world = new World('two-islands')
  world.box([-50, -50, 300, 450])
  for (const [name, y] of [
    ['Rue du Sud', 0],
    ['Rue du Nord', 300],
  ] as const) {
    world.line(
      [
        [0, y],
        [100, y],
        [200, y],
      ],
      { highway: 'residential', name },
    )
    for (let i = 0; i < 3; i++) {
      world.building([20 + 60 * i, y + 8, 10, 10], {
        ...HOUSE,
        'addr:housenumber': `${i + 1}`,
        'addr:street': name,
      })
    }
  }
  return world
}

/**
 * A river from west to east at y = 50, quays on both banks, and one bridge at x = 200: neighbours across are 400 m
 * apart.
 */
export function riverWithOneBridge(): World {
  const world = new World('river')
  world.box([-50, -50, 350, 200])
  const south = [0, 100, 200].map((x) => world.node(x, 20))
  const north = [0, 100, 200].map((x) => world.node(x, 80))
  world.way(south, { highway: 'residential', name: 'Quai Sud' })
  world.way(north, { highway: 'residential', name: 'Quai Nord' })
  world.way([south[2]!, north[2]!], { highway: 'footway', bridge: 'yes', name: 'Le Pont' })
  world.line(
    [
      [-50, 50],
      [300, 50],
    ],
    { waterway: 'river', name: 'La Rivière' },
  )
  for (let i = 0; i < 2; i++) {
    world.building([5 + 60 * i, 4, 10, 10], {
      ...HOUSE,
      'addr:housenumber': `${2 * i + 1}`,
      'addr:street': 'Quai Sud',
    })
    world.building([5 + 60 * i, 86, 10, 10], {
      ...HOUSE,
      'addr:housenumber': `${2 * i + 2}`,
      'addr:street': 'Quai Nord',
    })
  }
  return world
}

/** Grande Rue with Impasse du Fond leaving it northwards for 120 m to a dead end; houses on both sides of it. */
export function culDeSac(): World {
  const world = new World('cul-de-sac')
  world.box([-50, -50, 300, 220])
  const junction = world.node(100, 0)
  world.way([world.node(0, 0), junction, world.node(200, 0)], { highway: 'residential', name: 'Grande Rue' })
  world.way([junction, world.node(100, 60), world.node(100, 120, { highway: 'turning_circle' })], {
    highway: 'service',
    name: 'Impasse du Fond',
  })
  for (let i = 0; i < 3; i++) {
    const y = 20 + 35 * i
    const street = 'Impasse du Fond'
    world.building([84, y, 10, 10], { ...HOUSE, 'addr:housenumber': `${2 * i + 1}`, 'addr:street': street })
    world.building([106, y, 10, 10], { ...HOUSE, 'addr:housenumber': `${2 * i + 2}`, 'addr:street': street })
  }
  return world
}

/**
 * One block of flats around a courtyard, drawn as a multipolygon of two outer pieces and one inner ring, with two
 * addresses whose street comes from an associatedStreet relation, and a shed in the courtyard.
 */
export function courtyard(): World {
  const world = new World('courtyard')
  world.box([-50, -50, 200, 150])
  const street = world.line(
    [
      [-20, 0],
      [20, 0],
      [80, 0],
    ],
    { highway: 'residential', name: 'Rue de la Cour' },
  )
  const corners = [
    [0, 8],
    [40, 8],
    [40, 48],
    [0, 48],
  ].map(([x, y]) => world.node(x!, y!))
  const west = world.way([corners[2]!, corners[3]!, corners[0]!], {})
  const east = world.way([corners[0]!, corners[1]!, corners[2]!], {})
  const inner = world.ring([12, 20, 16, 16])
  world.relation(
    [
      { type: 'way', ref: west, role: 'outer' },
      { type: 'way', ref: east, role: 'outer' },
      { type: 'way', ref: inner, role: 'inner' },
    ],
    { type: 'multipolygon', building: 'apartments', 'building:levels': '5' },
  )
  world.building([16, 24, 5, 4], { building: 'shed' })
  const houses = [
    world.node(8, 10, { 'addr:housenumber': '1' }),
    world.node(32, 10, { 'addr:housenumber': '3' }),
  ]
  world.relation(
    [
      { type: 'way', ref: street, role: 'street' },
      ...houses.map((ref) => ({ type: 'node' as const, ref, role: 'house' })),
    ],
    { type: 'associatedStreet', name: 'Rue de la Cour' },
  )
  return world
}

/** A tower of 80 flats on 10 floors with entrances A (south) and B (north): parts are cut by floors. */
export function towerWithTwoEntrances(): World {
  const world = new World('tower')
  world.box([-60, -60, 200, 200])
  for (const [name, y] of [
    ['Allée Basse', 0],
    ['Allée Haute', 60],
  ] as const) {
    world.line(
      [
        [-40, y],
        [80, y],
      ],
      { highway: 'living_street', name },
    )
  }
  world.line(
    [
      [-40, 0],
      [-40, 60],
    ],
    { highway: 'footway' },
  )
  const south = world.node(12, 20, {
    entrance: 'main',
    ref: 'A',
    'addr:housenumber': '1',
    'addr:street': 'Allée Basse',
  })
  const north = world.node(12, 40, {
    entrance: 'yes',
    ref: 'B',
    'addr:housenumber': '2',
    'addr:street': 'Allée Haute',
  })
  const corners = [
    [0, 20],
    [24, 20],
    [24, 40],
    [0, 40],
  ].map(([x, y]) => world.node(x!, y!))
  const [a, b, c, d] = corners
  world.way([a!, south, b!, c!, north, d!, a!], {
    building: 'apartments',
    'building:levels': '10',
    'building:flats': '80',
  })
  return world
}

/**
 * A suburb of parallel streets with a house every 12 m on both sides: 24 streets of 100 houses, joined at both ends.
 */
export function suburb(): World {
  const world = new World('suburb')
  const [streets, along, gap] = [24, 50, 60]
  world.box([-50, -50, along * 12 + 100, streets * gap + 100])
  const ends = [0, along * 12].map((x) =>
    Array.from({ length: streets }, (_, row) => world.node(x, row * gap)),
  )
  for (const nodes of ends) world.way(nodes, { highway: 'residential', name: 'Rue Transversale' })
  for (let row = 0; row < streets; row++) {
    const name = `Rue Numéro ${row + 1}`
    world.way([ends[0]![row]!, ends[1]![row]!], { highway: 'residential', name })
    for (let house = 0; house < along; house++)
      for (const side of [0, 1])
        world.building([house * 12 + 1, row * gap + (side === 0 ? 8 : -18), 10, 10], {
          ...HOUSE,
          'addr:housenumber': `${2 * house + 1 + side}`,
          'addr:street': name,
        })
  }
  return world
}
