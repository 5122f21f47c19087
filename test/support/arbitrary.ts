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
  oneOf?: JsonSchema[]
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

/** Of a document: `named` are its schemas. */
export function fittingSchema(json: object, named: Record<string, object>): fc.Arbitrary<unknown> {
  return build(withDefinitions(json as JsonSchema, named as Record<string, JsonSchema>))
}

const nameOf = ({ $ref }: JsonSchema): string | undefined => $ref?.slice($ref.lastIndexOf('/') + 1)

/** Every named schema written out where it is used; of a choice no branch that this stands in already. */
function withDefinitions<Value>(
  value: Value,
  definitions: Record<string, JsonSchema>,
  above: readonly string[] = [],
): Value {
  if (Array.isArray(value))
    return value.map((each: unknown) => withDefinitions(each, definitions, above)) as Value
  if (typeof value !== 'object' || value === null) return value
  const name = nameOf(value)
  const { $ref: _ref, ...rest } = value as JsonSchema
  const within = name === undefined ? above : [...above, name]
  const isNew = (branch: JsonSchema): boolean => !within.includes(nameOf(branch) ?? '')
  const whole = { ...(name !== undefined && definitions[name]), ...rest }
  const entries = Object.entries(whole).map(([key, each]): [string, unknown] => {
    const inner = key === 'anyOf' || key === 'oneOf' ? (each as JsonSchema[]).filter(isNew) : each
    return [key, withDefinitions(inner, definitions, within)]
  })
  return Object.fromEntries(entries) as Value
}

function build(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const either = schema.anyOf ?? schema.oneOf
  if (either) return fc.oneof(...either.map(build))
  if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map(build))
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => build({ ...schema, type })))
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
