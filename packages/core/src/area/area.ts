/**
 * What to canvass: a drawn polygon, precincts, H3 cells, a walk around a place, or these put together become one
 * validated area inside a region.
 */
import { fieldError } from '../error.ts'
import type { Cell } from '../h3.ts'
import { BLOCK_RESOLUTION, cellResolution, cellRing, isCell, parentCell } from '../h3.ts'
import { boxesOverlap } from '../region/box.ts'
import type { Manifest, Precinct } from '../region/region.ts'
import { type AreaRequest, isCombined, partsOf, type WalkFrom } from '../request/area-request.ts'
import type { Warning } from '../words/warning.ts'
import type { Bbox, Polygonal } from './polygon.ts'
import { bboxOfGeometry, checkDrawn, checkPolygon, joinBboxes } from './polygon.ts'
import { shareOutside } from './outside.ts'
import type { Area, AreaPlace } from './place.ts'
import { commonOf, restOf, unionOf } from './put-together.ts'
import { openShape } from './shape.ts'
import { mayBeWalked, walkBox } from './walk-circle.ts'

/** Coarsest cells taken as an area: about 250 km². */
const COARSEST_CELL = 5

/** Of an area: less than door counts are off anyway (docs/data.md) is not worth a sentence. */
const LEAST_OUTSIDE = 0.05

/** What can be walked to, where somebody has looked; undefined: nobody has. */
export type Walked = (walk: WalkFrom) => ((place: AreaPlace) => boolean) | undefined

interface Around {
  manifest: Manifest
  precincts: Precinct[]
  walked: Walked
  pointer: string
  /** What is taken away: where nobody has looked, as little as may be. */
  isTaken: boolean
}

/**
 * The area of a request, checked against the region.
 *
 * @param request   undefined: the whole region
 * @param walked    default: nobody has looked at the streets, and the area is as large as it may be
 * @throws VisibleError area.outside_region, area.swapped, area.no_precincts, area.unknown_precinct, area.bad_cell,
 *         area.holds_nothing and those of {@link checkPolygon}
 */
export function resolveArea(
  request: AreaRequest | undefined,
  { manifest, precincts, walked = () => undefined }: Pick<Around, 'manifest' | 'precincts'> & Partial<Around>,
): Area {
  if (!request) return { bbox: manifest.bbox, holds: () => true, warnings: [] }
  if (isCombined(request)) checkDrawn(request, '/area')
  return resolved(request, { manifest, precincts, walked, pointer: '/area', isTaken: false })
}

function resolved(request: AreaRequest, around: Around): Area {
  if ('precincts' in request) return precinctArea(request.precincts, around)
  if ('cells' in request) return cellArea(request.cells, around)
  if ('walkFrom' in request) return walkArea(request.walkFrom, around)
  if ('id' in request)
    throw fieldError(
      'area.unknown',
      `${around.pointer}/id`,
      `got "${request.id}"; stored areas exist on a server only`,
    )
  if ('type' in request) return polygonArea(request, around)
  const parts = partsOf(request, around.pointer).map(({ part, pointer }, at) => {
    const isTaken = 'of' in request && at === 1 ? !around.isTaken : around.isTaken
    return resolved(part, { ...around, pointer, isTaken })
  })
  if ('any' in request) return unionOf(parts)
  return 'all' in request ? commonOf(parts, around.pointer) : restOf(parts)
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
  return { bbox, holds: (place) => inside.has(place.block) && area.holds(place), warnings: [] }
}

function polygonArea(geometry: Polygonal, around: Around): Area {
  const { manifest, pointer } = around
  const bbox = bboxOfGeometry(geometry)
  if (!boxesOverlap(bbox, manifest.bbox)) refuseOutside(bbox, around)
  checkPolygon(geometry, pointer)
  const isInside = openShape([geometry], manifest.bbox)
  return { bbox, holds: ({ location }) => isInside(location), warnings: outsideWarning([geometry], manifest) }
}

/** Exactly what was found by walking; before that, all within the circle or, of what is taken away, nothing. */
function walkArea(walk: WalkFrom, around: Around): Area {
  const { manifest, walked, isTaken } = around
  const bbox = walkBox(walk)
  if (!boxesOverlap(bbox, manifest.bbox)) refuseOutside(bbox, around)
  const inCircle = ({ location }: AreaPlace): boolean => mayBeWalked(walk, location)
  const holds = walked(walk) ?? (isTaken ? () => false : inCircle)
  return { bbox, holds, warnings: [], isDerived: true }
}

function precinctArea(codes: string[], around: Around): Area {
  const { precincts, manifest, pointer } = around
  if (precincts.length === 0)
    throw fieldError(
      'area.no_precincts',
      `${pointer}/precincts`,
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
      `${pointer}/precincts/${index}`,
      `got "${code}", expected one of ${shown}`,
    )
  })
  const shapes = [...new Set(chosen)].map(({ geometry }) => geometry)
  const bbox = joinBboxes(shapes.map(bboxOfGeometry))
  if (!boxesOverlap(bbox, manifest.bbox)) refuseOutside(bbox, around)
  const isInside = openShape(shapes, manifest.bbox)
  return { bbox, holds: ({ location }) => isInside(location), warnings: outsideWarning(shapes, manifest) }
}

function cellArea(cells: Cell[], around: Around): Area {
  const { manifest, pointer } = around
  const resolutions = new Set<number>()
  cells.forEach((cell, index) => {
    const resolution = isCell(cell) ? cellResolution(cell) : -1
    if (resolution < COARSEST_CELL || resolution > BLOCK_RESOLUTION)
      throw fieldError(
        'area.bad_cell',
        `${pointer}/cells/${index}`,
        `got "${cell}", expected an H3 cell of resolution ${COARSEST_CELL} to ${BLOCK_RESOLUTION}`,
      )
    resolutions.add(resolution)
  })
  const bbox = joinBboxes(
    cells.map((cell) => bboxOfGeometry({ type: 'Polygon', coordinates: [cellRing(cell)] })),
  )
  if (!boxesOverlap(bbox, manifest.bbox)) refuseOutside(bbox, around)
  const wanted = new Set(cells)
  return {
    bbox,
    holds: ({ block }) => [...resolutions].some((resolution) => wanted.has(parentCell(block, resolution))),
    warnings: [],
  }
}

function refuseOutside(bbox: Bbox, { manifest, pointer }: Around): never {
  const swapped: Bbox = [bbox[1], bbox[0], bbox[3], bbox[2]]
  const where = `region "${manifest.name}" covers ${show(manifest.bbox)}`
  if (boxesOverlap(swapped, manifest.bbox))
    throw fieldError('area.swapped', pointer, `the coordinates look swapped: write [lng, lat]; ${where}`)
  throw fieldError('area.outside_region', pointer, `the area lies at ${show(bbox)}, but ${where}`)
}

function outsideWarning(shapes: Polygonal[], { bbox, name }: Manifest): Warning[] {
  const share = shareOutside(shapes, bbox)
  return share < LEAST_OUTSIDE ? [] : [{ code: 'area_partly_outside', region: name, share }]
}

function show(bbox: Bbox): string {
  return `${bbox.map((value) => value.toFixed(4)).join(',')} (west,south,east,north)`
}
