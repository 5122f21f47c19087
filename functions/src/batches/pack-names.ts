/** Names of the files and folders of a pack, which every file system takes. */
import type { Bytes } from '../ports/planner.ts'

/** File systems take 255 bytes; shift, time and what tells names apart take 40 of them. */
const LONGEST_NAME_BYTES = 180

/** Letters and digits of every script, which every file system takes; all else becomes a hyphen. */
export function plainName(label: string, most = LONGEST_NAME_BYTES): string {
  const words = label
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  let name = ''
  for (const letter of words) {
    if (Buffer.byteLength(name + letter) > most) break
    name += letter
  }
  return name.replace(/-+$/, '')
}

/** The name, with a number where it is taken: areas whose labels differ only in signs, or in capitals, have folders. */
export function freeName(name: string, taken: Set<string>): string {
  let free = name
  // Some file systems know no capitals.
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name}-${number}`
  taken.add(free.toLowerCase())
  return free
}

export function bytesOf(text: string): Bytes {
  return new TextEncoder().encode(text)
}
