/** TypeScript compiled in memory, as strictly as it goes: what the compiler says of it. */
import { join } from 'node:path'
import ts from 'typescript'

const ROOT = join(import.meta.dirname, '../..')
/** Where the files seem to lie: packages are found from there. */
const FOLDER = join(ROOT, 'compiled-in-memory')

const STRICT: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
}

export interface Complaint {
  /** As it was given. */
  file: string
  /** From 1. */
  line: number
  text: string
}

/** For programs of Node that use our client; JavaScript is checked, too. */
export const WITH_CLIENT: ts.CompilerOptions = {
  types: ['node'],
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  allowJs: true,
  checkJs: true,
  paths: { '@doorwalk/client': [join(ROOT, 'packages/client/src/index.ts')] },
  allowImportingTsExtensions: true,
}

/** @param files  texts by name; what one imports from another as `./name` */
export function complaintsOf(files: Record<string, string>, more: ts.CompilerOptions = {}): Complaint[] {
  const options = { ...STRICT, ...more }
  const texts = new Map(Object.entries(files).map(([name, text]) => [join(FOLDER, name), text]))
  const host = ts.createCompilerHost(options)
  const real = { ...host }
  host.fileExists = (path) => texts.has(path) || real.fileExists(path)
  host.readFile = (path) => texts.get(path) ?? real.readFile(path)
  host.directoryExists = () => true
  host.getSourceFile = (path, version, ...more) => {
    const text = texts.get(path)
    return text === undefined
      ? real.getSourceFile(path, version, ...more)
      : ts.createSourceFile(path, text, version)
  }
  const program = ts.createProgram([...texts.keys()], options, host)
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => ({
    file: file?.fileName.slice(FOLDER.length + 1) ?? '',
    line: (file?.getLineAndCharacterOfPosition(start).line ?? -1) + 1,
    text: ts.flattenDiagnosticMessageText(messageText, '\n'),
  }))
}
