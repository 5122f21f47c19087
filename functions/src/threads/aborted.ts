/** What is thrown where nobody waits for the work any more; http/frame.ts says what becomes of the call. */
export function aborted(): Error {
  return Object.assign(new Error('nobody waits for it any more'), { name: 'AbortError' })
}
