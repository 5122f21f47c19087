/** What the views and parts around "weekend" say. */
import { en } from './en/weekend.ts'
import { fr } from './fr/weekend.ts'
import { inLanguage } from '../../words/language.ts'

export const weekendWords = inLanguage({ en, fr })
