/**
 * Every field of a plan request and of a volunteer, with what must hold of the walks where it is given, and does not
 * hold where it is not: the table behind test/functions/wishes.
 */
import type { Field } from './field.ts'
import { RANKED, REQUEST } from './request-fields.ts'
import { SKIP, TARGETS } from './target-fields.ts'
import { VOLUNTEER } from './volunteer-fields.ts'

export const FIELDS: Field[] = [...REQUEST, ...VOLUNTEER, ...TARGETS, ...SKIP, RANKED]
