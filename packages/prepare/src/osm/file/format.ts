/** What a file is, by its first bytes: its name tells nothing. Formats that are not read are refused by their names. */
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { VisibleError } from '@doorwalk/core/error'
import { BLOB_HEADER_MAX_BYTES } from './blobs.ts'
import { bytesOf } from './bytes.ts'

export interface Format {
  format: 'pbf' | 'xml'
  /** With gzip. */
  isPacked: boolean
  /** Of an XML file, for a TextDecoder. */
  encoding: string
}

/** Enough for the head of an XML file. */
const START_BYTES = 2048
const GZIP = [0x1f, 0x8b]

/** @throws VisibleError `osm.missing`, `osm.damaged`, `osm.format` */
export async function formatOf(file: string): Promise<Format> {
  const raw = await startOf(file)
  if (raw.length === 0) throw damaged(file, 'it is empty')
  const isPacked = beginsWith(raw, GZIP)
  const start = isPacked ? await unpackedStart(file) : raw
  const format = isPbf(start) ? 'pbf' : 'xml'
  if (format === 'xml') refuseOthers(file, start)
  return { format, isPacked, encoding: encodingOf(start) }
}

async function startOf(file: string): Promise<Uint8Array> {
  const handle = await open(file).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'ENOENT' ? 'no such file' : `cannot be opened (${cause.code})`
    throw new VisibleError('input', 'osm.missing', `--osm ${basename(file)}: ${why}; expected ${EXPECTED}.`)
  })
  try {
    if ((await handle.stat()).isDirectory()) throw damaged(file, 'it is a folder')
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(START_BYTES), 0, START_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function unpackedStart(file: string): Promise<Uint8Array> {
  try {
    for await (const chunk of bytesOf(file, { isPacked: true })) return chunk.subarray(0, START_BYTES)
  } catch (cause) {
    throw damaged(file, cause instanceof Error ? cause.message : String(cause))
  }
  throw damaged(file, 'it is an empty gzip')
}

function isPbf(start: Uint8Array): boolean {
  const bytes = Buffer.from(start)
  return (
    bytes.length > 16 &&
    bytes.readUInt32BE(0) < BLOB_HEADER_MAX_BYTES &&
    bytes.subarray(4, 64).includes('OSMHeader')
  )
}

const EXPECTED = 'an OpenStreetMap extract as PBF or XML (.osm.pbf, .osm, .osm.gz)'
const osmiumCat = (file: string) => `osmium cat ${file} -o again.osm.pbf`

/** Formats by their first bytes, and how to make of them what is read. */
const OTHERS: { bytes: (number | string)[]; what: string; mend: (file: string) => string }[] = [
  { bytes: ['BZh'], what: 'packed with bzip2', mend: osmiumCat },
  { bytes: [0xff, 0xe0, 0x04, 'o5m2'], what: 'an o5m file', mend: osmiumCat },
  { bytes: [0xff, 0xe0, 0x04, 'o5c2'], what: 'a file of changes (o5c), not a map', mend: applyChanges },
  { bytes: ['PK', 3, 4], what: 'a ZIP archive', mend: (file) => `unzip ${file}` },
  { bytes: [0xfd, '7zXZ'], what: 'packed with xz', mend: (file) => `unxz -k ${file}` },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], what: 'packed with zstd', mend: (file) => `unzstd ${file}` },
  { bytes: ['7z', 0xbc, 0xaf], what: 'a 7z archive', mend: (file) => `7z x ${file}` },
  {
    bytes: ['SQLite format 3'],
    what: 'a SQLite database or GeoPackage, not OpenStreetMap data',
    mend: fetchIt,
  },
  { bytes: ['PAR1'], what: 'a Parquet file, not OpenStreetMap data', mend: fetchIt },
]

function applyChanges(file: string): string {
  return `osmium apply-changes map.osm.pbf ${file} -o again.osm.pbf`
}

function fetchIt(): string {
  return 'fetch a .osm.pbf (download.geofabrik.de, extract.bbbike.org)'
}

/** Passes what may be OSM XML. */
function refuseOthers(file: string, start: Uint8Array): void {
  const name = basename(file)
  const refuse = (what: string, mend: string) =>
    new VisibleError('input', 'osm.format', `--osm ${name} is ${what}; expected ${EXPECTED}. To do: ${mend}`)
  const other = OTHERS.find(({ bytes }) => beginsWith(start, bytes.flatMap(codesOf)))
  if (other) throw refuse(other.what, other.mend(name))
  const text = decoded(start).trimStart()
  const root = /<([a-z][\w:.-]*)/i.exec(text.replace(/<!--[^]*?-->/g, ''))?.[1]
  if (/^<!doctype html/i.test(text) || root?.toLowerCase() === 'html')
    throw refuse('a web page, perhaps an error or a login instead of the download', fetchIt())
  if (root === 'osmChange') throw refuse('a file of changes (osmChange), not a map', applyChanges(name))
  if (/^[{[]/.test(text))
    throw refuse(
      'JSON',
      'ask Overpass for [out:xml], or write GeoJSON and JSON back with a tool that keeps OSM ids',
    )
  if (/^[nwr]-?\d+ v\d/.test(text)) throw refuse('an OPL file', osmiumCat(name))
  if (!text.startsWith('<')) throw damaged(file, 'it begins neither as OSM PBF nor as XML')
  if (root !== undefined && root !== 'osm') throw refuse(`XML of another kind (<${root}>)`, fetchIt())
}

function beginsWith(start: Uint8Array, codes: readonly number[]): boolean {
  return codes.every((code, i) => start[i] === code)
}

function codesOf(part: number | string): number[] {
  return typeof part === 'number' ? [part] : [...part].map((letter) => letter.charCodeAt(0))
}

/** By its byte order mark, else as the XML declaration says, else UTF-8. */
function encodingOf(start: Uint8Array): string {
  if (beginsWith(start, [0xff, 0xfe])) return 'utf-16le'
  if (beginsWith(start, [0xfe, 0xff])) return 'utf-16be'
  return /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/.exec(decoded(start))?.[1] ?? 'utf-8'
}

function decoded(start: Uint8Array): string {
  if (beginsWith(start, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(start)
  if (beginsWith(start, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(start)
  return new TextDecoder().decode(start)
}

/** A file that should be an extract, but cannot be read to its end. */
export function damaged(file: string, why: string): VisibleError {
  return new VisibleError(
    'input',
    'osm.damaged',
    `--osm ${basename(file)} cannot be read: ${why}. Expected ${EXPECTED}, complete; fetch it again, or make it anew: ${osmiumCat(basename(file))}`,
  )
}
