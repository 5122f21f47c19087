/** Left and right of a street, whichever way its edges are drawn; rows along it, however it bends. */
import type { Side, Snap } from '@doorwalk/core/graph/route/snap'
import { pavementsOf } from '@doorwalk/core/grouping/pavement'
import type { Stop } from '@doorwalk/core/grouping/stop'
import { streetSides } from '@doorwalk/core/grouping/street-side'
import { metresPerDegree, type LngLat } from '@doorwalk/core/units'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../support/length.ts'
import { PARIS } from '../../support/worlds/builders.ts'

const SCALE = metresPerDegree(PARIS[1])
const at = (east: number, north: number): LngLat => [
  PARIS[0] + east / SCALE.lng,
  PARIS[1] + north / SCALE.lat,
]

interface Piece {
  /** Metres. */
  from: [number, number]
  to: [number, number]
  /** Whether the edge is drawn from `to` to `from`. */
  isTurned: boolean
}

/** A door beside each piece of a street every ten metres, on the side told, seen by who walks along the pieces. */
function doorsAlong(pieces: Piece[], side: Side, metresAway = 8): Snap[] {
  return pieces.flatMap(({ from, to, isTurned }, edge) => {
    const [east, north] = [to[0] - from[0], to[1] - from[1]]
    const length = Math.sqrt(east * east + north * north)
    const away = (side === 'left' ? metresAway : -metresAway) / length
    return Array.from({ length: Math.floor(length / 10) }, (_, i): Snap => {
      const share = (10 * i + 5) / length
      const [x, y] = [from[0] + share * east, from[1] + share * north]
      return {
        edge,
        position: isTurned ? 1 - share : share,
        location: at(x, y),
        from: at(x - away * north, y + away * east),
        metresAway,
        street: 'Rue A',
        side: (side === 'left') === isTurned ? 'right' : 'left',
        rule: 'named_street',
        confidence: 1,
      }
    })
  })
}

const sidesOf = (snaps: Snap[]) => pavementsOf(snaps.map((snap) => ({ snap, street: snap.street })))

/** Straight on, then bent by less than a right angle at each corner. */
function street(corners: [number, number][], turned: boolean[]): Piece[] {
  return corners.slice(1).map((to, i) => ({ from: corners[i]!, to, isTurned: turned[i] ?? false }))
}

describe('pavements', () => {
  it.each<[string, [number, number][], Side]>([
    [
      'north',
      [
        [0, 0],
        [0, 60],
        [10, 120],
        [40, 170],
      ],
      'left',
    ],
    [
      'south',
      [
        [0, 0],
        [0, -60],
        [10, -120],
      ],
      'right',
    ],
    [
      'east',
      [
        [0, 0],
        [60, 0],
        [120, 5],
      ],
      'left',
    ],
    [
      'west',
      [
        [0, 0],
        [-60, 2],
        [-120, 5],
      ],
      'right',
    ],
    [
      'round a bend to the south',
      [
        [0, 0],
        [50, 30],
        [100, 30],
        [150, 0],
        [170, -120],
      ],
      'right',
    ],
  ])('are one side all along a street that goes %s', (_, corners, left) => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), fc.boolean(), (turned, isMixed) => {
        const pieces = street(corners, turned)
        const own = doorsAlong(pieces, 'left')
        const others = isMixed ? doorsAlong(pieces, 'right') : []
        const sides = sidesOf([...own, ...others])
        expect(new Set(sides.slice(0, own.length))).toEqual(new Set([left]))
        expect(new Set(sides.slice(own.length))).toEqual(
          new Set(isMixed ? [left === 'left' ? 'right' : 'left'] : []),
        )
      }),
      runs({ short: 30, long: 64 }),
    )
  })

  it('are those of the edge where doors on the line of the street tell nothing, and unknown where the edge knows none', () => {
    const onLine = doorsAlong(
      street(
        [
          [0, 0],
          [0, 60],
        ],
        [true],
      ),
      'left',
      0,
    )
    expect(new Set(sidesOf(onLine))).toEqual(new Set(['right']))
    expect(sidesOf(onLine.map((snap) => ({ ...snap, side: null })))).toEqual(onLine.map(() => null))
  })

  it('of streets with different names have nothing to do with each other', () => {
    const pieces = street(
      [
        [0, 0],
        [0, 60],
      ],
      [true],
    )
    const [a, b] = [doorsAlong(pieces, 'left'), doorsAlong(pieces, 'right')]
    const both = [...a, ...b.map((snap) => ({ ...snap, street: 'Rue B' }))]
    expect(sidesOf(both)).toEqual([...sidesOf(a), ...sidesOf(b)])
  })
})

describe('sides of streets', () => {
  const stop = (street: string, pavement: Side | null) => ({ street, pavement }) as Stop

  it('hold the stops of one pavement, ordered from one end by walking time', () => {
    const stops = [
      stop('A', 'left'),
      stop('A', 'right'),
      stop('A', 'left'),
      stop('', 'left'),
      stop('A', 'left'),
    ]
    const places = [50, 0, 90, 10, 20]
    const { side, along } = streetSides({ stops, time: (from, to) => Math.abs(places[from]! - places[to]!) })
    expect([side[0], side[2], side[4]]).toEqual([side[0], side[0], side[0]])
    expect(side[1]).not.toBe(side[0])
    expect(side[3]).toBe(-1)
    expect([along[2], along[0], along[4]]).toEqual([0, 40, 70])
  })

  it('keep those apart whose pavement is unknown', () => {
    const { side } = streetSides({
      stops: [stop('A', 'left'), stop('A', null), stop('A', null)],
      time: () => 1,
    })
    expect(side[1]).toBe(side[2])
    expect(side[0]).not.toBe(side[1])
  })
})
