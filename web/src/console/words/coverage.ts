/** What the view of coverage says. */
import { en } from './en/coverage.ts'
import { fr } from './fr/coverage.ts'
import { inLanguage } from '../../words/language.ts'

export const coverageWords = inLanguage({ en, fr })
