/**
 * `npm run check:infra`: installs SST where it is missing, offline but for the npm registry, checks the types of
 * sst.config.ts and infra/, and runs the tests of test/infra, which execute the program against Pulumi's mocks.
 * No AWS account is used. Exit code 2: SST could not be fetched, and nothing was checked.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const command = join(root, 'infra/node_modules/.bin/sst')
const platform = join(root, '.sst/platform')
const bin = (name: string): string => join(root, 'node_modules/.bin', name)

/** Without these the command downloads Pulumi's engine and bun from GitHub, and asks for a stage. */
const OFFLINE = {
  SST_SKIP_DEPENDENCY_CHECK: '1',
  SST_NO_BUN: '1',
  SST_TELEMETRY_DISABLED: '1',
  SST_STAGE: 'check',
}

/** A step that takes longer hangs: five times what it takes on two quiet cores. */
const MAX_SECONDS = 600
/** Of what comes over the network. */
const FETCH_TRIES = 2
const NOT_FETCHED = 2

interface Step {
  what: string
  command: string[]
  env?: Record<string, string>
}

/** True when it ended well and in time. */
async function run({ what, command: [program = '', ...args], env = {} }: Step): Promise<boolean> {
  const from = Date.now()
  console.log(`check:infra: ${what}`)
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
  console.log(`check:infra: ${what}${why === '' ? ` took ${seconds} s` : `: ${why}`}`)
  return why === ''
}

async function fetched(step: Step): Promise<void> {
  for (let tries = 0; tries < FETCH_TRIES; tries++) if (await run(step)) return
  console.error(
    `check:infra: ${step.what} failed ${FETCH_TRIES} times. It needs the npm registry and about 450 MB of disk, nothing else; ` +
      'if the registry answers, remove infra/node_modules and .sst and try again. Nothing was checked.',
  )
  process.exit(NOT_FETCHED)
}

async function checked(step: Step): Promise<void> {
  if (!(await run(step))) process.exit(1)
}

function versionOf(path: string): string | undefined {
  if (!existsSync(path)) return undefined
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return typeof value === 'object' && value !== null && 'version' in value ? String(value.version) : undefined
}

function isUnpacked(version: string): boolean {
  const note = join(platform, 'version')
  return (
    existsSync(note) &&
    readFileSync(note, 'utf8').includes(version) &&
    existsSync(join(platform, 'node_modules/@pulumi/aws')) &&
    existsSync(join(platform, 'config.d.ts'))
  )
}

const { devDependencies } = JSON.parse(readFileSync(join(root, 'infra/package.json'), 'utf8')) as {
  devDependencies: { sst: string }
}
if (versionOf(join(root, 'infra/node_modules/sst/package.json')) !== devDependencies.sst) {
  await fetched({ what: 'installing sst', command: ['npm', 'ci', '--prefix', 'infra'] })
}
if (!isUnpacked(devDependencies.sst)) {
  await fetched({ what: "unpacking sst's components", command: [command, 'install'], env: OFFLINE })
}
await checked({ what: 'bundling the functions', command: [bin('tsx'), 'scripts/bundle.ts'] })
await checked({ what: 'types of sst.config.ts and infra/', command: [bin('tsc'), '--noEmit', '-p', 'infra'] })
await checked({
  what: 'the program against the rules',
  command: [bin('vitest'), 'run', '--project', 'infra'],
})
