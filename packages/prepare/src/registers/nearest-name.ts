/** The name somebody may have meant. */
import { plainWords } from '@doorwalk/core/letters'

/** `; did you mean "logements"?` for a name that differs in a third of its letters at most, else nothing. */
export function nearestOf(name: string, names: readonly string[]): string {
  const wanted = plainWords(name)
  let best: { name: string; steps: number } | undefined
  for (const other of names) {
    const plain = plainWords(other)
    const steps = plain.includes(wanted) || wanted.includes(plain) ? 1 : editsBetween(wanted, plain)
    if (steps <= Math.max(2, Math.max(wanted.length, plain.length) / 3) && steps < (best?.steps ?? Infinity))
      best = { name: other, steps }
  }
  return best ? ` (did you mean "${best.name}"?)` : ''
}

/** Letters to put in, take out or change. Source: Wagner and Fischer 1974, https://doi.org/10.1145/321796.321811 */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}
