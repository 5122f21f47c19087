/** An OSM PBF file, read as often as asked; blocks without what is asked for are not unpacked again. */
import { blobsOf } from './blobs.ts'
import { headOf, idsOf, objectsOf } from './block.ts'
import {
  KINDS,
  type FileHead,
  type FileObjects,
  type Kind,
  type ObjectFile,
  type OnBytes,
} from './element.ts'

export class PbfFile implements ObjectFile {
  private readonly open: (onBytes: OnBytes) => AsyncIterable<Uint8Array>
  /** Which kinds each block of objects holds; known once ids were read. */
  private kinds: Set<Kind>[] | undefined

  constructor(open: PbfFile['open']) {
    this.open = open
  }

  async heads(): Promise<FileHead[]> {
    const heads: FileHead[] = []
    let isFirst = true
    for await (const blob of blobsOf(this.open(() => {}))) {
      const { type } = blob
      if (isFirst && type !== 'OSMHeader') throw new Error('it does not begin with an OSM PBF header')
      isFirst = false
      if (type === 'OSMHeader') heads.push(headOf(blob.bytes()))
    }
    return heads
  }

  async *ids(onBytes: OnBytes): AsyncGenerator<Record<Kind, number[]>> {
    const kinds: Set<Kind>[] = []
    for await (const bytes of this.blocks(onBytes)) {
      const ids = idsOf(bytes())
      kinds.push(new Set(KINDS.filter((kind) => ids[kind].length > 0)))
      yield ids
    }
    this.kinds = kinds
  }

  async *objects<K extends Kind>(kind: K, onBytes: OnBytes): AsyncGenerator<FileObjects[K][]> {
    let block = 0
    for await (const bytes of this.blocks(onBytes)) {
      if (this.kinds && !this.kinds[block++]?.has(kind)) continue
      yield objectsOf(bytes(), kind)
    }
  }

  /** Blocks of objects. What is of no known type is for other readers. */
  private async *blocks(onBytes: OnBytes): AsyncGenerator<() => Uint8Array> {
    for await (const blob of blobsOf(this.open(onBytes)))
      if (blob.type === 'OSMData') yield () => blob.bytes()
  }
}
