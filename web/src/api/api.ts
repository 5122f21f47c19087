/** The API of this very origin: the client, with the key of this tab; files. */
import { createDoorwalk } from '@doorwalk/client'

const KEY_SLOT = 'doorwalk-key'
/** Browsers need the address of a saved file for a moment longer than the click. */
const SAVED_MILLISECONDS = 60_000

let key: string | null = null
/** The server gives it to whoever is on this machine. */
let isDemo = false
const listeners = new Set<() => void>()

/** Calls that are sent by POST and change nothing. */
const QUESTIONS = /\/(compare|suggest|wishes|estimate|evaluation)(\?|$)/

let waitBefore: () => Promise<void> = () => Promise.resolve()

/** What a call that changes something waits for: whatever the page still has to send. Deletions do not wait. */
export function beforeChanges(wait: () => Promise<void>): void {
  waitBefore = wait
}

const settings = { key: () => key, fetch: watched }
export const doorwalk = createDoorwalk(settings)
/** For files that are made when they are asked for: the pack of a large shift takes a minute or two. */
const patient = createDoorwalk({ ...settings, timeout: 600_000 })

async function watched(url: string, init: RequestInit): Promise<Response> {
  const isChange = (init.method === 'POST' || init.method === 'PUT') && !QUESTIONS.test(url)
  if (isChange) await waitBefore()
  const answer = await fetch(url, init)
  if (answer.status === 401 && isOfNow(init)) for (const tell of listeners) tell()
  return answer
}

/** Another key may have come while the call was on its way. */
function isOfNow({ headers }: RequestInit): boolean {
  return new Headers(headers).get('Authorization') === (key === null ? null : `Bearer ${key}`)
}

/** Told whenever a call was refused since its key was revoked, has expired or is missing. @returns ends it */
export function onKeyRefused(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** Takes the demo campaign's key anew, where the one that was refused came from there. False: there is no other. */
export async function renewDemoKey(): Promise<boolean> {
  const refused = key
  key = null
  return isDemo && (await findKey()) && key !== refused
}

/** The demo campaign's key on loopback, or the one of this tab. False: the person has to type one. */
export async function findKey(): Promise<boolean> {
  key = sessionStorage.getItem(KEY_SLOT)
  if (key !== null) return true
  const answer = await fetch('/demo-key.json', { headers: { Accept: 'application/json' } }).catch(() => null)
  if (!answer?.ok) return false
  key = ((await answer.json()) as { key?: string }).key ?? null
  isDemo = true
  return key !== null
}

export function useKey(typed: string): void {
  key = typed.trim()
  isDemo = false
  sessionStorage.setItem(KEY_SLOT, key)
}

export function forgetKey(): void {
  key = null
  sessionStorage.removeItem(KEY_SLOT)
}

/** Sent though the page goes away and nobody hears the answer. */
export function deleteOnLeaving(path: string): void {
  const headers = key === null ? {} : { Authorization: `Bearer ${key}` }
  fetch(path, { method: 'DELETE', keepalive: true, headers }).catch(() => undefined)
}

/** Saves a file of the API, under its own name or another; a link could not carry the key. */
export async function download(
  path: string,
  name: string = path.slice(path.lastIndexOf('/') + 1),
): Promise<void> {
  const blob = await (await patient.fetch(path)).blob()
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), SAVED_MILLISECONDS)
}
