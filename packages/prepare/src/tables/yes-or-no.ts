/** Yes and no as people write them in lists. */
import { plainLetters } from '@doorwalk/core/letters'

const YES = new Set('true yes oui vrai 1 x o y ok v ✓ ✔ ☑'.split(' '))
const NO = new Set('false no non faux 0 n ☐ ✗ ✘'.split(' '))

/** Undefined where it is neither. */
export function readYesOrNo(text: string): boolean | undefined {
  const word = plainLetters(text)
  if (YES.has(word)) return true
  return NO.has(word) ? false : undefined
}
