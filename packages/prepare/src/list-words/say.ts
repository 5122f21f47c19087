/**
 * What is said of a list is kept as a code with its values, and becomes a sentence here, in the language of whoever
 * reads it. A further language is its file and a line below.
 */
import { setFrenchWords } from '@doorwalk/core/words/french-spaces'
import type { Language } from '@doorwalk/core/words/languages'
import { type Sentences, en } from './en.ts'
import { fr } from './fr.ts'
import { type Personal, PERSONAL } from './kinds.ts'

const SENTENCES = { fr: setFrenchWords(fr), en } satisfies Record<Language, Sentences>
/** Spoken where nobody asks for one: what reports spoke before they had languages. */
export const LIST_LANGUAGE: Language = 'en'

/** A code with the values of its sentence. */
export type Saying = {
  [Code in keyof Sentences]: Sentences[Code] extends (values: infer Values) => string
    ? { code: Code } & Values
    : { code: Code }
}[keyof Sentences]
/** A sentence, or a text as it stands: a cell of a list, or a sentence of a report that was kept as text. */
export type Told = string | Saying

/** What a column tells of persons; as it stands where it is no kind that is known. */
export function sayPersonal(kind: string, language: Language): string {
  const known = PERSONAL.find((one): one is Personal => one === kind)
  return known === undefined ? kind : say({ code: 'personal', kind: known }, language)
}

export function say(told: Told, language: Language): string {
  if (typeof told === 'string') return told
  const sentence = SENTENCES[language][told.code] as string | ((values: Saying) => string)
  return typeof sentence === 'string' ? sentence : sentence(told)
}
