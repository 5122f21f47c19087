/** A list that is sent: put as it comes, and not at all where it is too long or breaks off. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { UPLOAD_BYTES, takeUpload } from '@doorwalk/functions/imports/uploads'
import { diskBlobs } from '@doorwalk/functions/store/blobs'

const PART = 1_000_000
const ref = { campaign: 'alpha', importId: 'imp_1' }
const KEY = 'uploads/alpha/imp_1'

/** Nothing says how long it will be. @param end  after the last part */
function sent(
  parts: number,
  end: (c: ReadableStreamDefaultController<Uint8Array>) => void = (c) => c.close(),
) {
  let left = parts
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => (left-- > 0 ? controller.enqueue(new Uint8Array(PART)) : end(controller)),
  })
  return { headers: new Headers(), body }
}

it('takes what is as long as it may be, and refuses more without keeping any of it', async () => {
  const blobs = diskBlobs(await mkdtemp(join(tmpdir(), 'doorwalk-uploads-')))
  await takeUpload(blobs, ref, sent(UPLOAD_BYTES / PART))
  expect((await blobs.get(KEY))!.length).toBe(UPLOAD_BYTES)
  await blobs.remove(KEY)
  const refused = takeUpload(blobs, ref, sent(UPLOAD_BYTES / PART + 1))
  await expect(refused).rejects.toMatchObject({ status: 413, code: 'request.too_large' })
  expect(await blobs.list('uploads/')).toEqual([])
})

it('keeps what was there when the next breaks off', async () => {
  const blobs = diskBlobs(await mkdtemp(join(tmpdir(), 'doorwalk-uploads-')))
  await takeUpload(blobs, ref, sent(1))
  const broken = takeUpload(
    blobs,
    ref,
    sent(3, (controller) => controller.error(new Error('gone'))),
  )
  await expect(broken).rejects.toThrow('gone')
  expect((await blobs.get(KEY))!.length).toBe(PART)
})
