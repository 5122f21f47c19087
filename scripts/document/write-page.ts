/** Writes the tables of docs/api.md, and docs/schemas.md, anew: `npm run docs:api`. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { currentDocument } from './current.ts'
import { madePages } from './page.ts'

const DOCS = join(import.meta.dirname, '../../docs')
const file = join(DOCS, 'api.md')

const { api, schemas } = await madePages(await readFile(file, 'utf8'), await currentDocument(), file)
await writeFile(file, api)
await writeFile(join(DOCS, 'schemas.md'), schemas)
