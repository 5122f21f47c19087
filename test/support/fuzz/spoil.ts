/** Right bodies made odd: filled with more fields, and spoilt in one place. */
import fc from 'fast-check'
import type { Schema } from '../../../scripts/document/current.ts'

type Json = Record<string, unknown>

/** Of the wrong type wherever they are put, too large, or not what a text should be. */
const ODD: unknown[] = [
  ...[null, true, -1, 0, 0.5, 1e308, -0, 2 ** 31, 2 ** 53, '', ' ', [], {}, [[[]]], [null]],
  ...['\u0000', '\ud800', 'e\u0301\u202e\u200b', '👩‍👩‍👧', '\ufeff', '../..', '__proto__', 'constructor'],
  ...[
    'x'.repeat(5_000),
    Array.from({ length: 2_000 }, () => 0),
    '2026-02-30T25:00:00Z',
    '9999-12-31',
    '=1+1',
  ],
]
const WAYS = ['drop', 'unknown', 'replace', 'replace', 'edge', 'edge', 'double', 'case'] as const

/** What is to be done to a body, decided before the body is known. */
export interface Spoiling {
  way: (typeof WAYS)[number]
  /** Which place. */
  where: number
  odd: unknown
}

export const spoiling: fc.Arbitrary<Spoiling> = fc.record({
  way: fc.constantFrom(...WAYS),
  where: fc.nat(),
  odd: fc.constantFrom(...ODD),
})

/** Bounds of fields by their names, each with what is one too many and one too few. */
export function edgesOf(
  schema: Schema,
  named: Record<string, Schema>,
  found: Record<string, unknown[]> = {},
  at = '',
  above: readonly string[] = [],
): Record<string, unknown[]> {
  const name = schema.$ref?.split('/').at(-1)
  if (name !== undefined) {
    if (!above.includes(name)) edgesOf(named[name]!, named, found, at, [...above, name])
    return found
  }
  const edges = (found[at] ??= [])
  for (const bound of [schema['minimum'], schema['maximum']].filter((each) => typeof each === 'number'))
    edges.push(bound - 1, bound, bound + 1)
  for (const length of [schema['minLength'], schema['maxLength']].filter((each) => typeof each === 'number'))
    edges.push(
      ...[length - 1, length, length + 1].filter((each) => each >= 0).map((each) => 'é'.repeat(each)),
    )
  for (const inner of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.prefixItems ?? [])])
    edgesOf(inner, named, found, at, above)
  if (schema.items) edgesOf(schema.items, named, found, at, above)
  for (const [field, inner] of Object.entries(schema.properties ?? {}))
    edgesOf(inner, named, found, field, above)
  return found
}

/** A copy that is spoilt in one place. */
export function spoil(
  value: unknown,
  { way, where, odd }: Spoiling,
  edges: Record<string, unknown[]>,
): unknown {
  const copy: unknown = structuredClone(value)
  const places = placesIn(copy)
  if (places.length === 0) return odd
  const { holder, name } = places[where % places.length]!
  const target = holder as Json
  if (way === 'unknown') target[`${name}2`] = odd
  else if (way === 'drop') {
    if (Array.isArray(holder)) holder.splice(Number(name), 1)
    else Reflect.deleteProperty(holder, name)
  } else if (way === 'double' && Array.isArray(target[name]))
    target[name].push(...(target[name] as unknown[]))
  else if (way === 'case' && !Array.isArray(holder)) {
    target[name.toUpperCase()] = target[name]
    Reflect.deleteProperty(holder, name)
  } else if (way === 'edge' && (edges[name]?.length ?? 0) > 0)
    target[name] = edges[name]![where % edges[name]!.length]
  else target[name] = odd
  return copy
}

/** Where something can be replaced: each field and entry. */
function placesIn(value: unknown): { holder: object; name: string }[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => [{ holder: value, name }, ...placesIn(each)])
}

/** With some of the fields that `more` has beyond `body`, at any depth; `which` decides. */
export function filled(body: unknown, more: unknown, which: number): unknown {
  if (Array.isArray(body)) {
    const [first] = Array.isArray(more) ? (more as unknown[]) : []
    return body.map((each, i) => filled(each, first, which + i))
  }
  if (typeof body !== 'object' || body === null) return body
  if (typeof more !== 'object' || more === null || Array.isArray(more)) return body
  const added = Object.entries(more).filter(([name], i) => !(name in body) && (which >> (i % 16)) % 3 === 0)
  const kept = Object.entries(body).map(([name, each]) => [
    name,
    filled(each, (more as Json)[name], which + 1),
  ])
  return { ...Object.fromEntries(kept), ...Object.fromEntries(added) } as unknown
}
