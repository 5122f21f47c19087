/** Names for requests that shall be carried out once. */

/** 128 random bits. */
export function newKey(): string {
  // `randomUUID` exists on https and loopback only.
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))]
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
