/** What a hold-out draws from: blocks or precincts with their doors, and the number that groups are made by. */
import { VisibleError } from '@doorwalk/core/error'
import type { DrawUnit } from '@doorwalk/core/ledger/holdout'
import type { Precinct } from '@doorwalk/core/region/region'
import { censusFor } from './census.ts'
import type { World } from '../world.ts'

interface DrawFrom {
  campaign: string
  region: string
  /** Of the region. */
  version: string
  unit: 'block' | 'precinct'
  /** A numeric property of the precincts, and the field of the request that names it. */
  by?: { field: string; pointer: string } | undefined
  /** Instead: numbers of precincts from elsewhere. */
  values?: ReadonlyMap<string, number> | undefined
  /** Units without that number are left out; else it counts as 0. */
  isNeeded: boolean
}

export interface Drawable {
  /** By id. */
  units: DrawUnit[]
  /** Units left out. */
  without: number
  precincts: Precinct[]
}

/** @throws VisibleError `holdout.strata` */
export async function drawableUnits(
  world: Pick<World, 'store' | 'blobs' | 'regions'>,
  { campaign, region, version, unit, by, values: given, isNeeded }: DrawFrom,
): Promise<Drawable> {
  const census = await censusFor(world, { campaign, region, version, targets: [] })
  const values = given ?? valuesBy(by?.field, census.precincts)
  if (by && values.size === 0) {
    throw new VisibleError(
      'input',
      'holdout.strata',
      `${by.pointer}: "${by.field}" is no numeric property of the precincts of "${region}"`,
      [{ pointer: by.pointer, detail: 'not a numeric property of the precincts' }],
    )
  }
  const units = new Map<string, DrawUnit>()
  const without = new Set<string>()
  for (const { block, precinct = '', doors } of census.all()) {
    const id = unit === 'block' ? block : precinct
    if (id === '') continue
    const value = values.get(precinct)
    if (value === undefined && isNeeded) {
      without.add(id)
      continue
    }
    const known = units.get(id) ?? { id, doors: 0, value: value ?? 0 }
    units.set(id, { ...known, doors: known.doors + doors })
  }
  return {
    units: [...units.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    without: without.size,
    precincts: census.precincts,
  }
}

/** A numeric property by precinct; those that lack it are absent. */
export function valuesBy(field: string | undefined, precincts: readonly Precinct[]): Map<string, number> {
  const values = new Map<string, number>()
  if (field === undefined) return values
  for (const { code, properties } of precincts) {
    const value = properties[field]
    if (typeof value === 'number') values.set(code, value)
  }
  return values
}
