/** What core asks of the world. A port exists only where two implementations do. */
import type { Manifest, StoredObject } from './region/region.ts'

/** Prepared regions on disk or in a bucket. */
export interface Regions {
  /** Names, sorted. */
  list(): Promise<string[]>
  /** Current version, or the one named; VisibleError `region.unknown` when there is none. */
  manifest(name: string, version?: string): Promise<Manifest>
  /** Decompressed bytes, checked against `sha256`; VisibleError `region.damaged` when missing or different. */
  read(manifest: Manifest, object: StoredObject): Promise<Uint8Array>
}

/** Bodies too big for the table, by key (`a/b/c.json`): files on disk or objects in a bucket. */
export interface Blobs {
  /** Whole or not at all; replaces what was there. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** The same of bytes as they come, never all in memory. What their source throws is thrown, and nothing is put. */
  putStream(key: string, parts: AsyncIterable<Uint8Array>): Promise<void>
  get(key: string): Promise<Uint8Array | undefined>
  /** The same in parts, as they are asked for. */
  getStream(key: string): Promise<AsyncIterable<Uint8Array> | undefined>
  /** Nothing happens when there is none. */
  remove(key: string): Promise<void>
  /** Keys that begin with the prefix, sorted. */
  list(prefix: string): Promise<string[]>
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
}
