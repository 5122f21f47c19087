/** The examples of the document are what a campaign asks and is answered; its linters hold them to the schemas. */
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Operation, currentDocument } from '../../../scripts/document/current.ts'
import { type CallExample, examplesOf } from '../../support/document/examples.ts'
import { playScenario } from '../../support/document/scenario.ts'

const DATA = join(import.meta.dirname, '../../../data')
const HINT = 'npm run examples records them again'

/** Names of fields at any depth, lists by their first entry. */
function namesIn(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.length > 0 ? namesIn(value[0], `${at}/0`) : []
  if (typeof value !== 'object' || value === null) return [at]
  return Object.entries(value).flatMap(([name, each]) => [`${at}/${name}`, ...namesIn(each, `${at}/${name}`)])
}

/** Of a call in the document, as they are recorded. */
function examplesIn({ requestBody, responses }: Operation): CallExample {
  const answers = Object.entries(responses).flatMap(([status, { content = {} }]) =>
    Object.values(content).flatMap(({ example }) =>
      example === undefined ? [] : [[status, example] as const],
    ),
  )
  const request = requestBody?.content['application/json']?.example
  return { ...(request !== undefined && { request }), answers: Object.fromEntries(answers) }
}

it('are of every call, and answered as they stand there', async () => {
  const document = await currentDocument()
  const calls = Object.values(document.paths).flatMap((path) => Object.values(path))
  // Throws where a call is answered with another status.
  const played = examplesOf(await playScenario([DATA]))
  expect(Object.keys(played).sort()).toEqual(calls.map(({ operationId }) => operationId).sort())
  for (const call of calls) {
    const now = namesIn(played[call.operationId])
    const shown = namesIn(examplesIn(call))
    expect(shown.length > 0, `${call.operationId}: ${HINT}`).toBe(now.length > 0)
    const gone = shown.filter((name) => !now.includes(name))
    expect(gone, `${call.operationId}: ${HINT}`).toEqual([])
  }
})

it('are of every message to webhooks', async () => {
  const { webhooks } = await currentDocument()
  for (const [type, { post }] of Object.entries(webhooks)) {
    expect(post?.requestBody?.content['application/json']?.example, type).toMatchObject({ type })
  }
})
