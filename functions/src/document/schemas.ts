/**
 * The schemas of the document, from those that check: once as callers write them, defaults not filled in, and once as
 * they are answered. A name that would mean both is split: `CampaignSettings` is answered, `CampaignSettingsInput`
 * sent.
 */
import { z } from '@hono/zod-openapi'
import { namedSchemas } from './schema-names.ts'

/** A JSON Schema of draft 2020-12, as OpenAPI 3.1 takes it. */
export interface JsonSchema {
  $ref?: string
  type?: string | string[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  [keyword: string]: unknown
}

type Io = 'input' | 'output'

/** Where a schema stands in the document. */
export interface SchemaUse {
  schema: z.ZodType
  io: Io
}

export interface WrittenSchemas {
  components: Record<string, JsonSchema>
  /** A reference, where the schema has a name. */
  of: (use: SchemaUse) => JsonSchema
}

const BASE = '#/components/schemas/'
/** Begins the ids of schemas without a name, which stay where they are used. */
const NAMELESS = '?'

/** In steps of some ten milliseconds: others are answered in between. */
export async function writeSchemas(uses: readonly SchemaUse[]): Promise<WrittenSchemas> {
  const sent = converted('input', uses)
  await othersAnswered()
  const told = converted('output', uses)
  await othersAnswered()
  const [namesSent, namesTold] = [reachable(sent), reachable(told)]
  const isSplit = splitNames(
    [...namesSent].filter((name) => namesTold.has(name)),
    { sent, told },
  )
  const rename = (name: string): string => (isSplit.has(name) ? `${name}Input` : name)
  const components: Record<string, JsonSchema> = {}
  for (const name of namesTold) components[name] = told.written.get(name)!
  for (const name of namesSent) components[rename(name)] = renamed(sent.written.get(name)!, rename)
  return {
    components: Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1))),
    of({ schema, io }) {
      const { ids, written } = io === 'input' ? sent : told
      const id = ids.get(schema)!
      const json = id.startsWith(NAMELESS) ? written.get(id)! : { $ref: BASE + id }
      return io === 'input' ? renamed(json, rename) : json
    },
  }
}

/** Whoever waits is answered meanwhile. */
export function othersAnswered(): Promise<void> {
  return new Promise((next) => setImmediate(next))
}

interface Converted {
  /** Of every schema that was asked for: its name, or a made one. */
  ids: Map<z.ZodType, string>
  written: Map<string, JsonSchema>
}

function converted(io: Io, uses: readonly SchemaUse[]): Converted {
  const registry = z.registry<{ id: string }>()
  const ids = new Map<z.ZodType, string>()
  const names = new Map([...namedSchemas()].map(([name, schema]) => [schema, name]))
  for (const [schema, name] of names) registry.add(schema, { id: name })
  for (const use of uses) {
    if (use.io !== io || ids.has(use.schema)) continue
    const id = names.get(use.schema) ?? `${NAMELESS}${ids.size}`
    ids.set(use.schema, id)
    registry.add(use.schema, { id })
  }
  const { schemas } = z.toJSONSchema(registry, {
    io,
    uri: (id) => BASE + id,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => opened(zodSchema, jsonSchema as JsonSchema),
  })
  const { [SHARED]: shared, ...own } = schemas as Record<string, JsonSchema>
  const written = Object.entries(own).map(
    ([id, json]) => [id, tidied(withoutDetours(json, shared?.['$defs'] ?? {}), io)] as const,
  )
  const inline = new Map(written.filter(([id]) => id.startsWith(NAMELESS)))
  return { ids, written: new Map(written.map(([id, json]) => [id, withInline(json, inline)])) }
}

/** Where zod puts what several schemas refer to: for a schema within itself no more than a reference to it. */
const SHARED = '__shared'

function withoutDetours(json: JsonSchema, shared: object): JsonSchema {
  const detours = new Map(
    Object.entries(shared as Record<string, JsonSchema>).map(([name, { $ref }]) => [
      `${BASE}${SHARED}#/$defs/${name}`,
      $ref,
    ]),
  )
  return mapped(json, (each) => {
    const straight = each.$ref === undefined ? undefined : detours.get(each.$ref)
    return straight === undefined ? each : { ...each, $ref: straight }
  })
}

/**
 * Answers may gain fields: only what refuses unknown fields is written as closed. What takes any beside its own says
 * nothing of them, which means the same: of a choice with a branch that names them, programs take a misspelt field of
 * each branch for right.
 */
function opened(schema: z.core.$ZodType, json: JsonSchema): void {
  const { def } = schema._zod
  if (def.type !== 'object') return
  const { catchall, shape } = def as z.core.$ZodObjectDef
  const isOpen = catchall?._zod.def.type === 'unknown' && Object.keys(shape).length > 0
  if (catchall === undefined || isOpen) delete json['additionalProperties']
}

/** Keywords that hold one schema, a list of them, and one by name. */
const ONE = ['items', 'additionalProperties', 'propertyNames']
const SEVERAL = ['anyOf', 'oneOf', 'allOf', 'prefixItems']
const BY_NAME = 'properties'

/** Every schema in it changed, the innermost first. */
function mapped(json: JsonSchema, change: (json: JsonSchema) => JsonSchema): JsonSchema {
  const inner = (value: unknown): unknown =>
    typeof value === 'object' && value !== null ? mapped(value as JsonSchema, change) : value
  const entries = Object.entries(json).map(([keyword, value]): [string, unknown] => {
    if (ONE.includes(keyword)) return [keyword, inner(value)]
    if (SEVERAL.includes(keyword)) return [keyword, (value as unknown[]).map(inner)]
    if (keyword !== BY_NAME) return [keyword, value]
    return [
      keyword,
      Object.fromEntries(Object.entries(value as object).map(([name, each]) => [name, inner(each)])),
    ]
  })
  return change(Object.fromEntries(entries))
}

function tidied(json: JsonSchema, io: Io): JsonSchema {
  return mapped(json, (each) => tidiedOne(each, io))
}

/** What zod writes, as generators of clients read it best. */
function tidiedOne(json: JsonSchema, io: Io): JsonSchema {
  const { $schema: _schema, $id: _uri, id: _name, default: filledIn, ...rest } = json
  const one = filledIn === undefined || io === 'output' ? rest : withDefault(rest, filledIn)
  // A format says it; the pattern is four lines long.
  if (one['format'] === 'date-time' || one['format'] === 'date') delete one['pattern']
  if (one['minimum'] === Number.MIN_SAFE_INTEGER) delete one['minimum']
  if (one['maximum'] === Number.MAX_SAFE_INTEGER) delete one['maximum']
  return withNull(withoutOpenBranch(asTuple(asRecord(one))))
}

/** In words, too: of a field with `default` some generators think that it always comes, and ask for it in requests. */
function withDefault(json: JsonSchema, filledIn: unknown): JsonSchema {
  const { description } = json as { description?: string }
  const told = typeof filledIn === 'object' ? undefined : `default ${JSON.stringify(filledIn)}`
  const words = description?.includes('default') ? [description] : [description, told]
  const text = words.filter((each) => each !== undefined).join('; ')
  return { ...json, ...(text !== '' && { description: text }), 'x-default': filledIn }
}

/**
 * A tuple is as long as it is. Its `items` are for generators that know no `prefixItems`: a number within the widest
 * bounds. In two schemas, because @hey-api/openapi-ts takes a single one for one place more.
 */
function asTuple(json: JsonSchema): JsonSchema {
  const { prefixItems } = json as { prefixItems?: { minimum?: number; maximum?: number }[] }
  if (!prefixItems) return json
  const minimum = Math.min(...prefixItems.map(({ minimum = -Infinity }) => minimum))
  const maximum = Math.max(...prefixItems.map(({ maximum = Infinity }) => maximum))
  // JSON has no infinity.
  const bounds = { ...(minimum > -Infinity && { minimum }), ...(maximum < Infinity && { maximum }) }
  const items: JsonSchema = { allOf: [{ type: 'number' }, { description: 'one of them', ...bounds }] }
  return { ...json, items, minItems: prefixItems.length, maxItems: prefixItems.length }
}

/** A record of known names has fields, each of which may be absent. */
function asRecord(json: JsonSchema): JsonSchema {
  const { propertyNames, additionalProperties, ...rest } = json
  if (propertyNames === undefined) return json
  const { enum: names } = propertyNames as { enum?: string[] }
  if (!names) return { ...rest, additionalProperties }
  const properties = Object.fromEntries(names.map((name) => [name, additionalProperties as JsonSchema]))
  return { ...rest, properties }
}

/** "This, or any object" says no more than "any object": the branch that is meant stays. */
function withoutOpenBranch(json: JsonSchema): JsonSchema {
  const { anyOf } = json as { anyOf?: JsonSchema[] }
  const isOpen = ({ type, properties = {} }: JsonSchema): boolean =>
    type === 'object' && Object.keys(properties).length === 0
  const meant = anyOf?.filter((branch) => !isOpen(branch)) ?? []
  const isSaid = meant.some(({ type }) => type !== 'null')
  if (!anyOf || meant.length === anyOf.length || !isSaid) return json
  const { anyOf: _open, ...rest } = json
  return meant.length === 1 ? { ...meant[0], ...rest } : { ...rest, anyOf: meant }
}

/** A thing, or null: two types where the thing is a plain one, else exactly one of two schemas. */
function withNull(json: JsonSchema): JsonSchema {
  const { anyOf, ...rest } = json as { anyOf?: JsonSchema[] }
  if (!anyOf?.some(({ type }) => type === 'null')) return json
  const [thing, ...others] = anyOf.filter(({ type }) => type !== 'null')
  const isPlain =
    typeof thing?.type === 'string' && !('const' in thing || 'enum' in thing || 'properties' in thing)
  if (isPlain && others.length === 0) return { ...thing, ...rest, type: [String(thing.type), 'null'] }
  return { ...rest, oneOf: anyOf }
}

function withInline(json: JsonSchema, inline: ReadonlyMap<string, JsonSchema>): JsonSchema {
  if (!refsOf(json).some((name) => inline.has(name))) return json
  return mapped(json, (each) => {
    const found = each.$ref === undefined ? undefined : inline.get(each.$ref.slice(BASE.length))
    if (!found) return each
    const { $ref: _ref, ...rest } = each
    return { ...withInline(found, inline), ...rest }
  })
}

function renamed(json: JsonSchema, rename: (name: string) => string): JsonSchema {
  if (refsOf(json).every((name) => rename(name) === name)) return json
  return mapped(json, (each) =>
    each.$ref === undefined ? each : { ...each, $ref: BASE + rename(each.$ref.slice(BASE.length)) },
  )
}

/** Nothing is copied: it is asked of every schema, several times. */
function refsOf(json: JsonSchema, found: string[] = []): string[] {
  if (json.$ref !== undefined) found.push(json.$ref.slice(BASE.length))
  for (const [keyword, value] of Object.entries(json)) {
    if (typeof value !== 'object' || value === null) continue
    if (ONE.includes(keyword)) refsOf(value as JsonSchema, found)
    else if (SEVERAL.includes(keyword)) for (const each of value as JsonSchema[]) refsOf(each, found)
    else if (keyword === BY_NAME) for (const each of Object.values(value)) refsOf(each as JsonSchema, found)
  }
  return found
}

/** Names that what was asked for leads to. */
function reachable({ ids, written }: Converted): Set<string> {
  const names = new Set<string>()
  const open = [...ids.values()]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (names.has(id)) continue
    if (!id.startsWith(NAMELESS)) names.add(id)
    open.push(...refsOf(written.get(id)!).filter((name) => !names.has(name)))
  }
  return names
}

/** Of names used both ways those that do not mean the same, and those that refer to them. */
function splitNames(both: string[], { sent, told }: { sent: Converted; told: Converted }): Set<string> {
  const isOther = (name: string): boolean =>
    JSON.stringify(sent.written.get(name)) !== JSON.stringify(told.written.get(name))
  const isSplit = new Set(both.filter(isOther))
  for (let before = -1; before < isSplit.size;) {
    before = isSplit.size
    for (const name of both)
      if (refsOf(sent.written.get(name)!).some((ref) => isSplit.has(ref))) isSplit.add(name)
  }
  return isSplit
}
