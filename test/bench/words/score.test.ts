import { describe, expect, it } from 'vitest'
import type { Leg, Walk } from '@doorwalk/core/walk/answer'
import { scoreWalks } from '../../../bench/words/score.ts'

function leg(metres: number, ...instructions: string[]): Leg {
  return {
    seconds: metres,
    metres,
    geometry: { type: 'LineString', coordinates: [] },
    steps: instructions.map((instruction, i) => ({
      type: i === instructions.length - 1 ? 'arrive' : 'turn',
      name: 'Rue B',
      instruction,
      location: [0, 0],
      metres: 0,
      seconds: 0,
    })),
  }
}

function score(streets: string[], legs: Leg[], start: [number, number] | null = [0, 0]) {
  const walk = { number: 1, start, stops: streets.map((street) => ({ street })), legs }
  return scoreWalks([walk as unknown as Walk])
}

describe('the score of words', () => {
  it('counts the legs over 40 m that name their last street before they arrive', () => {
    const { legs, named, missed } = score(
      ["Rue de l'Aqueduc", 'Rue B', 'Cedar St; Cedar Ave', 'Rue D'],
      [
        leg(90, 'Tourner sur la rue de l’Aqueduc', 'Vous êtes arrivé'),
        leg(50, 'Turn left', 'You have arrived at 3 Rue B'),
        leg(60, 'Turn onto Cedar St / Cedar Ave', 'You have arrived'),
        leg(40),
        leg(70, 'Head on Rue B', 'You have arrived at the starting point'),
      ],
    )
    expect({ legs, named }).toEqual({ legs: 4, named: 3 })
    expect(missed).toEqual(['walk 1, leg 1, 50 m to Rue B: Turn left · You have arrived at 3 Rue B'])
  })

  it('counts silence, first legs without a word and ways without a name', () => {
    expect(score(['Rue A', ''], [leg(20), leg(60), leg(90)])).toMatchObject({
      ...{ silentStarts: 1, nameless: 1, legs: 1, named: 0 },
      missed: ['walk 1, leg 2, 90 m to ?: no words'],
    })
    expect(score(['Rue A', 'Rue B'], [leg(60)], null).missed).toEqual([
      'walk 1, leg 0, 60 m to Rue B: no words',
    ])
  })
})
