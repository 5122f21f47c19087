/** The precincts and squares that are ranked, with their numbers, or with what visits say of them. */
import type { Bbox } from '@doorwalk/core/area/polygon'
import type { Formula } from '@doorwalk/core/ranking/formula'
import type { RankableArea } from '@doorwalk/core/ranking/ranked-area'
import {
  rankable,
  rankablePrecincts,
  rankableSquares,
  withPrecinctFields,
} from '@doorwalk/core/ranking/squares'
import { numericFields } from '@doorwalk/core/ranking/usual-fields'
import type { Precinct } from '@doorwalk/core/region/region'
import { required } from '../terminal/arguments.ts'
import type { Io } from '../terminal/io.ts'
import { knockedIn, precinctsOfFile, precinctsOfRegion, visitsOfFiles } from './read-areas.ts'

export interface KindOfArea {
  kind: 'precinct' | 'square'
  areas: RankableArea[]
  shapes: Precinct[] | undefined
}

/** Options that say where areas and visits are. */
interface Sources {
  region?: string | undefined
  precincts?: string | undefined
  visits?: string[] | undefined
  at?: string | undefined
}

interface Places {
  precincts: Precinct[]
  squares: Precinct[]
  /** Of the region; undefined: none was named. */
  bbox: Bbox | undefined
}

export async function precinctsOf({
  region,
  precincts,
}: Sources): Promise<Pick<Places, 'precincts' | 'bbox'> & { notes: string[] }> {
  const known = region === undefined ? undefined : await precinctsOfRegion(region)
  if (precincts !== undefined) return { ...(await precinctsOfFile(precincts)), bbox: known?.bbox }
  return { precincts: known?.precincts ?? [], bbox: known?.bbox, notes: [] }
}

/** Precincts where they have every field that the formula takes, squares where they or the precincts have. */
export function plainKinds(formula: Formula, { precincts, squares, bbox }: Places): KindOfArea[] {
  const taken = [
    ...formula.parts
      .flatMap((part) => part.fields)
      .filter((field) => !formula.ratios.some(({ name }) => name === field)),
    ...formula.ratios.flatMap(({ above, below }) => [above, below]),
  ]
  const known = numericFields(precincts.map(rankable))
  const hasAll = precincts.length > 0 && taken.every((field) => known.includes(field))
  return [
    ...(hasAll
      ? [{ kind: 'precinct' as const, areas: rankablePrecincts(precincts, bbox), shapes: undefined }]
      : []),
    ...(squares.length > 0
      ? [
          {
            kind: 'square' as const,
            areas: withPrecinctFields(squares, { precincts, fields: taken }),
            shapes: squares,
          },
        ]
      : []),
  ]
}

/** Of `cover` and `fresh`: with the doors that were knocked at; what does not count is told. */
export async function knockedKinds(
  values: Sources,
  { precincts, squares, bbox, io }: Places & { io: Io },
): Promise<KindOfArea[]> {
  const region = required('region', values.region)
  const visits = await visitsOfFiles(values.visits ?? [])
  const at = values.at ?? new Date().toISOString()
  const kinds: KindOfArea[] = [
    {
      kind: 'precinct',
      areas: rankablePrecincts(precincts, bbox),
      shapes: values.precincts === undefined ? undefined : precincts,
    },
    { kind: 'square', areas: rankableSquares(squares), shapes: squares },
  ]
  const filled: KindOfArea[] = []
  for (const each of kinds.filter(({ areas }) => areas.length > 0)) {
    const { areas, unknown, later } = await knockedIn(each.areas, { region, visits, at, shapes: each.shapes })
    if (filled.length === 0 && unknown > 0)
      io.err(`Note: ${unknown} visits are of targets that the region does not have`)
    if (filled.length === 0 && later > 0)
      io.err(`Note: ${later} visits are later than ${at} and do not count`)
    filled.push({ ...each, areas })
  }
  return filled
}
