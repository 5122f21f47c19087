import { describe, expect, it } from 'vitest'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import { makeCrew } from '@doorwalk/core/grouping/crew'
import { connected, cutBlocks, targetsIn } from '@doorwalk/core/grouping/cut'
import { meetingPoints } from '@doorwalk/core/grouping/meeting'
import { shareWalkers, worthWalking } from '@doorwalk/core/grouping/share'
import type { Workload } from '@doorwalk/core/grouping/workload'
import { cellAt, cellCentre, disk } from '@doorwalk/core/h3'
import type { VolunteerRequest } from '@doorwalk/core/request/request'
import { type LngLat, metresBetween, metresPerDegree } from '@doorwalk/core/units'
import { PARIS, aRequest } from '../../support/worlds/builders.ts'

/** A round town of about 2.7 km across, with denser and emptier blocks. */
function town(rings = 10, centre: LngLat = PARIS): Workload[] {
  return disk(cellAt(centre, 10), rings)
    .sort()
    .map((cell, index) => {
      const targets = 10 + ((index * 37) % 41)
      const none = { keys: 0, keySeconds: 0, place: cellCentre(cell) }
      const work = { targets, prize: targets * 5, seconds: targets * 300, ...none }
      return { cell, ...work, ground: work, streets: [], shared: [] }
    })
}

const speed = { walkingMetresPerSecond: DEFAULT_ASSUMPTIONS.walkingMetresPerSecond }
const crewOf = (volunteers: number | VolunteerRequest[]) =>
  makeCrew(aRequest({ volunteers, minutes: 120 }), null, DEFAULT_ASSUMPTIONS)
const worthOf = (pieces: Workload[][]) =>
  pieces.map((piece) => piece.reduce((sum, { seconds }) => sum + seconds, 0))

describe('pieces of a large area', () => {
  it('hold every block once, are connected, of like size and compact', () => {
    const blocks = town()
    const pieces = cutBlocks(blocks)
    expect(pieces.flat().length).toBe(blocks.length)
    expect(new Set(pieces.flat()).size).toBe(blocks.length)
    for (const piece of pieces) {
      expect(connected(piece).length).toBe(1)
      expect(targetsIn(piece)).toBeGreaterThanOrEqual(1_000)
      expect(targetsIn(piece)).toBeLessThanOrEqual(2_000)
      const middle = piece.reduce<LngLat>(
        ([lng, lat], { place }) => [lng + place[0] / piece.length, lat + place[1] / piece.length],
        [0, 0],
      )
      const furthest = Math.max(...piece.map(({ place }) => metresBetween(place, middle)))
      // Of a disk of as many cells (15,000 m² each) the radius would be 1; twice it is a block of 4 : 1.
      expect(furthest / Math.sqrt((piece.length * 15_000) / Math.PI)).toBeLessThan(2)
    }
  })

  it('are the same for the same blocks, and one where one is enough', () => {
    expect(cutBlocks(town())).toEqual(cutBlocks(town()))
    expect(cutBlocks(town(3)).length).toBe(1)
  })

  it('leave the two banks of an empty strip together', () => {
    const west = town(5)
    const east = town(5, [PARIS[0] + 0.03, PARIS[1]])
    const pieces = cutBlocks([...west, ...east])
    expect(pieces.length).toBe(4)
    for (const piece of pieces) expect(connected(piece).length).toBe(1)
  })
})

describe('the border of two pieces', () => {
  /** Blocks on the border of two pieces, each with the first one across. */
  const crossings = (pieces: Workload[][]): [Workload, Workload][] => {
    const piece = new Map(
      pieces.flatMap((blocks, number) => blocks.map(({ cell }) => [cell, number] as const)),
    )
    const at = new Map(pieces.flat().map((block) => [block.cell, block]))
    return pieces.flatMap((blocks, number) =>
      blocks.flatMap((block) =>
        disk(block.cell, 1).flatMap((cell): [Workload, Workload][] =>
          (piece.get(cell) ?? -1) > number ? [[block, at.get(cell)!]] : [],
        ),
      ),
    )
  }

  it('goes through no building, however many lie across it, unless too many hang together', () => {
    const blocks = town()
    const across = crossings(cutBlocks(blocks))
    expect(across.length).toBeGreaterThan(20)
    // Every third pair on the border has one building from now on.
    const joined = across.filter((_, index) => index % 3 === 0).map((pair) => pair.map(({ cell }) => cell))
    const withShared = blocks.map((block) => ({
      ...block,
      shared: joined.flatMap((pair) =>
        pair.includes(block.cell) ? pair.filter((cell) => cell !== block.cell) : [],
      ),
    }))
    const pieces = cutBlocks(withShared)
    const pieceOf = new Map(
      pieces.flatMap((piece, number) => piece.map(({ cell }) => [cell, number] as const)),
    )
    for (const [a, b] of joined) expect(pieceOf.get(a!), `${a} ${b}`).toBe(pieceOf.get(b!))
    for (const piece of pieces) {
      expect(connected(piece).length).toBe(1)
      expect(targetsIn(piece)).toBeGreaterThanOrEqual(1_000)
      expect(targetsIn(piece)).toBeLessThanOrEqual(2_000)
    }
    const chained = blocks.map((block, index) => ({
      ...block,
      shared: [blocks[index - 1], blocks[index + 1]].flatMap((near) => near?.cell ?? []),
    }))
    for (const piece of cutBlocks(chained)) expect(targetsIn(piece)).toBeLessThanOrEqual(2_000)
  })

  it('crosses a street once and does not run along it', () => {
    const blocks = town()
    const scale = metresPerDegree(PARIS[1])
    // Streets 100 m apart in both directions; a block has what passes within its 65 m.
    const named = blocks.map((block) => {
      const [x, y] = [block.place[0] * scale.lng, block.place[1] * scale.lat]
      const near = (value: number) => [-50, 50].map((off) => Math.floor((value + off) / 100))
      return { ...block, streets: [...near(x).map((n) => `x${n}`), ...near(y).map((n) => `y${n}`)] }
    })
    const cut = (pieces: Workload[][]): number =>
      crossings(pieces).reduce(
        (sum, [a, b]) => sum + a.streets.filter((name) => b.streets.includes(name)).length,
        0,
      )
    const nameless = new Map(named.map((block) => [block.cell, block]))
    const plain = cutBlocks(blocks).map((piece) => piece.map(({ cell }) => nameless.get(cell)!))
    expect(cut(cutBlocks(named))).toBeLessThan(0.9 * cut(plain))
  })
})

describe('walkers of pieces', () => {
  it('are shared by the work there is', () => {
    const pieces = cutBlocks(town())
    const walkers = shareWalkers({ ...speed, pieces, worth: worthOf(pieces), crew: crewOf(200) })
    expect(walkers.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, index) => index))
    const each = walkers.map((list, piece) => worthOf(pieces)[piece]! / list.length)
    expect(Math.max(...each) / Math.min(...each)).toBeLessThan(1.1)
  })

  it('go near their own starts, and on to the next piece where that one is full', () => {
    const pieces = cutBlocks(town())
    const here = pieces[0]![10]!.place
    const crew = crewOf(Array.from({ length: 200 }, () => ({ start: here })))
    const worth = worthWalking({ blocks: pieces.flat(), crew, walkingMetresPerSecond: 1.25 })
    let next = 0
    const perPiece = pieces.map((piece) => piece.reduce((sum) => sum + worth.seconds[next++]!, 0))
    const counts = shareWalkers({ ...speed, pieces, worth: perPiece, crew }).map(({ length }) => length)
    expect(counts[0]).toBe(Math.max(...counts))
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(1)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(200)
  })

  it('stay together when they are few', () => {
    const pieces = cutBlocks(town())
    const counts = shareWalkers({ ...speed, pieces, worth: worthOf(pieces), crew: crewOf(20) }).map(
      ({ length }) => length,
    )
    expect(counts.filter((count) => count > 0).length).toBe(2)
  })

  const keyed = (pieces: Workload[][], at: number[], keys = 1): Workload[][] =>
    pieces.map((piece, index) => (at.includes(index) ? piece.with(5, withKeys(piece[5]!, keys)) : piece))
  const withKeys = (block: Workload, keys: number): Workload => {
    const some = { keys, keySeconds: 900 * keys }
    return { ...block, ...some, ground: { ...block.ground, ...some } }
  }

  it('go to every piece with a key building first, as many as it takes', () => {
    const pieces = keyed(cutBlocks(town(16)), [0, 3, 7])
    expect(pieces.length).toBeGreaterThan(8)
    const worth = worthOf(pieces).map((_, piece) => (piece === 1 ? 1 : 0))
    const counts = shareWalkers({ ...speed, pieces, worth, crew: crewOf(8) }).map(({ length }) => length)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(8)
    for (const piece of [0, 3, 7]) expect(counts[piece]).toBeGreaterThanOrEqual(1)
    const many = keyed(pieces, [3], 20)
    // 18,000 s of key buildings and the ways between them, of 6,480 s a walk: four walkers.
    expect(shareWalkers({ ...speed, pieces: many, worth, crew: crewOf(8) })[3]!.length).toBe(4)
  })

  it('are sent to key buildings they can reach, those who start nearest', () => {
    const pieces = keyed(cutBlocks(town(16)), [0, 7])
    const starts = [pieces[7]!, pieces[0]!, pieces[0]!].map((piece) => piece[6]!.place)
    const far: LngLat = [PARIS[0] + 0.5, PARIS[1]]
    const crew = crewOf([{ start: far }, ...starts.map((start) => ({ start }))])
    const walkers = shareWalkers({ ...speed, pieces, worth: pieces.map(() => 0), crew })
    expect(walkers[7]).toContain(1)
    expect(walkers[0]!.some((walker) => walker === 2 || walker === 3)).toBe(true)
  })

  it('are few: then they go where each does most key buildings', () => {
    const pieces = keyed(keyed(cutBlocks(town(16)), [0, 3, 7]), [7], 4)
    const walkers = shareWalkers({ ...speed, pieces, worth: worthOf(pieces), crew: crewOf(1) })
    expect(walkers[7]).toEqual([0])
  })

  /** Towers in the pieces told, where only one target in so many is on the ground. */
  const towers = (pieces: Workload[][], at: number[], oneIn = Infinity): Workload[][] =>
    pieces.map((piece, number) =>
      at.includes(number)
        ? piece.map(({ ground, ...block }) => ({
            ...block,
            ground: {
              ...ground,
              targets: ground.targets / oneIn,
              seconds: ground.seconds / oneIn,
              keys: 0,
              keySeconds: 0,
            },
          }))
        : piece,
    )

  it('avoid stairs: they go where there is enough to do without, and others take their places', () => {
    const pieces = towers(cutBlocks(town()), [0, 1, 2, 3])
    expect(pieces.length).toBeGreaterThan(5)
    const crew = crewOf(Array.from({ length: 200 }, (_, index) => ({ avoidStairs: index % 4 === 0 })))
    const walkers = shareWalkers({ ...speed, pieces, worth: worthOf(pieces), crew })
    expect(walkers.flat().length).toBe(200)
    for (const piece of [0, 1, 2, 3]) expect(walkers[piece]!.filter((walker) => walker % 4 === 0)).toEqual([])
    const each = walkers.map((list, piece) => worthOf(pieces)[piece]! / list.length)
    expect(Math.max(...each) / Math.min(...each)).toBeLessThan(1.1)
    // Nothing is worth as much as the towers: rather elsewhere than idle.
    const worth = worthOf(pieces).map((seconds, piece) => (piece < 4 ? seconds : 0))
    const few = shareWalkers({ ...speed, pieces, worth, crew: crew.slice(0, 40) })
    expect(
      few
        .slice(0, 4)
        .flat()
        .filter((walker) => walker % 4 === 0),
    ).toEqual([])
    // Where little is open, only as many as find something: of 6,480 s a walk, half.
    const some = towers(pieces, [4, 5], 40)
    const counts = shareWalkers({ ...speed, pieces: some, worth: worthOf(some), crew }).map(
      (list) => list.filter((walker) => walker % 4 === 0).length,
    )
    expect(counts.slice(0, 4)).toEqual([0, 0, 0, 0])
    for (const piece of [4, 5]) {
      const ground = some[piece]!.reduce((sum, block) => sum + block.ground.seconds, 0)
      expect(ground).toBeGreaterThan(6_480)
      expect(counts[piece]).toBeLessThanOrEqual(Math.ceil(ground / 6_480))
    }
  })

  it('avoid stairs and start among towers: they go to the nearest piece that is open to them', () => {
    const pieces = towers(cutBlocks(town()), [0])
    const start = pieces[0]![10]!.place
    const crew = crewOf([{ start, avoidStairs: true }, { start }])
    const walkers = shareWalkers({ ...speed, pieces, worth: pieces.map(() => 0).with(0, 20_000), crew })
    expect(walkers[0]).toEqual([1])
    expect(walkers.findIndex((list) => list.includes(0))).toBeGreaterThan(0)
  })

  it('climb to key buildings that take stairs; who avoids them goes to one on the ground', () => {
    const pieces = towers(keyed(cutBlocks(town(16)), [0, 3]), [3])
    const crew = crewOf([{ minutes: 180, avoidStairs: true }, { minutes: 120 }])
    const walkers = shareWalkers({ ...speed, pieces, worth: pieces.map(() => 0), crew })
    expect(walkers[3]).toEqual([1])
    expect(walkers[0]).toEqual([0])
  })

  it('choose what is worth most for the time it takes', () => {
    const blocks = town()
    const rich = blocks.map((block, index) =>
      index % 4 === 0 ? { ...block, prize: block.prize * 3 } : block,
    )
    const crew = crewOf(60)
    const worth = worthWalking({ blocks: rich, crew, walkingMetresPerSecond: 1.25 })
    const taken = worth.seconds.flatMap((seconds, index) => (seconds > 0 ? [index] : []))
    expect(taken.length).toBeGreaterThan(10)
    expect(taken.every((index) => index % 4 === 0)).toBe(true)
    const capacity = crew.reduce((sum, { usable }) => sum + usable, 0)
    expect(worth.seconds.reduce((sum, seconds) => sum + seconds, 0)).toBeCloseTo(capacity)
  })
})

describe('meeting points of a piece', () => {
  it('are near its key buildings first', () => {
    const blocks = town(12)
    const at = blocks.findIndex(({ place }) => metresBetween(place, PARIS) > 1_200)
    const keyed = blocks.with(at, { ...blocks[at]!, keys: 1, keySeconds: 900 })
    expect(meetingPoints(keyed, { walkers: 1, usable: 6_480 })).toEqual([keyed[at]!.place])
    const points = meetingPoints(keyed, { walkers: 12, usable: 6_480 })
    expect(points.length).toBe(12)
    expect(points.map(String)).toContain(String(keyed[at]!.place))
    expect(new Set(points.map(String)).size).toBeGreaterThan(1)
  })

  it('are one where the piece is small, and one in each quarter where it is long', () => {
    const small = town(3)
    expect(new Set(meetingPoints(small, { walkers: 20, usable: 6_480 }).map(String)).size).toBe(1)
    const quarters = [...town(4), ...town(4, [PARIS[0] + 0.04, PARIS[1]])]
    const points = meetingPoints(quarters, { walkers: 40, usable: 6_480 })
    expect(points.length).toBe(40)
    const counts = [...new Set(points.map(String))].map(
      (point) => points.filter((other) => String(other) === point).length,
    )
    expect(counts.length).toBe(2)
    expect(Math.abs(counts[0]! - counts[1]!)).toBeLessThanOrEqual(2)
    expect(quarters.some(({ place }) => String(place) === String(points[0]))).toBe(true)
  })
})
