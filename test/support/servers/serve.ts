/** A real `doorwalk serve` in its own process, to be asked over HTTP and killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { until } from '../until.ts'

const CHECKOUT = join(import.meta.dirname, '../../..')

/** Settings of a server that waits for every plan: on a busy machine one takes longer than callers are kept waiting. */
export const PATIENT = { DOORWALK_SYNC_SECONDS: '600' }

export interface ServerProcess {
  url: string
  pid: number
  /** Of the demo's organiser, or the operator's. */
  key: string
  /** Log lines so far. */
  log: () => string
  /** Ends it at once, as a power cut of the process would. */
  kill: () => Promise<void>
  /** Asks it to end; its exit code. */
  stop: () => Promise<number | null>
}

interface Settings {
  /** DOORWALK_… variables; none of this machine's own reach the server. */
  env?: Record<string, string>
  /** Folders of regions; default: the bundled ones. */
  regions?: string[]
  /** Further options of the command. */
  args?: string[]
  /** What a shell does before it becomes the server, such as a limit. */
  shell?: string
  /** Folder of the sources it runs from; default: these. */
  checkout?: string
}

export async function startServerProcess(data: string, settings: Settings = {}): Promise<ServerProcess> {
  const { env = {}, regions = [], args = [] } = settings
  const places = regions.flatMap((region) => ['--region', region])
  const child = run(['serve', '--port', '0', '--data', data, ...places, ...args], settings)
  const output = collect(child)
  const url = await output.wait(/listens on (https?:\/\/\S+)/)
  const key = env['DOORWALK_OPERATOR_KEY'] ?? (await output.wait(/demo campaign: (dw_\S+)/))
  return {
    url,
    pid: child.pid ?? NaN,
    key,
    log: output.text,
    async kill() {
      child.kill('SIGKILL')
      await ended(child)
    },
    async stop() {
      child.kill('SIGTERM')
      return ended(child)
    },
  }
}

/** Runs the command to its end. */
export async function runCommand(
  args: string[],
  settings: Pick<Settings, 'shell'> = {},
): Promise<{ code: number | null; text: string }> {
  const child = run(args, settings)
  const output = collect(child)
  const code = await ended(child)
  return { code, text: output.text() }
}

function run(args: string[], { env: set = {}, shell, checkout = CHECKOUT }: Settings): ChildProcess {
  const env = { ...process.env, ...set }
  for (const name of Object.keys(env)) if (name.startsWith('DOORWALK_') && !(name in set)) delete env[name]
  const words = [process.execPath, join(checkout, 'packages/cli/bin/doorwalk.mjs'), ...args]
  const [program = '', ...rest] =
    shell === undefined ? words : ['/bin/sh', '-c', `${shell} && exec "$0" "$@"`, ...words]
  return spawn(program, rest, { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** Its exit code, once it has said everything. */
async function ended(child: ChildProcess): Promise<number | null> {
  const isOver = child.exitCode !== null || child.signalCode !== null
  if (!isOver || child.stdout?.closed === false || child.stderr?.closed === false) await once(child, 'close')
  return child.exitCode
}

function collect(child: ChildProcess) {
  let text = ''
  const add = (chunk: Buffer): void => void (text += chunk.toString())
  child.stdout?.on('data', add)
  child.stderr?.on('data', add)
  return {
    text: () => text,
    async wait(pattern: RegExp): Promise<string> {
      return until(() => {
        const found = pattern.exec(text)?.[1]
        if (found !== undefined) return found
        if (child.exitCode === null && child.signalCode === null) return undefined
        throw new Error(`the server did not say ${String(pattern)}:\n${text}`)
      })
    },
  }
}
