/**
 * Writes a region version: objects first, then the manifest, then the pointer; a crash leaves what was there before.
 */
import { createHash } from 'node:crypto'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { VisibleError } from '@doorwalk/core/error'
import { encodeAliases, type AliasTable } from '@doorwalk/core/building/alias'
import type { Building } from '@doorwalk/core/building/building'
import { encodeBuildingTile } from '@doorwalk/core/building/tile'
import { cellAt, TILE_RESOLUTION, type Cell } from '@doorwalk/core/h3'
import {
  encodePrecincts,
  type Manifest,
  type Precinct,
  type StoredObject,
  type TileKind,
} from '@doorwalk/core/region/region'
import type { LngLat } from '@doorwalk/core/units'
import { compareStrings } from '../lists/compare-strings.ts'
import { groupBy } from '../lists/group-by.ts'

const compress = promisify(brotliCompress)
/** One below the best: a third of its time for 6 % more bytes. */
const BROTLI_QUALITY = 10
/** Digits of a version: 64 bits, enough to tell versions of one region apart. */
const VERSION_DIGITS = 16

export interface RegionContent {
  streets: Map<Cell, Uint8Array>
  /** Hours of ways and gates, of the cells that have any. */
  schedules: Map<Cell, string[]>
  buildings: Building[]
  footprints: Map<Cell, Uint8Array>
  precincts: Precinct[]
  /** Ids of earlier versions. */
  ids?: AliasTable | undefined
}

/** Objects of a region that belong to no tile. */
type OwnObject = 'precincts' | 'aliases'

export type ManifestHead = Omit<Manifest, 'version' | 'tiles' | OwnObject>

/** Writes below `folder`; same content, same version and bytes. @throws VisibleError `region.unwritable` */
export async function writeRegion(
  folder: string,
  head: ManifestHead,
  content: RegionContent,
): Promise<Manifest> {
  const objects = await encode(content)
  const manifest = manifestOf(head, { objects, schedules: content.schedules })
  await mkdir(folder, { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
    throw new VisibleError(
      'input',
      'region.unwritable',
      `--out ${folder}: the folder cannot be made (${cause.code}).`,
    )
  })
  const target = join(folder, manifest.version)
  if (!(await exists(join(target, 'manifest.json')))) {
    const temporary = join(folder, `.writing-${manifest.version}-${process.pid}`)
    await rm(temporary, { recursive: true, force: true })
    for (const { stored, compressed } of objects) await writeSafely(join(temporary, stored.path), compressed)
    await writeSafely(join(temporary, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
    await rm(target, { recursive: true, force: true })
    await rename(temporary, target)
    await syncFolder(folder)
  }
  const pointer = join(folder, `.current-${process.pid}.json`)
  await writeSafely(pointer, `${JSON.stringify({ version: manifest.version })}\n`)
  await rename(pointer, join(folder, 'current.json'))
  await syncFolder(folder)
  return manifest
}

interface EncodedObject {
  stored: StoredObject
  compressed: Uint8Array
  of: { cell: Cell; kind: TileKind } | OwnObject
}

/** One after the other, and compressed at once: what is not compressed is ten times as large. */
async function encode(content: RegionContent): Promise<EncodedObject[]> {
  const objects: EncodedObject[] = []
  const put = async (path: string, bytes: Uint8Array, of: EncodedObject['of']) => {
    const stored = { path, bytes: bytes.length, sha256: sha256(bytes) }
    objects.push({ stored, compressed: await brotli(bytes), of })
  }
  const add = (kind: TileKind, cell: Cell, bytes: Uint8Array) =>
    put(`${kind}/${cell}.br`, bytes, { cell, kind })
  for (const [cell, bytes] of content.streets) await add('streets', cell, bytes)
  for (const [cell, buildings] of byCell(content.buildings)) {
    await add('buildings', cell, encodeBuildingTile({ cell, buildings }))
  }
  for (const [cell, bytes] of content.footprints) await add('footprints', cell, bytes)
  if (content.precincts.length > 0) {
    const sorted = [...content.precincts].sort((a, b) => compareStrings(a.code, b.code))
    await put('precincts.br', encodePrecincts(sorted), 'precincts')
  }
  const { ids } = content
  if (ids && ids.aliases.size + ids.orphans.length > 0) {
    await put('aliases.br', encodeAliases(ids), 'aliases')
  }
  return objects.sort((a, b) => compareStrings(a.stored.path, b.stored.path))
}

/** In the order of ids within a cell. */
export function byCell<Item extends { id: string; location: LngLat }>(items: Item[]): Map<Cell, Item[]> {
  const sorted = [...items].sort((a, b) => compareStrings(a.id, b.id))
  return groupBy(sorted, (item) => cellAt(item.location, TILE_RESOLUTION))
}

function manifestOf(
  head: ManifestHead,
  { objects, schedules }: { objects: EncodedObject[]; schedules: RegionContent['schedules'] },
): Manifest {
  const tiles = new Map<Cell, Manifest['tiles'][number]>()
  const own: Partial<Record<OwnObject, StoredObject>> = {}
  for (const { stored, of } of objects) {
    if (typeof of === 'string') own[of] = stored
    else tiles.set(of.cell, { ...(tiles.get(of.cell) ?? { cell: of.cell }), [of.kind]: stored })
  }
  for (const [cell, texts] of schedules) tiles.set(cell, { ...tiles.get(cell)!, schedules: texts })
  const { name, ...rest } = head
  const body = {
    ...rest,
    tiles: [...tiles.values()].sort((a, b) => compareStrings(a.cell, b.cell)),
    ...own,
  }
  // The name stays out: a copy under another name is the same version.
  const version = sha256(new TextEncoder().encode(JSON.stringify(body))).slice(0, VERSION_DIGITS)
  return { ...body, name, version }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function brotli(bytes: Uint8Array): Promise<Uint8Array> {
  return compress(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
}

async function writeSafely(path: string, data: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const handle = await open(path, 'w')
  try {
    await handle.writeFile(data)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes a rename survive a power cut; some file systems refuse to sync a folder and need no such thing. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => undefined)
  await handle?.sync().catch(() => {})
  await handle?.close()
}

/** Whether anything is there. */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
