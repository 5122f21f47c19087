/** What lies in Blobs about an import beside the list that it makes: for a few days, in folders of their own. */
import { z } from '@hono/zod-openapi'
import { type Told, LIST_LANGUAGE, say } from '@doorwalk/prepare/list-words/say'
import type { Language } from '@doorwalk/core/words/languages'
import type { Blobs } from '@doorwalk/core/ports'
import { nameSchemas } from '../document/schema-names.ts'
import type { ImportCounts, ImportRef } from '../ports/imports.ts'
import { decodeJson } from '../store/json.ts'
import { importFolder, journalsFolder } from './entries/journal.ts'

const Candidate = z.object({
  address: z.string().describe('of the region'),
  score: z.number().describe('0–1: how alike the addresses are'),
  targets: z.array(z.string()).describe('ids of the region; the first of them'),
  metres: z.number().optional().describe('from the position of the line, where it has one'),
})

export const ReportLine = z.object({
  line: z.number().int().describe('of the list, the header included, from 1'),
  outcome: z
    .enum(['repaired', 'unlikely', 'refused', 'doubtful'])
    .describe(
      '`repaired`: taken; `unlikely`: taken, though its number is far from what the region expects; the others: not taken; `doubtful`: somebody must say which building it is, or that the number is right',
    ),
  field: z.string().describe('what it is about'),
  came: z.string().describe('as it came'),
  became: z.string().optional().describe('what was taken instead'),
  expected: z.string().optional().describe('what would be taken, and what to do'),
  candidates: z
    .array(Candidate)
    .optional()
    .describe('buildings that a doubtful line may mean, the best first; `choices` of an import takes one'),
})
type ReportLine = z.infer<typeof ReportLine>
/** As it is kept: in codes; texts where it was kept before there were any. */
export interface KeptLine extends Omit<ReportLine, 'came' | 'became' | 'expected'> {
  came: Told
  became?: Told
  expected?: Told
}
nameSchemas({
  ImportCandidate: [Candidate, 'a building that a line may mean'],
  ImportLine: [ReportLine, 'what became of a line of a list'],
})

export const uploadsFolder = (campaign: string): string => `uploads/${campaign}`
export const uploadBlob = ({ campaign, importId }: ImportRef): string =>
  `${uploadsFolder(campaign)}/${importId}`
export const progressBlob = (ref: ImportRef): string => `${importFolder(ref)}/progress.json`
/** Of the import, or of taking it back: by the generation that it makes. */
export const resultBlob = (ref: ImportRef, generation: string): string =>
  `${importFolder(ref)}/result${generation === ref.importId ? '' : '-back'}.json`
export const tableBlob = (ref: ImportRef, language: Language): string =>
  `${importFolder(ref)}/report${language === LIST_LANGUAGE ? '' : `-${language}`}.csv`
export const pageBlob = (ref: ImportRef, page: number): string => `${importFolder(ref)}/report-${page}.json`

export async function readReportPage(
  blobs: Blobs,
  { ref, page, language }: { ref: ImportRef; page: number; language: Language },
): Promise<ReportLine[]> {
  const bytes = await blobs.get(pageBlob(ref, page))
  const lines = bytes ? (decodeJson(bytes) as KeptLine[]) : []
  return lines.map(({ came, became, expected, ...line }) => ({
    ...{ ...line, came: say(came, language) },
    ...(became !== undefined && { became: say(became, language) }),
    ...(expected !== undefined && { expected: say(expected, language) }),
  }))
}

/** One that was kept before there were languages is told as it is. */
export async function readTable(
  blobs: Blobs,
  ref: ImportRef,
  language: Language,
): Promise<Uint8Array | undefined> {
  return (await blobs.get(tableBlob(ref, language))) ?? blobs.get(tableBlob(ref, LIST_LANGUAGE))
}

/** How far it is; undefined: it has not begun. */
export async function readProgress(blobs: Blobs, ref: ImportRef): Promise<ImportCounts | undefined> {
  const bytes = await blobs.get(progressBlob(ref))
  return bytes && (decodeJson(bytes) as ImportCounts)
}

/** The list, its report, and what was noted on the way. @param options.keepsJournal  of what the import found */
export async function removeFiles(
  blobs: Blobs,
  ref: ImportRef,
  { keepsJournal = false } = {},
): Promise<void> {
  await blobs.remove(uploadBlob(ref))
  for (const name of await blobs.list(`${importFolder(ref)}/`))
    if (!keepsJournal || !name.startsWith(`${journalsFolder(ref)}/`)) await blobs.remove(name)
}
