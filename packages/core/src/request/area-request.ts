/** What to canvass, as callers write it: drawn, precincts, cells, a walk around a place, and these put together. */
import { z } from 'zod'
import { DrawnCollection, DrawnFeature, DrawnMultiPolygon, DrawnPolygon } from './drawn-area.ts'
import { listOf } from './list.ts'
import { Position } from './position.ts'

const MOST_PRECINCTS = 1_000
export const MOST_CELLS = 10_000
/** Areas in one that is put together, on all levels. */
const MOST_PARTS = 100
/** Areas may be put together of such as are put together, so many levels in all. */
const MOST_LEVELS = 4
/** Walks around a place in one area: each is a search through the streets. */
const MOST_WALKS = 10
/** Minutes: in more, somebody walks through a whole town. */
const LONGEST_WALK = 60

const Ring = listOf(Position).min(4)
export const Polygon = z.strictObject({
  type: z.literal('Polygon').describe('of GeoJSON'),
  coordinates: listOf(Ring)
    .min(1)
    .describe('rings: the outer one, then holes; the last position of each is its first'),
})
export const MultiPolygon = z.strictObject({
  type: z.literal('MultiPolygon').describe('of GeoJSON'),
  coordinates: listOf(listOf(Ring).min(1)).min(1).describe('polygons'),
})

export const Cell = z.string().regex(/^[0-9a-f]{15}$/, 'expected an H3 index of 15 hexadecimal digits')

export const PrecinctArea = z.strictObject({
  precincts: listOf(z.string().min(1).max(64)).min(1).max(MOST_PRECINCTS).describe('codes of precincts'),
})
export const CellArea = z.strictObject({
  cells: listOf(Cell).min(1).max(MOST_CELLS).describe('H3 indexes'),
})
export const WalkFrom = z.strictObject({
  start: Position.describe('where the walk begins'),
  minutes: z.number().min(1).max(LONGEST_WALK).describe('of walking, one way'),
})
export type WalkFrom = z.infer<typeof WalkFrom>
export const WalkArea = z.strictObject({
  walkFrom: WalkFrom.describe('every target whose place on the street is reached within so many minutes'),
})
export const StoredAreaName = z
  .strictObject({ id: z.string().min(1).max(64).describe('of the stored area') })
  .describe('a stored area')

const plain = [PrecinctArea, CellArea, WalkArea] as const
const given = [DrawnPolygon, DrawnMultiPolygon, DrawnFeature, DrawnCollection, ...plain] as const
const kept = [Polygon, MultiPolygon, ...plain] as const
type Plain = (typeof given)[number] | typeof StoredAreaName

interface AnyOf<Part> {
  any: Part[]
}
interface AllOf<Part> {
  all: Part[]
}
interface RestOf<Part> {
  of: Part
  without: Part
}
/** An area of areas. */
type Combined<Part> = AnyOf<Part> | AllOf<Part> | RestOf<Part>
export type AreaRequest = z.output<Plain> | AnyOf<AreaRequest> | AllOf<AreaRequest> | RestOf<AreaRequest>
type AreaInput = z.input<Plain> | AnyOf<AreaInput> | AllOf<AreaInput> | RestOf<AreaInput>

const Part: z.ZodType<AreaRequest, AreaInput> = z.lazy(() => AreaRequest)
export const AnyArea = z.strictObject({
  any: listOf(Part).min(1).max(MOST_PARTS).describe('areas: what lies in one of them or more'),
})
export const AllArea = z.strictObject({
  all: listOf(Part).min(2).max(MOST_PARTS).describe('areas: what lies in every one of them'),
})
export const RestArea = z.strictObject({
  of: Part.describe('an area'),
  without: Part.describe('less what lies in this one'),
})

export const AreaRequest: z.ZodType<AreaRequest, AreaInput> = z
  .union([...given, AnyArea, AllArea, RestArea, StoredAreaName])
  .superRefine((area, context) => {
    const wrong = sizeFault(area)
    if (wrong !== undefined) context.addIssue({ code: 'custom', message: wrong, input: area })
  })

type KeptArea =
  | z.output<(typeof kept)[number] | typeof StoredAreaName>
  | AnyOf<KeptArea>
  | AllOf<KeptArea>
  | RestOf<KeptArea>
const KeptPart: z.ZodType<KeptArea> = z.lazy(() => AreaKept)
export const AnyKept = z.strictObject({
  any: listOf(KeptPart).describe('areas: what lies in one of them or more'),
})
export const AllKept = z.strictObject({
  all: listOf(KeptPart).describe('areas: what lies in every one of them'),
})
export const RestKept = z.strictObject({
  of: KeptPart.describe('an area'),
  without: KeptPart.describe('less what lies in this one'),
})
/** As it is kept, and told: what was drawn is a polygon. */
export const AreaKept: z.ZodType<KeptArea> = z.union([...kept, AnyKept, AllKept, RestKept, StoredAreaName])

export function isCombined(area: AreaRequest): area is Combined<AreaRequest> {
  return 'any' in area || 'all' in area || 'of' in area
}

/** The areas that one is put together of, each with its pointer; none where it is plain. */
export function partsOf(area: AreaRequest, pointer = ''): { part: AreaRequest; pointer: string }[] {
  if ('any' in area) return area.any.map((part, at) => ({ part, pointer: `${pointer}/any/${at}` }))
  if ('all' in area) return area.all.map((part, at) => ({ part, pointer: `${pointer}/all/${at}` }))
  if (!('of' in area)) return []
  return [
    { part: area.of, pointer: `${pointer}/of` },
    { part: area.without, pointer: `${pointer}/without` },
  ]
}

/** Every plain area in one, with its pointer. */
export function leavesOf(area: AreaRequest, pointer = ''): { part: AreaRequest; pointer: string }[] {
  if (!isCombined(area)) return [{ part: area, pointer }]
  return partsOf(area, pointer).flatMap((each) => leavesOf(each.part, each.pointer))
}

/** The area with each plain one replaced by another. */
export function replaceLeaves(area: AreaRequest, other: (leaf: AreaRequest) => AreaRequest): AreaRequest {
  const replaced = (part: AreaRequest) => replaceLeaves(part, other)
  if ('any' in area) return { any: area.any.map(replaced) }
  if ('all' in area) return { all: area.all.map(replaced) }
  return 'of' in area ? { of: replaced(area.of), without: replaced(area.without) } : other(area)
}

/** What is too much of an area that is put together; undefined: nothing. */
export function sizeFault(area: AreaRequest): string | undefined {
  const levels = levelsOf(area)
  if (levels > MOST_LEVELS)
    return `got ${levels} levels of areas in areas, expected at most ${MOST_LEVELS}; write it flatter`
  const leaves = leavesOf(area)
  if (leaves.length > MOST_PARTS)
    return `got ${leaves.length} areas in one, expected at most ${MOST_PARTS}; list precincts or cells together`
  const walks = leaves.filter(({ part }) => 'walkFrom' in part).length
  if (walks > MOST_WALKS) return `got ${walks} walks in one area, expected at most ${MOST_WALKS}`
  return undefined
}

function levelsOf(area: AreaRequest): number {
  return isCombined(area) ? 1 + Math.max(...partsOf(area).map(({ part }) => levelsOf(part))) : 0
}
