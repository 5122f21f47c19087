import { expect, it } from 'vitest'
import { sayWarning } from '@doorwalk/core/words/say'

it.each([
  ['fr', '2 équipes sur 6 n’ont rien à faire\u00a0: moins suffiraient.'],
  ['en', '2 of 6 walkers have nothing to do; fewer would be enough.'],
] as const)('a warning is said in %s', (language, text) => {
  expect(sayWarning({ code: 'walkers_idle', idle: 2, of: 6 }, language)).toBe(text)
})
