/** An area as it is put together in a form: pieces that are added, that must hold as well, or that are left out. */
import type { Schemas } from '@doorwalk/client'
import type { LngLat } from '@doorwalk/core/units'

export type AreaRequest = Schemas['AreaRequest']

export type AreaPiece =
  | { kind: 'region' }
  | { kind: 'precincts'; codes: readonly string[] }
  /** Corners in the order in which they were set. */
  | { kind: 'drawn'; corners: readonly LngLat[] }
  /** `name` is that of the file. */
  | { kind: 'file'; name: string; shape: GeoJSON.MultiPolygon | null }
  | { kind: 'walk'; start: LngLat | null; minutes: number | null }
  | { kind: 'stored'; id: string }

/** What a piece does to those before it. */
export type PieceRole = 'also' | 'within' | 'without'

export interface RoledPiece {
  role: PieceRole
  piece: AreaPiece
}

/** The first piece has the role `also`. */
export type AreaDraft = readonly RoledPiece[]

export const WHOLE_REGION: AreaDraft = [{ role: 'also', piece: { kind: 'region' } }]
export const MOST_WALK_MINUTES = 60

export const EMPTY_PIECES: { readonly [Kind in AreaPiece['kind']]: Extract<AreaPiece, { kind: Kind }> } = {
  region: { kind: 'region' },
  precincts: { kind: 'precincts', codes: [] },
  drawn: { kind: 'drawn', corners: [] },
  file: { kind: 'file', name: '', shape: null },
  walk: { kind: 'walk', start: null, minutes: 10 },
  stored: { kind: 'stored', id: '' },
}

/** What a piece lacks, so that it means something. */
export type Lack = 'precincts' | 'corners' | 'file' | 'start' | 'minutes' | 'stored' | 'region'

/** Index and lack of the first piece that means nothing yet; null: all is said. */
export function lackOf(draft: AreaDraft): { index: number; lack: Lack } | null {
  for (const [index, { piece }] of draft.entries()) {
    const lack = lackOfPiece(piece, draft.length > 1)
    if (lack !== null) return { index, lack }
  }
  return null
}

function lackOfPiece(piece: AreaPiece, isOneOfMany: boolean): Lack | null {
  switch (piece.kind) {
    case 'region':
      // The API puts shapes together, and the whole region is none.
      return isOneOfMany ? 'region' : null
    case 'precincts':
      return piece.codes.length === 0 ? 'precincts' : null
    case 'drawn':
      return piece.corners.length < 3 ? 'corners' : null
    case 'file':
      return piece.shape === null ? 'file' : null
    case 'walk':
      if (piece.start === null) return 'start'
      return isMinutes(piece.minutes) ? null : 'minutes'
    case 'stored':
      return piece.id === '' ? 'stored' : null
  }
}

function isMinutes(minutes: number | null): boolean {
  return minutes !== null && minutes >= 1 && minutes <= MOST_WALK_MINUTES
}

/**
 * As the API takes it; undefined: the whole region. What is left out is left out of all, whatever its place in the form.
 *
 * @throws Error where a piece lacks something: ask `lackOf` before
 */
export function areaOf(draft: AreaDraft): AreaRequest | undefined {
  const lack = lackOf(draft)
  if (lack !== null) throw new Error(`piece ${lack.index} lacks ${lack.lack}`)
  if (draft.some(({ piece }) => piece.kind === 'region')) return undefined
  const shapes = (role: PieceRole): AreaRequest[] =>
    draft.flatMap((one, index) => ((index === 0 ? 'also' : one.role) === role ? [shapeOf(one.piece)] : []))
  const base = join(shapes('also'), 'any')!
  const within = shapes('within')
  const held = within.length === 0 ? base : join([base, ...within], 'all')!
  const without = join(shapes('without'), 'any')
  return without === undefined ? held : { of: held, without }
}

function join(areas: AreaRequest[], how: 'any' | 'all'): AreaRequest | undefined {
  if (areas.length < 2) return areas[0]
  return how === 'any' ? { any: areas } : { all: areas }
}

function shapeOf(piece: AreaPiece): AreaRequest {
  switch (piece.kind) {
    case 'precincts':
      return { precincts: [...piece.codes].sort() }
    case 'drawn':
      return {
        type: 'Polygon',
        coordinates: [[...piece.corners, piece.corners[0]!].map(([lng, lat]) => [lng, lat])],
      }
    case 'file':
      return piece.shape as AreaRequest
    case 'walk':
      return { walkFrom: { start: [piece.start![0], piece.start![1]], minutes: piece.minutes! } }
    case 'stored':
      return { id: piece.id }
    case 'region':
      throw new Error('the whole region is no shape')
  }
}

/** As it was kept in this browser. */
export function isAreaDraft(value: unknown): value is AreaDraft {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((one: unknown) => {
      const { role, piece } = (one ?? {}) as Partial<RoledPiece>
      return ['also', 'within', 'without'].includes(role ?? '') && isPiece(piece)
    })
  )
}

function isPiece(value: unknown): value is AreaPiece {
  if (typeof value !== 'object' || value === null) return false
  const piece = value as Record<string, unknown>
  switch (piece['kind']) {
    case 'region':
      return true
    case 'precincts':
      return isListOf(piece['codes'], (code) => typeof code === 'string')
    case 'drawn':
      return isListOf(piece['corners'], isPoint)
    case 'file':
      return (
        typeof piece['name'] === 'string' && (piece['shape'] === null || typeof piece['shape'] === 'object')
      )
    case 'walk':
      return (
        (piece['start'] === null || isPoint(piece['start'])) &&
        (piece['minutes'] === null || typeof piece['minutes'] === 'number')
      )
    case 'stored':
      return typeof piece['id'] === 'string'
    default:
      return false
  }
}

function isListOf(value: unknown, isFine: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isFine)
}

function isPoint(value: unknown): value is LngLat {
  return isListOf(value, (number) => typeof number === 'number') && (value as unknown[]).length === 2
}
