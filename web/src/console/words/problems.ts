/** What the console says for problems of the API. */
import { en } from './en/problems.ts'
import { fr } from './fr/problems.ts'
import { inLanguage } from '../../words/language.ts'

export const problemsWords = inLanguage({ en, fr })
