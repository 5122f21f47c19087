/** What went wrong, in words; the focus goes to it. */
import { NoAnswerError, ProblemError } from '@doorwalk/client'
import { useEffect, useRef } from 'preact/hooks'
import { FileGoneError } from '../model/send-list.ts'
import { sentenceOf } from '../../problems/sentence.ts'
import { problemSentences } from '../../words/problems.ts'
import { words } from '../words/words.ts'

/** Something the person can mend, said in the language of the page. */
export class PageError extends Error {}

export function ProblemBox({ lines }: { lines: readonly string[] }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [lines])
  return (
    <div class="problem" role="alert" tabIndex={-1} ref={box}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}

export function isWrongKey(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 401
}

export function linesOf(error: unknown): string[] {
  const { problem } = words()
  if (error instanceof FileGoneError) return [problem.gone]
  if (error instanceof NoAnswerError) return [problem.network]
  if (!(error instanceof ProblemError)) return [error instanceof Error ? error.message : String(error)]
  if (isWrongKey(error)) return [problem.key]
  const { code, fields, message } = error
  const details = fields.length > 0 ? fields.map(({ detail }) => detail) : [message]
  const said = details.map((detail) => sentenceOf({ code, detail }, problemSentences()))
  return [error.status >= 500 ? problem.bug : problem.request, ...new Set(said)]
}
