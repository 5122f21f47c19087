/**
 * The examples of the OpenAPI document: plays a campaign on the region of the repository and keeps what was asked and
 * answered. `npm run examples`, when answers have become others.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { examplesOf } from '../../test/support/document/examples.ts'
import { playScenario } from '../../test/support/document/scenario.ts'

const ROOT = join(import.meta.dirname, '../..')
const FILE = join(ROOT, 'functions/src/document/examples.json')

const examples = examplesOf(await playScenario([join(ROOT, 'data')]))
const options = await resolveConfig(FILE)
await writeFile(FILE, await format(JSON.stringify(examples), { ...options, filepath: FILE }))
console.log(`${Object.keys(examples).length} calls`)
