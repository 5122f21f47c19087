/** What the view of corrections says. */
import { en } from './en/corrections.ts'
import { fr } from './fr/corrections.ts'
import { inLanguage } from '../../words/language.ts'

export const correctionsWords = inLanguage({ en, fr })
