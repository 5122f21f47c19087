/** What the console advises on a plan, and what each wish of it costs. */
import { en } from './en/plan/advice.ts'
import { fr } from './fr/plan/advice.ts'
import { inLanguage } from '../../words/language.ts'

export const adviceWords = inLanguage({ en, fr })
