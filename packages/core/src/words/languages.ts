/** The languages that are spoken here. A further one is its file and a line below; the compiler says what it lacks. */
import { VisibleError } from '../error.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { Phrases, Words } from './phrases.ts'

export const PHRASES = { fr, en } satisfies Record<string, Phrases>
export type Language = keyof typeof PHRASES

/** Spoken where nobody asks for one. */
export const DEFAULT_LANGUAGE: Language = 'fr'
export const LANGUAGES = Object.keys(PHRASES) as [Language, ...Language[]]

/** @throws VisibleError `language.unknown` for a language, out of a file say, that is not spoken here */
export function phrasesOf(language: Language): Phrases {
  if (Object.hasOwn(PHRASES, language)) return PHRASES[language]
  const code = String(language).slice(0, 20)
  const detail = `language "${code}" is not spoken here; use one of ${LANGUAGES.join(', ')}`
  throw new VisibleError('input', 'language.unknown', detail, [{ pointer: '/language', detail }])
}

export function wordsOf(language: Language): Words {
  return phrasesOf(language).words
}
