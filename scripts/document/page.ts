/**
 * docs/api.md with its tables as the OpenAPI document has them, around the chapters that people write, and
 * docs/schemas.md with all schemas that have no table there.
 */
import { format, resolveConfig } from 'prettier'
import type { ApiDocument } from './current.ts'
import { type TableName, chapterNames, schemaChapters, tableFor } from './tables.ts'

/** `<!-- made: fields PlanRequest -->` … `<!-- end -->`: what stands between is made by `npm run docs:api`. */
const MADE = /<!-- made: ([\w ]+) -->[\s\S]*?<!-- end -->/g

const SCHEMAS_HEAD = `# Schemas

Every schema of \`/openapi.json\` that has no table in [api.md](api.md), by name. Made of that contract by \`npm run docs:api\`; optional fields
stand in brackets.

`

export interface Pages {
  api: string
  schemas: string
}

/** As GitHub makes them of headings. */
function anchorOf(heading: string): string {
  const letters = heading.toLowerCase().replace(/[^\p{L}\p{N}\s-]/gu, '')
  return letters.trim().replace(/\s/g, '-')
}

/** Anchors on the page of the schemas that it tells. */
function anchorsIn(text: string): Map<string, string> {
  const anchors = new Map<string, string>()
  let heading = ''
  for (const line of text.split('\n')) {
    heading = /^#{2,4} (.*)$/.exec(line)?.[1] ?? heading
    const name = /^<!-- made: fields (\w+) -->$/.exec(line)?.[1]
    if (name !== undefined) anchors.set(name, anchorOf(heading))
    if (line === '<!-- made: codes -->') anchors.set('ProblemCode', anchorOf(heading))
  }
  return anchors
}

/** @param text  of docs/api.md @param file  its path, for the options of the formatter */
export async function madePages(text: string, document: ApiDocument, file: string): Promise<Pages> {
  const here = anchorsIn(text)
  const others = chapterNames(document).filter((name) => !here.has(name))
  const linksFrom = (page: keyof Pages): Map<string, string> =>
    new Map([
      ...[...here].map(([name, anchor]) => [name, `${page === 'api' ? '' : 'api.md'}#${anchor}`] as const),
      ...others.map((name) => [name, `${page === 'schemas' ? '' : 'schemas.md'}#${anchorOf(name)}`] as const),
    ])
  const api = { document, links: linksFrom('api') }
  const made = text.replace(MADE, (_, words: string) => {
    const name = words.split(' ') as unknown as TableName
    return `<!-- made: ${words} -->\n\n${tableFor(name, api)}\n\n<!-- end -->`
  })
  const chapters = schemaChapters({ document, links: linksFrom('schemas') }, others)
  const options = { ...(await resolveConfig(file)), filepath: file }
  return { api: await format(made, options), schemas: await format(SCHEMAS_HEAD + chapters, options) }
}
