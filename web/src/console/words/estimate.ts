/** What the views and parts around "estimate" say. */
import { en } from './en/estimate.ts'
import { fr } from './fr/estimate.ts'
import { inLanguage } from '../../words/language.ts'

export const estimateWords = inLanguage({ en, fr })
