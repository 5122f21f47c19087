/** JSON as it lies in Blobs. */
import type { Bytes } from '../world.ts'

export function encodeJson(value: unknown): Bytes {
  return new TextEncoder().encode(JSON.stringify(value))
}

/** Not checked: for what we wrote ourselves. */
export function decodeJson(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes))
}
