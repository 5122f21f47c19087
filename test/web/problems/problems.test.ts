/** Problems of the API on our pages: French and English, in words of the forms, and never the code of a check. */
import { describe, expect, it } from 'vitest'
import { ProblemError } from '@doorwalk/client'
import { PROBLEMS } from '@doorwalk/functions/document/problem-codes'
import { parseInput } from '@doorwalk/core/request/parse'
import { PlanRequest } from '@doorwalk/core/request/request'
import type { VisibleError } from '@doorwalk/core/error'
import { en } from '../../../web/src/problems/en/all.ts'
import { walks } from '../../../web/src/problems/en/walks.ts'
import { fr } from '../../../web/src/problems/fr/all.ts'
import { type ProblemWords, sentenceOf } from '../../../web/src/problems/sentence.ts'
import { saidProblem, withField } from '../../../web/src/console/state/problem-sentence.ts'
import { type Problem, sortProblem } from '../../../web/src/console/model/problem.ts'
import { en as enNames } from '../../../web/src/console/words/en/problems.ts'
import { fr as frNames } from '../../../web/src/console/words/fr/problems.ts'
import { codesOfLinks } from './link-codes.ts'

function refused(code: string, detail: string, pointers: string[], words: ProblemWords = fr): Problem {
  const fields = pointers.map((pointer) => ({ pointer, detail }))
  return saidProblem(sortProblem(new ProblemError(detail, { status: 400, fields }))!, code, words)
}
const inFrench = (code: string, detail: string): string => sentenceOf({ code, detail }, fr)

/** Words of English that no French sentence has. */
const ENGLISH = /\b(the|is|are|of|and|this|that|with|at most|there|no|not|walk|area|again|you|to)\b/

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  const words = { en, fr }[language]

  it.each(Object.keys(PROBLEMS))('%s is a sentence', (code) => {
    const said = code.startsWith('request.') ? words.codes[code as keyof typeof PROBLEMS] : undefined
    const sentence = said ?? sentenceOf({ code, detail: '' }, words)
    for (const each of typeof sentence === 'string' ? [sentence] : [sentence.at(-1) as string]) {
      expect(each).toMatch(/^\p{Lu}.*[.!]$/u)
      expect(each).not.toMatch(/[{}]|[a-z]_[a-z]|undefined/)
      if (language === 'fr') expect(each.replace(/« [^»]* »/g, '')).not.toMatch(ENGLISH)
    }
  })

  it('has none for a code that there is not', () => {
    expect(Object.keys(words.codes).filter((code) => !(code in PROBLEMS))).toEqual([])
  })

  it('says what a new code of the server is in a sentence of its own', () => {
    expect(sentenceOf({ code: 'walk.of_tomorrow', detail: 'Something new.' }, words)).toBe(words.unknown)
  })
})

/** Found when an invitation is made, by who can mend it; who walks is sent to them. */
const OF_ORGANISERS = /^(area|osrm|priority|ranking|volunteers)\./

it('knows on the page of volunteers what every call of a link may answer', async () => {
  const codes = (await codesOfLinks()).filter((code) => !OF_ORGANISERS.test(code))
  expect(codes.length).toBeGreaterThan(20)
  expect(codes.filter((code) => !(code in walks))).toEqual([])
})

describe('a problem of the API', () => {
  it('is a French sentence by its code, once for each field', () => {
    expect(refused('edit.locked', '/edits/0: it is locked', ['/edits/0', '/edits/0']).fields).toEqual([
      { pointer: '/edits/0', detail: 'Cette tournée est verrouillée. Déverrouillez-la d’abord.' },
    ])
    expect(refused('plan.unknown', 'no plan "x"', []).detail).toBe('Ce plan n’existe pas ou plus.')
  })

  it.each([
    ['rate.exceeded', 'more than 600 requests in a minute for the campaign; wait 42 seconds', '42 s'],
    [
      'dispatch.closed',
      'no walk at 2026-03-14T21:10: doors are knocked on from 10:00 to 20:30; choose another',
      '10:00 à 20:30',
    ],
    ['dispatch.closed', 'no walk at x: the silence before the ballot of 2026-03-15 has begun', '15/03/2026'],
    [
      'edit.does_not_fit',
      'takes 97 minutes at least, and 90 can be planned; give it 7 minutes more with',
      '7 min de plus',
    ],
    ['edit.does_not_fit', 'has 61 doors, more than its limit of 60; take', '61 portes'],
    [
      'area.too_many_vertices',
      'got 20001 vertices, at most 10000; simplify it',
      '20 001 points, au plus 10 000',
    ],
    ['area.unknown_precinct', 'got "75099", expected one of 0901, 0902', 'bureau de vote 75099'],
    ['holdout.size', '0 of 3 precincts would be held out; expected 1 to 500: choose', '0 de côté sur 3'],
    ['request.too_large', 'the body has more than 5000000 bytes; send it in parts', '5 Mo'],
    ['webhook.url', '"x" is no address; expected https://…', 'https://'],
  ])('keeps the figures of %s', (code, detail, kept) => {
    expect(inFrench(code, detail).replaceAll(/\s/g, ' ')).toContain(kept)
  })

  it.each([
    ['got 4000; expected at most 600', '4 000, c’est trop : au plus 600.', '4,000 is too much: at most 600.'],
    ['got 0; expected at least 10', '0, c’est trop peu : au moins 10.', '0 is too little: at least 10.'],
    ['got []; expected at least 1 entry', 'Il en faut au moins 1.', 'At least 1 of them.'],
    ['got ""; expected at least 1 character', 'À remplir.', 'Fill this in.'],
    ['missing; expected a text', 'À remplir.', 'Fill this in.'],
    ['got 4.5; expected a whole number or a list', '« 4.5 » : Un nombre entier.', '“4.5”: A whole number.'],
    [
      'got "x"; expected something odd',
      '« x » : Cette valeur n’est pas acceptée. Corrigez-la, puis réessayez.',
      '“x”: This value is not accepted. Correct it, then try again.',
    ],
  ])('tells the bounds of a field: %s', (detail, french, english) => {
    const said = refused('request.invalid', detail, ['/minutes']).fields[0]?.detail ?? ''
    expect(said.replaceAll(/[\u202f\u00a0]/g, ' ')).toBe(french)
    expect(refused('request.invalid', detail, ['/minutes'], en).fields[0]?.detail).toBe(english)
    expect(withField('/volunteers/3/minutes', french, frNames)).toBe(`Minutes : ${french}`)
    expect(withField('/unheard/0', english, enNames)).toBe(english)
  })

  it('reads what the checks of a plan really say', () => {
    const wrong = {
      region: '',
      volunteers: 0,
      minutes: 1e9,
      startAt: '17h30',
      keyShare: 'x',
      closed: 'y',
      start: 'x',
    }
    const said: Record<string, string> = {}
    try {
      parseInput(PlanRequest, wrong, { what: 'plan request', code: 'request.invalid' })
    } catch (error) {
      for (const { pointer, detail } of (error as VisibleError).errors)
        said[pointer] = inFrench('request.invalid', detail).replaceAll(/\s/g, ' ')
    }
    expect(said).toMatchObject({
      '/region': 'À remplir.',
      '/volunteers': '0, c’est trop peu : au moins 1.',
      '/minutes': expect.stringMatching(/^1 000 000 000, c’est trop : au plus \d+\.$/) as string,
      '/startAt': '« 17h30 » : Une date et une heure, entre 2000 et 2099.',
      '/keyShare': '« x » : Un nombre.',
      '/closed': 'Oui ou non.',
      '/start': 'Un point de la carte.',
    })
  })
})
