/** What a check expected, in our words: the schema library has words of its own, which name types and not values. */
import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/** Positions are the only lists of fixed length that requests have. */
const KINDS: Record<string, string> = {
  number: 'a number',
  int: 'a whole number',
  string: 'a text',
  boolean: 'true or false',
  tuple: '[lng, lat]',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

const FORMATS: Record<string, string> = {
  date: 'a day such as "2026-03-14"',
  datetime: 'a date and time such as "2026-03-14T14:00:00Z"',
  base64: 'base64',
}

const COUNTED: Record<string, string> = { string: 'character', array: 'entr' }

/** Such as "a whole number" or "at most 600"; undefined: the check has a sentence of its own, `issue.message`. */
export function expectationOf(issue: Issue): string | undefined {
  if (isOurs(issue)) return undefined
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? `a ${issue.expected}`
    case 'invalid_value':
      return oneOf(issue.values)
    case 'invalid_union':
      // By its tag: the library tells which there are.
      return oneOf('options' in issue && Array.isArray(issue.options) ? issue.options : [])
    case 'too_big':
    case 'too_small':
      return boundOf(issue)
    case 'invalid_format':
      return FORMATS[issue.format] ?? `the form ${issue.format}`
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor}`
    default:
      return undefined
  }
}

function oneOf(values: readonly unknown[]): string {
  const all = values.map((one) => (typeof one === 'bigint' ? String(one) : JSON.stringify(one)))
  return `${all.length > 1 ? 'one of ' : ''}${either(all)}`
}

/** Whether the schema says it in its own words. */
function isOurs({ message }: Issue): boolean {
  return !/^(Invalid|Too) /.test(message)
}

function boundOf(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): string {
  const isMost = issue.code === 'too_big'
  const bound = Number(isMost ? issue.maximum : issue.minimum)
  const counted = COUNTED[issue.origin]
  if (issue.inclusive === false && counted === undefined) return `${isMost ? 'less' : 'more'} than ${bound}`
  const plural = counted === 'entr' ? (bound === 1 ? 'y' : 'ies') : bound === 1 ? '' : 's'
  return `at ${isMost ? 'most' : 'least'} ${bound}${counted === undefined ? '' : ` ${counted}${plural}`}`
}

/** "a, b or c". */
export function either(all: readonly string[]): string {
  return [all.slice(0, -1).join(', '), ...all.slice(-1)].filter((part) => part !== '').join(' or ')
}
