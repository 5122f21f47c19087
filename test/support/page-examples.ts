/** The examples of docs/api.md: requests as they are sent, each with the answer the page shows. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const PAGE = join(import.meta.dirname, '../../docs/api.md')

export interface PageExample {
  name: string
  method: string
  path: string
  headers: Record<string, string>
  body: string
  status: number
  answer: unknown
}

export async function pageExamples(): Promise<PageExample[]> {
  return examplesOf(await readFile(PAGE, 'utf8'))
}

/** A block ends with the first fence: no example takes a later answer for its own. */
const BLOCK = /^```http\n((?:(?!```)[^\n]*\n)*)```\n(?:\s*```json (\d+)\n((?:(?!```)[^\n]*\n)*)```)?/gm

/** @throws Error where a request is not followed by its answer */
export function examplesOf(page: string): PageExample[] {
  return [...page.matchAll(BLOCK)].map(([, request = '', status, answer = '']) => {
    if (status === undefined)
      throw new Error(`no answer follows this request: ${request.split('\n')[0]}; expected \`\`\`json STATUS`)
    const [head = '', ...rest] = request.split('\n\n')
    const [first = '', ...lines] = head.trim().split('\n')
    const [method = '', path = ''] = first.split(' ')
    return {
      name: `${first} → ${status}`,
      method,
      path,
      headers: Object.fromEntries(lines.map((line) => line.split(': ') as [string, string])),
      body: rest.join('\n\n').trim(),
      status: Number(status),
      answer: answer.trim() === '' ? undefined : (JSON.parse(answer) as unknown),
    }
  })
}
