/**
 * What is in a block of an OSM PBF file: its head, the ids of its objects, or its objects of one kind.
 * Source: https://github.com/openstreetmap/OSM-binary/blob/master/osmpbf/osmformat.proto
 */
import { placeOf, type FileHead, type FileNode, type FileObjects, type FileRelation } from './element.ts'
import type { FileWay, Kind, Tags } from './element.ts'
import { Message } from './protobuf.ts'

/** Of a HeaderBlock: features without which its objects are misread. */
const KNOWN_FEATURES = new Set(['OsmSchema-V0.6', 'DenseNodes', 'HistoricalInformation'])
/** Nanodegrees in 1e-7 degrees. */
const NANO_IN_E7 = 100
const MEMBER_KINDS: readonly Kind[] = ['node', 'way', 'relation']

/** A feature that this reader does not know, so that it must not read on; the message names it. */
export class OtherFeature extends Error {}

/** @throws OtherFeature */
export function headOf(bytes: Uint8Array): FileHead {
  const head: FileHead = {}
  const block = new Message(bytes)
  for (let field = block.next(); field !== 0; field = block.next()) {
    if (field === 1) head.bbox = headBox(block.message())
    else if (field === 4) {
      const feature = block.text()
      if (!KNOWN_FEATURES.has(feature)) throw new OtherFeature(feature)
    } else if (field === 32) head.date = new Date(block.varint() * 1000).toISOString().slice(0, 10)
    else block.skip()
  }
  return head
}

function headBox(box: Message): NonNullable<FileHead['bbox']> {
  const [left, right, top, bottom] = [1, 2, 3, 4] as const
  const sides: Record<number, number> = {}
  for (let field = box.next(); field !== 0; field = box.next()) {
    if (field <= 4) sides[field] = box.zigzag() / 1e9
    else box.skip()
  }
  return [sides[left] ?? NaN, sides[bottom] ?? NaN, sides[right] ?? NaN, sides[top] ?? NaN]
}

/** Parts of a PrimitiveBlock; its coordinates in nanodegrees. */
interface Block {
  strings: Strings
  groups: Message[]
  granularity: number
  lngOffset: number
  latOffset: number
}

/** Fields of a PrimitiveGroup. */
const GROUP = { node: 1, dense: 2, way: 3, relation: 4 } as const

export function idsOf(bytes: Uint8Array): Record<Kind, number[]> {
  const ids: Record<Kind, number[]> = { node: [], way: [], relation: [] }
  for (const group of blockOf(bytes).groups) {
    for (let field = group.next(); field !== 0; field = group.next()) {
      if (field === GROUP.dense) denseIds(group.message(), ids.node)
      else if (field === GROUP.node) ids.node.push(ownId(group.message(), 'zigzag'))
      else if (field === GROUP.way) ids.way.push(ownId(group.message(), 'varint'))
      else if (field === GROUP.relation) ids.relation.push(ownId(group.message(), 'varint'))
      else group.skip()
    }
  }
  return ids
}

function ownId(item: Message, coded: 'zigzag' | 'varint'): number {
  for (let field = item.next(); field !== 0; field = item.next()) {
    if (field === 1) return item[coded]()
    item.skip()
  }
  throw new Error('an object has no id')
}

function denseIds(dense: Message, into: number[]): void {
  for (let field = dense.next(); field !== 0; field = dense.next()) {
    if (field !== 1) dense.skip()
    else addDeltas(dense.message(), into)
  }
}

export function objectsOf<K extends Kind>(bytes: Uint8Array, kind: K): FileObjects[K][]
export function objectsOf(bytes: Uint8Array, kind: Kind): FileObjects[Kind][] {
  const block = blockOf(bytes)
  const list: FileObjects[Kind][] = []
  for (const group of block.groups) {
    for (let field = group.next(); field !== 0; field = group.next()) {
      if (field === GROUP.dense && kind === 'node') denseNodes(group.message(), { block, into: list })
      else if (field === GROUP.node && kind === 'node') list.push(nodeOf(group.message(), block))
      else if (field === GROUP.way && kind === 'way') list.push(wayOf(group.message(), block))
      else if (field === GROUP.relation && kind === 'relation') list.push(relationOf(group.message(), block))
      else group.skip()
    }
  }
  return list
}

function blockOf(bytes: Uint8Array): Block {
  const block: Block = {
    strings: new Strings(),
    groups: [],
    granularity: NANO_IN_E7,
    lngOffset: 0,
    latOffset: 0,
  }
  const message = new Message(bytes)
  for (let field = message.next(); field !== 0; field = message.next()) {
    if (field === 1) block.strings.read(message.message())
    else if (field === 2) block.groups.push(message.message())
    else if (field === 17) block.granularity = message.varint()
    else if (field === 19) block.latOffset = message.varint()
    else if (field === 20) block.lngOffset = message.varint()
    else message.skip()
  }
  return block
}

/** Strings of a block, each made when it is first asked for. */
class Strings {
  private readonly slices: Uint8Array[] = []
  private readonly made: string[] = []

  read(table: Message): void {
    for (let field = table.next(); field !== 0; field = table.next()) {
      if (field === 1) this.slices.push(table.slice())
      else table.skip()
    }
  }

  at(index: number): string {
    const known = this.made[index]
    if (known !== undefined) return known
    const slice = this.slices[index]
    if (!slice) throw new Error('an object names a text that is not there')
    return (this.made[index] = utf8.decode(slice))
  }
}

const utf8 = new TextDecoder()

/** What nodes, ways and relations share. */
class Common {
  private version = 0
  private visible = true
  private keys: Message | undefined
  private values: Message | undefined

  /** Whether the field was one of these. */
  read(field: number, item: Message): boolean {
    if (field === 2) this.keys = item.message()
    else if (field === 3) this.values = item.message()
    else if (field === 4) this.readInfo(item.message())
    else return false
    return true
  }

  /** Once, when the object is read to its end. */
  whole({ strings }: Block): { tags: Tags; version: number; visible: boolean } {
    const { keys, values, version, visible } = this
    const tags: Tags = {}
    while (keys && values && !keys.isAtEnd) tags[strings.at(keys.varint())] = strings.at(values.varint())
    return { tags, version, visible }
  }

  private readInfo(info: Message): void {
    for (let field = info.next(); field !== 0; field = info.next()) {
      if (field === 1) this.version = Math.max(0, info.varint())
      else if (field === 6) this.visible = info.varint() !== 0
      else info.skip()
    }
  }
}

function nodeOf(item: Message, block: Block): FileNode {
  const common = new Common()
  let [id, lat, lng] = [NaN, NaN, NaN]
  for (let field = item.next(); field !== 0; field = item.next()) {
    if (field === 1) id = item.zigzag()
    else if (field === 8) lat = item.zigzag()
    else if (field === 9) lng = item.zigzag()
    else if (!common.read(field, item)) item.skip()
  }
  const [x, y] = e7(lng, lat, block)
  return { id, lng: x, lat: y, ...common.whole(block) }
}

function wayOf(item: Message, block: Block): FileWay {
  const common = new Common()
  let id = NaN
  const refs: number[] = []
  const [lngs, lats]: number[][] = [[], []]
  for (let field = item.next(); field !== 0; field = item.next()) {
    if (field === 1) id = item.varint()
    else if (field === 8) addDeltas(item.message(), refs)
    else if (field === 9) addDeltas(item.message(), lats!)
    else if (field === 10) addDeltas(item.message(), lngs!)
    else if (!common.read(field, item)) item.skip()
  }
  const way: FileWay = { id, refs, ...common.whole(block) }
  if (lngs!.length === refs.length && lats!.length === refs.length && refs.length > 0)
    way.places = lngs!.flatMap((lng, i) => e7(lng, lats![i]!, block))
  return way
}

function relationOf(item: Message, block: Block): FileRelation {
  const common = new Common()
  let id = NaN
  let [roles, kinds]: (Message | undefined)[] = []
  const refs: number[] = []
  for (let field = item.next(); field !== 0; field = item.next()) {
    if (field === 1) id = item.varint()
    else if (field === 8) roles = item.message()
    else if (field === 9) addDeltas(item.message(), refs)
    else if (field === 10) kinds = item.message()
    else if (!common.read(field, item)) item.skip()
  }
  const members = refs.map((ref) => {
    const role = block.strings.at(roles?.varint() ?? NaN)
    const type = MEMBER_KINDS[kinds?.varint() ?? NaN]
    if (!type) throw new Error('a relation has a member of no known kind')
    return { type, ref, role }
  })
  return { id, members, ...common.whole(block) }
}

/** Nodes column by column; each number is the difference to the one before. */
function denseNodes(dense: Message, { block, into }: { block: Block; into: FileObjects[Kind][] }): void {
  const ids: number[] = []
  let [lats, lngs, keysAndValues]: (Message | undefined)[] = []
  let infos: Columns = {}
  for (let field = dense.next(); field !== 0; field = dense.next()) {
    if (field === 1) addDeltas(dense.message(), ids)
    else if (field === 5) infos = denseInfo(dense.message())
    else if (field === 8) lats = dense.message()
    else if (field === 9) lngs = dense.message()
    else if (field === 10) keysAndValues = dense.message()
    else dense.skip()
  }
  if (ids.length > 0 && !(lats && lngs)) throw new Error('nodes have no places')
  let [lat, lng] = [0, 0]
  for (const id of ids) {
    lat += lats!.zigzag()
    lng += lngs!.zigzag()
    const [x, y] = e7(lng, lat, block)
    const version = infos.version?.varint() ?? 0
    const visible = (infos.visible?.varint() ?? 1) !== 0
    const tags = keysAndValues && !keysAndValues.isAtEnd ? tagsUpToZero(keysAndValues, block) : NO_TAGS
    into.push({ id, lng: x, lat: y, tags, version: Math.max(0, version), visible })
  }
  if (!lats?.isAtEnd || !lngs?.isAtEnd) throw new Error('nodes have more places than ids')
}

/** Of nodes without any; nobody writes into it. */
const NO_TAGS: Tags = Object.freeze({})

function tagsUpToZero(list: Message, { strings }: Block): Tags {
  let key = list.varint()
  if (key === 0) return NO_TAGS
  const tags: Tags = {}
  for (; key !== 0 && !list.isAtEnd; key = list.varint()) tags[strings.at(key)] = strings.at(list.varint())
  return tags
}

interface Columns {
  version?: Message
  visible?: Message
}

function denseInfo(info: Message): Columns {
  const columns: Columns = {}
  for (let field = info.next(); field !== 0; field = info.next()) {
    if (field === 1) columns.version = info.message()
    else if (field === 6) columns.visible = info.message()
    else info.skip()
  }
  return columns
}

function addDeltas(list: Message, into: number[]): void {
  let value = 0
  while (!list.isAtEnd) into.push((value += list.zigzag()))
}

function e7(lng: number, lat: number, { granularity, lngOffset, latOffset }: Block): [number, number] {
  return placeOf(
    Math.round((lngOffset + granularity * lng) / NANO_IN_E7),
    Math.round((latOffset + granularity * lat) / NANO_IN_E7),
  )
}
