/** Where to go, as it is chosen on a form and on its map, and as the API takes it. */
import type { Schemas } from '@doorwalk/client'
import type { LngLat } from '@doorwalk/core/units'
import { isWithin } from '../../numbers/number.ts'

export type AreaWish =
  | { kind: 'region' }
  | { kind: 'precincts'; codes: readonly string[] }
  /** Corners in the order they were set; not closed. */
  | { kind: 'draw'; corners: readonly LngLat[] }
  /** What one walks to from a point. */
  | { kind: 'walk'; start: LngLat | null; minutes: number | null }
  /** Of a file of one's own; `name` is that of the file. */
  | { kind: 'file'; name: string; shape: GeoJSON.MultiPolygon | null }
  /** Kept under a name on the server; empty: none is chosen. */
  | { kind: 'stored'; id: string }

export const WHOLE_REGION: AreaWish = { kind: 'region' }

/** Of each kind, before anything of it is said. */
export const EMPTY_WISH: { readonly [Kind in AreaWish['kind']]: AreaWish } = {
  region: WHOLE_REGION,
  precincts: { kind: 'precincts', codes: [] },
  draw: { kind: 'draw', corners: [] },
  walk: { kind: 'walk', start: null, minutes: 10 },
  file: { kind: 'file', name: '', shape: null },
  stored: { kind: 'stored', id: '' },
}

const FEWEST_CORNERS = 3
/** Of a walk around a point. */
export const WALK_MINUTES = { from: 1, to: 60 }

export type AreaLack = 'precincts' | 'corners' | 'point' | 'minutes' | 'file' | 'stored'

/** What is missing before it can be sent; null: nothing. */
export function lackOf(wish: AreaWish): AreaLack | null {
  switch (wish.kind) {
    case 'region':
      return null
    case 'precincts':
      return wish.codes.length === 0 ? 'precincts' : null
    case 'draw':
      return wish.corners.length < FEWEST_CORNERS ? 'corners' : null
    case 'walk':
      if (wish.start === null) return 'point'
      return isWithin(wish.minutes, WALK_MINUTES) ? null : 'minutes'
    case 'file':
      return wish.shape === null ? 'file' : null
    case 'stored':
      return wish.id === '' ? 'stored' : null
  }
}

/** Of a wish that lacks nothing. Undefined: the whole region, which is the default of the API. */
export function areaOf(wish: AreaWish): Schemas['AreaRequest'] | undefined {
  switch (wish.kind) {
    case 'region':
      return undefined
    case 'precincts':
      return { precincts: [...wish.codes].sort() }
    case 'draw':
      return { type: 'Polygon', coordinates: [[...wish.corners, wish.corners[0]!]] }
    case 'walk':
      return { walkFrom: { start: [...wish.start!], minutes: wish.minutes! } }
    case 'file':
      return wish.shape as Schemas['AreaRequest']
    case 'stored':
      return { id: wish.id }
  }
}

/** With this precinct, or without it where it was chosen; another kind of area becomes one of precincts. */
export function togglePrecinct(wish: AreaWish, code: string): AreaWish {
  const codes = wish.kind === 'precincts' ? wish.codes : []
  const others = codes.filter((each) => each !== code)
  return { kind: 'precincts', codes: others.length === codes.length ? [...codes, code] : others }
}

/** With one corner more. */
function addCorner(wish: AreaWish, at: LngLat): AreaWish {
  return { kind: 'draw', corners: [...(wish.kind === 'draw' ? wish.corners : []), at] }
}

/** Whether points on the map say what it is. */
export function isOnMap({ kind }: AreaWish): boolean {
  return kind === 'draw' || kind === 'walk'
}

const NO_CORNERS: readonly never[] = []

/** What of it is drawn on a map corner by corner. */
export function shapeCorners(wish: AreaWish): readonly LngLat[] {
  return wish.kind === 'draw' ? wish.corners : NO_CORNERS
}

/** What of it a map shows as a whole: the shapes of a file, as coordinates of a MultiPolygon. */
export function shapeOutline(wish: AreaWish): readonly LngLat[][][] {
  return wish.kind === 'file' && wish.shape !== null ? (wish.shape.coordinates as LngLat[][][]) : NO_CORNERS
}

/** What a point on the map means for this area: a corner, where a walk begins, or nothing. */
export function takePoint(wish: AreaWish, at: LngLat): AreaWish {
  if (wish.kind === 'draw') return addCorner(wish, at)
  return wish.kind === 'walk' ? { ...wish, start: at } : wish
}

/** Whether it is still what was kept in this browser. */
export function isAreaWish(value: unknown): value is AreaWish {
  if (typeof value !== 'object' || value === null) return false
  const wish = value as Record<string, unknown>
  switch (wish['kind']) {
    case 'region':
      return true
    case 'precincts':
      return isListOf(wish['codes'], (code) => typeof code === 'string')
    case 'draw':
      return isListOf(wish['corners'], isPoint)
    case 'walk':
      return isNullOr(wish['start'], isPoint) && isNullOr(wish['minutes'], (one) => typeof one === 'number')
    case 'file':
      return typeof wish['name'] === 'string' && isNullOr(wish['shape'], (one) => typeof one === 'object')
    case 'stored':
      return typeof wish['id'] === 'string'
    default:
      return false
  }
}

function isNullOr(value: unknown, isFine: (one: unknown) => boolean): boolean {
  return value === null || isFine(value)
}

function isListOf(value: unknown, isFine: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isFine)
}

function isPoint(value: unknown): boolean {
  return isListOf(value, (number) => typeof number === 'number') && (value as unknown[]).length === 2
}
