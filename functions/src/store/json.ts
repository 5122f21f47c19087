/** JSON as it lies in Blobs. */
import { openSlices, turnToParse } from '../threads/slices.ts'
import type { Bytes } from '../ports/planner.ts'

export function encodeJson(value: unknown): Bytes {
  return new TextEncoder().encode(JSON.stringify(value))
}

/** Characters that are put together before they become bytes. */
const CHUNK = 50_000

/**
 * The same bytes for what may be megabytes, in the thread that answers, in slices.
 *
 * @param levels  lists and objects inside of each other that are written part by part; default: the elements of a list
 *   in a field. What lies deeper is written in one go.
 */
export async function encodeLarge(value: unknown, levels = 2): Promise<Bytes> {
  const slice = openSlices()
  const chunks: Bytes[] = []
  let text = ''
  for (const part of partsOf(value, levels)) {
    text += part
    if (text.length < CHUNK) continue
    chunks.push(new TextEncoder().encode(text))
    text = ''
    await slice()
  }
  chunks.push(new TextEncoder().encode(text))
  return joined(chunks)
}

function* partsOf(value: unknown, levels: number): Generator<string> {
  if (levels === 0 || typeof value !== 'object' || value === null) {
    yield JSON.stringify(value) ?? 'null'
    return
  }
  const isList = Array.isArray(value)
  let isFirst = true
  for (const [name, part] of isList ? value.entries() : Object.entries(value)) {
    if (!isList && part === undefined) continue
    const before = isFirst ? (isList ? '[' : '{') : ','
    isFirst = false
    const start = isList ? before : `${before}${JSON.stringify(name)}:`
    if (levels === 1) yield start + (JSON.stringify(part) ?? 'null')
    else {
      yield start
      yield* partsOf(part, levels - 1)
    }
  }
  yield isFirst ? (isList ? '[]' : '{}') : isList ? ']' : '}'
}

/** JSON of an object with one list, whose elements are JSON already, and of its other fields. */
export function listBytes(name: string, elements: Bytes[], more: object): Bytes {
  const encode = (text: string): Bytes => new TextEncoder().encode(text)
  const comma = encode(',')
  const list = elements.flatMap((element, index) => (index === 0 ? [element] : [comma, element]))
  return joined([encode(`{${JSON.stringify(name)}:[`), ...list, encode(`],${JSON.stringify(more).slice(1)}`)])
}

function joined(chunks: Bytes[]): Bytes {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

/** Not checked: for what we wrote ourselves. */
export function decodeJson(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes))
}

/** The same for what may be megabytes, in the thread that answers: one at a time. */
export async function decodeLarge(bytes: Uint8Array): Promise<unknown> {
  await turnToParse(bytes.length)
  return decodeJson(bytes)
}
