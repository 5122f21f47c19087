/** Problems of the API in the console: in French, in the words of the forms, and never the code of a check. */
import { describe, expect, it } from 'vitest'
import { ProblemError } from '@doorwalk/client'
import { saidProblem, withField } from '../../../web/src/console/model/problem-sentence.ts'
import { type Problem, sortProblem } from '../../../web/src/console/model/problem.ts'
import { en } from '../../../web/src/console/words/en/problems.ts'
import { fr } from '../../../web/src/console/words/fr/problems.ts'

function refused(code: string, detail: string, pointers: string[], words = fr): Problem {
  const fields = pointers.map((pointer) => ({ pointer, detail }))
  return saidProblem(sortProblem(new ProblemError(detail, { status: 400, fields }))!, code, words)
}

describe('a problem of the API', () => {
  it('is a French sentence by its code, once for each field', () => {
    expect(refused('edit.locked', '/edits/0: it is locked', ['/edits/0', '/edits/0']).fields).toEqual([
      { pointer: '/edits/0', detail: 'Cette tournée est verrouillée. Déverrouillez-la d’abord.' },
    ])
    expect(refused('plan.unknown', 'no plan "x"', []).detail).toBe('Ce plan n’existe pas ou plus.')
  })

  it.each([
    ['got 4000; Too big: expected number to be <=600', 'Au plus 600.', 'At most 600.'],
    ['got 0; Too small: expected number to be >=10', 'Au moins 10.', 'At least 10.'],
    ['got []; Too small: expected array to have >=1 items', 'Il en faut au moins 1.', 'At least 1 of them.'],
    ['got ""; Too small: expected string to have >=1 characters', 'À remplir.', 'Fill this in.'],
    ['got 4.5; expected a int or a list', 'Un nombre entier.', 'A whole number.'],
  ])('tells the bounds of a field: %s', (detail, french, english) => {
    expect(refused('request.invalid', detail, ['/minutes']).fields[0]?.detail).toBe(french)
    expect(refused('request.invalid', detail, ['/minutes'], en).fields[0]?.detail).toBe(english)
    expect(withField('/volunteers/3/minutes', french, fr)).toBe(`Minutes : ${french}`)
  })

  it('stays as the server says it where the console knows no other sentence', () => {
    expect(refused('walk.of_tomorrow', 'Something new.', []).detail).toBe('Something new.')
    expect(withField('/unheard/0', 'Something new.', fr)).toBe('Something new.')
  })
})
