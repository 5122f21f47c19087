/** Reads a register of dwellings: rows of any table as entries of the region, and what was left out and why. */
import type { DegreeBox } from '@doorwalk/core/region/box'
import type { LngLat } from '@doorwalk/core/units'
import { reckonerFor, type Reckoner } from '../tables/coordinate-systems.ts'
import { mainSystem, placeRow as placeInRegion, type Elsewhere } from '../tables/elsewhere.ts'
import { openTables } from '../tables/open-table.ts'
import { noRows } from '../tables/refused.ts'
import { EntryReader, type ReadRow, type RegisterEntry } from './entry.ts'
import { Entries } from './entries.ts'
import { nothingRead, type RegisterCounts } from './left-out.ts'
import { mappingOf, type Mapping } from './mapping.ts'
import { wishOf } from './wish.ts'
import type { WrittenAddress } from './written-address.ts'

export interface Register {
  list: RegisterEntry[]
  counts: RegisterCounts
  mapping: Mapping
  /** Coordinate system of the rows; absent where they have no coordinates. */
  system?: string
}

/** What the region knows, to leave out rows without a place that name nothing in it. */
export interface Known {
  bbox: DegreeBox
  isInside: (point: LngLat) => boolean
  hasId: (id: string) => boolean
  hasAddress: (address: WrittenAddress) => boolean
}

/**
 * @param as `--dwellings-as`
 * @throws VisibleError `table.*`, `geojson.*`, `dwellings.*`; a register that says nothing of the region is refused.
 * Cost: linear in the table; only what lies in the region is kept.
 */
export async function readRegister(
  file: string,
  { as, known }: { as: string | undefined; known: Known },
): Promise<Register> {
  const wish = wishOf(as)
  const mapping = mappingOf(await openTables(file, '--dwellings'), wish)
  const { table, preset, rows } = mapping
  const reckoner = await reckonerFor(known.bbox, { name: table.name, system: wish.system ?? table.system })
  const reader = new EntryReader(mapping, { ...preset.classes, ...wish.classes })
  const counts: RegisterCounts = { ...noRows(), countless: 0, other: 0, contradictory: [] }
  const elsewhere: Elsewhere = { swapped: 0 }
  const placed: RegisterEntry[] = []
  for await (const row of table.rows(reader.columns)) {
    counts.read++
    const read = reader.read(row)
    if (!('left' in read)) placed.push(...placeRow(read, { reckoner, known, counts, elsewhere }))
    else if (read.left === 'refused') counts.refused.push({ line: row.line, ...read.why })
    else counts[read.left]++
  }
  const { kept, system } = ofOneSystem(placed, { counts, mapping })
  const entries = new Entries(rows)
  for (const entry of kept) entries.add(entry)
  const list = entries.list
  if (list.length === 0) throw nothingRead(mapping, { counts, elsewhere, bbox: known.bbox })
  counts.accepted = list.length
  counts.repeated = entries.repeated
  counts.contradictory = entries.contradictory
  return { list, counts, mapping, ...(system === undefined ? {} : { system }) }
}

interface Placing {
  reckoner: Reckoner
  known: Known
  counts: RegisterCounts
  elsewhere: Elsewhere
}

/** The row as an entry, unless it is none of the region's. */
function placeRow(row: ReadRow, { reckoner, known, counts, elsewhere }: Placing): RegisterEntry[] {
  const { position, ...said } = row
  if (!position) {
    const { ids, address } = said
    if (ids.some(known.hasId) || (address && known.hasAddress(address))) return [said]
    counts.outside++
    return []
  }
  const { at, polygons } = position
  const placed = placeInRegion(at, { reckoner, isInside: known.isInside, elsewhere })
  if (!placed) {
    counts.outside++
    return []
  }
  const { system } = placed
  const shape = polygons?.flat().map((ring) => ring.map((point) => reckoner.turn(point, system)))
  return [{ ...said, location: placed.at, system, ...(shape ? { shape } : {}) }]
}

/** Without the rows that land here in another coordinate system than the most. */
function ofOneSystem(
  placed: RegisterEntry[],
  { counts, mapping }: { counts: RegisterCounts; mapping: Mapping },
): { kept: RegisterEntry[]; system?: string } {
  const main = mainSystem(placed)
  if (main === undefined) return { kept: placed }
  const field = mapping.fields.get('x')?.[0] ?? 'geometry'
  const kept = placed.filter(({ line, system }) => {
    const isOdd = system !== undefined && system !== main
    const expected = `coordinates in ${main}, as in the other rows,`
    if (isOdd) counts.refused.push({ line, field, came: system, expected })
    return !isOdd
  })
  return { kept, system: main }
}
