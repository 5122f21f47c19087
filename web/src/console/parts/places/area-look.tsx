/** In a sentence: how much there is in the area that is chosen, and what of it lies elsewhere. */
import { problemsAt } from '../../model/problem.ts'
import { choicesWords } from '../../words/choices.ts'
import { sayNumber } from '../../../words/language.ts'
import type { AreaLook } from './use-area-look.ts'

export function AreaHolds({ look: { isLoading, found, problem } }: { look: AreaLook }) {
  const w = choicesWords()
  const sentences =
    problem !== null
      ? [...problemsAt(problem, ''), problem.detail].filter((text) => text !== '')
      : found !== null
        ? [w.holds(sayNumber(found.doors), sayNumber(found.buildings), found.doors), ...found.warnings]
        : []
  return (
    <p class="help area-holds" role="status">
      {sentences.length === 0 && isLoading ? w.counting : sentences.join(' ')}
    </p>
  )
}
