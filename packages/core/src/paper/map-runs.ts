/** Numbers of a walk behind one door share one marker, "3–5", on paper and on screen. */
import type { Point } from './map-frame.ts'
import { distance } from './polyline.ts'

interface Numbered {
  /** Place of the stop on the walk, from 1. */
  number: number
  /** As written where it stands alone: "7", or "7b" of a row of houses. */
  text: string
  /** A key building. */
  key: boolean
  door: Point
}

interface NumberRun<T extends Numbered> {
  text: string
  /** One of them is a key building. */
  key: boolean
  /** At least one, in walking order. */
  members: [T, ...T[]]
}

/** Neighbours in walking order whose doors are closer than `within` to that of the first become one. */
export function shareNumbers<T extends Numbered>(numbered: T[], within: number): NumberRun<T>[] {
  const runs: NumberRun<T>[] = []
  for (const one of numbered) {
    const run = runs.at(-1)
    if (run === undefined || distance(run.members[0].door, one.door) >= within) {
      runs.push({ text: one.text, key: one.key, members: [one] })
      continue
    }
    const first = run.members[0].number
    run.members.push(one)
    run.key ||= one.key
    run.text = first === one.number ? String(first) : `${first}–${one.number}`
  }
  return runs
}
