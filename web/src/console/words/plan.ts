/** What a plan says, and the form that makes one. */
import { en } from './en/plan.ts'
import { fr } from './fr/plan.ts'
import { inLanguage } from '../../words/language.ts'

export const planWords = inLanguage({ en, fr })
