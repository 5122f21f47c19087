/** Reads a list of targets into parts. Apart from storing it: the API function starts without a reader of CSV. */
import { encodeJson } from '../store/json.ts'
import type { ListToRead, ReadList } from '../ports/desk.ts'
import { MAX_LINES } from './import.ts'
import { readTargetList } from './read-targets.ts'

/** Targets in one part of a list that was read. */
const PART = 500

/** @throws VisibleError buildings.malformed, buildings.unknown_field */
export function readList({ text, format, bbox }: ListToRead): ReadList {
  const { targets, repaired, refused } = readTargetList(text, { format, bbox })
  const starts = Array.from({ length: Math.ceil(targets.length / PART) }, (_, part) => part * PART)
  return {
    parts: starts.map((from) => encodeJson(targets.slice(from, from + PART))),
    repairs: repaired.length,
    repaired: repaired.slice(0, MAX_LINES),
    refusals: refused.length,
    refused: refused.slice(0, MAX_LINES),
  }
}
