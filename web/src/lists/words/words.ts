/** The words of the page of lists, in the language spoken now. */
import { LANGUAGES, type Language } from '@doorwalk/core/words/languages'
import { inLanguage } from '../../words/language.ts'
import { en } from './en.ts'
import { type ListWords, fr } from './fr.ts'

/** A language that plans can be asked in has to have words here. */
const WORDS = { fr, en } satisfies Record<Language, ListWords>

export const words = inLanguage(WORDS)

export const ALL_LANGUAGES = LANGUAGES.map((code) => ({ code, name: WORDS[code].name }))
