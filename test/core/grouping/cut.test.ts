import { describe, expect, it } from 'vitest'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import { makeCrew } from '@doorwalk/core/grouping/crew'
import { connected, cutBlocks, targetsIn } from '@doorwalk/core/grouping/cut'
import { meetingPoints } from '@doorwalk/core/grouping/meeting'
import { shareWalkers, worthWalking } from '@doorwalk/core/grouping/share'
import type { Workload } from '@doorwalk/core/grouping/workload'
import { cellAt, cellCentre, disk } from '@doorwalk/core/h3'
import type { VolunteerRequest } from '@doorwalk/core/request/request'
import { type LngLat, metresBetween } from '@doorwalk/core/units'
import { PARIS, aRequest } from '../../support/worlds/builders.ts'

/** A round town of about 2.7 km across, with denser and emptier blocks. */
function town(rings = 10, centre: LngLat = PARIS): Workload[] {
  return disk(cellAt(centre, 10), rings)
    .sort()
    .map((cell, index) => {
      const targets = 10 + ((index * 37) % 41)
      const work = { targets, prize: targets * 5, seconds: targets * 300 }
      return { cell, ...work, keys: 0, keySeconds: 0, place: cellCentre(cell) }
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
    pieces.map((piece, index) =>
      at.includes(index) ? piece.with(5, { ...piece[5]!, keys, keySeconds: 900 * keys }) : piece,
    )

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
