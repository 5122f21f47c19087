/** Requests made from the document: of each call its example, and that varied, made anew and spoilt. */
import { createHash } from 'node:crypto'
import { LIMITS } from '@doorwalk/core/request/request'
import { signatureHeaders } from '@doorwalk/functions/webhooks/sign'
import type { Operation } from '../../../scripts/document/current.ts'
import type { CallInit } from '../servers/api.ts'
import type { Known } from './known.ts'
import { queryOf } from './query.ts'
import { edgesOf, filled, spoil } from './spoil.ts'
import type { Call, Surroundings, Wish } from './wishes.ts'

export interface Request {
  call: Call
  url: string
  init: CallInit
}

/** Walks that a call is about; where a call needs one of its own. */
const OWN: Record<string, (known: Known) => string | undefined> = {
  releaseWalk: (known) => known.lastWalk(),
  unsealHoldout: (known) => known.first('holdoutId'),
  getAssignment: (known) => known.first('holdoutId'),
  evaluateHoldout: (known) => known.first('holdoutId'),
}
/** One that was uploaded to and started: random requests make more that wait. */
const FIRSTS = ['importId']
/** A list with a line to take and one to doubt, of the region that is asked about. */
const LIST = 'adresse;logements\n22 rue Petrelle;24\n999 rue Pétrelle;6\n'
/** Texts in the place of ids: other files, and what is no address. */
const NO_IDS = ['x', '%00', '%2e%2e%2f', 'a%2Fb', '%', '%ff', '..', '%F0%9F%9A%AA', 'pln_1.html', '-1', '1e3']
const SUFFIXES = ['.json', '.geojson', '.gpx', '.html', '.csv', '.pdf', '.']
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']
const TYPES = [
  'text/plain',
  'application/json; charset=utf-8',
  'application/geo+json',
  'text/csv',
  'nonsense',
  '',
]
const ACCEPTS = [
  'application/json',
  'text/html;q=0.1',
  'image/*',
  'a/b;q=x',
  ',,;',
  'text/csv',
  'application/geo+json',
  'application/x-ndjson',
  'application/vnd.doorwalk.part+json',
]
const BARE_BODIES: (string | Uint8Array)[] = [
  ...[
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '1',
    '\ufeff{}',
    '{"a":1,"a":2}',
    '{"__proto__":{"a":1}}',
    '['.repeat(20_000),
  ],
  ...[new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), new Uint8Array([0, 0, 0])],
  ...['id,doors\na,1\n', 'id;lng;lat\nb;2,345;48,875\n', 'stop,knocked\n1,2\n', 'id\n"', 'x\n'],
]

/** By the wish, of what exists. */
export function requestOf(call: Call, wish: Wish, around: Surroundings): Request {
  const { operation } = call
  const { how, pick, text, oddity } = wish
  const odd = (what: Wish['oddity']): boolean => how === 'odd' && oddity === what
  const from = <Value>(list: readonly Value[]): Value => list[pick % list.length]!
  const path = call.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (odd('path')) return pick % 2 === 0 ? from(NO_IDS) : encodeURIComponent(text)
    if (odd('id')) return around.known.any(pick)
    return parameterOf(name, operation, wish, around) + (odd('suffix') ? from(SUFFIXES) : '')
  })
  const query = queryOf(operation, wish, around)
  const sent = bodyOf(operation, wish, around)
  const method = odd('method') ? from(METHODS) : call.method
  const body = odd('bare body') && operation.requestBody ? from(BARE_BODIES) : sent?.text
  const headers: Record<string, string> = {
    ...(sent && { 'Content-Type': sent.type }),
    ...(odd('type') && { 'Content-Type': from(TYPES) }),
    ...(odd('accept') && { Accept: from(ACCEPTS) }),
    ...((odd('If-None-Match') || odd('If-Match')) && { [oddity]: from(['*', '"x"', 'W/"y"', '"', 'x']) }),
    ...(odd('Idempotency-Key') && { [oddity]: from(['one', 'two', 'x'.repeat(300), ' ', ',']) }),
    ...(odd('Prefer') && {
      Prefer: from(['respond-async', 'wait=1', 'respond-async, wait=0', ';;', 'wait=x']),
    }),
    ...(odd('X-Request-Id') && { 'X-Request-Id': from(['a', 'x'.repeat(300), 'ü', '"\'', 'a\tb']) }),
    ...(query.source !== undefined && signed(body ?? '', query.source, around)),
  }
  const isSent = body !== undefined && method !== 'GET' && method !== 'HEAD'
  // What a link opens is told to nobody else.
  const right = operation.operationId === 'getLink' ? around.known.linkToken() : around.key
  const key = odd('key') ? from([...around.otherKeys, around.known.linkToken()]) : right
  return {
    call,
    url: path + query.text,
    init: {
      method,
      headers,
      ...(query.source === undefined && key !== '' && { key }),
      ...(isSent && { body }),
    },
  }
}

function parameterOf(
  name: string,
  { operationId }: Operation,
  { how, pick }: Wish,
  around: Surroundings,
): string {
  const { known, campaign, region } = around
  if (name === 'campaign') return campaign
  if (name === 'name') return region
  if (name === 'shift') return how === 'plain' ? '1' : String(pick % 4)
  const own = OWN[operationId]?.(known) ?? (FIRSTS.includes(name) ? known.first(name) : known.newest(name))
  return (how === 'plain' || pick % 3 > 0 ? own : known.fitting(name, pick)) ?? own ?? 'none'
}

/** As a source signs its messages; every body is a message of its own. */
function signed(
  body: string | Uint8Array,
  source: string,
  { known, at }: Surroundings,
): Record<string, string> {
  const id = createHash('sha256').update(body).update(source).digest('hex')
  const secret = known.secretOf(source)
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body)
  return secret === undefined ? {} : signatureHeaders({ id, at, body: text, secrets: [secret] })
}

function bodyOf(
  operation: Operation,
  wish: Wish,
  around: Surroundings,
): { type: string; text: string | Uint8Array } | undefined {
  const content = operation.requestBody?.content
  const media = content?.['application/json']
  const { how, pick, more } = wish
  if (content && 'application/octet-stream' in content) {
    const isOther = how !== 'plain' && pick % 2 === 0
    const other = BARE_BODIES[(pick >> 3) % BARE_BODIES.length]!
    return { type: 'application/octet-stream', text: isOther ? other : LIST }
  }
  if (!media?.schema) return undefined
  const other = Object.entries(content!).find(([type]) => type === 'text/csv')
  if (other && how !== 'plain' && pick % 4 === 0)
    return { type: other[0], text: BARE_BODIES[(pick >> 3) % BARE_BODIES.length]! }
  const named = around.document.components.schemas
  const example = here(media.example ?? {}, around)
  const made = (): unknown =>
    pick % 3 === 0 ? here(more, { ...around, region: 'tiny' }) : here(more, around)
  const right = how === 'plain' ? example : how === 'made' ? made() : filled(example, more, pick)
  const value = how === 'spoilt' ? spoil(right, wish.spoiling, edgesOf(media.schema, named)) : right
  return { type: 'application/json', text: JSON.stringify(modest(value)) ?? '' }
}

/** An example is of another place and other ids: those that are known here are put into it. */
function here(value: unknown, around: Surroundings, at = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => here(each, around, at))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, here(each, around, name)]))
  if (typeof value !== 'string') return value
  if (at === 'region') return around.region
  if (at === 'url') return around.webhookUrl
  if (at === 'target' && value.startsWith('osm:')) return around.known.target() ?? value
  if (/^wlk_[0-9A-Z]{26}_/.test(value)) return around.known.newest('walkId') ?? value
  if (/^pln_[0-9A-Z]{26}$/.test(value)) return around.known.newest('planId') ?? value
  if (/^area_[0-9A-Z]{26}$/.test(value)) return around.known.newest('areaId') ?? value
  return value
}

/** Most of what makes an answer dear, where more would be right: long searches are not what this is about. */
const MOST: Record<string, { most: number; allowed: number }> = {
  iterations: { most: 20, allowed: LIMITS.iterations },
  seconds: { most: 1, allowed: LIMITS.secondsMax },
  volunteers: { most: 6, allowed: LIMITS.volunteers },
  upTo: { most: 20, allowed: 500 },
}

function modest(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(modest)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, each]): [string, unknown] => {
    const { most, allowed } = MOST[name] ?? { most: 0, allowed: 0 }
    return [name, typeof each === 'number' && each > most && each <= allowed ? most : modest(each)]
  })
  return Object.fromEntries(entries)
}
