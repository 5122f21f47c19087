/** Sentences of the page of who walks, with no, one and two of what they count, and with every place that they name. */
import { describe, expect, it } from 'vitest'
import { en } from '../../../web/src/volunteer/words/en.ts'
import { fr } from '../../../web/src/volunteer/words/fr.ts'

type Say = (...values: (number | string)[]) => string

/** Every sentence with something to fill in, filled in with counts, or with places. */
function sentences(words: object, values: readonly (number | string)[]): string[] {
  return Object.values(words).flatMap((say: unknown) => {
    if (typeof say !== 'function') return []
    return values.map((value) => (say as Say)(...Array.from({ length: say.length }, () => value)))
  })
}

/** "le ouest", "de heures", "que il" */
const HIATUS = /\b(le|la|de|que|se|ne|ce|je|te|me|au) [aeiouéèêâîôûàhy]\p{L}*/iu

describe('in French', () => {
  it('elides before a vowel, in every direction', () => {
    const all = fr.directions.map((direction) => fr.crow('240 m', direction))
    expect(all).toHaveLength(8)
    expect(all[2]).toBe('À 240 m environ, vers l’est.')
    expect(all[6]).toBe('À 240 m environ, vers l’ouest.')
    for (const said of [...all, ...sentences(fr, [0, 1, 2])]) expect(said).not.toMatch(HIATUS)
  })

  it('has a plural from two on', () => {
    for (const said of sentences(fr, [0, 1]))
      expect(said).not.toMatch(/\b[01] (portes|adresses|étapes|notées|envoyés|refusés)\b/)
    expect(sentences(fr, [2]).filter((said) => /\b2 (porte|adresse|étape|notée)\b/.test(said))).toEqual([])
  })
})

it('in English has a plural but of one', () => {
  for (const said of sentences(en, [1])) expect(said).not.toMatch(/\b1 (doors|addresses|stops)\b/)
  for (const said of sentences(en, [0, 2])) expect(said).not.toMatch(/\b[02] (door|address|stop)\b/)
  for (const direction of en.directions) expect(en.crow('240 m', direction)).toMatch(/to the \w/)
})

it('costs neither more nor less where it is nothing', () => {
  for (const words of [fr, en]) for (const zero of [0, -0]) expect(words.orderCosts(zero)).not.toMatch(/\d/)
})
