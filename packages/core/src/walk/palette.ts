/**
 * How walk number n looks wherever walks are drawn: one colour each, told apart without colour by dashes and numbers.
 */

/**
 * Eight colours for white ground. Chosen from 20 candidates for the largest smallest distance: CIE76 ΔE ≥ 24 between
 * any two for normal, protan and deutan sight (Machado et al. 2009, https://doi.org/10.1109/TVCG.2009.113).
 */
export const WALK_COLOURS = [
  '#332288', // indigo
  '#CC6677', // rose
  '#7A4A12', // brown
  '#56B4E9', // sky
  '#882255', // wine
  '#999933', // olive
  '#7B3FF2', // violet
  '#AA4499', // purple
] as const

/** SVG dash patterns in units of the line's width; the first is a full line. From walk 9 on colours return dashed. */
const WALK_DASHES = [[], [4, 1.5], [1.5, 1.5], [4, 1.5, 1, 1.5], [8, 2]] as const

export interface WalkLook {
  /** `#RRGGBB` */
  colour: string
  /** Multiples of the line width; empty for a full line. */
  dash: readonly number[]
}

/** Look of walk `number` (1-based); 40 walks look different, then the series starts again. */
export function walkLook(number: number): WalkLook {
  const index = Math.max(0, number - 1)
  const colour = WALK_COLOURS[index % WALK_COLOURS.length] ?? WALK_COLOURS[0]
  const dash = WALK_DASHES[Math.floor(index / WALK_COLOURS.length) % WALK_DASHES.length] ?? []
  return { colour, dash }
}
