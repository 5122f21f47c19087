/**
 * Steps of the checks that need more than a checkout: run one after the other, in time, and what comes from npm
 * fetched.
 */
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..')
export const bin = (name: string): string => join(root, 'node_modules/.bin', name)

/** A step that takes longer hangs: ten times what the longest takes on two quiet cores. */
const MAX_SECONDS = 900
/** Of what comes over the network. */
const FETCH_TRIES = 2
/** Exit code: nothing is known. */
const NOT_FETCHED = 2

export interface Step {
  what: string
  command: string[]
  env?: Record<string, string>
}

/** True when it ended well and in time. */
async function run({ what, command: [program = '', ...args], env = {} }: Step): Promise<boolean> {
  const from = Date.now()
  console.log(`--- ${what}`)
  // In a group of its own, so that whatever it started ends with it.
  const child = spawn(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    detached: true,
  })
  const end = (): void => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
  let why = ''
  const timer = setTimeout(() => {
    why = `did not end within ${MAX_SECONDS} s`
    end()
  }, MAX_SECONDS * 1000)
  await new Promise<void>((done) => {
    child.once('error', (error) => {
      why = error.message
      done()
    })
    child.once('exit', (code, signal) => {
      if (code !== 0 && why === '') why = signal === null ? `ended with code ${code}` : `ended by ${signal}`
      done()
    })
  })
  clearTimeout(timer)
  process.off('SIGINT', end)
  process.off('SIGTERM', end)
  const seconds = Math.round((Date.now() - from) / 1000)
  console.log(`--- ${what}${why === '' ? ` took ${seconds} s` : `: ${why}`}`)
  return why === ''
}

/** Ends the process when it cannot be fetched. @param needs  what to say then */
export async function fetched(step: Step, needs: string): Promise<void> {
  for (let tries = 0; tries < FETCH_TRIES; tries++) if (await run(step)) return
  console.error(`${step.what} failed ${FETCH_TRIES} times. It needs ${needs} Nothing was checked.`)
  process.exit(NOT_FETCHED)
}

/** Ends the process when it fails. */
export async function checked(step: Step): Promise<void> {
  if (!(await run(step))) process.exit(1)
}
