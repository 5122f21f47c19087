/** What every view of the console has around it, and the names of all languages. */
import { LANGUAGES } from '@doorwalk/core/words/languages'
import { en } from './en/shell.ts'
import { fr } from './fr/shell.ts'
import { inLanguage } from '../../words/language.ts'

const WORDS = { en, fr }

export const shellWords = inLanguage(WORDS)

export const ALL_LANGUAGES = LANGUAGES.map((code) => ({ code, name: WORDS[code].name }))
