/** What the parts of forms say that choose where to go and who goes. */
import { en } from './en/choices.ts'
import { fr } from './fr/choices.ts'
import { inLanguage } from '../../words/language.ts'

export const choicesWords = inLanguage({ en, fr })
