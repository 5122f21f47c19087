/** The client as others get it: packed by npm, installed in an empty project elsewhere, used by plain Node. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { transform } from 'esbuild'
import ts from 'typescript'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { clientSize } from '../../scripts/client/size.ts'
import { programOf } from '../support/page-programs.ts'
import { PATIENT, type ServerProcess, startServerProcess } from '../support/servers/serve.ts'

const ROOT = join(import.meta.dirname, '../..')
const run = promisify(execFile)

interface Packed {
  filename: string
  /** Bytes. */
  size: number
  unpackedSize: number
  files: { path: string }[]
}

let folder: string
let project: string
let packed: Packed
let server: ServerProcess
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorwalk-packed-'))
  project = join(folder, 'walks')
  const args = ['pack', join(ROOT, 'packages/client'), '--pack-destination', folder, '--json']
  const { stdout } = await run('npm', args, { cwd: folder })
  packed = (JSON.parse(stdout.slice(stdout.indexOf('['))) as Packed[])[0]!
  await run('mkdir', [project])
  await run('npm', ['init', '-y'], { cwd: project })
  // What the checkout was installed with is in the cache of npm.
  const install = ['install', join('..', packed.filename), '--prefer-offline', '--no-audit', '--no-fund']
  await run('npm', install, { cwd: project })
  server = await startServerProcess(join(folder, 'data'), { env: PATIENT })
})
afterAll(async () => {
  await server.kill()
  await rm(folder, { recursive: true })
})

async function runInProject(name: string, program: string): Promise<string> {
  await writeFile(join(project, name), program)
  const env = { PATH: process.env['PATH'], DOORWALK_URL: server.url, DOORWALK_KEY: server.key }
  const { stdout } = await run(process.execPath, [name], { cwd: project, env })
  return stdout
}

it('holds what is needed and nothing else', async () => {
  const { gzip } = await clientSize()
  console.log(`${packed.filename}: ${packed.size} bytes, ${gzip} of them load in a page, compressed`)
  const paths = packed.files.map(({ path }) => path)
  expect(paths).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'dist/index.js', 'dist/index.d.ts']))
  expect(
    paths.filter((path) => !/^(dist\/.*\.(js|d\.ts)|LICENSE|README\.md|package\.json)$/.test(path)),
  ).toEqual([])
  expect(packed.size).toBeLessThan(150_000)
})

it('runs the weekend of examples/', async () => {
  const source = await readFile(join(ROOT, 'examples/weekend.ts'), 'utf8')
  const { code } = await transform(source, { loader: 'ts', target: 'node20' })
  const said = await runInProject('weekend.mjs', code)
  console.log(said)
  expect(said.match(/^(Saturday|Sunday), \d{4}: [1-9]\d* walks, [1-9]\d* doors$/gm)).toHaveLength(4)
  expect((await readFile(join(project, 'weekend.zip'))).length).toBeGreaterThan(10_000)
})

it('runs the guide to the first walk as it stands there', async () => {
  const said = await runInProject('first.mjs', await programOf('docs/guide-first-walk.md'))
  expect(said.match(/^walk \d: /gm)).toHaveLength(4)
  expect(await readFile(join(project, 'walks.html'), 'utf8')).toContain('LineString')
})

it.each([
  ['bundlers', ts.ModuleResolutionKind.Bundler, ts.ModuleKind.ESNext],
  ['Node', ts.ModuleResolutionKind.NodeNext, ts.ModuleKind.NodeNext],
])('has types for %s', async (_, moduleResolution, module) => {
  const file = join(project, 'weekend.mts')
  await writeFile(file, await readFile(join(ROOT, 'examples/weekend.ts'), 'utf8'))
  const program = ts.createProgram([file], {
    ...{ moduleResolution, module, target: ts.ScriptTarget.ES2023, strict: true, noEmit: true },
    ...{ lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'], typeRoots: [join(ROOT, 'node_modules/@types')] },
    types: ['node'],
  })
  const said = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
  expect(said).toEqual([])
})
