/**
 * `npm run check:infra`: installs SST where it is missing, offline but for the npm registry, checks the types of
 * sst.config.ts and infra/, and runs the tests of test/infra, which execute the program against Pulumi's mocks.
 * No AWS account is used. Exit code 2: SST could not be fetched, and nothing was checked.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bin, checked, fetched, root } from './step.ts'

const command = join(root, 'infra/node_modules/.bin/sst')
const platform = join(root, '.sst/platform')

/** Without these the command downloads Pulumi's engine and bun from GitHub, and asks for a stage. */
const OFFLINE = {
  SST_SKIP_DEPENDENCY_CHECK: '1',
  SST_NO_BUN: '1',
  SST_TELEMETRY_DISABLED: '1',
  SST_STAGE: 'check',
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

const NEEDS =
  'the npm registry and about 450 MB of disk, nothing else; if the registry answers, remove infra/node_modules and .sst ' +
  'and try again.'

const { devDependencies } = JSON.parse(readFileSync(join(root, 'infra/package.json'), 'utf8')) as {
  devDependencies: { sst: string }
}
if (versionOf(join(root, 'infra/node_modules/sst/package.json')) !== devDependencies.sst) {
  await fetched({ what: 'installing sst', command: ['npm', 'ci', '--prefix', 'infra'] }, NEEDS)
}
if (!isUnpacked(devDependencies.sst)) {
  await fetched({ what: "unpacking sst's components", command: [command, 'install'], env: OFFLINE }, NEEDS)
}
await checked({ what: 'bundling the functions', command: [bin('tsx'), 'scripts/bundle.ts'] })
await checked({ what: 'types of sst.config.ts and infra/', command: [bin('tsc'), '--noEmit', '-p', 'infra'] })
await checked({
  what: 'the program against the rules',
  command: [bin('vitest'), 'run', '--project', 'infra'],
})
