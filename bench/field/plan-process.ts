/** One plan by the `doorwalk` command of any checkout, in a process of its own, with the time that it computed. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { WalkedPlan } from './quality.ts'

const PROBE = pathToFileURL(join(import.meta.dirname, 'processor-probe.mjs')).href

export interface Asked {
  /** Folder of the sources. */
  checkout: string
  /** Folder of the region, in a format that the checkout reads. */
  region: string
  volunteers: number
  minutes: number
  seed: number
  /** Default: those of the checkout. */
  iterations?: number
}

export interface MadePlan {
  plan: WalkedPlan & {
    iterations: number
    summary: { prize: number; targets: number; balance: number; leftOut: Partial<Record<string, number>> }
  }
  /** Seconds of the processor, loading included. */
  processor: number
}

/** @throws Error with what the command says when it fails */
export async function planBy({ checkout, region, iterations, ...crew }: Asked): Promise<MadePlan> {
  const folder = await mkdtemp(join(tmpdir(), 'doorwalk-people-'))
  const options = {
    ...{ region, out: join(folder, 'out'), 'start-at': '2026-03-14T14:00:00+01:00' },
    ...crew,
    ...(iterations !== undefined && { iterations }),
  }
  const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
  const file = join(folder, 'processor')
  try {
    await promisify(execFile)(
      process.execPath,
      ['--import', PROBE, join(checkout, 'packages/cli/bin/doorwalk.mjs'), 'plan', ...words],
      { cwd: checkout, env: { ...process.env, PROCESSOR_FILE: file }, maxBuffer: 100_000_000 },
    )
    const plan = JSON.parse(await readFile(join(folder, 'out/plan.json'), 'utf8')) as MadePlan['plan']
    return { plan, processor: Number(await readFile(file, 'utf8')) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
