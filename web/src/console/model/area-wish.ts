/** Where to go, as it is chosen on a form and on its map, and as the API takes it. */
import type { Schemas } from '@doorwalk/client'
import type { LngLat } from '@doorwalk/core/units'

export type AreaWish =
  | { kind: 'region' }
  | { kind: 'precincts'; codes: readonly string[] }
  /** Corners in the order they were set; not closed. */
  | { kind: 'draw'; corners: readonly LngLat[] }

export const WHOLE_REGION: AreaWish = { kind: 'region' }

const FEWEST_CORNERS = 3

/** What is missing before it can be sent; null: nothing. */
export function lackOf(wish: AreaWish): 'precincts' | 'corners' | null {
  if (wish.kind === 'precincts' && wish.codes.length === 0) return 'precincts'
  if (wish.kind === 'draw' && wish.corners.length < FEWEST_CORNERS) return 'corners'
  return null
}

/** Undefined: the whole region, which is the default of the API. */
export function areaOf(wish: AreaWish): Schemas['AreaRequest'] | undefined {
  switch (wish.kind) {
    case 'region':
      return undefined
    case 'precincts':
      return { precincts: [...wish.codes].sort() }
    case 'draw':
      return { type: 'Polygon', coordinates: [[...wish.corners, wish.corners[0]!]] }
  }
}

/** With this precinct, or without it where it was chosen; another kind of area becomes one of precincts. */
export function togglePrecinct(wish: AreaWish, code: string): AreaWish {
  const codes = wish.kind === 'precincts' ? wish.codes : []
  const others = codes.filter((each) => each !== code)
  return { kind: 'precincts', codes: others.length === codes.length ? [...codes, code] : others }
}

/** With one corner more. */
export function addCorner(wish: AreaWish, at: LngLat): AreaWish {
  return { kind: 'draw', corners: [...(wish.kind === 'draw' ? wish.corners : []), at] }
}
