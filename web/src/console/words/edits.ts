/** What changing a plan by hand says. */
import { en } from './en/edits.ts'
import { fr } from './fr/edits.ts'
import { inLanguage } from '../../words/language.ts'

export const editsWords = inLanguage({ en, fr })
