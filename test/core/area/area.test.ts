import { describe, expect, it } from 'vitest'
import { resolveArea } from '@doorwalk/core/area/area'
import { BLOCK_RESOLUTION, cellAt, parentCell } from '@doorwalk/core/h3'
import type { Precinct } from '@doorwalk/core/region/region'
import type { AreaRequest } from '@doorwalk/core/request/area-request'
import type { LngLat } from '@doorwalk/core/units'
import { PARIS, aManifest } from '../../support/worlds/builders.ts'
import { star } from '../../support/worlds/hostile-rings.ts'

const square = (west: number, south: number, size: number): { type: 'Polygon'; coordinates: LngLat[][] } => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
})
const around = square(2.345, 48.875, 0.01)
const precinct: Precinct = { code: '0925', properties: {}, geometry: around }
const holds = (request: AreaRequest | undefined, point: LngLat, precincts: Precinct[] = []) =>
  resolveArea(request, { manifest: aManifest(), precincts }).holds({
    location: point,
    block: cellAt(point, BLOCK_RESOLUTION),
  })

describe('an area', () => {
  it('is the whole region when nothing is asked for', () => {
    expect(holds(undefined, [2.3401, 48.8701])).toBe(true)
  })

  it('is what lies inside a polygon, holes left out', () => {
    const hole = square(2.348, 48.878, 0.002).coordinates[0]!
    const withHole: AreaRequest = { type: 'Polygon', coordinates: [...around.coordinates, hole] }
    expect(holds(around, PARIS)).toBe(true)
    expect(holds(withHole, PARIS)).toBe(false)
    expect(holds(around, [2.3401, 48.8701])).toBe(false)
  })

  it('is what lies inside a precinct', () => {
    expect(holds({ precincts: ['0925'] }, PARIS, [precinct])).toBe(true)
    expect(holds({ precincts: ['0925'] }, [2.3401, 48.8701], [precinct])).toBe(false)
  })

  it('is what lies in a cell of any resolution from 5 to 10', () => {
    const block = cellAt(PARIS, BLOCK_RESOLUTION)
    expect(holds({ cells: [block] }, PARIS)).toBe(true)
    expect(holds({ cells: [parentCell(block, 8)] }, PARIS)).toBe(true)
    expect(holds({ cells: [block] }, [2.3401, 48.8701])).toBe(false)
  })

  it('says when part of it lies outside the region', () => {
    const [warning] = resolveArea(square(2.355, 48.885, 0.02), {
      manifest: aManifest(),
      precincts: [],
    }).warnings
    expect(warning).toMatchObject({ code: 'area_partly_outside', region: 'test' })
    expect(warning && 'share' in warning && warning.share).toBeCloseTo(15 / 16, 6)
    expect(resolveArea(around, { manifest: aManifest(), precincts: [] }).warnings).toEqual([])
  })

  it('is the same when a position is there twice in a row', () => {
    const ring = around.coordinates[0]!
    const doubled: AreaRequest = { type: 'Polygon', coordinates: [[ring[0]!, ring[0]!, ...ring.slice(1)]] }
    expect(holds(doubled, PARIS)).toBe(true)
  })

  it('ends at its outline, also where a hole reaches out of it', () => {
    const ring = around.coordinates[0]!
    const across: AreaRequest = {
      type: 'Polygon',
      coordinates: [ring, square(2.35, 48.88, 0.0099).coordinates[0]!],
    }
    expect(holds(across, [2.352, 48.882])).toBe(false)
    expect(holds(across, [2.3555, 48.8855])).toBe(false)
    expect(holds(across, [2.348, 48.878])).toBe(true)
  })

  const bowTie: AreaRequest = {
    type: 'Polygon',
    coordinates: [
      [
        [2.345, 48.875],
        [2.355, 48.885],
        [2.355, 48.875],
        [2.345, 48.885],
        [2.345, 48.875],
      ],
    ],
  }
  const withSpike: AreaRequest = {
    type: 'Polygon',
    coordinates: [
      [...around.coordinates[0]!.slice(0, 4), [2.34, 48.885], ...around.coordinates[0]!.slice(3)],
    ],
  }
  const open: AreaRequest = { type: 'Polygon', coordinates: [around.coordinates[0]!.slice(0, 4)] }
  const flat: AreaRequest = {
    type: 'Polygon',
    coordinates: [
      [
        [2.345, 48.875],
        [2.346, 48.875],
        [2.347, 48.875],
        [2.345, 48.875],
      ],
    ],
  }
  it.each<[string, AreaRequest, string]>([
    ['a ring that crosses itself', bowTie, 'area.self_crossing'],
    ['a star of 9,999 corners', { type: 'Polygon', coordinates: [star(9_999)] }, 'area.self_crossing'],
    ['a ring that runs out and back', withSpike, 'area.self_crossing'],
    ['an open ring', open, 'area.ring_open'],
    ['a ring that covers nothing', flat, 'area.empty'],
    ['swapped coordinates', square(48.875, 2.345, 0.01), 'area.swapped'],
    ['an area elsewhere', square(6.1, 46.2, 0.01), 'area.outside_region'],
    ['precincts where there are none', { precincts: ['1'] }, 'area.no_precincts'],
    ['a cell that is none', { cells: ['fffffffffffffff'] }, 'area.bad_cell'],
    ['a cell too fine', { cells: [cellAt(PARIS, 11)] }, 'area.bad_cell'],
    ['a stored area without a server', { id: 'ara_1' }, 'area.unknown'],
  ])('refuses %s', (_, request, code) => {
    expect(() => resolveArea(request, { manifest: aManifest(), precincts: [] })).toThrow(
      expect.objectContaining({ kind: 'input', code }),
    )
  })

  it('names the precincts there are when it does not know one', () => {
    expect(() =>
      resolveArea({ precincts: ['0925', '9999'] }, { manifest: aManifest(), precincts: [precinct] }),
    ).toThrow(
      expect.objectContaining({
        code: 'area.unknown_precinct',
        message: '/area/precincts/1: got "9999", expected one of 0925',
      }),
    )
  })
})
