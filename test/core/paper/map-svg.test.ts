import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { frameAround, scaleBarMetres, type Point } from '@doorwalk/core/paper/map-frame'
import { overlaps, spreadMarkers, type Marker } from '@doorwalk/core/paper/map-markers'
import { abbreviate, placeStreetNames } from '@doorwalk/core/paper/map-names'
import { shareNumbers } from '@doorwalk/core/paper/map-runs'
import { joinLines, lengthOf, shiftedRight } from '@doorwalk/core/paper/polyline'
import { PRINTED_NAMES, walkMapSvg } from '@doorwalk/core/paper/map-svg'
import { WALK_COLOURS, walkLook } from '@doorwalk/core/walk/palette'
import { metresBetween, type LngLat } from '@doorwalk/core/units'
import { fixtureMap, fixturePlan } from '../../support/worlds/plan-fixture.ts'
import { findAll, parseXml, type XmlElement } from '../../support/xml.ts'

const A4_MAP = { width: 190, height: 90 }
const ON_PAPER = { gap: 0.3, inside: A4_MAP }

describe('the frame', () => {
  const west: LngLat = [2.34, 48.87]
  const east: LngLat = [2.35, 48.88]

  it('shows all points inside the margin, to scale, north up', () => {
    const frame = frameAround([west, east], A4_MAP)
    const [a, b] = [frame.project(west), frame.project(east)]
    for (const [x, y] of [a, b]) expect(x >= 6.99 && x <= 183.01 && y >= 6.99 && y <= 83.01).toBe(true)
    expect(b[1]).toBeLessThan(a[1])
    expect(lengthOf([a, b]) / frame.scale).toBeCloseTo(metresBetween(west, east), 0)
  })

  it('does not zoom in for ever on one door', () => {
    expect(frameAround([west], A4_MAP).scale).toBe(1)
  })

  it('has a round scale bar', () => {
    expect(scaleBarMetres({ ...frameAround([west], A4_MAP), scale: 0.23 }, 30)).toBe(100)
    expect(scaleBarMetres({ ...frameAround([west], A4_MAP), scale: 0.012 }, 30)).toBe(2000)
  })
})

describe('markers', () => {
  it('never cover each other, even when all doors are on one spot', () => {
    const spot = fc.record({ x: fc.integer({ min: 60, max: 130 }), y: fc.integer({ min: 30, max: 60 }) })
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 30 }), (spots) => {
        const markers = spots.map(({ x, y }, index): Marker => ({
          text: String(index + 1),
          anchor: [x, y],
          at: [x, y],
          half: { width: 2.05, height: 2.05 },
        }))
        spreadMarkers(markers, ON_PAPER)
        for (const [i, marker] of markers.entries())
          expect(markers.slice(i + 1).filter((other) => overlaps(marker, other))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('stay where they are when nothing is near', () => {
    const marker: Marker = { text: '1', anchor: [50, 50], at: [50, 48], half: { width: 2, height: 2 } }
    spreadMarkers([marker], ON_PAPER)
    expect(marker.at).toEqual([50, 48])
  })
})

describe('numbers behind one door', () => {
  const one = (number: number, x: number) => ({
    number,
    text: String(number),
    key: number === 3,
    door: [x, 0] as Point,
  })

  it('share a marker that is a key building when one of them is', () => {
    const runs = shareNumbers([one(1, 0), one(2, 5), one(3, 5.1), one(4, 5.2), one(5, 9)], 0.8)
    expect(runs.map(({ text, key }) => [text, key])).toEqual([
      ['1', false],
      ['2–4', true],
      ['5', false],
    ])
  })

  it('are one number when they belong to one stop', () => {
    const row = [
      { ...one(4, 0), text: '4a' },
      { ...one(4, 0), text: '4b' },
    ]
    expect(shareNumbers(row, 0.8).map(({ text }) => text)).toEqual(['4'])
    expect(shareNumbers(row.slice(1), 0.8).map(({ text }) => text)).toEqual(['4b'])
  })
})

describe('street names', () => {
  const paper = { width: 190, height: 90 }
  const horizontal: Point[] = [
    [10, 40],
    [180, 40],
  ]

  it('stand upright on a street drawn from right to left', () => {
    const [name] = placeStreetNames(
      [{ name: 'Rue A', weight: 1, points: [...horizontal].reverse() }],
      PRINTED_NAMES,
      {
        paper,
        blocked: [],
        avoided: [],
      },
    )
    expect(name?.along[0]).toBeGreaterThan(0)
  })

  it('keep clear of markers', () => {
    const blocked = [{ at: [95, 40] as Point, radius: 20 }]
    const [name] = placeStreetNames([{ name: 'Rue A', weight: 1, points: horizontal }], PRINTED_NAMES, {
      paper,
      blocked,
      avoided: [],
    })
    expect(Math.abs((name?.middle[0] ?? 95) - 95)).toBeGreaterThan(20)
  })

  it('are shortened where there is little room, and left out where there is none', () => {
    const place = (length: number): string | undefined =>
      placeStreetNames(
        [
          {
            name: 'Boulevard de Magenta',
            weight: 1,
            points: [
              [50, 40],
              [50 + length, 40],
            ],
          },
        ],
        PRINTED_NAMES,
        { paper, blocked: [], avoided: [] },
      )[0]?.text
    expect(place(60)).toBe('Boulevard de Magenta')
    expect(place(24)).toBe('Bd de Magenta')
    expect(place(8)).toBeUndefined()
    expect(abbreviate('Rue du Faubourg-Poissonnière')).toBe('R. du Fg Poissonnière')
  })

  it('come back on a long street, or once for all where the style says so', () => {
    const long = [{ name: 'Rue A', weight: 1, points: horizontal }]
    const room = { paper, blocked: [], avoided: [] }
    const often = { ...PRINTED_NAMES, repeatEvery: 40 }
    expect(placeStreetNames(long, often, room).length).toBeGreaterThan(2)
    expect(placeStreetNames(long, { ...often, repeatEvery: Infinity }, room)).toHaveLength(1)
    expect(placeStreetNames(long, { ...often, most: 0 }, room)).toEqual([])
  })

  it('stand in the middle of their street where the map moves', () => {
    const line: Point[] = [
      [10, 40],
      [90, 40],
    ]
    const room = { paper, blocked: [], avoided: [] }
    const place = (nearest: 'middle of paper' | 'middle of street') =>
      placeStreetNames([{ name: 'Rue A', weight: 1, points: line }], { ...PRINTED_NAMES, nearest }, room)[0]!
    expect(place('middle of street').middle[0]).toBeCloseTo(50, -1)
    expect(place('middle of paper').middle[0]).toBeGreaterThan(80)
  })

  it('run over corners where the street is cut in pieces', () => {
    const pieces: Point[][] = [
      [
        [10, 40],
        [40, 40],
      ],
      [
        [70, 40],
        [40, 40],
      ],
      [
        [70, 40],
        [100, 40],
      ],
    ]
    const chains = joinLines(pieces, 0.05)
    expect(chains).toHaveLength(1)
    expect(lengthOf(chains[0]!)).toBeCloseTo(90)
  })
})

describe('the way', () => {
  it('lies side by side with itself where it goes back', () => {
    const there: Point[] = [
      [10, 10],
      [50, 10],
      [10, 10],
    ]
    const ys = shiftedRight(there, 0.5).map(([, y]) => y)
    expect(ys).toEqual([10.5, 10.5, 9.5, 9.5])
  })
})

describe('walkMapSvg', () => {
  const walk = fixturePlan({ walks: 1, stops: 25, reserves: 3 }).walks[0]!
  const svg = parseXml(walkMapSvg(walk, fixtureMap(), A4_MAP))
  const texts = findAll(svg, 'text').map(({ text }) => text)

  it('has every number, reserve, the start, north and the scale', () => {
    for (let number = 1; number <= 25; number++) expect(texts).toContain(String(number))
    expect(texts).toEqual(expect.arrayContaining(['R1', 'Départ', 'N', 'Rue Condorcet']))
    expect(texts.some((text) => /^\d+\u00a0m$/.test(text))).toBe(true)
  })

  it('shows the buildings of the walk darker than others', () => {
    const fills = findAll(svg, 'path').map(({ attributes }) => attributes.fill)
    expect(fills).toEqual(expect.arrayContaining(['#ededed', '#cfcfcf']))
  })

  it('does not shrink for a reserve far away', () => {
    const far = structuredClone(walk)
    far.reserves[0]!.location = [2.4, 48.9]
    const drawn = parseXml(walkMapSvg(far, fixtureMap(), A4_MAP))
    expect(findAll(drawn, 'text').map(({ text }) => text)).not.toContain('R1')
  })

  it('needs no style attribute, script or link', () => {
    const forbidden = (element: XmlElement): boolean =>
      'style' in element.attributes ||
      ['script', 'image', 'a', 'foreignObject'].includes(element.name) ||
      element.children.some(forbidden)
    expect(forbidden(svg)).toBe(false)
  })

  it('gives consecutive stops behind one door one marker', () => {
    const tower = structuredClone(walk)
    for (const place of [3, 4, 5]) {
      tower.stops[place]!.location = tower.stops[2]!.location
      tower.stops[place]!.targets[0]!.location = tower.stops[2]!.targets[0]!.location
    }
    const found = findAll(parseXml(walkMapSvg(tower, fixtureMap(), A4_MAP)), 'text').map(({ text }) => text)
    expect(found).toContain('3–6')
    expect(found).not.toContain('4')
  })

  it('draws an empty walk and an empty map', () => {
    const empty = fixturePlan({ walks: 1, stops: 0, reserves: 0, closed: false }).walks[0]!
    expect(findAll(parseXml(walkMapSvg(empty, { streets: [], footprints: [] }, A4_MAP)), 'svg')).toHaveLength(
      1,
    )
  })

  it('escapes street names', () => {
    const streets = [{ ...fixtureMap().streets[0]!, name: 'Rue <&"A"' }]
    const drawn = parseXml(walkMapSvg(walk, { streets, footprints: [] }, A4_MAP))
    expect(findAll(drawn, 'text').map(({ text }) => text)).toContain('Rue <&"A"')
  })

  it('is the same twice', () => {
    expect(walkMapSvg(walk, fixtureMap(), A4_MAP)).toBe(walkMapSvg(walk, fixtureMap(), A4_MAP))
  })
})

describe('the palette', () => {
  it('tells forty walks apart', () => {
    const looks = Array.from({ length: 40 }, (_, index) => JSON.stringify(walkLook(index + 1)))
    expect(new Set(looks).size).toBe(40)
  })

  it('keeps any two colours apart for normal, protan and deutan sight', () => {
    for (const [i, a] of WALK_COLOURS.entries())
      for (const b of WALK_COLOURS.slice(i + 1))
        for (const sight of Object.values(SIGHTS)) expect(difference(a, b, sight)).toBeGreaterThan(24)
  })
})

/** Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB. */
const SIGHTS = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
}

/** CIE76 */
function difference(a: string, b: string, sight: number[]): number {
  const [p, q] = [lab(a, sight), lab(b, sight)]
  return Math.hypot(p[0]! - q[0]!, p[1]! - q[1]!, p[2]! - q[2]!)
}

function lab(hex: string, sight: number[]): number[] {
  const linear = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  const [r, g, b] = [0, 1, 2].map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        [0, 1, 2].reduce((sum, k) => sum + sight[row * 3 + k]! * linear[k]!, 0),
      ),
    ),
  ) as [number, number, number]
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}
