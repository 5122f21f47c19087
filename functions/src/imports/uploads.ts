/**
 * Where a large list is sent: an address that needs no key, holds for an hour and for one list. On AWS it is one of the
 * bucket, on a server its own.
 */
import { createHash, randomBytes } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { VisibleError } from '@doorwalk/core/error'
import { UPLOAD_PATH } from '../http/frame.ts'
import { HttpProblem } from '../http/problem.ts'
import type { ImportRef } from '../ports/imports.ts'
import { uploadKey } from '../store/keys.ts'
import type { World } from '../world.ts'
import { uploadBlob } from './import-files.ts'

/** Bytes of the largest list. */
export const UPLOAD_BYTES = 100_000_000
const UPLOAD_SECONDS = 3_600
const TOKEN_BYTES = 24

const Upload = z.object({ campaign: z.string(), importId: z.string() })

/** @param origin  of the call, where nobody has said how this server is reached */
export async function openUpload(
  world: Pick<World, 'store' | 'clock' | 'config' | 'signUpload'>,
  { ref, origin }: { ref: ImportRef; origin: string },
): Promise<{ url: string; expiresAt: string }> {
  const until = world.clock.now() + UPLOAD_SECONDS * 1000
  const expiresAt = new Date(until).toISOString()
  if (world.signUpload) return { url: await world.signUpload(uploadBlob(ref), UPLOAD_SECONDS), expiresAt }
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const item = { ...uploadKey(hashOf(token)), data: { ...ref }, expiresAt: Math.ceil(until / 1000) }
  await world.store.create(item)
  return { url: `${world.config.baseUrl ?? origin}${UPLOAD_PATH}?token=${token}`, expiresAt }
}

/** @throws VisibleError imports.upload_expired */
export async function uploadOf({ store }: Pick<World, 'store'>, token: string): Promise<ImportRef> {
  const item = await store.get(uploadKey(hashOf(token)))
  if (item) return Upload.parse(item.data)
  throw new VisibleError(
    'forbidden',
    'imports.upload_expired',
    'this upload is over or was never opened; ask for a new one with POST /v1/imports',
  )
}

/**
 * Puts the list where the import looks for it, as it comes: no more of it is in memory than one part. Half of one, or
 * one that is too long, leaves what was there.
 *
 * @throws HttpProblem 413 `request.too_large`
 */
export async function takeUpload(
  blobs: World['blobs'],
  ref: ImportRef,
  { headers, body }: Pick<Request, 'headers' | 'body'>,
): Promise<void> {
  // Told beforehand: nothing of it need be sent.
  if (Number(headers.get('Content-Length') ?? 0) > UPLOAD_BYTES) throw tooLarge()
  await blobs.putStream(uploadBlob(ref), upTo(UPLOAD_BYTES, body))
}

async function* upTo(most: number, body: Request['body']): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const part of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += part.length
    if (bytes > most) throw tooLarge()
    yield part
  }
}

function tooLarge(): HttpProblem {
  const detail = `the list has more than ${UPLOAD_BYTES} bytes; send it in parts`
  return new HttpProblem(413, 'request.too_large', detail)
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
