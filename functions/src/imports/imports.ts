/** Imports as they are kept and told: what is imported, how far it is, and what came of it. */
import { z } from '@hono/zod-openapi'
import { VisibleError } from '@doorwalk/core/error'
import { listOf } from '@doorwalk/core/request/list'
import { Moment } from '@doorwalk/core/request/moment'
import { nameSchemas } from '../document/schema-names.ts'
import { LIST_KINDS, type ImportRef } from '../ports/imports.ts'
import { changeItem } from '../store/change-item.ts'
import { IMPORT } from '../store/keys.ts'
import { type Told, LIST_LANGUAGE, say, sayPersonal } from '@doorwalk/prepare/list-words/say'
import type { Language } from '@doorwalk/core/words/languages'
import type { Storage } from '../world.ts'

/** A list that was not sent by then is not waited for; what is told of an import, so long, and it can be taken back. */
export const KEPT_SECONDS = 7 * 24 * 60 * 60

const Count = z.number().int().min(0)

export const ListKind = z
  .enum(LIST_KINDS)
  .describe(
    '`targets`: what you know of buildings, as in a plan request; `opt_outs`, `exclusions`: buildings or outlines where nobody is sent any more',
  )

export const ImportMapping = z.strictObject({
  fields: z
    .record(z.string().min(1).max(40), z.string().min(1).max(200))
    .default({})
    .describe('column by field, where the guess is wrong'),
  ignored: listOf(z.string().min(1).max(200))
    .max(300)
    .default([])
    .describe('columns that are not to be read'),
})

/** Lines that a person can decide on, one by one. */
const MOST_CHOICES = 10_000

const ImportChoice = z.strictObject({
  line: z.number().int().min(1).describe('of the list, as the report of a trial tells it'),
  target: z.string().min(1).max(120).describe('id of a candidate, or of another target of the region'),
})
export const ImportChoices = listOf(ImportChoice).max(MOST_CHOICES)

const Counts = z.object({
  rows: Count.describe('lines that hold something, read so far'),
  accepted: Count.describe('lines taken'),
  repaired: Count.describe('values put right'),
  refused: Count.describe('lines not taken'),
  doubtful: Count.describe('lines not taken because nobody can tell which building they mean'),
  unlikely: Count.exactOptional().describe(
    'lines taken whose doors are far from what the region expects there; absent of imports of before',
  ),
  doors: Count.exactOptional().describe(
    'doors of the lines taken: those they tell of, else those that the region has there; absent of imports of before',
  ),
})
const Changes = z.object({
  added: Count.describe('entries that were new'),
  updated: Count.describe('entries that were changed'),
  unchanged: Count.describe('entries that were there as they are'),
  removed: Count.exactOptional().describe('entries of earlier imports that go, or would go: with `replace`'),
})
const Column = z.object({
  name: z.string().describe('as the list names it; never what could be somebody’s'),
  position: Count.describe('from 1'),
  field: z.string().nullable().describe('what it is taken for; null: it is not read'),
  why: z.string().describe('in words, in the language asked'),
  confidence: z.number().describe('0–1; 1: you said so'),
  refused: z
    .string()
    .optional()
    .describe('in words, what it tells of persons: nothing of it is kept or shown'),
})
const Mapping = z.object({
  format: z.string().describe('of the file'),
  sheet: z.string().optional().describe('of a workbook'),
  headerLine: Count.optional().describe('line with the names of the columns; absent: there is none'),
  columns: z.array(Column).describe('in the order of the list'),
  systems: z.array(z.string()).describe('of coordinates, as the first lines tell them'),
  encoding: z.string().optional().describe('of a text'),
  separator: z.string().optional().describe('of the cells'),
  notes: z.array(z.string()).describe('what a reader should know'),
})
/** A code with its values; a sentence where it was kept before there were codes. */
const KeptSaying = z.custom<Told>(
  (kept) => typeof kept === 'string' || (typeof kept === 'object' && kept !== null && 'code' in kept),
)
const KeptMapping = Mapping.extend({
  columns: z.array(Column.extend({ why: KeptSaying })),
  notes: z.array(KeptSaying),
})
const ImportError = z.object({
  code: z.string().describe('as of a problem'),
  detail: z.string().describe('what came, what was expected, what to do'),
})
const ImportStatus = z.enum([
  ...(['waiting', 'queued', 'running', 'done', 'failed', 'cancelled'] as const),
  ...(['taking_back', 'taken_back'] as const),
])
const TakenBack = z.object({
  at: Moment.describe('moment'),
  removed: Count.describe('entries that the import had added, and that are gone'),
  restored: Count.describe('entries that say again what they said before the import'),
  kept: Count.describe('entries of which a later import has spoken: they stay as they are'),
})

export const Import = z.object({
  id: z.string().describe('of the import'),
  status: ImportStatus.describe(
    '`waiting`: for its file; `taking_back`: what it has changed is being taken back',
  ),
  region: z.string().describe('name of the region'),
  kind: ListKind,
  name: z.string().describe('of the file, as you call it'),
  dryRun: z.boolean().describe('nothing is stored but the report'),
  replace: z.boolean().describe('what was imported before goes'),
  createdAt: Moment.describe('moment of the request'),
  endedAt: Moment.nullable().describe('when it ended; null: it has not'),
  counts: Counts.describe('up to now'),
  changes: Changes.nullable().describe('what the accepted lines changed, or would change; once done'),
  mapping: Mapping.nullable().describe(
    'how the list was read; once done, and of one that failed where its columns could be told',
  ),
  error: ImportError.nullable().describe(
    'once failed; of one that is `done`: why it could not be taken back',
  ),
  canTakeBack: z.boolean().describe('what it has changed can be taken back, as long as it is told of'),
  takenBack: TakenBack.nullable().describe('what taking it back has changed; null: it was not'),
})
export type Import = z.infer<typeof Import>
/** How its columns were read is told by itself. */
export const ListedImport = Import.omit({ mapping: true })
export type ListedImport = z.infer<typeof ListedImport>
nameSchemas({
  Import: [Import, 'a list that is imported'],
  ImportChanges: [Changes, 'what a list changed'],
  ImportChoice: [ImportChoice, 'which building a line is about'],
  ImportColumn: [Column, 'a column of a list'],
  ImportCounts: [Counts, 'how far an import is'],
  ImportError: [ImportError, 'why an import failed'],
  ImportMappingInput: [ImportMapping, 'which columns are what'],
  ImportMapping: [Mapping, 'how a list was read'],
  ImportStatus: [ImportStatus, 'how far an import is'],
  ImportTakenBack: [TakenBack, 'what taking an import back has changed'],
  ListedImport: [ListedImport, 'a list that was imported, as it is listed'],
  ListKind: [ListKind, 'what a list is about'],
})

/** Beside what is told: how to read it, and how many pages its report has. */
export const StoredImport = Import.extend({
  mapping: KeptMapping.nullable(),
  error: ImportError.extend({
    file: z.string().exactOptional(),
    said: KeptSaying.exactOptional(),
  }).nullable(),
  as: ImportMapping.exactOptional(),
  sheet: z.string().exactOptional(),
  choices: ImportChoices.exactOptional(),
  canTakeBack: z.boolean().default(false),
  takenBack: TakenBack.nullable().default(null),
  /** Nothing is told of it any more; later imports still lie on what it has changed. */
  isForgotten: z.boolean().default(false),
  pages: Count.default(0),
})
export type StoredImport = z.infer<typeof StoredImport>

/** What a caller is told of it, in the language asked. */
export function toldImport(
  { mapping, error, ...stored }: StoredImport,
  language: Language = LIST_LANGUAGE,
): Import {
  return Import.parse({
    ...stored,
    canTakeBack: stored.canTakeBack && stored.status === 'done',
    mapping: mapping && {
      ...mapping,
      columns: mapping.columns.map(({ why, refused, ...column }) => ({
        ...{ ...column, why: say(why, language) },
        ...(refused !== undefined && { refused: sayPersonal(refused, language) }),
      })),
      notes: mapping.notes.map((note) => say(note, language)),
    },
    error: error && {
      code: error.code,
      detail: error.said === undefined ? error.detail : `${error.file}: ${say(error.said, language)}`,
    },
  })
}

export const NO_COUNTS = {
  ...{ rows: 0, accepted: 0, repaired: 0, refused: 0, doubtful: 0 },
  ...{ unlikely: 0, doors: 0 },
}

export function isOver({ status }: Pick<Import, 'status'>): boolean {
  return ['done', 'failed', 'cancelled', 'taken_back'].includes(status)
}

/** One that is there already stays. */
export async function createImport(
  { store, clock }: Pick<Storage, 'store' | 'clock'>,
  { campaign, stored }: { campaign: string; stored: StoredImport },
): Promise<void> {
  const expiresAt = Math.floor(clock.now() / 1000) + KEPT_SECONDS
  await store.create({ ...IMPORT.key(campaign, stored.id), data: stored, expiresAt })
}

export async function findImport(
  { store }: Pick<Storage, 'store'>,
  { campaign, importId }: ImportRef,
): Promise<StoredImport | undefined> {
  const item = await store.get(IMPORT.key(campaign, importId))
  return item && StoredImport.parse(item.data)
}

/** @throws VisibleError imports.unknown */
export async function readImport(storage: Pick<Storage, 'store'>, ref: ImportRef): Promise<StoredImport> {
  const found = await findImport(storage, ref)
  if (found && !found.isForgotten) return found
  throw new VisibleError(
    'not_found',
    'imports.unknown',
    `there is no import "${ref.importId}" in this campaign; what is told of one ends after ${KEPT_SECONDS / 86_400} days`,
  )
}

/** Undefined: it is not there any more. */
export async function changeImport(
  { store }: Pick<Storage, 'store'>,
  { campaign, importId }: ImportRef,
  change: (stored: StoredImport) => StoredImport,
): Promise<StoredImport | undefined> {
  const { value } = await changeItem(store, {
    key: IMPORT.key(campaign, importId),
    schema: StoredImport,
    change: (stored) => stored && change(stored),
  })
  return value
}
