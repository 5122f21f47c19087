/** What changing a plan by hand says. */
import { en } from './en/plan/edits.ts'
import { fr } from './fr/plan/edits.ts'
import { inLanguage } from '../../words/language.ts'

export const editsWords = inLanguage({ en, fr })
