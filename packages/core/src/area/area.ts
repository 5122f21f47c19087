/** What to canvass: a drawn polygon, precincts or H3 cells become one validated area inside a region. */
import { fieldError } from '../error.ts'
import type { Cell } from '../h3.ts'
import { BLOCK_RESOLUTION, cellResolution, cellRing, isCell, parentCell } from '../h3.ts'
import { boxesOverlap, boxWithin } from '../region/box.ts'
import type { Manifest, Precinct } from '../region/region.ts'
import type { AreaRequest } from '../request/request.ts'
import type { LngLat } from '../units.ts'
import type { Warning } from '../words/warning.ts'
import type { Bbox, Polygonal } from './polygon.ts'
import { bboxOfGeometry, checkPolygon, joinBboxes } from './polygon.ts'
import { openShape } from './shape.ts'

/** Coarsest cells taken as an area: about 250 km². */
const COARSEST_CELL = 5

export interface Area {
  bbox: Bbox
  /** Is a target with this location and block part of it? */
  holds: (location: LngLat, block: Cell) => boolean
  warnings: Warning[]
}

/**
 * The area of a request, checked against the region.
 *
 * @param request   undefined: the whole region
 * @throws VisibleError area.outside_region, area.swapped, area.no_precincts, area.unknown_precinct, area.bad_cell and
 *         those of {@link checkPolygon}
 */
export function resolveArea(
  request: AreaRequest | undefined,
  manifest: Manifest,
  precincts: Precinct[],
): Area {
  if (!request) return { bbox: manifest.bbox, holds: () => true, warnings: [] }
  if ('precincts' in request) return precinctArea(request.precincts, precincts, manifest)
  if ('cells' in request) return cellArea(request.cells, manifest)
  if ('id' in request)
    throw fieldError('area.unknown', '/area/id', `got "${request.id}"; stored areas exist on a server only`)
  return polygonArea(request, manifest)
}

/** Entrances stand up to this far outside the tile of their building; degrees, at least 150 m. */
const TILE_MARGIN = 0.003

/** The part of an area that lies in these blocks. */
export function pieceArea(area: Area, cells: Cell[]): Area {
  const inside = new Set(cells)
  const box = joinBboxes(
    cells.map((cell) => bboxOfGeometry({ type: 'Polygon', coordinates: [cellRing(cell)] })),
  )
  const bbox: Bbox = [box[0] - TILE_MARGIN, box[1] - TILE_MARGIN, box[2] + TILE_MARGIN, box[3] + TILE_MARGIN]
  return { bbox, holds: (location, block) => inside.has(block) && area.holds(location, block), warnings: [] }
}

function polygonArea(geometry: Polygonal, manifest: Manifest): Area {
  const bbox = bboxOfGeometry(geometry)
  if (!boxesOverlap(bbox, manifest.bbox)) refuseOutside(bbox, manifest)
  checkPolygon(geometry, '/area')
  return { bbox, holds: openShape([geometry], manifest.bbox), warnings: outsideWarning(bbox, manifest) }
}

function precinctArea(codes: string[], precincts: Precinct[], manifest: Manifest): Area {
  if (precincts.length === 0)
    throw fieldError(
      'area.no_precincts',
      '/area/precincts',
      `region "${manifest.name}" was prepared without precincts; draw an area instead, or prepare it with --precincts`,
    )
  // The first of a code counts.
  const byCode = new Map(precincts.toReversed().map((precinct) => [precinct.code, precinct]))
  const chosen = codes.map((code, index) => {
    const precinct = byCode.get(code)
    if (precinct) return precinct
    const known = precincts.map((candidate) => candidate.code).sort()
    const shown = known.slice(0, 12).join(', ') + (known.length > 12 ? `, … (${known.length} in all)` : '')
    throw fieldError(
      'area.unknown_precinct',
      `/area/precincts/${index}`,
      `got "${code}", expected one of ${shown}`,
    )
  })
  const shapes = [...new Set(chosen)].map(({ geometry }) => geometry)
  const bbox = joinBboxes(shapes.map(bboxOfGeometry))
  if (!boxesOverlap(bbox, manifest.bbox)) refuseOutside(bbox, manifest)
  return {
    bbox,
    holds: openShape(shapes, manifest.bbox),
    warnings: outsideWarning(bbox, manifest),
  }
}

function cellArea(cells: Cell[], manifest: Manifest): Area {
  const resolutions = new Set<number>()
  cells.forEach((cell, index) => {
    const resolution = isCell(cell) ? cellResolution(cell) : -1
    if (resolution < COARSEST_CELL || resolution > BLOCK_RESOLUTION)
      throw fieldError(
        'area.bad_cell',
        `/area/cells/${index}`,
        `got "${cell}", expected an H3 cell of resolution ${COARSEST_CELL} to ${BLOCK_RESOLUTION}`,
      )
    resolutions.add(resolution)
  })
  const bbox = joinBboxes(
    cells.map((cell) => bboxOfGeometry({ type: 'Polygon', coordinates: [cellRing(cell)] })),
  )
  if (!boxesOverlap(bbox, manifest.bbox)) refuseOutside(bbox, manifest)
  const wanted = new Set(cells)
  return {
    bbox,
    holds: (_location, block) =>
      [...resolutions].some((resolution) => wanted.has(parentCell(block, resolution))),
    warnings: [],
  }
}

function refuseOutside(bbox: Bbox, manifest: Manifest): never {
  const swapped: Bbox = [bbox[1], bbox[0], bbox[3], bbox[2]]
  const where = `region "${manifest.name}" covers ${show(manifest.bbox)}`
  if (boxesOverlap(swapped, manifest.bbox))
    throw fieldError('area.swapped', '/area', `the coordinates look swapped: write [lng, lat]; ${where}`)
  throw fieldError('area.outside_region', '/area', `the area lies at ${show(bbox)}, but ${where}`)
}

function outsideWarning(bbox: Bbox, manifest: Manifest): Warning[] {
  return boxWithin(bbox, manifest.bbox) ? [] : [{ code: 'area_partly_outside', region: manifest.name }]
}

function show(bbox: Bbox): string {
  return `${bbox.map((value) => value.toFixed(4)).join(',')} (west,south,east,north)`
}
