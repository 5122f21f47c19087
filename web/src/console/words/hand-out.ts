/** What the views and parts around "hand-out" say. */
import { en } from './en/hand-out.ts'
import { fr } from './fr/hand-out.ts'
import { inLanguage } from '../../words/language.ts'

export const handOutWords = inLanguage({ en, fr })
