/** Sends a list and waits until it is read: a small one in the request, a large one to the address that is told. */
import { NoAnswerError, type Schemas } from '@doorwalk/client'
import type { Language } from '@doorwalk/core/words/languages'
import { doorwalk } from '../../api/api.ts'
import { type Choices, choicesToSend } from './choices.ts'
import { type Corrections, mappingOf } from './corrections.ts'

export type Import = Schemas['Import']

export interface ListWish {
  region: string
  kind: Schemas['ListKind']
  file: File
  /** Of a workbook; empty: the first that holds a list. */
  sheet: string
  corrections: Corrections
  /** Of doubtful lines. */
  choices: Choices
  /** What was imported before of this kind, and is not in the list, goes. */
  replace: boolean
  /** Nothing is stored. */
  dryRun: boolean
  /** Of what the server says of the list. */
  language: Language
}

export type Step = { name: 'sending'; share: number } | { name: 'reading'; rows: number }

interface Watching {
  onStep: (step: Step) => void
  /** Cancels the import, too. */
  signal: AbortSignal
}

/** Bytes: as base64 it still fits the 5 MB of a request. */
const MOST_IN_REQUEST = 3_500_000
/** Bytes, as `upload.maxBytes` says. */
export const MOST_BYTES = 100_000_000
export const POLL_MILLISECONDS = 500

/** The file was changed or taken away since it was chosen: browsers then give its bytes no more. */
export class FileGoneError extends Error {}

/**
 * The import once it is over, `done` or `failed`.
 *
 * @throws ProblemError, NoAnswerError, FileGoneError; the signal's reason when it aborts
 */
export async function sendList(wish: ListWish, { onStep, signal }: Watching): Promise<Import> {
  const { region, kind, file, sheet, corrections, choices, replace, dryRun, language } = wish
  onStep({ name: 'sending', share: 0 })
  const isSmall = file.size <= MOST_IN_REQUEST
  const mapping = mappingOf(corrections)
  const opened = await doorwalk.POST('/v1/imports', {
    body: {
      ...{ region, kind, replace, dryRun, name: file.name.slice(-200) },
      ...(isSmall && { base64: await base64Of(file) }),
      ...(mapping && { mapping }),
      ...(choices.size > 0 && { choices: choicesToSend(choices) }),
      ...(sheet.trim() !== '' && { sheet: sheet.trim() }),
    },
    signal,
  })
  const params = { path: { importId: opened.id } }
  try {
    if ('upload' in opened) {
      await upload(file, { url: opened.upload.url, onStep, signal })
      await doorwalk.POST('/v1/imports/{importId}/start', { params, signal })
    }
    for (;;) {
      const now = await tellImport(opened.id, { language, signal })
      if (now.status === 'done' || now.status === 'failed') return now
      signal.throwIfAborted()
      onStep({ name: 'reading', rows: now.counts.rows })
      await new Promise((done) => setTimeout(done, POLL_MILLISECONDS))
    }
  } catch (error) {
    // Nobody waits for it any more.
    await doorwalk.DELETE('/v1/imports/{importId}', { params }).catch(() => undefined)
    throw error
  }
}

/** How far it is, and what came of it, in this language. */
export async function tellImport(
  importId: string,
  { language, signal }: { language: Language; signal?: AbortSignal },
): Promise<Import> {
  const params = { path: { importId }, query: { language } }
  return doorwalk.GET('/v1/imports/{importId}', { params, ...(signal && { signal }) })
}

async function base64Of(file: File): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader()
    reader.onload = () => {
      const url = reader.result as string
      done(url.slice(url.indexOf(',') + 1))
    }
    reader.onerror = () => fail(new FileGoneError(file.name))
    reader.readAsDataURL(file)
  })
}

/** `fetch` does not tell how far a body is. */
async function upload(file: File, { url, onStep, signal }: Watching & { url: string }): Promise<void> {
  const isThere = await file
    .slice(0, 1)
    .arrayBuffer()
    .catch(() => null)
  if (!isThere) throw new FileGoneError(file.name)
  await new Promise<void>((done, fail) => {
    const request = new XMLHttpRequest()
    request.open('PUT', url)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => onStep({ name: 'sending', share: loaded / total })
    request.onload = () => {
      if (request.status < 300) done()
      else fail(new Error(`${request.status} ${request.responseText.slice(0, 300)}`))
    }
    request.onerror = () => fail(new NoAnswerError(`the upload of ${file.name} was cut off`))
    signal.addEventListener('abort', () => {
      request.abort()
      fail(signal.reason instanceof Error ? signal.reason : new Error('cancelled'))
    })
    request.send(file)
  })
}
