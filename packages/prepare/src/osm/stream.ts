/**
 * An OSM PBF file as a stream of elements that cannot hang or throw late: every way to be broken ends as one
 * VisibleError.
 */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { TransformCallback } from 'node:stream'
import { OSMTransform } from 'osm-pbf-parser-node'
import { VisibleError } from '@doorwalk/core/error'
import type { LngLat } from '@doorwalk/core/units'
import type { Tags } from './extract.ts'

interface PbfNode {
  type: 'node'
  id: number
  lon: number
  lat: number
  tags?: Tags
}
export interface PbfWay {
  type: 'way'
  id: number
  refs: number[]
  tags?: Tags
}
interface PbfRelation {
  type: 'relation'
  id: number
  members: { type: 'node' | 'way' | 'relation'; ref: number; role: string }[]
  tags?: Tags
}
/** What the file says about itself; `bbox` in nanodegrees. */
export interface PbfHeader {
  type?: undefined
  bbox?: { left: number; right: number; top: number; bottom: number } | null
  required_features: string[]
  optional_features?: string[]
  osmosis_replication_timestamp?: number
}
export type PbfItem = PbfHeader | PbfNode | PbfWay | PbfRelation

/**
 * A BlobHeader is smaller than 64 KiB (OSM PBF format, "file format"); a larger length means the file is something
 * else.
 */
const BLOB_HEADER_MAX_BYTES = 64 * 1024
/** Fewer, larger reads: the parser copies its buffer on each. */
const READ_BYTES = 4 * 1024 * 1024

/**
 * Batches of elements, in file order; the header comes alone and first.
 *
 * @param onBytes called with the bytes read so far
 * @throws VisibleError `osm.missing`, `osm.damaged`
 */
export async function* osmBatches(
  file: string,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<PbfItem[]> {
  await refuseOtherFormats(file)
  const source = createReadStream(file, { highWaterMark: READ_BYTES })
  const parser = new CarefulTransform()
  source.on('error', (cause) => parser.destroy(cause))
  source.on('data', () => onBytes(source.bytesRead))
  source.pipe(parser)
  try {
    for await (const batch of parser) yield checkedBatch(batch)
  } catch (cause) {
    if (cause instanceof VisibleError) throw cause
    throw damaged(file, cause instanceof Error ? cause.message : String(cause))
  } finally {
    source.destroy()
    parser.destroy()
  }
}

/** The parser throws inside the stream, where nobody can catch it; here what it throws becomes the stream's error. */
class CarefulTransform extends OSMTransform {
  override _transform(chunk: unknown, encoding: BufferEncoding, next: TransformCallback): void {
    try {
      super._transform(chunk, encoding, next)
    } catch (cause) {
      next(cause instanceof Error ? cause : new Error(String(cause)))
    }
  }

  override _flush(next: TransformCallback): void {
    try {
      super._flush(next)
    } catch {
      next(new Error('it ends in the middle of a block'))
    }
  }
}

async function refuseOtherFormats(file: string): Promise<void> {
  const name = basename(file)
  const handle = await open(file).catch((cause: NodeJS.ErrnoException) => {
    throw new VisibleError(
      'input',
      'osm.missing',
      `--osm ${name}: ${cause.code === 'ENOENT' ? 'no such file' : `cannot be opened (${cause.code})`}; expected an OpenStreetMap extract in PBF format (.osm.pbf).`,
    )
  })
  try {
    if ((await handle.stat()).isDirectory()) throw damaged(file, 'it is a folder')
    const start = Buffer.alloc(256)
    const { bytesRead } = await handle.read(start, 0, start.length, 0)
    if (bytesRead === 0) throw damaged(file, 'it is empty')
    const looksLikePbf =
      bytesRead > 16 &&
      start.readUInt32BE(0) < BLOB_HEADER_MAX_BYTES &&
      start.subarray(4, 64).includes('OSMHeader')
    if (!looksLikePbf) throw damaged(file, 'it does not begin with an OSM PBF header')
  } finally {
    await handle.close()
  }
}

function damaged(file: string, why: string): VisibleError {
  return new VisibleError(
    'input',
    'osm.damaged',
    `--osm ${basename(file)} cannot be read: ${why}. Expected a complete OpenStreetMap PBF extract with zlib blocks; fetch or cut it again (osmium cat -o again.osm.pbf).`,
  )
}

function checkedBatch(batch: unknown): PbfItem[] {
  if (!Array.isArray(batch)) throw new Error('a block holds no list of elements')
  return batch.filter(isItem)
}

function isItem(item: unknown): item is PbfItem {
  if (typeof item !== 'object' || item === null) return false
  if ('type' in item) return item.type === 'node' || item.type === 'way' || item.type === 'relation'
  return 'required_features' in item
}

/** OSM stores integers of 1e-7 degrees; the parser's floating sums are brought back to them. */
export function toE7(degrees: number): number {
  return Math.round(degrees * 1e7)
}

export function fromE7(lng: number, lat: number): LngLat {
  return [lng / 1e7, lat / 1e7]
}
