/** The examples of the document are what a campaign asks and is answered; its linters hold them to the schemas. */
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { type Operation, currentDocument } from '../../../scripts/document/current.ts'
import { type CallExample, examplesOf, namesIn } from '../../support/document/examples.ts'
import { type Told, playScenario } from '../../support/document/scenario.ts'

const DATA = join(import.meta.dirname, '../../../data')
const HINT = 'npm run examples records them again'

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

let calls: Operation[]
let told: Told[]
beforeAll(async () => {
  const document = await currentDocument()
  calls = Object.values(document.paths).flatMap((path) => Object.values(path))
  // Throws where a call is answered with another status.
  told = await playScenario([DATA])
})

it('are of every call, and answered as they stand there', () => {
  const played = examplesOf(told)
  expect(Object.keys(played).sort()).toEqual(calls.map(({ operationId }) => operationId).sort())
  for (const call of calls) {
    const now = namesIn(played[call.operationId])
    const shown = namesIn(examplesIn(call))
    expect(shown.length > 0, `${call.operationId}: ${HINT}`).toBe(now.length > 0)
    const gone = shown.filter((name) => !now.includes(name))
    expect(gone, `${call.operationId}: ${HINT}`).toEqual([])
  }
})

it('come with the headers that the document names', () => {
  // Of an answer that is given again, of a call with a `Prefer`, and of a form to be kept as a file.
  const rare = new Set(['Idempotency-Replayed', 'Preference-Applied', 'Content-Disposition'])
  for (const { step, headers } of told) {
    const { responses } = calls.find(({ operationId }) => operationId === step.operationId)!
    const named = Object.keys(responses[String(step.status)]?.headers ?? {})
    const absent = named.filter((name) => !rare.has(name) && !headers.has(name))
    expect(absent, `${step.operationId} ${step.status}`).toEqual([])
    const silent = ['Location', 'Retry-After', 'ETag', 'Content-Disposition'].filter((name) =>
      headers.has(name),
    )
    expect(
      silent.filter((name) => !named.includes(name)),
      `${step.operationId} ${step.status}`,
    ).toEqual([])
  }
})

it('are of every message to webhooks', async () => {
  const { webhooks } = await currentDocument()
  for (const [type, { post }] of Object.entries(webhooks)) {
    expect(post?.requestBody?.content['application/json']?.example, type).toMatchObject({ type })
  }
})
