/** What the list of plans says. */
import { en } from './en/plans.ts'
import { fr } from './fr/plans.ts'
import { inLanguage } from '../../words/language.ts'

export const plansWords = inLanguage({ en, fr })
