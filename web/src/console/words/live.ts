/** What the live view of an action says. */
import { en } from './en/live.ts'
import { fr } from './fr/live.ts'
import { inLanguage } from '../../words/language.ts'

export const liveWords = inLanguage({ en, fr })
