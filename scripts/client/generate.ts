/**
 * Writes packages/client/src/generated from the OpenAPI document: its types, and which calls take an
 * `Idempotency-Key`. `npm run client`
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'
import { type ApiDocument, currentDocument } from '../document/current.ts'

const FOLDER = join(import.meta.dirname, '../../packages/client/src/generated')
const HEAD = '/** Written by `npm run client` from the OpenAPI document; not by hand. */\n'

/** Text of each file by its name. */
export async function generatedFiles(): Promise<Record<string, string>> {
  const document = await currentDocument()
  return { 'openapi.ts': await typesOf(document), 'once.ts': onceOf(document) }
}

/** Without headers and examples of answers: `fetch` brings headers as text, and both would be half of the types. */
async function typesOf(document: ApiDocument): Promise<string> {
  const bare = structuredClone(document)
  const calls = [...Object.values(bare.paths), ...Object.values(bare.webhooks)].flatMap((of) =>
    Object.values(of),
  )
  const answers = [...calls.map(({ responses }) => responses), bare.components.responses]
  for (const answer of answers.flatMap((of) => Object.values(of))) {
    delete answer.headers
    for (const media of Object.values(answer.content ?? {})) delete media.example
  }
  return HEAD + astToString(await openapiTS(JSON.stringify(bare), { silent: true }))
}

function onceOf({ paths }: ApiDocument): string {
  const found = Object.entries(paths).filter(([, { post }]) =>
    post?.parameters.some(({ name }) => name === 'Idempotency-Key'),
  )
  const lines = found.map(([path]) => `  '${path}',\n`).join('')
  return `${HEAD}
/** Paths whose \`POST\` is carried out once for one \`Idempotency-Key\`. */
export const ONCE: ReadonlySet<string> = new Set([
${lines}])
`
}

if (process.argv[1] === import.meta.filename) {
  await mkdir(FOLDER, { recursive: true })
  for (const [name, text] of Object.entries(await generatedFiles())) await writeFile(join(FOLDER, name), text)
}
