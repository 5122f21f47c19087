/** Objects of OpenStreetMap as a file holds them, whatever its format. */

export type Tags = Record<string, string>
export type Kind = 'node' | 'way' | 'relation'
export const KINDS: readonly Kind[] = ['node', 'way', 'relation']

interface FileObject {
  id: number
  tags: Tags
  /** 0 when the file does not say. */
  version: number
  /** False: this version is a deletion. */
  visible: boolean
}

/** Integers of 1e-7 degrees, as OSM stores them; NaN when the file gives no place on Earth. */
export interface FileNode extends FileObject {
  lng: number
  lat: number
}

export interface FileWay extends FileObject {
  refs: number[]
  /** Longitude and latitude of each node in turn, as of a node; where the file has coordinates in its ways. */
  places?: number[]
}

export interface FileRelation extends FileObject {
  members: { type: Kind; ref: number; role: string }[]
}

/** What each kind of object is. */
export interface FileObjects {
  node: FileNode
  way: FileWay
  relation: FileRelation
}

/** What a file says about itself; one made of several extracts says it several times. */
export interface FileHead {
  /** West, south, east, north in degrees, as it stands there: nothing is checked. */
  bbox?: [number, number, number, number]
  /** Day of the data, `2026-03-14`. */
  date?: string
}

/** A file that can be read more than once. Batches come in file order. */
export interface ObjectFile {
  heads(): Promise<FileHead[]>
  /** Ids of every object, in file order within a kind. */
  ids(onBytes: OnBytes): AsyncGenerator<Record<Kind, number[]>>
  objects<K extends Kind>(kind: K, onBytes: OnBytes): AsyncGenerator<FileObjects[K][]>
}

/** Gets the bytes of the file read so far. */
export type OnBytes = (bytes: number) => void

const LNG_MAX_E7 = 180e7
const LAT_MAX_E7 = 90e7

/** The place in 1e-7 degrees, or NaN twice when there is no such place: libosmium writes "unknown" as one far off. */
export function placeOf(lng: number, lat: number): [lng: number, lat: number] {
  const isOnEarth = Math.abs(lng) <= LNG_MAX_E7 && Math.abs(lat) <= LAT_MAX_E7
  return isOnEarth ? [lng, lat] : [NaN, NaN]
}
