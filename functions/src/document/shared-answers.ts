/** Answers that several calls give word for word, written once. */

interface Call {
  operationId?: string
  responses: Record<string, object>
}

/** By path and method. */
type Paths = Record<string, Record<string, object>>

/**
 * Of problems that several calls tell in the same words each call but the first gets a reference.
 *
 * @returns  what they refer to, by a name made of the status and of the first call that tells it
 */
export function shareAnswers(paths: Paths): Record<string, object> {
  const calls = Object.values(paths).flatMap((path) => Object.values(path) as Call[])
  const uses = new Map<string, { name: string; answer: object; times: number }>()
  for (const { operationId = '', responses } of calls) {
    for (const [status, answer] of problemsOf(responses)) {
      const text = status + JSON.stringify(answer)
      const use = uses.get(text) ?? { name: `Problem${status}Of${capital(operationId)}`, answer, times: 0 }
      uses.set(text, { ...use, times: use.times + 1 })
    }
  }
  for (const { responses } of calls) {
    for (const [status, answer] of problemsOf(responses)) {
      const use = uses.get(status + JSON.stringify(answer))!
      if (use.times > 1) responses[status] = { $ref: `#/components/responses/${use.name}` }
    }
  }
  const shared = [...uses.values()].filter(({ times }) => times > 1)
  return Object.fromEntries(shared.map(({ name, answer }) => [name, answer]))
}

const problemsOf = (responses: Call['responses']): [string, object][] =>
  Object.entries(responses).filter(([status]) => Number(status) >= 400)

const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1)
