/**
 * Who may call what: finds the caller of the key, checks its scopes and its rate, the form it asks for, and whether its
 * body is one that may be parsed.
 */
import { VisibleError } from '@doorwalk/core/error'
import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Env } from './env.ts'
import { type About, declare } from './route-table.ts'
import type { Admission, Caller, OpenedLink, Scope } from './admission.ts'
import { checkJsonBody } from './json-limits.ts'
import { type Form, chooseForm } from './negotiate.ts'
import { isOwnPage } from './own-page.ts'
import type { RateLimit } from './rate.ts'
import { openGate } from '../threads/gate.ts'

/** Scopes by what a route does; the route names one of these. */
export const ALLOWED = {
  read: ['operator', 'organiser', 'service', 'read'],
  walk: ['operator', 'organiser', 'service', 'read', 'reporter'],
  report: ['operator', 'organiser', 'service', 'reporter'],
  write: ['operator', 'organiser', 'service'],
  manage: ['operator', 'organiser'],
} as const satisfies Record<string, readonly Scope[]>
type Action = keyof typeof ALLOWED

/** Open for reading from this machine, where there is one. */
export const DEMO_CAMPAIGN = 'demo'

interface Guarded extends About {
  /** What it can answer; default: JSON. */
  forms?: readonly [Form, ...Form[]]
  /** It erases the campaign. */
  erases?: boolean
  /** Its body is a list that somebody has exported: tabs and line breaks in it are blanks. */
  list?: boolean
}

/** Callers whose keys are looked at at once. */
const AT_THE_DOOR = 4

export interface Guards {
  guard: (action: Action, about: Guarded) => MiddlewareHandler<Env>
  /** Instead of a key: a message signed by a source of the campaign, which `?source=` names. */
  signed: (about: About) => MiddlewareHandler<Env>
}

export interface GuardOptions {
  admission: Admission
  rate: RateLimit
  /** There is a demo campaign, which this machine may read without a key. */
  demo: boolean
}

export function makeGuards({ admission, rate, demo }: GuardOptions): Guards {
  const admit = (c: Context<Env>, caller: Caller): void => {
    c.set('caller', caller)
    const verdict = rate.count(caller, c.req.header('Idempotency-Key'))
    c.header('RateLimit-Policy', verdict.policy)
    c.header('RateLimit', verdict.state)
    if (verdict.refusal) throw verdict.refusal
  }
  const door = openGate(AT_THE_DOOR)
  /** Lets a caller in; what comes back is asked after the call, unless it only reads. */
  const enter = async (
    c: Context<Env>,
    about: Guarded,
    find: () => Promise<Caller>,
  ): Promise<() => Promise<void>> => {
    const caller = await find()
    admit(c, caller)
    const isWatched = c.req.method !== 'GET' && about.erases !== true
    const leave = isWatched ? await admission.watchErasure(caller.campaign, find) : async () => undefined
    if (about.tells === 'targets') await admission.checkRunning(caller.campaign)
    await admission.noteAccess(caller, `${c.req.method} ${routeOf(c)}`)
    return leave
  }
  return {
    signed: (about) =>
      declare(async (c, next) => {
        const message = {
          sourceId: c.req.query('source') ?? '',
          id: c.req.header('webhook-id'),
          timestamp: c.req.header('webhook-timestamp'),
          signatures: c.req.header('webhook-signature'),
          body: new Uint8Array(await c.req.arrayBuffer()),
        }
        const leave = await enter(c, about, () => admission.findSender(message))
        await checkJsonBody(c, { mayBreak: false })
        await next()
        await leave()
      }, about),
    guard(action, { forms = ['json'], ...about }) {
      return declare(
        async (c, next) => {
          const find = async (): Promise<Caller> => {
            const caller = await findCaller(c, { admission, demo })
            if (caller.link) checkLink(c, caller.link, about)
            else checkScopes(caller, ALLOWED[action])
            if (about.changesWalk && caller.ownWalks) await checkMade(c, caller, admission)
            return caller
          }
          const leave = await door(() => enter(c, about, find), c.req.raw.signal)
          // A suffix chooses the form whatever `Accept` says: a browser's link has no say over its headers.
          if (!SUFFIX.test(c.req.path)) chooseForm(c.req.header('Accept'), forms)
          await checkJsonBody(c, { mayBreak: about.list === true })
          await next()
          await leave()
          if (forms.length > 1) c.header('Vary', 'Accept', { append: true })
        },
        { ...about, scopes: ALLOWED[action] },
      )
    },
  }
}

function checkScopes({ scopes }: Caller, allowed: readonly Scope[]): void {
  if (scopes.some((scope) => allowed.includes(scope))) return
  throw new VisibleError(
    'forbidden',
    'key.scope',
    `the key has the scopes ${scopes.join(', ')}; this call needs one of ${allowed.join(', ')}`,
  )
}

async function checkMade(c: Context<Env>, caller: Caller, admission: Admission): Promise<void> {
  const walkId = c.req.param('walkId') ?? ''
  if (await admission.hasMade(caller, walkId)) return
  throw new VisibleError(
    'forbidden',
    'walk.not_yours',
    `the key changes only walks that were made with it, and "${walkId}" was not; use a link of that walk, or a key made with "walks": "all"`,
  )
}

/** A suffix chooses the form of a walk. */
const SUFFIX = /\.[a-z]+$/

/** A link is good for what its routes name, on its own walk or invitation, and for nothing else. */
function checkLink(c: Context<Env>, opened: OpenedLink, { link }: About): void {
  const isWalk = 'walkId' in opened
  const walkId = c.req.param('walkId')?.replace(SUFFIX, '')
  const isOwn = isWalk
    ? link === 'visits' || (link === 'walk' && walkId === opened.walkId)
    : link === 'invitation' && c.req.param('invitationId') === opened.invitationId
  if (!isOwn) {
    throw new VisibleError(
      'forbidden',
      'link.scope',
      isWalk
        ? 'a link opens its own walk, to be read, walked and reported on, and nothing else; this call needs a key'
        : 'an invitation opens itself, and makes walks with links of their own; this call needs a key, or such a link',
    )
  }
  if (isWalk && opened.isOver && link !== 'visits') throw linkEnded()
}

export function linkEnded(): VisibleError {
  const detail = 'the link was revoked, or its time is over; ask whoever gave it to you for a new one'
  return new VisibleError('auth', 'link.ended', detail)
}

/** The pattern of the route: no ids. */
function routeOf(c: Context<Env>): string {
  return matchedRoutes(c).findLast((each) => each.method !== 'ALL')?.path ?? 'none'
}

async function findCaller(
  c: Context<Env>,
  { admission, demo }: Pick<GuardOptions, 'admission' | 'demo'>,
): Promise<Caller> {
  const header = c.req.header('Authorization')
  if (header === undefined) {
    if (demo && c.req.method === 'GET' && isOwnPage(c)) {
      return { campaign: DEMO_CAMPAIGN, scopes: ['read'], keyId: 'loopback' }
    }
    throw new VisibleError(
      'auth',
      'key.missing',
      'no Authorization header; expected "Authorization: Bearer dw_…"',
    )
  }
  const token = /^Bearer (dw[li]_[^\s]{1,300})$/i.exec(header)?.[1]
  if (token !== undefined) return admission.findLink(token)
  const key = /^Bearer (dw_[A-Za-z0-9_-]{20,100})$/i.exec(header)?.[1]
  if (key === undefined) {
    throw new VisibleError(
      'auth',
      'key.malformed',
      'the Authorization header is not "Bearer dw_…"; copy the key as it was shown when it was made',
    )
  }
  const found = await admission.findKey(key)
  if (found) return found
  throw new VisibleError('auth', 'key.unknown', 'the key is unknown, deleted or expired; ask for a new one')
}
