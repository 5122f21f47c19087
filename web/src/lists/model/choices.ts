/** Which building a person says that doubtful lines are about. */
import type { Schemas } from '@doorwalk/client'

/** Target by line of the list. */
export type Choices = ReadonlyMap<number, string>

export const NO_CHOICES: Choices = new Map()

/** @param target  null: the line is not to be taken */
export function choose(choices: Choices, { line, target }: { line: number; target: string | null }): Choices {
  const others = [...choices].filter(([one]) => one !== line)
  return new Map(target === null ? others : [...others, [line, target]])
}

/** As `POST /v1/imports` takes them. */
export function choicesToSend(choices: Choices): Schemas['ImportChoice'][] {
  return [...choices].map(([line, target]) => ({ line, target }))
}
