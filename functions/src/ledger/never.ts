/**
 * Where nobody is sent, whoever asks: opt-outs and exclusions that were imported as lists or drawn as shapes. They say
 * nothing of persons, hold for every later plan, walk and commit, and outlive a new version of the region.
 */
import { type Aliases, resolveAlias } from '@doorwalk/core/building/alias'
import type { LngLat } from '@doorwalk/core/units'
import { type ListEntry, readEntries, readLists } from '../buildings/imported-lists.ts'
import type { Place } from '../buildings/place.ts'
import type { World } from '../world.ts'

interface Asked {
  /** One of its ids, or all that it has or had. */
  id?: string
  names?: readonly string[]
  location: LngLat
}

type IsNever = (target: Asked) => boolean

/** @param aliases  of the region, for ids of earlier versions */
export type NeverUnder = (aliases: Aliases) => IsNever

const NOWHERE: NeverUnder = () => () => false

/** Cost: one read where nothing was imported; lists are read once, and kept. */
export async function neverIn(
  world: Pick<World, 'store' | 'blobs' | 'regions'>,
  place: Place,
): Promise<NeverUnder> {
  const lists = await readLists(world, place)
  if (!lists?.opt_outs && !lists?.exclusions) return NOWHERE
  const optOuts = await readEntries(world, { ...place, kind: 'opt_outs' })
  const exclusions = await readEntries(world, { ...place, kind: 'exclusions' })
  const parts = await Promise.all([...optOuts, ...exclusions].map((entries) => partOf(world, place, entries)))
  return (aliases) => {
    const ids = parts.map((part) => part.idsUnder(aliases))
    const shapes = parts.flatMap(({ isInside }) => isInside ?? [])
    return ({ id, names = [id!], location }) =>
      names.some((name) => ids.some((some) => some.has(name))) || shapes.some((holds) => holds(location))
  }
}

interface Part {
  idsUnder: (aliases: Aliases) => ReadonlySet<string>
  isInside: ((location: LngLat) => boolean) | undefined
}

/** A part of a list is the same for every call. */
const parts = new WeakMap<readonly ListEntry[], Promise<Part>>()

function partOf(
  world: Pick<World, 'regions'>,
  { region }: Place,
  entries: readonly ListEntry[],
): Promise<Part> {
  const known = parts.get(entries) ?? open(world, region, entries)
  parts.set(entries, known)
  known.catch(() => parts.delete(entries))
  return known
}

async function open(
  { regions }: Pick<World, 'regions'>,
  region: string,
  entries: readonly ListEntry[],
): Promise<Part> {
  const own = entries.flatMap(({ ids = [] }) => ids)
  const under = new WeakMap<Aliases, ReadonlySet<string>>()
  const idsUnder = (aliases: Aliases): ReadonlySet<string> => {
    const known = under.get(aliases) ?? new Set(own.flatMap((id) => [id, ...resolveAlias(aliases, id)]))
    under.set(aliases, known)
    return known
  }
  const shapes = entries.flatMap(({ shape }) => shape ?? [])
  if (shapes.length === 0) return { idsUnder, isInside: undefined }
  // Not at the top: the API function starts without polygons.
  const { openShape } = await import('@doorwalk/core/area/shape')
  const { bbox } = await regions.manifest(region)
  return { idsUnder, isInside: openShape(shapes, bbox) }
}
