/** An area put together: pieces that are added, that must hold as well, or that are left out. */
import type { Schemas } from '@doorwalk/client'
import { type AreaLack, type AreaWish, areaOf, isAreaWish, lackOf } from '../area-wish.ts'

type AreaRequest = Schemas['AreaRequest']

/** What a piece does to the others. */
export const ROLES = ['also', 'within', 'without'] as const
export type PieceRole = (typeof ROLES)[number]

interface AreaPiece {
  role: PieceRole
  wish: AreaWish
}

/** The first piece is the ground of the others, whatever its role. */
export type AreaDraft = readonly AreaPiece[]

/** Index and lack of the first piece that means nothing yet; null: all is said. `region` cannot be one of many. */
export function lackOfDraft(draft: AreaDraft): { index: number; lack: AreaLack | 'region' } | null {
  for (const [index, { wish }] of draft.entries()) {
    const lack = wish.kind === 'region' && draft.length > 1 ? 'region' : lackOf(wish)
    if (lack !== null) return { index, lack }
  }
  return null
}

/**
 * Of a draft that lacks nothing; undefined: the whole region. What is left out is left out of all, whatever its place
 * in the form.
 */
export function areaOfDraft(draft: AreaDraft): AreaRequest | undefined {
  const shapes = (role: PieceRole): AreaRequest[] =>
    draft.flatMap((piece, index) => {
      const shape = (index === 0 ? 'also' : piece.role) === role ? areaOf(piece.wish) : undefined
      return shape === undefined ? [] : [shape]
    })
  const base = any(shapes('also'))
  const within = shapes('within')
  const without = any(shapes('without'))
  if (base === undefined) return undefined
  const held = within.length === 0 ? base : { all: [base, ...within] }
  return without === undefined ? held : { of: held, without }
}

function any(areas: AreaRequest[]): AreaRequest | undefined {
  return areas.length < 2 ? areas[0] : { any: areas }
}

/** Whether it is still what was kept in this browser. */
export function isAreaDraft(value: unknown): value is AreaDraft {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((one: unknown) => {
      const { role, wish } = (one ?? {}) as Partial<AreaPiece>
      return ROLES.includes(role!) && isAreaWish(wish)
    })
  )
}
