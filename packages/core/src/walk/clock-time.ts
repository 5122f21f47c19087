/** Clock times of a walk: RFC 3339 with the offset of the plan's start kept. */
import type { Seconds } from '../units.ts'

/** `start` plus some seconds, written with the same offset: `2026-03-14T14:00:00+01:00` + 90 → `…14:01:30+01:00`. */
export function timeAfter(start: string, seconds: Seconds): string {
  const offset = offsetOf(start)
  const local = new Date(Date.parse(start) + seconds * 1000 + offset.minutes * 60_000)
  return local.toISOString().slice(0, 19) + offset.text
}

/** A clock's milliseconds as RFC 3339 in UTC. */
export function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19) + 'Z'
}

function offsetOf(time: string): { text: string; minutes: number } {
  const match = /([+-])(\d\d):?(\d\d)$/.exec(time)
  if (!match) return { text: 'Z', minutes: 0 }
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return { text: `${match[1]}${match[2]}:${match[3]}`, minutes: match[1] === '-' ? -minutes : minutes }
}
