/** All that can go wrong with a call, in English: the compiler says which code has no sentence. */
import type { ProblemWords, Sentences } from '../sentence.ts'
import { fields } from './fields.ts'
import { organising } from './organising.ts'
import { walks } from './walks.ts'

const codes: Sentences = { ...walks, ...organising }

export const en: ProblemWords & { codes: Sentences } = {
  codes,
  fields,
  unknown: 'The server refuses this. Reload the page, then try again.',
}
