/** The client: every call of the contract, typed, and what programs do around calls. */
import openapiFetch from 'openapi-fetch'
import type {
  Answer,
  AnswerAs,
  CallArguments,
  CallOptions,
  FormOf,
  ItemOf,
  PagedPath,
  PathWith,
  Schemas,
} from './call-types.ts'
import { ONCE } from './generated/once.ts'
import type { paths } from './generated/openapi.ts'
import { newKey } from './new-key.ts'
import { type Fetch, type SendSettings, send } from './send.ts'
import { type WaitOptions, waitUntilFinished } from './wait.ts'

type PlanAnswer = Schemas['PlanAnswer']
type PlanJob = Schemas['PlanJob']
type Batch = Schemas['Batch']

export interface DoorwalkSettings {
  /** Of the server, such as `https://walks.example.org`; in a page of the server itself it may be left out. */
  url?: string | undefined
  /**
   * `dw_…`, or the token `dwl_…` of a link; a function when it may change. Without one only what is open to all can be
   * called.
   */
  key?: string | (() => string | null) | undefined
  /** Attempts after the first; default 3. */
  retries?: number
  /** Milliseconds until an attempt counts as unanswered; default 60,000: a plan is waited for by the server itself. */
  timeout?: number
  /** Default: that of the platform. */
  fetch?: Fetch
}

export interface Doorwalk {
  /** @throws ProblemError, NoAnswerError; the signal's reason when it aborts, as every call here */
  GET<Path extends PathWith<'get'>, Form extends FormOf<Path, 'get'>>(
    path: Path,
    options: CallOptions<Path, 'get'> & {
      /** Media type of the answer, where it comes in several forms. */
      as: Form
    },
  ): Promise<AnswerAs<Path, 'get', Form>>
  GET<Path extends PathWith<'get'>>(
    path: Path,
    ...options: CallArguments<CallOptions<Path, 'get'>>
  ): Promise<Answer<Path, 'get'>>
  /** Carried out once however often it is sent, where the contract has an `Idempotency-Key` for it. */
  POST<Path extends PathWith<'post'>>(
    path: Path,
    ...options: CallArguments<CallOptions<Path, 'post'>>
  ): Promise<Answer<Path, 'post'>>
  PUT<Path extends PathWith<'put'>>(
    path: Path,
    ...options: CallArguments<CallOptions<Path, 'put'>>
  ): Promise<Answer<Path, 'put'>>
  DELETE<Path extends PathWith<'delete'>>(
    path: Path,
    ...options: CallArguments<CallOptions<Path, 'delete'>>
  ): Promise<Answer<Path, 'delete'>>
  /** Any address of this server, such as an `href` of an answer: with the key, with retries, problems thrown. */
  fetch(address: string, init?: RequestInit): Promise<Response>
  /** All items of a list, page after page, as they are needed. */
  each<Path extends PagedPath>(
    path: Path,
    ...options: CallArguments<CallOptions<Path, 'get'>>
  ): AsyncGenerator<ItemOf<Path>, void, undefined>
  /** Asks for a plan and waits for it. When the signal aborts the plan is cancelled, too. */
  makePlan(request: Schemas['PlanRequest'], options?: WaitOptions<PlanJob>): Promise<PlanAnswer>
  /** The plan again for those who are there; waited for and cancelled likewise. */
  replan(
    plan: string | { id: string },
    request: Schemas['ReplanRequest'],
    options?: WaitOptions<PlanJob>,
  ): Promise<PlanAnswer>
  /**
   * The plan, once it is made: of what `POST /v1/plans` or `…/replan` answered, or of its id. When it failed, its
   * reason is thrown.
   */
  waitFor(plan: string | { id: string }, options?: WaitOptions<PlanJob>): Promise<PlanAnswer>
  /** The batch, once all its plans have ended; which of them failed stands in it. */
  waitForBatch(batch: string | { id: string }, options?: WaitOptions<Batch>): Promise<Batch>
}

const JSON_FORMS = 'application/json, application/geo+json;q=0.9'

/** What a call is given, whatever its types. */
interface AnyOptions {
  params?: object
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal
  as?: string
}

/** openapi-fetch behind our types. */
interface AnyClient {
  request: (
    method: string,
    path: string,
    options: AnyOptions & { parseAs: 'stream' },
  ) => Promise<{ response: Response }>
}

interface Page {
  next: string | null
  /** One of them is the list. */
  [name: string]: unknown
}

export function createDoorwalk(settings: DoorwalkSettings = {}): Doorwalk {
  const { key = null, retries = 3, timeout = 60_000 } = settings
  const url = (settings.url ?? '').replace(/\/+$/, '')
  if (url === '' && !('location' in globalThis)) {
    throw new TypeError('url: missing; expected the address of the server, such as https://walks.example.org')
  }
  const sending: SendSettings = {
    fetch: settings.fetch ?? ((address, init) => globalThis.fetch(address, init)),
    retries,
    timeoutMilliseconds: timeout,
  }
  const { request } = openapiFetch<paths>({
    baseUrl: url,
    bodySerializer: writtenBody,
    fetch: sendWithKey,
  }) as unknown as AnyClient

  function sendWithKey(request: Request): Promise<Response> {
    const found = typeof key === 'function' ? key() : key
    if (found !== null && !request.headers.has('Authorization')) {
      request.headers.set('Authorization', `Bearer ${found}`)
    }
    return send(request, sending)
  }

  async function call(method: string, path: string, options: AnyOptions = {}): Promise<unknown> {
    const { as = JSON_FORMS, headers, ...rest } = options
    const isOnce = method === 'post' && ONCE.has(path)
    const asked = {
      ...rest,
      headers: { Accept: as, ...(isOnce && { 'Idempotency-Key': newKey() }), ...headers },
      parseAs: 'stream',
    } as const
    const { response } = await request(method, path, asked)
    return bodyOf(response)
  }

  async function fetchAny(address: string, init?: RequestInit): Promise<Response> {
    return sendWithKey(new Request(ownAddress(address, url), init))
  }

  async function* each(path: string, options: AnyOptions = {}): AsyncGenerator<unknown, void, undefined> {
    const { query, ...params } = (options.params ?? {}) as { query?: object }
    for (let cursor: string | null | undefined; cursor !== null;) {
      const asked = { ...params, query: { ...query, ...(cursor !== undefined && { cursor }) } }
      const page = (await call('get', path, { ...options, params: asked })) as Page
      const list = Object.values(page).find(Array.isArray) as unknown[] | undefined
      if (list === undefined)
        throw new Error(`${path} answered no list: is the plan still being made? waitFor(plan) first`)
      yield* list
      cursor = page.next
    }
  }

  async function waitFor(
    plan: string | { id: string },
    options: WaitOptions<PlanJob> = {},
  ): Promise<PlanAnswer> {
    if (typeof plan === 'object' && 'walks' in plan) return plan as PlanAnswer
    return waitUntilFinished<PlanJob, PlanAnswer>({
      ...options,
      ask: askFor(planAddress(plan), options),
      isFinished: ({ status }) => status === 200,
    })
  }

  /** Whoever goes away while it is being made wants it no more. */
  async function makeAndWait(
    path: string,
    asked: AnyOptions,
    options: WaitOptions<PlanJob> = {},
  ): Promise<PlanAnswer> {
    const { signal, onProgress } = options
    const made = (await call('post', path, { ...asked, ...(signal && { signal }) })) as PlanAnswer | PlanJob
    if ('progress' in made) onProgress?.(made)
    try {
      return await waitFor(made, options)
    } catch (error) {
      if (signal?.aborted === true)
        await fetchAny(planAddress(made), { method: 'DELETE' }).catch(() => undefined)
      throw error
    }
  }

  function askFor(address: string, { signal }: { signal?: AbortSignal }) {
    return (headers: Record<string, string>) =>
      fetchAny(address, { headers: { Accept: 'application/json', ...headers }, ...(signal && { signal }) })
  }

  const doorwalk = {
    GET: (path: string, options?: AnyOptions) => call('get', path, options),
    POST: (path: string, options?: AnyOptions) => call('post', path, options),
    PUT: (path: string, options?: AnyOptions) => call('put', path, options),
    DELETE: (path: string, options?: AnyOptions) => call('delete', path, options),
    fetch: fetchAny,
    each,
    waitFor,
    makePlan: (body: Schemas['PlanRequest'], options?: WaitOptions<PlanJob>) =>
      makeAndWait('/v1/plans', { body }, options),
    replan: (plan: string | { id: string }, body: Schemas['ReplanRequest'], options?: WaitOptions<PlanJob>) =>
      makeAndWait('/v1/plans/{planId}/replan', { params: { path: { planId: idOf(plan) } }, body }, options),
    async waitForBatch(batch: string | { id: string }, options: WaitOptions<Batch> = {}) {
      return waitUntilFinished<Batch, Batch>({
        ...options,
        ask: askFor(`/v1/batches/${encodeURIComponent(idOf(batch))}`, options),
        isFinished: (_, { status }) => status === 'done',
      })
    },
  } satisfies { [Name in keyof Doorwalk]: unknown }
  return doorwalk as unknown as Doorwalk
}

/** JSON; a table is sent as it is, as text or, in another encoding, as bytes. */
function writtenBody(body: unknown): unknown {
  const isWritten = typeof body === 'string' || body instanceof Uint8Array || body instanceof Blob
  return isWritten ? body : JSON.stringify(body)
}

/** @throws TypeError for the address of another server: it must not get the key */
function ownAddress(address: string, url: string): string {
  if (/^\/(?![/\\])/.test(address)) return url + address
  if (url !== '' && address.startsWith(`${url}/`)) return address
  throw new TypeError(`got the address ${address}, expected one of ${url === '' ? 'this server' : url}`)
}

function idOf(thing: string | { id: string }): string {
  return typeof thing === 'string' ? thing : thing.id
}

function planAddress(plan: string | { id: string }): string {
  return `/v1/plans/${encodeURIComponent(idOf(plan))}`
}

function bodyOf(answer: Response): Promise<unknown> | undefined {
  if (answer.status === 204) return undefined
  const type = answer.headers.get('Content-Type') ?? ''
  if (/json/.test(type)) return answer.json()
  return /^text\/|xml/.test(type) ? answer.text() : answer.blob()
}
