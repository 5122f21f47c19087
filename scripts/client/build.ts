/** Compiles packages/client to plain ESM and declarations, in its `dist`. Run by `npm pack` before it packs. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import ts from 'typescript'

const PACKAGE = join(import.meta.dirname, '../../packages/client')

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  rewriteRelativeImportExtensions: true,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
  types: [],
  declaration: true,
  rootDir: join(PACKAGE, 'src'),
}

/** Declarations keep the ending of the source. */
const OF_SOURCE = /((?:from|import\() ?['"]\.[^'"]*)\.ts(?=['"])/g

/** @throws Error with what the compiler says */
export async function buildClient(outDir: string): Promise<void> {
  await rm(outDir, { recursive: true, force: true })
  const program = ts.createProgram([join(PACKAGE, 'src/index.ts')], { ...OPTIONS, outDir })
  const said = [...ts.getPreEmitDiagnostics(program)]
  const { diagnostics } = program.emit(undefined, (path, text) => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text.replace(OF_SOURCE, '$1.js'))
  })
  const faults = [...said, ...diagnostics]
  if (faults.length === 0) return
  throw new Error(
    faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')).join('\n'),
  )
}

if (process.argv[1] === import.meta.filename) await buildClient(join(PACKAGE, 'dist'))
