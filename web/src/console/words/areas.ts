/** What the view of areas says. */
import { en } from './en/areas.ts'
import { fr } from './fr/areas.ts'
import { inLanguage } from '../../words/language.ts'

export const areasWords = inLanguage({ en, fr })
