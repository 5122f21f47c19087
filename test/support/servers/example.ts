/** A program of a reader of our pages, run in a folder of its own as he would run it: his words, our client. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { until } from '../until.ts'

const ROOT = join(import.meta.dirname, '../../..')
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

export interface Program {
  /** All that it has said so far. */
  text: () => string
  /** Waits until it says so; what the first group has. */
  says: (pattern: RegExp) => Promise<string>
  /** One line of what a person types. */
  type: (line: string) => void
  /** Its exit code. */
  ended: () => Promise<number | null>
  kill: () => Promise<void>
}

interface Settings {
  /** Where it runs. */
  folder: string
  args?: string[]
  env?: Record<string, string>
}

/** @param file  a program in TypeScript */
export function startProgram(file: string, { folder, args = [], env = {} }: Settings): Program {
  const child: ChildProcess = spawn(process.execPath, ['--import', TSX, file, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], TSX_TSCONFIG_PATH: join(ROOT, 'tsconfig.json'), ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (text += chunk.toString()))
  }
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null
  const ended = async (): Promise<number | null> => {
    if (!isOver() || child.stdout?.closed === false) await once(child, 'close')
    return child.exitCode
  }
  return {
    text: () => text,
    says: (pattern) =>
      until(() => {
        const found = pattern.exec(text)
        if (found !== null) return found[1] ?? found[0]
        if (isOver())
          throw new Error(`it ended (${child.exitCode}) and did not say ${String(pattern)}:\n${text}`)
        return undefined
      }),
    type: (line) => void child.stdin?.write(`${line}\n`),
    ended,
    async kill() {
      child.kill('SIGKILL')
      await ended()
    },
  }
}
