/**
 * The examples of the OpenAPI document: plays a campaign on the region of the repository and keeps what was asked and
 * answered. `npm run examples`, when answers have other fields; `npm run examples -- --all` tells all of them anew.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { type Examples, examplesOf, namesIn } from '../../test/support/document/examples.ts'
import { playScenario } from '../../test/support/document/scenario.ts'

const ROOT = join(import.meta.dirname, '../..')
const FILE = join(ROOT, 'functions/src/document/examples.json')

const stored = JSON.parse(await readFile(FILE, 'utf8')) as Examples
const isAll = process.argv.includes('--all')

/** The same names of fields: other numbers are no reason for another example. */
const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(namesIn(a).sort()) === JSON.stringify(namesIn(b).sort())

const played = Object.entries(examplesOf(await playScenario([join(ROOT, 'data')])))
const kept = played.map(([operationId, example]) => {
  const before = stored[operationId]
  return [operationId, !isAll && before && isSame(before, example) ? before : example] as const
})
const options = await resolveConfig(FILE)
const text = await format(JSON.stringify(Object.fromEntries(kept)), { ...options, filepath: FILE })
await writeFile(FILE, text)
console.log(
  `${kept.length} calls, ${kept.filter(([name, each]) => each !== stored[name]).length} of them told anew`,
)
