/**
 * Geometries as tables hold them: well-known text and binary, also as PostGIS (SRID), SpatiaLite and GeoPackage wrap
 * them, and GeoJSON. Source: OGC 06-103r4, https://www.ogc.org/standards/sfa; OGC 12-128r18 § 2.1.3 for GeoPackage.
 */
import type { Cell } from './table.ts'

/** Of a cell that holds a geometry in whatever writing; undefined for one that holds none. */
export function geometryOf(cell: Cell): GeoJSON.Geometry | undefined {
  if (cell instanceof Uint8Array) return fromBinary(cell)
  if (typeof cell !== 'string') return undefined
  const text = cell.trim()
  if (/^(?:[0-9a-f]{2}){9,}$/i.test(text)) return fromBinary(Buffer.from(text, 'hex'))
  return text.startsWith('{') ? fromJson(text) : fromText(text)
}

function fromJson(text: string): GeoJSON.Geometry | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isGeometry(value) ? value : undefined
  } catch {
    return undefined
  }
}

export function isGeometry(value: unknown): value is GeoJSON.Geometry {
  return typeof value === 'object' && value !== null && 'type' in value && 'coordinates' in value
}

const KINDS = {
  POINT: 'Point',
  LINESTRING: 'LineString',
  POLYGON: 'Polygon',
  MULTIPOINT: 'MultiPoint',
  MULTILINESTRING: 'MultiLineString',
  MULTIPOLYGON: 'MultiPolygon',
} as const
type Kind = (typeof KINDS)[keyof typeof KINDS]
/** By the number that binary writes. */
const NUMBERED = Object.values(KINDS)

const TEXT = /^(?:SRID=\d+;)?\s*([A-Z]+)\s*(?:Z|M|ZM)?\s*(\([-+\d.e\s,()]*\))$/i

function fromText(text: string): GeoJSON.Geometry | undefined {
  const [, word = '', body = ''] = TEXT.exec(text) ?? []
  const kind = isWord(word.toUpperCase()) ? KINDS[word.toUpperCase() as keyof typeof KINDS] : undefined
  if (!kind) return undefined
  const json = body
    .replace(/[-+\d.e]+(?:\s+[-+\d.e]+)+/gi, (point) => `[${point.trim().split(/\s+/).join(',')}]`)
    .replaceAll('(', '[')
    .replaceAll(')', ']')
    .replace(/\]\s*\[/g, '],[')
  try {
    const nested: unknown = JSON.parse(json)
    if (!Array.isArray(nested)) return undefined
    // A point is written in brackets of its own; points of a MultiPoint may be.
    const list: unknown[] = kind === 'MultiPoint' ? nested.map(bare) : nested
    return made(kind, kind === 'Point' ? list[0] : list)
  } catch {
    return undefined
  }
}

function isWord(word: string): word is keyof typeof KINDS {
  return word in KINDS
}

function bare(value: unknown): unknown {
  return Array.isArray(value) && Array.isArray(value[0]) ? value[0] : value
}

function made(type: Kind, coordinates: unknown): GeoJSON.Geometry {
  return { type, coordinates } as GeoJSON.Geometry
}

/** Bytes of the box that may stand before a GeoPackage geometry, by its code. */
const ENVELOPES = [0, 32, 48, 48, 64]

function fromBinary(bytes: Uint8Array): GeoJSON.Geometry | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (bytes[0] === 0x47 && bytes[1] === 0x50) {
      const isEmpty = (bytes[3]! & 0x10) !== 0
      const start = 8 + (ENVELOPES[(bytes[3]! >> 1) & 7] ?? 0)
      return isEmpty ? undefined : new Binary(view, start).geometry()
    }
    // SpatiaLite: byte order, SRID, box, 0x7c, then as usual but for the byte order.
    if (bytes[0] === 0 && bytes[38] === 0x7c) return new Binary(view, 39).body(bytes[1] === 1)
    return new Binary(view, 0).geometry()
  } catch {
    return undefined
  }
}

class Binary {
  private readonly view: DataView
  private at: number
  private little = true
  private size = 2

  constructor(view: DataView, at: number) {
    this.view = view
    this.at = at
  }

  /** @throws Error, RangeError for what is none */
  geometry(): GeoJSON.Geometry {
    return this.body(this.view.getUint8(this.at++) === 1)
  }

  body(little: boolean): GeoJSON.Geometry {
    this.little = little
    const code = this.uint()
    const type = code & 0xffff
    this.size = 2 + (code & 0x80000000 ? 1 : 0) + (code & 0x40000000 ? 1 : 0)
    const dimensions = Math.floor(type / 1000)
    if (dimensions > 0) this.size = dimensions === 3 ? 4 : 3
    // A number of the coordinate system, as PostGIS writes it.
    if (code & 0x20000000) this.at += 4
    const kind = NUMBERED[(type % 1000) - 1]
    if (!kind) throw new Error(`geometry ${code} is not read`)
    return made(kind, this.coordinates(kind))
  }

  private coordinates(kind: Kind): unknown {
    if (kind === 'Point') return this.point()
    if (kind === 'LineString') return this.list(() => this.point())
    if (kind === 'Polygon') return this.list(() => this.list(() => this.point()))
    return this.list(() => {
      const part = this.geometry()
      return 'coordinates' in part ? part.coordinates : []
    })
  }

  private point(): number[] {
    const values = Array.from({ length: this.size }, (_, i) =>
      this.view.getFloat64(this.at + 8 * i, this.little),
    )
    this.at += 8 * this.size
    return values.slice(0, 2)
  }

  private list<Item>(item: () => Item): Item[] {
    const length = this.uint()
    if (length > this.view.byteLength) throw new RangeError('longer than its bytes')
    return Array.from({ length }, item)
  }

  private uint(): number {
    const value = this.view.getUint32(this.at, this.little)
    this.at += 4
    return value
  }
}
