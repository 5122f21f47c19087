/** What pages of organisers say for problems of the API, in the language spoken now. */
import { en } from '../problems/en/all.ts'
import { fr } from '../problems/fr/all.ts'
import { inLanguage } from './language.ts'

export const problemSentences = inLanguage({ en, fr })
