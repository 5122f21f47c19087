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
  const page = await readFile(PAGE, 'utf8')
  const blocks = page.matchAll(/```http\n([\s\S]*?)```\s+```json (\d+)\n([\s\S]*?)```/g)
  return [...blocks].map(([, request = '', status = '', answer = '']) => {
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
