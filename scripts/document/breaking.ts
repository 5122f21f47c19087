/**
 * What of a newer OpenAPI document breaks callers of an older one. Requests may be taken more widely and answers may
 * tell more; values of enumerations and kinds of objects in answers may grow, as docs/api.md says, and words change as
 * they like.
 */
import type { ApiDocument, Operation, Parameter, Schema } from './current.ts'

export interface Break {
  /** "POST /v1/plans", or the name of an event. */
  where: string
  what: string
}

export function breaksBetween(before: ApiDocument, after: ApiDocument): Break[] {
  const sides = { before, after }
  return [
    ...operationsGone(before.paths, after.paths, (method, path) => `${method.toUpperCase()} ${path}`),
    ...operationsGone(before.webhooks, after.webhooks, (_, type) => type),
    ...inBoth(before.paths, after.paths).flatMap(({ method, path, old, now }) =>
      whatBreaks(old, now, sides).map((what) => ({ where: `${method.toUpperCase()} ${path}`, what })),
    ),
    ...inBoth(before.webhooks, after.webhooks).flatMap(({ path, old, now }) => {
      const [was, is] = [old, now].map(({ requestBody }) => requestBody?.content['application/json']?.schema)
      return toldBreaks(was!, is!, { ...sides, at: 'message' }).map((what) => ({ where: path, what }))
    }),
  ]
}

type Operations = ApiDocument['paths']

interface Sides {
  before: ApiDocument
  after: ApiDocument
}

function operationsGone(
  old: Operations,
  now: Operations,
  name: (method: string, path: string) => string,
): Break[] {
  return Object.entries(old).flatMap(([path, calls]) =>
    Object.keys(calls)
      .filter((method) => !now[path]?.[method])
      .map((method) => ({ where: name(method, path), what: 'is gone' })),
  )
}

function inBoth(before: Operations, after: Operations) {
  return Object.entries(before).flatMap(([path, calls]) =>
    Object.entries(calls).flatMap(([method, old]) => {
      const now = after[path]?.[method]
      return now ? [{ method, path, old, now }] : []
    }),
  )
}

function whatBreaks(old: Operation, now: Operation, sides: Sides): string[] {
  const found: string[] = []
  if (old.operationId !== now.operationId)
    found.push(`is called ${now.operationId} instead of ${old.operationId}`)
  for (const scope of old['x-scopes'] ?? [])
    if (!now['x-scopes']?.includes(scope)) found.push(`is closed to keys of the scope ${scope}`)
  found.push(
    ...parameterBreaks(old, now, sides),
    ...bodyBreaks(old, now, sides),
    ...answerBreaks(old, now, sides),
  )
  return found
}

const isSame = (a: Parameter, b: Parameter): boolean => a.name === b.name && a.in === b.in

function parameterBreaks(old: Operation, now: Operation, sides: Sides): string[] {
  const listed = ({ parameters }: Operation): Parameter[] =>
    parameters.filter(({ $ref }) => $ref === undefined)
  const gone = listed(old).filter((each) => !listed(now).some((other) => isSame(each, other)))
  const added = listed(now).filter(
    (each) => each.required && !listed(old).some((other) => isSame(each, other)),
  )
  const changed = listed(old).flatMap((each) => {
    const other = listed(now).find((candidate) => isSame(each, candidate))
    if (!other) return []
    const at = `${each.in} parameter ${each.name}`
    const needed = other.required && !each.required ? [`${at} is required`] : []
    return [...needed, ...sentBreaks(each.schema, other.schema, { ...sides, at })]
  })
  return [
    ...gone.map((each) => `${each.in} parameter ${each.name} is gone`),
    ...added.map((each) => `${each.in} parameter ${each.name} is required`),
    ...changed,
  ]
}

function bodyBreaks(old: Operation, now: Operation, sides: Sides): string[] {
  if (!old.requestBody) return now.requestBody?.required ? ['body is required'] : []
  if (!now.requestBody) return ['body is gone']
  const needed = now.requestBody.required && !old.requestBody.required ? ['body is required'] : []
  const kinds = Object.entries(old.requestBody.content).flatMap(([type, { schema }]) => {
    const other = now.requestBody!.content[type]
    if (!other) return [`body of ${type} is not read`]
    return schema && other.schema ? sentBreaks(schema, other.schema, { ...sides, at: 'body' }) : []
  })
  return [...needed, ...kinds]
}

function answerBreaks(old: Operation, now: Operation, sides: Sides): string[] {
  return Object.entries(old.responses)
    .filter(([status]) => Number(status) < 300)
    .flatMap(([status, answer]) => {
      const other = now.responses[status]
      if (!other) return [`is not answered with ${status}`]
      const headers = Object.keys(answer.headers ?? {}).filter((name) => !other.headers?.[name])
      const content = Object.entries(answer.content ?? {}).flatMap(([type, { schema }]) => {
        const is = other.content?.[type]
        if (!is) return [`${status} is not answered as ${type}`]
        return schema && is.schema ? toldBreaks(schema, is.schema, { ...sides, at: `${status} answer` }) : []
      })
      return [...headers.map((name) => `${status} answer has no header ${name}`), ...content]
    })
}

interface Place extends Sides {
  at: string
  /** Pairs that are being compared: what holds itself ends there. */
  open?: ReadonlySet<string>
}

/** Some schemas are another one under a second name. */
function resolved(schema: Schema, document: ApiDocument): Schema {
  const name = schema.$ref?.split('/').at(-1)
  return name === undefined ? schema : resolved(document.components.schemas[name] ?? {}, document)
}

type Compare = (old: Schema, now: Schema, place: Place) => string[]

/** Both written out, and what is compared already left. */
function compared(old: Schema, now: Schema, place: Place, compare: Compare): string[] {
  const pair = `${old.$ref ?? ''} ${now.$ref ?? ''}`
  if (old.$ref !== undefined && place.open?.has(pair)) return []
  const open = old.$ref === undefined ? place.open : new Set([...(place.open ?? []), pair])
  const inner = { ...place, ...(open && { open }) }
  return compare(resolved(old, place.before), resolved(now, place.after), inner)
}

/** What was taken is taken: nothing narrower, nothing more that must come. */
function sentBreaks(old: Schema, now: Schema, place: Place): string[] {
  return compared(old, now, place, (was, is, inner) => [
    ...kindBreaks(was, is, inner, sentBreaks),
    ...valuesGone(was, is, inner),
    ...narrower(was, is, inner),
    ...Object.entries(was.properties ?? {}).flatMap(([name, field]) => {
      const at = `${inner.at}/${name}`
      const other = is.properties?.[name]
      if (other) return sentBreaks(field, other, { ...inner, at })
      return is.additionalProperties === false ? [`${at} is refused`] : []
    }),
    ...(is.required ?? [])
      .filter((name) => is.properties && was.properties && !was.required?.includes(name))
      .map((name) => `${inner.at}/${name} is required`),
  ])
}

/** What was told is told: nothing is gone, nothing is of another kind, nothing may be missing that always came. */
function toldBreaks(old: Schema, now: Schema, place: Place): string[] {
  return compared(old, now, place, (was, is, inner) => [
    // The other way round: what is told now must be of a kind that was.
    ...kindBreaks(...withoutNewKinds(is, was, inner), inner, (a, b, deeper) => toldBreaks(b, a, deeper)),
    ...Object.entries(was.properties ?? {}).flatMap(([name, field]) => {
      const at = `${inner.at}/${name}`
      const other = is.properties?.[name]
      if (!other) return is.properties ? [`${at} is gone`] : []
      const mayMiss =
        was.required?.includes(name) && !is.required?.includes(name) ? [`${at} may be absent`] : []
      return [...mayMiss, ...toldBreaks(field, other, { ...inner, at })]
    }),
  ])
}

/** Where objects of several kinds are told there may be more of them, as long as all that were are told still. */
function withoutNewKinds(is: Schema, was: Schema, place: Place): [is: Schema, was: Schema] {
  const [now, old] = [branchesOf(is), branchesOf(was)]
  if (!now || !old || now.length <= old.length) return [is, was]
  const stays = (branch: Schema) => now.some((other) => toldBreaks(branch, other, place).length === 0)
  const isNew = (branch: Schema) =>
    resolved(branch, place.after).properties !== undefined &&
    old.every((other) => toldBreaks(other, branch, place).length > 0)
  return old.every(stays) ? [{ anyOf: now.filter((branch) => !isNew(branch)) }, was] : [is, was]
}

const typesOf = ({ type, const: only, enum: values }: Schema): string[] | undefined => {
  if (type !== undefined) return [type].flat()
  const known = only === undefined ? values : [only]
  return known && [...new Set(known.map((value) => (value === null ? 'null' : typeof value)))]
}

const branchesOf = ({ anyOf, oneOf }: Schema): Schema[] | undefined => anyOf ?? oneOf

/** Every kind of `a` is one of `b`; lists and unions by what they hold. */
function kindBreaks(a: Schema, b: Schema, place: Place, inside: Compare): string[] {
  const [as, bs] = [branchesOf(a), branchesOf(b)]
  if (as || bs) return unionBreaks(as ?? [a], bs ?? [b], place, inside)
  const [from, to] = [typesOf(a), typesOf(b)]
  const isTaken = (type: string): boolean =>
    to?.includes(type) === true || (type === 'integer' && to?.includes('number') === true)
  if (from && to && !from.every(isTaken))
    return [`${place.at} is ${[...to].join(' or ')}, not ${[...from].join(' or ')}`]
  if (a.items && b.items) return inside(a.items, b.items, { ...place, at: `${place.at}/*` })
  const [values, others] = [a.additionalProperties, b.additionalProperties]
  return typeof values === 'object' && typeof others === 'object'
    ? inside(values, others, { ...place, at: `${place.at}/*` })
    : []
}

/** A branch fits where it breaks nothing; what the nearest one breaks is told. */
function unionBreaks(as: Schema[], bs: Schema[], place: Place, inside: Compare): string[] {
  return as.flatMap((a) => {
    const tries = bs.map((b) => inside(a, b, place)).sort((x, y) => x.length - y.length)
    return tries[0] ?? []
  })
}

function valuesGone(was: Schema, is: Schema, { at }: Place): string[] {
  const before = was.const === undefined ? was.enum : [was.const]
  const now = is.const === undefined ? is.enum : [is.const]
  if (!now) return []
  if (!before) return branchesOf(was) ? [] : [`${at} takes certain values only`]
  return before
    .filter((value) => !now.includes(value))
    .map((value) => `${at} does not take ${JSON.stringify(value)}`)
}

const LEAST = ['minimum', 'minLength', 'minItems']
const MOST = ['maximum', 'maxLength', 'maxItems']

function narrower(was: Schema, is: Schema, { at }: Place): string[] {
  const bound = (schema: Schema, keyword: string, none: number): number => {
    const value = schema[keyword]
    return typeof value === 'number' ? value : none
  }
  const rises = LEAST.filter(
    (each) => bound(is, each, -Infinity) > bound(was, each, each === 'minimum' ? -Infinity : 0),
  )
  const falls = MOST.filter((each) => bound(is, each, Infinity) < bound(was, each, Infinity))
  const form = ['pattern', 'format'].filter((each) => is[each] !== undefined && is[each] !== was[each])
  return [...rises, ...falls, ...form].map((each) => `${at} has another ${each}: ${JSON.stringify(is[each])}`)
}

/** Those whose call or event no line under "### Breaking" of what is not released names. */
export function unannounced(breaks: readonly Break[], changelog: string): Break[] {
  const unreleased = changelog.split(/^## /m).find((part) => part.startsWith('Unreleased')) ?? ''
  const breaking = unreleased.split(/^### /m).find((part) => part.startsWith('Breaking')) ?? ''
  return breaks.filter(({ where }) => !breaking.includes(`\`${where}\``))
}
