/** Tables of docs/api.md and docs/schemas.md, made of the OpenAPI document: calls, fields, events, codes. */
import type { ApiDocument, Operation, Parameter, Schema } from './current.ts'

/** What a table may be asked for by: its words in the marker. */
export type TableName = readonly [kind: string, ...more: string[]]

export interface Page {
  document: ApiDocument
  /** Where each schema that has a chapter is told, as a link from this page. */
  links: ReadonlyMap<string, string>
}

const refName = ({ $ref }: Schema): string | undefined => $ref?.split('/').at(-1)

/** A cell holds no line and no bar of its own. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim()

function table(head: string[], rows: string[][]): string {
  const lines = [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))]
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n')
}

const code = (value: unknown): string => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``

const grouped = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 6 })

function range(least: unknown, most: unknown): string {
  const [from, to] = [
    typeof least === 'number' ? least : undefined,
    typeof most === 'number' ? most : undefined,
  ]
  if (from !== undefined && to !== undefined)
    return from === to ? ` ${grouped(from)}` : ` ${grouped(from)}–${grouped(to)}`
  if (from !== undefined) return from === 0 ? ' ≥ 0' : ` ≥ ${grouped(from)}`
  return to === undefined ? '' : ` ≤ ${grouped(to)}`
}

/** A type in words: "integer 1–10,000", "list of [Stop](#stop)". */
function typeOf(schema: Schema, page: Page): string {
  const name = refName(schema)
  if (name !== undefined) return named(name, page)
  const { type, enum: values, const: only, format } = schema
  if (only !== undefined) return code(only)
  if (values) return values.map(code).join(', ')
  const union = schema.anyOf ?? schema.oneOf
  if (union) return union.map((each) => typeOf(each, page)).join(' or ')
  const [first, ...others] = Array.isArray(type) ? type : [type]
  const orNull = others.includes('null') ? ' or null' : ''
  if (first === 'null') return 'null'
  if (first === 'array') return listOf(schema, page) + orNull
  if (first === 'object') return objectOf(schema, page) + orNull
  if (format === 'date-time') return `moment${orNull}`
  if (format === 'date') return `day${orNull}`
  if (first === 'string') return `text${range(schema['minLength'], schema['maxLength'])}${orNull}`
  return `${first ?? 'any'}${range(schema['minimum'], schema['maximum'])}${orNull}`
}

function named(name: string, page: Page): string {
  const link = page.links.get(name)
  if (link !== undefined) return `[${name}](${link})`
  const schema = page.document.components.schemas[name]
  if (name === 'Position') return '`[lng, lat]`'
  return schema ? typeOf(schema, page) : name
}

function listOf({ items, prefixItems, minItems, maxItems }: Schema, page: Page): string {
  if (prefixItems) return `[${prefixItems.map((each) => typeOf(each, page)).join(', ')}]`
  const size = range(minItems, maxItems)
  return `list${size === '' ? '' : ` (${size.trim()})`} of ${items ? typeOf(items, page) : 'any'}`
}

function objectOf({ properties, additionalProperties }: Schema, page: Page): string {
  const names = Object.keys(properties ?? {})
  if (names.length > 0) return `object of ${names.map((name) => code(name)).join(', ')}`
  const values = typeof additionalProperties === 'object' ? typeOf(additionalProperties, page) : 'any'
  return values === 'any' ? 'object' : `object, by name: ${values}`
}

/** Optional fields stand in brackets; those of another schema, word for word, are not told again. */
function fields(name: string, page: Page): string {
  const schema = page.document.components.schemas[name]
  const { properties } = schema ?? {}
  if (!properties)
    throw new Error(`docs/api.md asks for the fields of ${name}; the document has no such schema`)
  const required = new Set(schema!.required)
  const base = baseOf(name, page)
  const known = base === undefined ? {} : page.document.components.schemas[base]!.properties!
  const rows = Object.entries(properties)
    .filter(([field]) => !(field in known))
    .map(([field, value]) => [
      code(required.has(field) ? field : `[${field}]`),
      typeOf(value, page),
      wordsOf(value, page),
    ])
  const head = base === undefined ? '' : `All fields of ${named(base, page)}, and:\n\n`
  return head + table(['field', 'type', 'what'], rows)
}

/** Fewer fields in common are told again. */
const LEAST_SHARED = 5

/** The largest schema on the page that has some of the fields, and no other. */
function baseOf(name: string, { document, links }: Page): string | undefined {
  const { schemas } = document.components
  const own = schemas[name]!.properties!
  const isBase = (other: string): boolean => {
    const { properties = {} } = schemas[other]!
    const names = Object.keys(properties)
    if (other === name || names.length < LEAST_SHARED || names.length >= Object.keys(own).length) return false
    return names.every((field) => JSON.stringify(own[field]) === JSON.stringify(properties[field]))
  }
  const size = (other: string): number => Object.keys(schemas[other]!.properties!).length
  return [...links.keys()]
    .filter((other) => schemas[other]?.properties && isBase(other))
    .sort((a, b) => size(b) - size(a))[0]
}

function wordsOf(schema: Schema, { document }: Page): string {
  const own = schema.description ?? document.components.schemas[refName(schema) ?? '']?.description ?? ''
  const filledIn = schema['x-default']
  const isTold = filledIn === undefined || typeof filledIn !== 'object' || filledIn === null
  return isTold ? own : `${own}; default ${code(filledIn)}`
}

const callsOf = ({ paths }: ApiDocument): [string, Operation][] =>
  Object.entries(paths).flatMap(([path, calls]) =>
    Object.entries(calls).map(([method, call]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      call,
    ]),
  )

function calls({ document }: Page): string {
  const rows = callsOf(document).map(([name, call]) => [
    code(name),
    (call['x-scopes'] ?? ['none']).join(' '),
    call.summary,
  ])
  return table(['call', 'scopes', 'what'], rows)
}

/** What calls take beside their path, and what they answer. */
function bodies(page: Page): string {
  const rows = callsOf(page.document).map(([name, { parameters, requestBody, responses }]) => {
    const queries = parameters.filter((each) => each.in === 'query').map((each) => parameter(each, page))
    const taken = Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) =>
      media(type, schema, page),
    )
    const answers = Object.entries(responses)
      .filter(([status]) => Number(status) < 300)
      .map(([status, { content = {} }]) => {
        const told = Object.entries(content).map(([type, { schema }]) => media(type, schema, page))
        return [status, ...(told.length > 0 ? [told.join(', ')] : [])].join(' ')
      })
    return [code(name), [...queries, ...taken].join(', ') || '–', answers.join('; ')]
  })
  return table(['call', 'takes', 'answers'], rows)
}

function parameter({ name, required, schema }: Parameter, page: Page): string {
  const written = required ? `?${name}=` : `[?${name}=]`
  return `${code(written)} ${typeOf(schema, page)}`
}

function media(type: string, schema: Schema | undefined, page: Page): string {
  return type === 'application/json' && schema ? typeOf(schema, page) : code(type)
}

function codes({ document }: Page): string {
  const words = (document.components.schemas['ProblemCode']?.['x-enumDescriptions'] ?? {}) as Record<
    string,
    string
  >
  const statuses = new Map<string, Set<string>>()
  for (const [, { responses }] of callsOf(document)) {
    for (const [status, answer] of Object.entries(responses)) {
      for (const each of answer['x-codes'] ?? [])
        statuses.set(each, (statuses.get(each) ?? new Set()).add(status))
    }
  }
  const rows = Object.entries(words).map(([each, what]) => [
    code(each),
    [...(statuses.get(each) ?? ['404'])].sort().join(', '),
    what,
  ])
  return table(['code', 'status', 'what'], rows)
}

function events({ document, links }: Page): string {
  const rows = Object.entries(document.webhooks).map(([type, { post }]) => {
    const schema =
      document.components.schemas[refName(post?.requestBody?.content['application/json']?.schema ?? {}) ?? '']
    const data = refName(schema?.properties?.['data'] ?? {}) ?? ''
    const names = Object.keys(document.components.schemas[data]?.properties ?? {})
    const told = links.has(data) ? `[${data}](${links.get(data)})` : data
    return [
      code(type),
      (post?.summary ?? '').replace(/^Sent when /, ''),
      `${told}: ${names.map(code).join(', ')}`,
    ]
  })
  return table(['event', 'when', '`data`'], rows)
}

/** A chapter for every schema that has none on the other page. */
export function schemaChapters(page: Page, names: readonly string[]): string {
  const chapters = names.map((name) => {
    const { description = '', anyOf, oneOf, properties } = page.document.components.schemas[name]!
    const kinds = (anyOf ?? oneOf ?? []).map((each) => typeOf(each, page)).join(', ')
    const words = [sentence(description), ...(properties ? [] : [sentence(`one of ${kinds}`)])].join(' ')
    const hasFields = Object.keys(properties ?? {}).length > 0
    return `## ${name}\n\n${words}${hasFields ? `\n\n${fields(name, page)}` : ''}`
  })
  return chapters.join('\n\n')
}

const sentence = (text: string): string => (text === '' ? '' : `${text[0]!.toUpperCase()}${text.slice(1)}.`)

/** So many kinds are told in a chapter of their own. */
const MANY_KINDS = 3

/** Names of schemas that are told in a chapter: those with fields, and those that are one of several. */
export function chapterNames({ components }: ApiDocument): string[] {
  const isChapter = ({ properties, anyOf, oneOf }: Schema): boolean =>
    properties !== undefined || (anyOf ?? oneOf ?? []).length >= MANY_KINDS
  return Object.entries(components.schemas)
    .filter(([, schema]) => isChapter(schema))
    .map(([name]) => name)
}

export function tableFor([kind, name = '']: TableName, page: Page): string {
  if (kind === 'fields') return fields(name, page)
  if (kind === 'calls') return calls(page)
  if (kind === 'bodies') return bodies(page)
  if (kind === 'codes') return codes(page)
  if (kind === 'events') return events(page)
  throw new Error(`docs/api.md asks for a table of "${kind}"; there are fields, calls, bodies, codes, events`)
}
