/** Ranks the precincts of a region, and squares, by what was asked; what is wrong is named by its place there. */
import { fieldError, VisibleError } from '../error.ts'
import { buildingTiles, loadPrecincts } from '../building/load.ts'
import type { Regions } from '../ports.ts'
import {
  checkKnown,
  countedField,
  cover,
  type Formula,
  fresh,
  mobilise,
  ownFormula,
  persuade,
} from './formula.ts'
import { knockedFields, type Tallies } from './knocked.ts'
import type { RankableArea } from './ranked-area.ts'
import { type PlacedDoors, rankedPriority } from './ranked-priority.ts'
import { type Ranking, rankAreas } from './ranking.ts'
import { refuseField } from './refused-fields.ts'
import { rankablePrecincts, rankableSquares, squareCode, withPrecinctFields } from './squares.ts'
import { numericFields, usualAbstention, usualLists, usualPeople } from './usual-fields.ts'
import { boxesOverlap } from '../region/box.ts'
import { bboxOfGeometry, checkPolygon } from '../area/polygon.ts'
import type { Manifest, Precinct } from '../region/region.ts'
import type { RankedPriority } from '../request/priority.ts'
import { isKnocked, type NewRanking } from './ranking-request.ts'

export interface RankingOrder {
  wish: NewRanking
  /** Of the region. */
  version: string
  /** Where the formula asks the ledger. */
  tallies?: Tallies | undefined
}

export interface MadeRanking {
  precincts: Ranking | null
  squares: Ranking | null
  notes: string[]
  /** Nameless yet. */
  priority: RankedPriority
}

/** @throws VisibleError `ranking.*`, `area.*` of a square */
export async function makeRanking(regions: Regions, order: RankingOrder): Promise<MadeRanking> {
  const { wish, version, tallies } = order
  const manifest = await regions.manifest(wish.region, version)
  const known = await loadPrecincts(regions, manifest)
  if (known.length === 0 && !wish.squares)
    throw fieldError(
      'ranking.no_areas',
      '/region',
      `region "${wish.region}" was prepared without precincts; send squares, or prepare it with --precincts`,
    )
  const precincts = withNumbers(known, wish.numbers)
  const squares = squaresOf(wish.squares, manifest)
  const fields = numericFields([...rankablePrecincts(precincts), ...rankableSquares(squares)])
  const formula = named(() => formulaFor(wish.formula, fields))
  const made = {
    precincts: null,
    squares: null,
    ...ranked({ wish, formula, precincts, squares, manifest, tallies }),
  }
  const buildings = made.precincts && made.squares ? await doorsIn(regions, manifest) : []
  return {
    ...made,
    notes: notesOf(wish, { formula, ...made }),
    priority: rankedPriority({
      of: { name: wish.name },
      precincts: made.precincts ?? undefined,
      squares: made.squares ?? undefined,
      doors: () => buildings,
    }),
  }
}

interface ToRank {
  wish: NewRanking
  formula: Formula
  precincts: Precinct[]
  squares: Precinct[]
  manifest: Manifest
  tallies: Tallies | undefined
}

/** Precincts where they have every field that the formula takes, squares where they or the precincts have. */
function ranked(of: ToRank): { precincts?: Ranking; squares?: Ranking } {
  const { wish, formula, precincts, squares, manifest, tallies } = of
  const own = rankablePrecincts(precincts, manifest.bbox)
  const taken = fieldsTaken(formula)
  const known = numericFields(own)
  const hasAll =
    precincts.length > 0 && (tallies !== undefined || taken.every((field) => known.includes(field)))
  const order = wish.order ?? (formula.name === 'cover' ? 'amount' : 'score')
  const rank = (areas: RankableArea[], people: string | undefined): Ranking =>
    named(() =>
      rankAreas({
        areas,
        formula,
        people: countedField(formula) ?? people,
        order,
        smoothBelow: wish.smoothBelow,
      }),
    )
  const withTally = (areas: RankableArea[], sums: Tallies['precincts'] | undefined): RankableArea[] =>
    tallies && sums
      ? areas.map((area) => ({
          ...area,
          fields: { ...area.fields, ...knockedFields(sums.get(area.code), Date.parse(tallies.at)) },
        }))
      : areas
  const ofSquares = tallies
    ? rankableSquares(squares)
    : withPrecinctFields(squares, { precincts, fields: taken })
  return {
    ...(hasAll && {
      precincts: rank(
        withTally(own, tallies?.precincts),
        peopleField(wish.people, { areas: own, kind: 'precinct', pointer: '/people' }),
      ),
    }),
    ...(squares.length > 0 && {
      squares: rank(
        withTally(ofSquares, tallies?.squares),
        peopleField(wish.squarePeople, { areas: ofSquares, kind: 'square', pointer: '/squarePeople' }),
      ),
    }),
  }
}

function fieldsTaken({ parts, ratios }: Formula): string[] {
  const made = new Set(ratios.map(({ name }) => name))
  const plain = parts.flatMap((part) => part.fields).filter((field) => !made.has(field))
  return [...plain, ...ratios.flatMap(({ above, below }) => [above, below])]
}

function peopleField(
  wanted: string | undefined,
  { areas, kind, pointer }: { areas: RankableArea[]; kind: 'precinct' | 'square'; pointer: string },
): string | undefined {
  const fields = numericFields(areas)
  if (wanted === undefined) return usualPeople(fields, kind)
  refuseField(wanted, pointer)
  checkKnown(wanted, { fields, pointer })
  return wanted
}

function formulaFor(wish: NewRanking['formula'], fields: readonly string[]): Formula {
  if ('weights' in wish) {
    const { weights, standardise } = wish
    return ownFormula(weights, { standardisation: standardise, fields })
  }
  if (isKnocked(wish)) return wish.preset === 'cover' ? cover() : fresh()
  const { own } = wish
  const abstention = wish.abstention ?? usualAbstention(fields)
  if (abstention === undefined)
    throw fieldError(
      'ranking.unknown_field',
      '/abstention',
      `missing, and no field has a usual name for it; there are ${fields.join(', ')}`,
    )
  const formula =
    wish.preset === 'mobilise'
      ? mobilise({ abstention, own })
      : persuade({ abstention, own, lists: wish.lists ?? usualLists(fields) })
  checkKnown(abstention, { fields, pointer: '/abstention' })
  if (own !== undefined) checkKnown(own, { fields, pointer: '/own' })
  if (wish.preset === 'persuade')
    for (const [at, list] of (wish.lists ?? []).entries())
      checkKnown(list, { fields, pointer: `/lists/${at}` })
  return formula
}

/** Fields of the formula stand in `/formula` of the request. */
function named<Made>(make: () => Made): Made {
  try {
    return make()
  } catch (error) {
    const [first] = error instanceof VisibleError ? error.errors : []
    if (!(error instanceof VisibleError) || !first) throw error
    const { pointer, detail } = first
    if (/^\/(order|people|squarePeople)/.test(pointer)) throw error
    const place = /^\/(own|abstention|lists|weights)(\/|$)/.test(pointer) ? `/formula${pointer}` : '/formula'
    const named = place === '/formula' ? `"${pointer.slice(1)}": ${detail}` : detail
    throw fieldError(error.code, place, named)
  }
}

/** The precincts with the campaign's own numbers. @throws VisibleError `ranking.unknown_precinct`, `ranking.twice` */
function withNumbers(precincts: Precinct[], numbers: NewRanking['numbers']): Precinct[] {
  if (!numbers) return precincts
  const codes = new Set(precincts.map(({ code }) => code))
  const taken = new Set(precincts.flatMap(({ properties }) => Object.keys(properties)))
  const rows = new Map<string, Record<string, number | null>>()
  for (const [at, { precinct, values }] of numbers.entries()) {
    const pointer = `/numbers/${at}`
    if (!codes.has(precinct))
      throw fieldError(
        'ranking.unknown_precinct',
        `${pointer}/precinct`,
        `got "${precinct}", expected a precinct of the region: ${someOf([...codes].sort())}`,
      )
    if (rows.has(precinct))
      throw fieldError(
        'ranking.twice',
        `${pointer}/precinct`,
        `"${precinct}" comes twice; send one row of it`,
      )
    for (const field of Object.keys(values)) {
      const place = `${pointer}/values/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`
      refuseField(field, place)
      if (taken.has(field))
        throw fieldError('ranking.twice', place, `the region has a field "${field}"; give yours another name`)
    }
    rows.set(precinct, values)
  }
  return precincts.map((each) => ({ ...each, properties: { ...each.properties, ...rows.get(each.code) } }))
}

/** @throws VisibleError `area.*`, `ranking.twice`, `ranking.outside` */
function squaresOf(collection: NewRanking['squares'], manifest: Manifest): Precinct[] {
  if (!collection) return []
  const codes = new Set<string>()
  const squares = collection.features.map(({ properties, geometry }, at): Precinct => {
    const pointer = `/squares/features/${at}`
    checkPolygon(geometry, `${pointer}/geometry`)
    const code = squareCode(properties, geometry)
    if (codes.has(code))
      throw fieldError('ranking.twice', pointer, `two squares are "${code}"; send each of them once`)
    codes.add(code)
    const numbers = Object.entries(properties).filter(
      ([, value]) => value === null || typeof value === 'number',
    )
    return { code, geometry, properties: Object.fromEntries(numbers) as Precinct['properties'] }
  })
  if (!squares.some(({ geometry }) => boxesOverlap(bboxOfGeometry(geometry), manifest.bbox)))
    throw fieldError(
      'ranking.outside',
      '/squares',
      `none of ${squares.length} squares lies in region "${manifest.name}", ${manifest.bbox.join(', ')} (west, south, east, north)`,
    )
  return squares
}

async function doorsIn(regions: Regions, manifest: Manifest): Promise<PlacedDoors[]> {
  const doors: PlacedDoors[] = []
  for await (const buildings of buildingTiles(regions, manifest, manifest.bbox))
    for (const { precinct, location, doors: count } of buildings)
      doors.push({ precinct, location, doors: count })
  return doors
}

const PARTLY = 'reach out of the region: their scores are of the whole precinct'

/** What came and counts for nothing, and what is partly elsewhere. */
function notesOf(
  { numbers, people }: NewRanking,
  { formula, precincts }: { formula: Formula; precincts: Ranking | null },
): string[] {
  const taken = new Set([...fieldsTaken(formula), people])
  const given = new Set((numbers ?? []).flatMap(({ values }) => Object.keys(values)))
  const idle = [...given].filter((field) => !taken.has(field)).sort()
  const partial = (precincts?.areas ?? []).flatMap(({ code, inRegion }) =>
    inRegion === undefined ? [] : [code],
  )
  return [
    ...(idle.length > 0 ? [`numbers: ${someOf(idle)} changed nothing, the formula does not take them`] : []),
    ...(partial.length > 0 ? [`${partial.length} precincts ${PARTLY}: ${someOf(partial.sort())}`] : []),
  ]
}

const NAMED = 10

function someOf(names: readonly string[]): string {
  const more = names.length > NAMED ? `, … (${names.length} in all)` : ''
  return names.slice(0, NAMED).join(', ') + more
}
