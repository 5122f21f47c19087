/** What is ticked at a door: its floors from the top, how many doors there are, and a box for each. */
import type { WalkTarget } from '../walk/answer.ts'
import { escapeMarkup } from '../words/escape.ts'
import type { Language } from '../words/languages.ts'
import { sayFloor } from '../words/say.ts'
import { CELL_PADDING, type PrintLook } from './style.ts'
import { packedLines, textWidth } from './text-width.ts'

interface Tick {
  html: string
  /** mm */
  width: number
}

interface TicksContext {
  look: PrintLook
  language: Language
  /** Said before them; empty: nothing. */
  within: string
}

/** Of one target: floors, count and boxes, and how many lines they take. */
export function ticksOf(
  target: WalkTarget,
  { look, language, within }: TicksContext,
): { html: string; lines: number } {
  const ticks: Tick[] = [
    ...(within === '' ? [] : [saidBefore(within, look)]),
    ...floorsTopDown(target).map((floor) => floorTick(floor, { look, language })),
    countOf(target.doors, { look, isCounted: isCounted(target) }),
  ]
  const boxes = Array.from({ length: target.doors }, () => ({ width: look.box }))
  return {
    html: ticks.map(({ html }) => html).join('') + doorBoxes(target.doors),
    lines: packedLines([...ticks, ...boxes], look.columns.ticks - CELL_PADDING),
  }
}

function saidBefore(text: string, { note, scale }: PrintLook): Tick {
  return {
    html: `<small>${escapeMarkup(text)}</small> `,
    width: textWidth({ text, size: note }) + 2 * scale,
  }
}

/** Storeys of the target from the top; empty for a house, where the floor is no question. */
export function floorsTopDown({ floors, part }: WalkTarget): number[] {
  if (floors <= 2 && part === undefined) return []
  const top = part === undefined ? floors - 1 : Math.max(part.fromFloor, part.toFloor)
  const bottom = part === undefined ? 0 : Math.min(part.fromFloor, part.toFloor)
  return Array.from({ length: top - bottom + 1 }, (_, below) => top - below)
}

function floorTick(floor: number, { look, language }: Omit<TicksContext, 'within'>): Tick {
  const text = sayFloor(floor, language)
  const isWide = text.length > 2
  return {
    html: `<span class="floor${isWide ? ' wide' : ''}">${text}</span>`,
    width: isWide ? look.wideFloor : look.floor,
  }
}

/** Sources that counted doors; all others estimate, which paper says with "≈". */
const COUNTED: ReadonlySet<WalkTarget['doorsSource']> = new Set([
  'client',
  'dwellings',
  'flats',
  'units',
  'numbers',
])

export function isCounted({ doorsSource }: WalkTarget): boolean {
  return COUNTED.has(doorsSource)
}

/** How many doors. */
export function countOf(doors: number, { look, isCounted }: { look: PrintLook; isCounted: boolean }): Tick {
  const text = `${isCounted ? '' : '≈'}${doors}`
  return {
    html: `<span class="count">${text}</span>`,
    width: Math.max(look.count, textWidth({ text, size: look.body }) + look.scale) + look.scale,
  }
}

/** A box for each. */
export function doorBoxes(count: number): string {
  return '<span class="box"></span>'.repeat(count)
}
