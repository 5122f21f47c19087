/**
 * `npm run check:infra`: installs SST where it is missing, offline but for the npm registry, checks the types of
 * sst.config.ts and infra/, and runs the tests of test/infra, which execute the program against Pulumi's mocks.
 * No AWS account is used.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const command = join(root, 'infra/node_modules/.bin/sst')
const platform = join(root, '.sst/platform')

/** Without these the command downloads Pulumi's engine and bun from GitHub, and asks for a stage. */
const OFFLINE = {
  SST_SKIP_DEPENDENCY_CHECK: '1',
  SST_NO_BUN: '1',
  SST_TELEMETRY_DISABLED: '1',
  SST_STAGE: 'check',
}

function run(what: string, [program = '', ...args]: string[], env: Record<string, string> = {}): void {
  const from = Date.now()
  console.log(`check:infra: ${what}`)
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error(`check:infra: ${what} failed${error ? `: ${error.message}` : ''}`)
    process.exit(1)
  }
  console.log(`check:infra: ${what} took ${Math.round((Date.now() - from) / 1000)} s`)
}

function versionOf(path: string): string | undefined {
  if (!existsSync(path)) return undefined
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return typeof value === 'object' && value !== null && 'version' in value ? String(value.version) : undefined
}

const wanted = JSON.parse(readFileSync(join(root, 'infra/package.json'), 'utf8')) as {
  devDependencies: { sst: string }
}
if (versionOf(join(root, 'infra/node_modules/sst/package.json')) !== wanted.devDependencies.sst) {
  run('installing sst', ['npm', 'ci', '--prefix', 'infra'])
}
const unpacked = join(platform, 'version')
const isUnpacked =
  existsSync(unpacked) &&
  readFileSync(unpacked, 'utf8').includes(wanted.devDependencies.sst) &&
  existsSync(join(platform, 'node_modules/@pulumi/aws')) &&
  existsSync(join(platform, 'config.d.ts'))
if (!isUnpacked) run("unpacking sst's components", [command, 'install'], OFFLINE)

run('bundling the functions', ['npm', 'run', '--silent', 'bundle'])
run('types of sst.config.ts and infra/', ['npx', 'tsc', '--noEmit', '-p', 'infra'])
run('the program against the rules', ['npx', 'vitest', 'run', '--project', 'infra'])
