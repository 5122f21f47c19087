/** What calls do with lists as files: ask for one, tell of it with where it is fetched, remove it. */
import { createHash, randomBytes } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { VisibleError } from '@doorwalk/core/error'
import { checkRunning, phaseOf } from '../campaigns/phase.ts'
import { DOWNLOAD_PATH } from '../http/frame.ts'
import { TARGET_FILE, downloadKey } from '../store/keys.ts'
import type { World } from '../world.ts'
import { areaOf, scoresBy } from './asked.ts'
import {
  type FileForm,
  type FileRef,
  KEPT_SECONDS,
  type NewTargetFile,
  type StoredFile,
  TargetFile,
  createFile,
  fileBlob,
  findFile,
  readFile,
} from './file.ts'

/** An address of the bucket holds so long; asked again, there is another. */
const SIGNED_SECONDS = 3_600
const TOKEN_BYTES = 24

const Download = z.object({ campaign: z.string(), fileId: z.string() })

const TYPES: Record<FileForm, string> = {
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json',
  json: 'application/json',
}

/** A file with the headers that it is sent with. */
interface FileToSend {
  content: AsyncIterable<Uint8Array>
  headers: Record<string, string>
}

export interface ToldFile extends TargetFile {
  url: string | null
  urlExpiresAt: string | null
}

/**
 * What can be refused at once is.
 *
 * @throws VisibleError `area.*`, `ranking.*`, `region.unknown`, targets.too_many_files
 */
export async function openFile(
  world: Pick<World, 'store' | 'blobs' | 'clock' | 'regions' | 'jobs' | 'signDownload'>,
  { ref, wish }: { ref: FileRef; wish: NewTargetFile },
): Promise<TargetFile> {
  const { campaign, fileId } = ref
  const { version } = await world.regions.manifest(wish.region)
  const asked = { campaign, version, ...wish, at: '/' }
  await areaOf(world, asked)
  const scores = await scoresBy(world, asked)
  // By name it would be the newest when the job comes to it.
  const ranking = scores && 'of' in scores && scores.of.id !== undefined ? { ranking: scores.of.id } : {}
  const now = world.clock.now()
  const expires = now + KEPT_SECONDS * 1000
  const token = world.signDownload ? {} : { token: randomBytes(TOKEN_BYTES).toString('base64url') }
  const stored: StoredFile = {
    ...{ id: fileId, status: 'queued', region: wish.region, regionVersion: version, form: wish.form },
    ...{ createdAt: new Date(now).toISOString(), expiresAt: new Date(expires).toISOString() },
    ...{ endedAt: null, targets: null, bytes: null, error: null },
    ...{ wish: { ...wish, ...ranking }, blob: fileBlob(ref, wish.form), ...token },
  }
  await createFile(world, { campaign, stored })
  if (token.token !== undefined)
    await world.store.create({
      ...downloadKey(hashOf(token.token)),
      ...{ data: { ...ref }, expiresAt: Math.ceil(expires / 1000) },
    })
  await world.jobs.submit({ campaign, planId: fileId })
  return TargetFile.parse(await readFile(world, ref))
}

/** @param origin  of the call, where nobody has said how this server is reached */
export async function tellFile(
  world: Pick<World, 'store' | 'clock' | 'config' | 'signDownload'>,
  { ref, origin }: { ref: FileRef; origin: string },
): Promise<ToldFile> {
  const stored = await readFile(world, ref)
  const told = TargetFile.parse(stored)
  if (stored.status !== 'done') return { ...told, url: null, urlExpiresAt: null }
  const { end = Infinity } = await phaseOf(world, ref.campaign)
  const until = Math.min(Date.parse(stored.expiresAt), end)
  if (!world.signDownload) {
    const url = `${world.config.baseUrl ?? origin}${DOWNLOAD_PATH}?token=${stored.token ?? ''}`
    return { ...told, url, urlExpiresAt: new Date(until).toISOString() }
  }
  const now = world.clock.now()
  const seconds = Math.max(1, Math.min(SIGNED_SECONDS, Math.floor((until - now) / 1000)))
  const { form } = stored
  const url = await world.signDownload(stored.blob, { seconds, type: TYPES[form], name: nameOf(ref, form) })
  return { ...told, url, urlExpiresAt: new Date(now + seconds * 1000).toISOString() }
}

/** One that is being written is left off. @throws VisibleError targets.unknown_file */
export async function removeFile(
  world: Pick<World, 'store' | 'blobs' | 'jobs'>,
  ref: FileRef,
): Promise<void> {
  const { blob, token } = await readFile(world, ref)
  const { campaign, fileId } = ref
  await world.store.remove(TARGET_FILE.key(campaign, fileId))
  await world.jobs.cancel({ campaign, planId: fileId })
  if (token !== undefined) await world.store.remove(downloadKey(hashOf(token)))
  await world.blobs.remove(blob)
}

/** @throws VisibleError targets.link_expired; HttpProblem 410 `campaign.over` */
export async function openDownload(
  world: Pick<World, 'store' | 'blobs' | 'clock'>,
  token: string,
): Promise<FileToSend> {
  const item = await world.store.get(downloadKey(hashOf(token)))
  const ref = item && Download.parse(item.data)
  const file = ref && (await findFile(world, ref))
  if (ref) await checkRunning(world, ref.campaign)
  const content = file && file.status === 'done' ? await world.blobs.getStream(file.blob) : undefined
  if (!ref || !file || !content)
    throw new VisibleError(
      'forbidden',
      'targets.link_expired',
      'this file is over or was never written; ask for another with POST /v1/targets/files',
    )
  const { form, bytes } = file
  return {
    content,
    headers: {
      'Content-Type': TYPES[form],
      'Content-Length': String(bytes),
      'Content-Disposition': `attachment; filename="${nameOf(ref, form)}"`,
      'Cache-Control': 'no-store',
      // It never changes; hashed it would have to be in memory whole.
      ETag: `"${ref.fileId}"`,
    },
  }
}

function nameOf({ fileId }: FileRef, form: FileForm): string {
  return `targets-${fileId.slice(-6).toLowerCase()}.${form}`
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
