/** Names for requests that shall be carried out once. */

/** 128 random bits. They need not be secret: where there is no better source, `Math.random` does. */
export function newKey(): string {
  const { crypto } = globalThis as Partial<typeof globalThis>
  // `randomUUID` exists on https and loopback only, `crypto` not in React Native.
  if (typeof crypto?.randomUUID === 'function') return crypto.randomUUID()
  const bytes = new Uint8Array(16)
  if (crypto) crypto.getRandomValues(bytes)
  else bytes.forEach((_, index) => (bytes[index] = Math.floor(Math.random() * 256)))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
