/** What a scenario told, as examples of the document: short, and the same each time. */
import type { Told } from './scenario.ts'

export interface CallExample {
  request?: unknown
  /** By status. */
  answers: Record<string, unknown>
}

/** By operation. */
export type Examples = Record<string, CallExample>

/** Most entries of a list of lists, such as the positions of a line; of other lists one is shown. */
const MOST_POSITIONS = 2
/** Lists of so few numbers are a position or a box. */
const MOST_NUMBERS = 4

export function examplesOf(told: readonly Told[]): Examples {
  const sample = sampler()
  const examples: Examples = {}
  for (const { step, answer } of told) {
    const { operationId, status, body } = step
    const answers = answer === undefined ? {} : { [status]: sample(shortened(answer)) }
    const request = body === undefined ? {} : { request: sample(body) }
    examples[operationId] = { ...request, answers }
  }
  return examples
}

/** Names of fields at any depth, lists by their first entry. */
export function namesIn(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.length > 0 ? namesIn(value[0], `${at}/0`) : []
  if (typeof value !== 'object' || value === null) return [at]
  return Object.entries(value).flatMap(([name, each]) => [`${at}/${name}`, ...namesIn(each, `${at}/${name}`)])
}

function shortened(value: unknown): unknown {
  if (Array.isArray(value)) {
    const list = value as unknown[]
    if (list.every((each) => typeof each === 'number') && list.length <= MOST_NUMBERS) return list
    const most = Array.isArray(list[0]) ? MOST_POSITIONS : 1
    return list.slice(0, most).map(shortened)
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shortened(each)]))
}

/** Random ids end in this; the second of a kind has another last letter, and so on. */
const ULID = '01KKN9J4X0V5C0ZJ7M8Q2R3S4'
const LETTERS = 'TVWXYZABCDEFGHJKMNPQRS'
/** What is random, and no id. */
const FIXED: Record<string, unknown> = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  key: 'dw_1vC0ZJ7M8Q2R3S4T5V6W7X8Y9Z0A1B2C3D4E5F6G7H8',
  seed: '6f1d2c3b4a5968778695a4b3c2d1e0ff',
  seedHash: 'b1f3c0d5e7a9482136f0c8d2b4e6a8901c3d5f7092b4d6f8a0c2e4f6081a3c5e',
  next: 'cGxu',
}

/** Ids in their order, and what is random, as it is written in the documentation. */
function sampler(): (value: unknown) => unknown {
  const known = new Map<string, string>()
  const counts = new Map<string, number>()
  const idFor = (prefix: string, id: string): string => {
    const found = known.get(id)
    if (found !== undefined) return found
    const count = counts.get(prefix) ?? 0
    counts.set(prefix, count + 1)
    const made = `${ULID}${LETTERS[count % LETTERS.length]}`
    known.set(id, made)
    return made
  }
  const inText = (text: string): string =>
    text.replace(
      /\b([a-z]{3,4})_([0-9A-HJKMNP-TV-Z]{26})/g,
      (_, prefix: string, id: string) => `${prefix}_${idFor(prefix, id)}`,
    )
  return function sample(value: unknown): unknown {
    if (typeof value === 'string') return inText(value)
    if (Array.isArray(value)) return value.map(sample)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).map(([name, each]): [string, unknown] => {
      const isRandom = typeof each === 'string' && name in FIXED && !/^key_/.test(each)
      return [name, isRandom ? FIXED[name] : sample(each)]
    })
    return Object.fromEntries(entries)
  }
}
