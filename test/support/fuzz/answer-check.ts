/** Holds an answer to the OpenAPI document: status, headers, media type and every field of the body. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { ApiDocument, Operation, Schema } from '../../../scripts/document/current.ts'

interface Answered {
  status: number
  headers: Headers
  text: string
}

/** What is wrong with an answer of a call; empty: nothing. */
export type AnswerCheck = (operation: Operation, answer: Answered, isHead?: boolean) => string[]

/** The document's own keywords: they say nothing of what is valid. */
const WORDS = ['x-default', 'x-enumDescriptions', 'example', 'components']
/** Under this name the schemas find its parts. */
const DOCUMENT = 'document'
const LINES = 'application/x-ndjson'
const PART = 'application/vnd.doorwalk.part+json'

/**
 * Unknown keywords, formats and references are errors. Bodies are held to schemas that are closed: a field that the
 * document does not name is a fault, though clients are told to expect more of them one day.
 */
export function answerCheck(document: ApiDocument): AnswerCheck {
  const ajv = new Ajv2020({
    strictSchema: true,
    strictTypes: false,
    strictTuples: false,
    validateSchema: false,
    logger: false,
  })
  addFormats(ajv)
  ajv.addVocabulary(WORDS)
  const { components } = document as unknown as { components: { headers: Record<string, object> } }
  ajv.addSchema({ components: closed(document.components) as object }, DOCUMENT)
  const compiled = new Map<object, ValidateFunction>()
  const faultsOf = (schema: object, value: unknown): string[] => {
    const check = compiled.get(schema) ?? ajv.compile(referring(closed(schema)) as object)
    compiled.set(schema, check)
    if (check(value)) return []
    return (check.errors ?? []).map(
      ({ instancePath, message = '', params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    )
  }
  const known = Object.keys(components.headers)
  return ({ responses }, { status, headers, text }, isHead = false) => {
    const promised = responses[String(status)]
    if (status >= 500 || !promised) return [`${status} is not promised`]
    const named = Object.keys(promised.headers ?? {})
    const faults = known
      .filter((name) => headers.has(name) && !named.includes(name))
      .map((name) => `header ${name} is not promised`)
    if (!headers.has('X-Request-Id')) faults.push('no X-Request-Id')
    for (const name of named.filter((each) => headers.has(each))) {
      const { schema } = components.headers[name] as { schema: Schema }
      const given = headers.get(name)!
      faults.push(...faultsOf(schema, schema.type === 'integer' ? Number(given) : given).map((x) => name + x))
    }
    if (isHead) return text === '' ? faults : [...faults, 'a body to HEAD']
    const types = Object.keys(promised.content ?? {})
    const type = headers.get('Content-Type')?.split(';')[0] ?? ''
    if (types.length === 0) return text === '' ? faults : [...faults, `a body, and none is promised`]
    const media = promised.content?.[type]
    if (!media) return [...faults, `type ${type} is not among ${types.join(', ')}`]
    if (type === LINES) {
      // Each line is an entry of the list, with some of its fields where that was asked for.
      const lines = text.split('\n').slice(0, -1)
      const entry = entryOf(promised.content![PART]!.schema!, document)
      return [...faults, ...lines.flatMap((line) => faultsOf(entry, JSON.parse(line)))]
    }
    if (!type.endsWith('json') || !media.schema) return text === '' ? [...faults, 'no body'] : faults
    return [...faults, ...faultsOf(media.schema, JSON.parse(text)).map((each) => `body: ${each}`)]
  }
}

/** The schema of the entries of a page. */
function entryOf({ $ref = '' }: Schema, { components }: ApiDocument): Schema {
  const { properties = {} } = components.schemas[$ref.split('/').at(-1)!]!
  return Object.values(properties).find(({ type }) => type === 'array')!.items!
}

/** A copy in which every object with fields has no others. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed)
  if (typeof value !== 'object' || value === null) return value
  const copy = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, closed(each)]))
  const isOpen = copy['type'] === 'object' && 'properties' in copy && !('additionalProperties' in copy)
  return isOpen ? { ...copy, additionalProperties: false } : copy
}

/** With references that lead into the document. */
function referring(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(referring)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      name === '$ref' && typeof each === 'string' ? DOCUMENT + each : referring(each),
    ]),
  )
}
