/**
 * An OpenStreetMap file of any format that is read, as batches of objects: each object once, in its newest version.
 * Every way to be broken ends as one VisibleError.
 */
import { basename } from 'node:path'
import { VisibleError } from '@doorwalk/core/error'
import { OtherPacking } from './blobs.ts'
import { OtherFeature } from './block.ts'
import { bytesOf } from './bytes.ts'
import type { FileHead, FileObjects, Kind, ObjectFile, OnBytes } from './element.ts'
import { damaged, formatOf, type Format } from './format.ts'
import { PbfFile } from './pbf.ts'
import { repeatedIn } from './repeated.ts'
import { XmlFile } from './xml.ts'

export interface OsmFile {
  /** One for each extract that was put into the file. */
  heads: FileHead[]
  /** Objects that come more than once; older versions and repetitions are left out. */
  repeated: number
  /** In file order. */
  objects: <K extends Kind>(kind: K, onBytes?: OnBytes) => AsyncGenerator<FileObjects[K][]>
}

/**
 * @param onBytes  gets the bytes read so far of the first pass, which looks at ids
 * @throws VisibleError `osm.missing`, `osm.damaged`, `osm.format`, `osm.repeated`; so does reading its objects
 * Cost: one pass over the file, and what {@link repeatedIn} says.
 */
export async function openOsm(file: string, onBytes: OnBytes = () => {}): Promise<OsmFile> {
  const format = await formatOf(file)
  const source = format.format === 'pbf' ? pbfFile(file, format) : xmlFile(file, format)
  return told(file, async () => {
    const heads = await source.heads()
    const repeated = await repeatedIn(source, { name: basename(file), onBytes })
    return {
      heads,
      repeated: repeated.node.size + repeated.way.size + repeated.relation.size,
      async *objects(kind, onPart = () => {}) {
        let number = 0
        const chosen = repeated[kind]
        const counts = ({ id, visible }: { id: number; visible: boolean }) =>
          (chosen.get(id) ?? number) === number++ && visible
        const batches = source.objects(kind, onPart)
        try {
          for (;;) {
            const next = await told(file, () => batches.next())
            if (next.done) return
            yield next.value.filter(counts)
          }
        } finally {
          await batches.return(undefined)
        }
      },
    }
  })
}

function pbfFile(file: string, { isPacked }: Format): ObjectFile {
  return new PbfFile((onBytes) => bytesOf(file, { isPacked, onBytes }))
}

function xmlFile(file: string, { isPacked, encoding }: Format): ObjectFile {
  return new XmlFile(async function* (onBytes) {
    const decoder = new TextDecoder(encoding, { fatal: true })
    for await (const chunk of bytesOf(file, { isPacked, onBytes }))
      yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  })
}

/** What goes wrong on the way is told with the name of the file. */
async function told<Value>(file: string, work: () => Promise<Value>): Promise<Value> {
  const name = basename(file)
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof VisibleError) throw cause
    if (cause instanceof OtherPacking)
      throw new VisibleError(
        'input',
        'osm.format',
        `--osm ${name} has blocks packed with ${cause.message}; expected none, zlib or lz4. To do: osmium cat ${name} -o again.osm.pbf`,
      )
    if (cause instanceof OtherFeature)
      throw new VisibleError(
        'input',
        'osm.format',
        `--osm ${name} asks its readers for ${JSON.stringify(cause.message)}, which is not known here. To do: osmium cat ${name} -o again.osm.pbf`,
      )
    throw damaged(file, cause instanceof Error ? cause.message : String(cause))
  }
}
