/** What JSON in bytes says, of objects of a region. */

/** Undefined: it is no JSON. */
export function parseBytes(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
