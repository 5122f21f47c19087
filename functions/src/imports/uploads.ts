/**
 * Where a large list is sent: an address that needs no key, holds for an hour and for one list. On AWS it is one of the
 * bucket, on a server its own.
 */
import { createHash, randomBytes } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { VisibleError } from '@doorwalk/core/error'
import { UPLOAD_PATH } from '../http/frame.ts'
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

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
