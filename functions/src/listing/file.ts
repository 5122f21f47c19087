/** A list of targets as a file: what is asked for, what is told of it, and how that is kept. */
import { z } from '@hono/zod-openapi'
import { VisibleError } from '@doorwalk/core/error'
import { listOf } from '@doorwalk/core/request/list'
import { Moment } from '@doorwalk/core/request/moment'
import { RankingPriority } from '@doorwalk/core/request/priority'
import { nameSchemas } from '../document/schema-names.ts'
import { changeItem } from '../store/change-item.ts'
import { collect } from '../store/items.ts'
import { TARGET_FILE } from '../store/keys.ts'
import type { Storage } from '../world.ts'

/** States are of the moment at which it was written: nobody should work with it for long. */
export const KEPT_SECONDS = 24 * 60 * 60
/** Of a campaign at the same time. */
const MOST_FILES = 20

const FORMS = ['csv', 'geojson', 'json'] as const
export type FileForm = (typeof FORMS)[number]

export const NewTargetFile = z.strictObject({
  region: z.string().min(1).max(64).describe('name of a prepared region'),
  area: z.string().min(1).max(64).optional().describe('id of a stored area'),
  precincts: listOf(z.string().min(1).max(64))
    .min(1)
    .max(5_000)
    .optional()
    .describe('instead of an area: codes of precincts'),
  priority: z
    .string()
    .min(1)
    .max(64)
    .optional()
    .describe('numeric property of the precincts that `score` comes from, as in a plan'),
  ranking: RankingPriority.shape.ranking
    .optional()
    .describe('instead: id of a stored ranking (`rk_…`), or its name, that `score` comes from'),
  form: z.enum(FORMS).default('csv').describe('as the pages of `GET /v1/targets`, in one piece'),
})
export type NewTargetFile = z.infer<typeof NewTargetFile>

const FileError = z.object({
  code: z.string().describe('as of a problem'),
  detail: z.string().describe('what came, what was expected, what to do'),
})

export const TargetFile = z.object({
  id: z.string().describe('of the file'),
  status: z.enum(['queued', 'running', 'done', 'failed']).describe('how far it is'),
  region: z.string().describe('name of the region'),
  regionVersion: z.string().describe('of the region'),
  form: z.enum(FORMS).describe('of the file'),
  createdAt: Moment.describe('moment of the request'),
  endedAt: Moment.nullable().describe('when it ended; null: it has not'),
  targets: z.number().int().min(0).nullable().describe('in it; null: it is not done'),
  bytes: z.number().int().min(0).nullable().describe('its length; null: it is not done'),
  expiresAt: Moment.describe('then it is deleted; sooner with the last ballot'),
  error: FileError.nullable().describe('once failed'),
})
export type TargetFile = z.infer<typeof TargetFile>

/** Beside what is told: what it is of, where it lies, and what opens it where no bucket does. */
const StoredFile = TargetFile.extend({
  wish: NewTargetFile,
  /** Goes when the item does. */
  blob: z.string(),
  token: z.string().exactOptional(),
})
export type StoredFile = z.infer<typeof StoredFile>

nameSchemas({
  NewTargetFile: [NewTargetFile, 'a list of targets to be written'],
  TargetFile: [TargetFile, 'a list of targets that is written to a file'],
  TargetFileError: [FileError, 'why a list could not be written'],
})

export interface FileRef {
  campaign: string
  fileId: string
}

export const filesFolder = (campaign: string): string => `files/${campaign}`
/** Of rows that wait to be written. */
export const rowsFolder = ({ campaign, fileId }: FileRef): string => `${filesFolder(campaign)}/${fileId}.rows`
export const fileBlob = ({ campaign, fileId }: FileRef, form: FileForm): string =>
  `${filesFolder(campaign)}/${fileId}.${form}`

/** One that is there already stays. @throws VisibleError targets.too_many_files */
export async function createFile(
  { store }: Pick<Storage, 'store'>,
  { campaign, stored }: { campaign: string; stored: StoredFile },
): Promise<void> {
  const known = await collect(store, TARGET_FILE.range(campaign), ({ data }) => StoredFile.parse(data))
  if (known.length >= MOST_FILES && !known.some(({ id }) => id === stored.id))
    throw new VisibleError(
      'conflict',
      'targets.too_many_files',
      `the campaign has ${known.length} lists as files, at most ${MOST_FILES} are kept; DELETE one of them: ${known[0]!.id}`,
    )
  const expiresAt = Math.floor(Date.parse(stored.expiresAt) / 1000)
  await store.create({ ...TARGET_FILE.key(campaign, stored.id), data: stored, expiresAt })
}

export async function findFile(
  { store }: Pick<Storage, 'store'>,
  { campaign, fileId }: FileRef,
): Promise<StoredFile | undefined> {
  const item = await store.get(TARGET_FILE.key(campaign, fileId))
  return item && StoredFile.parse(item.data)
}

/** @throws VisibleError targets.unknown_file */
export async function readFile(storage: Pick<Storage, 'store'>, ref: FileRef): Promise<StoredFile> {
  const found = await findFile(storage, ref)
  if (found) return found
  throw new VisibleError(
    'not_found',
    'targets.unknown_file',
    `there is no list "${ref.fileId}" in this campaign; they are kept for ${KEPT_SECONDS / 3_600} hours, POST /v1/targets/files writes another`,
  )
}

/** Undefined: it is not there any more. */
export async function changeFile(
  { store }: Pick<Storage, 'store'>,
  { campaign, fileId }: FileRef,
  change: (stored: StoredFile) => StoredFile,
): Promise<StoredFile | undefined> {
  const { value } = await changeItem(store, {
    key: TARGET_FILE.key(campaign, fileId),
    schema: StoredFile,
    change: (stored) => stored && change(stored),
  })
  return value
}
