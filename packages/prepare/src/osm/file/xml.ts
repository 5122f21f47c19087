/**
 * An OSM XML file, read as often as asked.
 * Source: https://wiki.openstreetmap.org/wiki/OSM_XML
 */
import { placeOf, type FileHead, type FileObjects, type FileWay, type Kind } from './element.ts'
import type { ObjectFile, OnBytes, Tags } from './element.ts'
import { xmlTags, type XmlTag } from './xml-tags.ts'

type Attributes = XmlTag['attributes']
type Item = { kind: 'head'; of: FileHead } | { [K in Kind]: { kind: K; of: FileObjects[K] } }[Kind]

export class XmlFile implements ObjectFile {
  private readonly open: (onBytes: OnBytes) => AsyncIterable<string>

  constructor(open: XmlFile['open']) {
    this.open = open
  }

  /** One for each box: JOSM writes one for each download. Overpass says how old its data is. */
  async heads(): Promise<FileHead[]> {
    const heads: FileHead[] = []
    for await (const batch of this.items(() => {})) {
      for (const { kind, of } of batch) if (kind === 'head') heads.push(of)
      if (batch.some(({ kind }) => kind !== 'head')) break
    }
    const boxes = heads.filter(({ bbox }) => bbox)
    const date = heads.find((head) => head.date !== undefined)?.date
    const dated = date === undefined ? {} : { date }
    return boxes.length > 0 ? boxes.map((head) => ({ ...head, ...dated })) : [dated]
  }

  async *ids(onBytes: OnBytes): AsyncGenerator<Record<Kind, number[]>> {
    for await (const batch of this.items(onBytes)) {
      const ids: Record<Kind, number[]> = { node: [], way: [], relation: [] }
      for (const { kind, of } of batch) if (kind !== 'head') ids[kind].push(of.id)
      yield ids
    }
  }

  objects<K extends Kind>(kind: K, onBytes: OnBytes): AsyncGenerator<FileObjects[K][]>
  async *objects(kind: Kind, onBytes: OnBytes): AsyncGenerator<FileObjects[Kind][]> {
    for await (const batch of this.items(onBytes)) {
      yield batch.flatMap((item) => (item.kind === kind ? [item.of] : []))
    }
  }

  private async *items(onBytes: OnBytes): AsyncGenerator<Item[]> {
    const reader = new ItemReader()
    for await (const tags of xmlTags(this.open(onBytes))) {
      for (const tag of tags) reader.read(tag)
      yield reader.take()
    }
    if (!reader.isWhole) throw new Error('it ends before </osm>')
  }
}

/** Tags of the root that hold objects of another kind of file. */
const CHANGES = new Set(['action', 'create', 'modify', 'delete'])

/** Puts tags together to objects. */
class ItemReader {
  isWhole = false
  private done: Item[] = []
  private depth = 0
  private open: Item | undefined

  take(): Item[] {
    const { done } = this
    this.done = []
    return done
  }

  read({ name, attributes, opens, closes }: XmlTag): void {
    if (opens) this.begin(name, attributes)
    if (opens && !closes) this.depth++
    if (closes && !opens) this.depth--
    if (closes) this.end()
  }

  private begin(name: string, attributes: Attributes): void {
    if (this.depth === 0 && name !== 'osm') throw new Error(`its outermost tag is <${name}>, not <osm>`)
    if (this.depth === 1) this.open = this.itemOf(name, attributes)
    if (this.depth === 2 && this.open) addTo(this.open, name, attributes)
  }

  private end(): void {
    if (this.depth === 0) this.isWhole = true
    if (this.depth !== 1 || !this.open) return
    this.done.push(this.open)
    this.open = undefined
  }

  private itemOf(name: string, attributes: Attributes): Item | undefined {
    if (CHANGES.has(name)) throw new Error('it holds changes to a map, not a map')
    // Overpass answers with what it had when it ran out of time or memory, and says so in a remark.
    if (name === 'remark') throw new Error('the Overpass server says in a <remark> that it is not whole')
    if (name === 'bounds') return { kind: 'head', of: { bbox: boundsOf(attributes) } }
    if (name === 'bound') return { kind: 'head', of: { bbox: boundOf(attributes.box) } }
    if (name === 'meta') return { kind: 'head', of: dateIn(attributes) }
    if (name === 'node') return { kind: name, of: { ...commonOf(attributes), ...placeIn(attributes) } }
    if (name === 'way') return { kind: name, of: { ...commonOf(attributes), refs: [] } }
    if (name === 'relation') return { kind: name, of: { ...commonOf(attributes), members: [] } }
    return undefined
  }
}

function dateIn({ osm_base: time = '' }: Attributes): FileHead {
  const date = /^\d{4}-\d\d-\d\d/.exec(time)?.[0]
  return date === undefined ? {} : { date }
}

/** Sides that are missing are NaN. */
function boundsOf({ minlon, minlat, maxlon, maxlat }: Attributes): NonNullable<FileHead['bbox']> {
  return [numberOf(minlon), numberOf(minlat), numberOf(maxlon), numberOf(maxlat)]
}

/** As Osmosis wrote it: south, west, north, east. */
function boundOf(box = ''): NonNullable<FileHead['bbox']> {
  const [south, west, north, east] = box.split(',')
  return [numberOf(west), numberOf(south), numberOf(east), numberOf(north)]
}

function commonOf(attributes: Attributes): { id: number; tags: Tags; version: number; visible: boolean } {
  const id = numberOf(attributes.id)
  if (!Number.isSafeInteger(id)) throw new Error(`an object has the id ${JSON.stringify(attributes.id)}`)
  const version = Number(attributes.version ?? 0)
  return {
    id,
    tags: {},
    version: Number.isSafeInteger(version) ? version : 0,
    // JOSM keeps what is to be deleted, with an action.
    visible: attributes.visible !== 'false' && attributes.action !== 'delete',
  }
}

function placeIn({ lon, lat }: Attributes): { lng: number; lat: number } {
  const [lng, latitude] = placeOf(e7(lon), e7(lat))
  return { lng, lat: latitude }
}

function addTo({ kind, of }: Item, name: string, attributes: Attributes): void {
  if (kind === 'head') return
  if (name === 'tag') of.tags[attributes.k ?? ''] = attributes.v ?? ''
  else if (name === 'nd' && kind === 'way') addNode(of, attributes)
  else if (name === 'member' && kind === 'relation') {
    const { type, ref, role = '' } = attributes
    if (type === 'node' || type === 'way' || type === 'relation')
      of.members.push({ type, ref: numberOf(ref), role })
  }
}

/** Overpass (`out geom`) and osmium (`add-locations-to-ways`) write places beside the references. */
function addNode(way: FileWay, { ref, lon, lat }: Attributes): void {
  way.refs.push(numberOf(ref))
  if (lon === undefined || lat === undefined) return
  way.places ??= []
  while (way.places.length < 2 * way.refs.length - 2) way.places.push(NaN)
  way.places.push(...placeOf(e7(lon), e7(lat)))
}

function e7(degrees: string | undefined): number {
  return Math.round(numberOf(degrees) * 1e7)
}

function numberOf(text: string | undefined): number {
  return text === undefined || text.trim() === '' ? NaN : Number(text)
}
