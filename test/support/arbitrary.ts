/** Values that fit a schema, and values that nearly do, for fast-check. */
import { z } from '@hono/zod-openapi'
import fc from 'fast-check'

interface JsonSchema {
  $ref?: string
  $defs?: Record<string, JsonSchema>
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema | false
  prefixItems?: JsonSchema[]
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  format?: string
}

/** Longest list and text made: enough to be one too many nowhere, and quick. */
const MOST = 6

export function fitting(schema: z.ZodType): fc.Arbitrary<unknown> {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  return build(withDefinitions(json, json.$defs ?? {}))
}

/** Every named schema written out where it is used: requests hold none that holds itself. */
function withDefinitions<Value>(value: Value, definitions: Record<string, JsonSchema>): Value {
  if (Array.isArray(value)) return value.map((each: unknown) => withDefinitions(each, definitions)) as Value
  if (typeof value !== 'object' || value === null) return value
  const { $ref, ...rest } = value as JsonSchema
  const named = typeof $ref === 'string' ? definitions[$ref.slice('#/$defs/'.length)] : undefined
  const entries = Object.entries({ ...named, ...rest })
  return Object.fromEntries(entries.map(([key, each]) => [key, withDefinitions(each, definitions)])) as Value
}

function build(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(build))
  if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map(build))
  switch (schema.type) {
    case 'object': {
      const { properties = {}, required = [] } = schema
      const fields = Object.fromEntries(
        Object.entries(properties).map(([name, field]) => [name, build(field)]),
      )
      return fc.record(fields, { requiredKeys: required })
    }
    case 'array': {
      const minLength = schema.minItems ?? 0
      const maxLength = Math.max(minLength, Math.min(schema.maxItems ?? MOST, MOST))
      return fc.array(build(schema.items || {}), { minLength, maxLength })
    }
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000 })
    case 'number':
      return fc.double({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000, noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'string':
      return text(schema)
    default:
      return fc.jsonValue()
  }
}

function text({ format, pattern, minLength = 0, maxLength = MOST }: JsonSchema): fc.Arbitrary<string> {
  if (format === 'date-time') return fc.constantFrom('2026-03-14T14:00:00+01:00', '2026-03-14T13:00:00Z')
  if (pattern?.includes('[0-9a-f]{15}')) return fc.constantFrom('8a1fb46620affff', '8a1fb4662087fff')
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern))
  return fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, MOST)) })
}

const ODD: unknown[] = [
  null,
  -1,
  1e308,
  0.5,
  '',
  '\u0000',
  'x'.repeat(5_000),
  [],
  {},
  true,
  [[[]]],
  '../..',
  '__proto__',
]

/** One place of the value is spoilt: replaced, removed, added or doubled. */
export function spoilt(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(value, fc.nat(), fc.constantFrom('replace', 'remove', 'add', 'whole'), fc.constantFrom(...ODD))
    .map(([original, where, how, odd]) => {
      if (how === 'whole') return odd
      const copy: unknown = structuredClone(original)
      const places = containers(copy)
      const place = places[where % Math.max(1, places.length)]
      if (place === undefined) return odd
      if (Array.isArray(place)) {
        if (how === 'remove') place.pop()
        else if (how === 'add') place.push(odd)
        else place[0] = odd
        return copy
      }
      const names = Object.keys(place)
      const name = names[where % Math.max(1, names.length)] ?? 'x'
      if (how === 'remove') delete place[name]
      else place[how === 'add' ? `${name}2` : name] = odd
      return copy
    })
}

function containers(value: unknown): (unknown[] | Record<string, unknown>)[] {
  if (Array.isArray(value)) return [value, ...value.flatMap(containers)]
  if (typeof value !== 'object' || value === null) return []
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(containers)]
}
