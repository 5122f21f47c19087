/** What the views and parts around "estimate" say. */
import { en } from './en/plan/estimate.ts'
import { fr } from './fr/plan/estimate.ts'
import { inLanguage } from '../../words/language.ts'

export const estimateWords = inLanguage({ en, fr })
