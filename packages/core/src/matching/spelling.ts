/** Slips of spelling: how many there are between two words, and which words of many are near one. */

/** Slips that a word of so many letters may hold and still be told from others. */
export function slipsIn(letters: number): number {
  return letters < 4 ? 0 : letters < 8 ? 1 : 2
}

/**
 * Letters to leave out, to put in, to exchange, or neighbours to swap until the words are equal; `most + 1` where it is
 * more than `most`. Cost: the product of the lengths.
 *
 * Source: Damerau 1964, doi:10.1145/363958.363994, as optimal string alignment
 */
export function slipsBetween(a: string, b: string, most: number): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let slips = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, before[j - 2]! + 1)
      row.push(slips)
      least = Math.min(least, slips)
    }
    if (least > most) return most + 1
    before = above
    above = row
  }
  return Math.min(above[b.length]!, most + 1)
}

/** Words of a list that differ from a word by no more slips than it may hold. */
export type NearWords = (word: string) => readonly string[]

/**
 * Words with a digit are near themselves only. Cost: linear in the words to open, and in the near ones to ask.
 *
 * Source: deletions on both sides, Mor and Fraenkel 1982, doi:10.1145/358728.358752
 */
export function openNearWords(words: Iterable<string>): NearWords {
  const byStem = new Map<string, string[]>()
  for (const word of new Set(words)) {
    for (const stem of stemsOf(word)) {
      const sharing = byStem.get(stem)
      if (sharing) sharing.push(word)
      else byStem.set(stem, [word])
    }
  }
  return (word) => {
    const most = mostIn(word)
    const found = new Set([...stemsOf(word)].flatMap((stem) => byStem.get(stem) ?? []))
    return [...found].filter((other) => slipsBetween(word, other, Math.min(most, mostIn(other))) <= most)
  }
}

function mostIn(word: string): number {
  return /\d/.test(word) ? 0 : slipsIn(word.length)
}

/** The word, and what is left of it without as many letters as it may hold slips. */
function stemsOf(word: string): Set<string> {
  const stems = new Set([word])
  let last = [word]
  for (let left = mostIn(word); left > 0; left--) {
    const shorter = new Set<string>()
    for (const stem of last)
      for (let at = 0; at < stem.length; at++) shorter.add(stem.slice(0, at) + stem.slice(at + 1))
    last = [...shorter]
    for (const stem of last) stems.add(stem)
  }
  return stems
}
