/**
 * What a ZIP archive holds, and that it does not swell when it is unpacked: sizes that it states may be lies.
 * Source: PKWARE APPNOTE 6.3.10, https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
import { once } from 'node:events'
import { createInflateRaw } from 'node:zlib'

export interface ZipPart {
  path: string
  /** Packed bytes. */
  data: Uint8Array
  /** 0 stored, 8 deflated. */
  method: number
}

const END = 0x06054b50
const ENTRY = 0x02014b50
/** End record and its longest comment. */
const END_MAX_BYTES = 22 + 65_535
/** A field that stands in an extra block of ZIP64. */
const ELSEWHERE = 0xffffffff

/** Undefined for an archive that is cut off or is none. */
export function zipParts(bytes: Uint8Array): ZipPart[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const first = Math.max(0, bytes.length - END_MAX_BYTES)
  while (end >= first && view.getUint32(end, true) !== END) end--
  if (end < first) return undefined
  try {
    const parts: ZipPart[] = []
    let at = view.getUint32(end + 16, true)
    for (let count = view.getUint16(end + 10, true); count > 0; count--) {
      if (view.getUint32(at, true) !== ENTRY) return undefined
      const [nameLength, extraLength, noteLength] = [28, 30, 32].map((field) =>
        view.getUint16(at + field, true),
      )
      const sizes = wideSizes(view, { at, extra: at + 46 + nameLength!, length: extraLength! })
      const path = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength!)).toString('utf8')
      const from =
        sizes.offset + 30 + view.getUint16(sizes.offset + 26, true) + view.getUint16(sizes.offset + 28, true)
      if (from + sizes.packed > bytes.length) return undefined
      parts.push({
        path,
        method: view.getUint16(at + 10, true),
        data: bytes.subarray(from, from + sizes.packed),
      })
      at += 46 + nameLength! + extraLength! + noteLength!
    }
    return parts
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function wideSizes(
  view: DataView,
  { at, extra, length }: { at: number; extra: number; length: number },
): { packed: number; offset: number } {
  const [packed, whole, offset] = [20, 24, 42].map((field) => view.getUint32(at + field, true))
  const wide: Record<'whole' | 'packed' | 'offset', number> = {
    whole: whole!,
    packed: packed!,
    offset: offset!,
  }
  for (let field = extra; field + 4 <= extra + length; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue
    let value = field + 4
    for (const name of ['whole', 'packed', 'offset'] as const) {
      if (wide[name] !== ELSEWHERE) continue
      wide[name] = Number(view.getBigUint64(value, true))
      value += 8
    }
  }
  return wide
}

/** Bytes of the parts together when they are unpacked, counted, not believed; `Infinity` as soon as it is more. */
export async function unpackedBytes(parts: readonly ZipPart[], most: number): Promise<number> {
  let total = 0
  for (const { data, method } of parts) {
    if (method === 0) total += data.length
    else if (method === 8) total += await inflatedBytes(data, most - total)
    else return NaN
    if (total > most) return Infinity
  }
  return total
}

async function inflatedBytes(data: Uint8Array, most: number): Promise<number> {
  const inflate = createInflateRaw()
  let total = 0
  inflate.on('data', (chunk: Buffer) => {
    total += chunk.length
    if (total > most) inflate.destroy()
  })
  inflate.end(data)
  try {
    await once(inflate, 'close')
  } catch {
    return NaN
  }
  return total
}
