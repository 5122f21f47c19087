/**
 * Objects that a file holds more than once: versions of one object in a history, or an object of two extracts that were
 * put one behind the other. The newest version counts, once.
 */
import { VisibleError } from '@doorwalk/core/error'
import { KINDS, type FileObjects, type Kind, type ObjectFile, type OnBytes } from './element.ts'

/** Ordinal of the object that counts within its kind, by id; only ids that come more than once. */
export type Repeated = Record<Kind, Map<number, number>>

/** As many entries as fit a Map with room to spare. */
const REPEATED_MAX = 8_000_000

/**
 * Whether ids rise by kind, as they do in every sorted file; then none comes twice and nothing needs to be remembered.
 *
 * Else the ids of a kind are sorted, and of those that come more than once the newest version is chosen.
 *
 * @param name  of the file, for messages
 * @throws VisibleError `osm.repeated` for two contents of one object of which none is newer, and for too many
 * Cost: one pass over the file; of an unsorted one two more, and 8 bytes an object.
 */
export async function repeatedIn(
  file: ObjectFile,
  { name, onBytes }: { name: string; onBytes: OnBytes },
): Promise<Repeated> {
  const repeated: Repeated = { node: new Map(), way: new Map(), relation: new Map() }
  const last: Record<Kind, number> = { node: -Infinity, way: -Infinity, relation: -Infinity }
  const unsorted = new Set<Kind>()
  for await (const ids of file.ids(onBytes)) {
    for (const kind of KINDS) {
      for (const id of ids[kind]) {
        if (id <= last[kind]) unsorted.add(kind)
        last[kind] = id
      }
    }
  }
  for (const kind of unsorted) {
    const twice = await idsTwice(file, kind)
    if (twice.size > REPEATED_MAX) throw tooMany(name, kind)
    if (twice.size > 0) repeated[kind] = await newestOf(file, { kind, twice, name })
  }
  return repeated
}

async function idsTwice(file: ObjectFile, kind: Kind): Promise<Set<number>> {
  const parts: Float64Array[] = []
  for await (const ids of file.ids(() => {})) parts.push(Float64Array.from(ids[kind]))
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  all.sort()
  const twice = new Set<number>()
  for (let i = 1; i < all.length; i++)
    if (all[i] === all[i - 1] && twice.size <= REPEATED_MAX) twice.add(all[i]!)
  return twice
}

interface Candidate {
  /** Within its kind, in file order. */
  number: number
  version: number
  content: number
}

async function newestOf(
  file: ObjectFile,
  { kind, twice, name }: { kind: Kind; twice: Set<number>; name: string },
): Promise<Map<number, number>> {
  const newest = new Map<number, Candidate>()
  const rivals = new Map<number, number>()
  let number = 0
  for await (const batch of file.objects(kind, () => {})) {
    for (const object of batch) {
      const { id, version } = object
      const candidate: Candidate = { number: number++, version, content: 0 }
      if (!twice.has(id)) continue
      candidate.content = contentOf(object)
      const known = newest.get(id)
      if (!known || version > known.version) {
        newest.set(id, candidate)
        rivals.delete(id)
      } else if (version === known.version && candidate.content !== known.content) rivals.set(id, version)
    }
  }
  const [rival] = rivals
  if (rival) throw undecided(name, { kind, id: rival[0], version: rival[1], count: rivals.size })
  return new Map([...newest].map(([id, candidate]) => [id, candidate.number]))
}

/** A number that two contents share only by chance (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/). */
function contentOf(object: FileObjects[Kind]): number {
  const { tags, ...rest } = object
  const text = JSON.stringify([rest, Object.entries(tags).sort(([a], [b]) => (a < b ? -1 : 1))])
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

function undecided(
  name: string,
  { kind, id, version, count }: { kind: Kind; id: number; version: number; count: number },
): VisibleError {
  const more = count > 1 ? ` (and ${count - 1} other ${kind}s)` : ''
  const which = version > 0 ? `version ${version} of both` : 'no version that tells which is newer'
  return new VisibleError(
    'input',
    'osm.repeated',
    `--osm ${name} holds ${kind} ${id}${more} more than once, with different contents and ${which}. Expected each object once. Of extracts put together, use those of one date, with versions, not clipped at their edges: osmium merge a.osm.pbf b.osm.pbf -o again.osm.pbf`,
  )
}

function tooMany(name: string, kind: Kind): VisibleError {
  return new VisibleError(
    'input',
    'osm.repeated',
    `--osm ${name} holds more than ${REPEATED_MAX} ${kind}s in several versions: the history of a large place. Expected a map of one day: osmium time-filter ${name} -o again.osm.pbf`,
  )
}
