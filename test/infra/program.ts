/** What the SST program asks AWS for, on one stage. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

export interface Resource {
  /** Pulumi's: `aws:sqs/queue:Queue`. */
  type: string
  /** Logical name; components append their kind: `JobsQueue`. */
  name: string
  inputs: Record<string, unknown>
}

export interface ProgramRun {
  app: Record<string, unknown>
  resources: Resource[]
}

/** A text of the program to be replaced before it runs. */
export interface Patch {
  file: string
  find: string
  replace: string
}

const root = resolve(import.meta.dirname, '../..')
const MAX_MILLISECONDS = 120_000

/** @throws Error with the program's own output when it fails */
export async function runProgram(stage: string, patches: Patch[] = []): Promise<ProgramRun> {
  const out = join(await mkdtemp(join(tmpdir(), 'doorwalk-infra-')), 'resources.json')
  await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'run-program.ts'), stage, JSON.stringify(patches), out],
    { cwd: root, timeout: MAX_MILLISECONDS, maxBuffer: 64_000_000 },
  )
  return JSON.parse(await readFile(out, 'utf8')) as ProgramRun
}
