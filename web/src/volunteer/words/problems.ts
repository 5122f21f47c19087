/** Why a call did not go well, for whoever walks. */
import type { ProblemError } from '@doorwalk/client'
import { setFrenchWords } from '@doorwalk/core/words/french-spaces'
import type { Language } from '@doorwalk/core/words/languages'
import { fields as enFields } from '../../problems/en/fields.ts'
import { walks as en } from '../../problems/en/walks.ts'
import { fields as frFields } from '../../problems/fr/fields.ts'
import { walks as fr } from '../../problems/fr/walks.ts'
import { type ProblemWords, sentenceOf } from '../../problems/sentence.ts'
import { currentLanguage, words } from './words.ts'

const WORDS: Record<Language, ProblemWords> = {
  en: {
    codes: en,
    fields: enFields,
    unknown: 'The server refuses this. Try again, or ask an organiser.',
  },
  fr: setFrenchWords({
    codes: fr,
    fields: frFields,
    unknown: 'Le serveur refuse cela. Réessayez, ou demandez à qui organise.',
  }),
}

/** Why a visit, or what was said of a building, was not taken. */
export function sayRefusal(reason: string): string {
  return words().refusals[reason] ?? sentenceOf({ code: reason, detail: '' }, WORDS[currentLanguage()])
}

/** One sentence: that of the field that is wrong, where there is one. */
export function sayProblem({ code, fields, message }: ProblemError): string {
  return sentenceOf({ code, detail: fields[0]?.detail ?? message }, WORDS[currentLanguage()])
}
