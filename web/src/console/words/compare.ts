/** What the comparison of two plans says. */
import { en } from './en/plan/compare.ts'
import { fr } from './fr/plan/compare.ts'
import { inLanguage } from '../../words/language.ts'

export const compareWords = inLanguage({ en, fr })
